import type { AppraisalView } from "@teraju/contracts/appraisal";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import css from "./appraisal.module.css";

/** What was said to the pegawai in this period, with the answer, and from when it may carry "di bawah". */
export function Feedback({ view }: { view: AppraisalView }) {
  const words = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  return (
    <Card title={words.umpanBalik}>
      {view.umpanBalik.length === 0 && <p className="quiet">{words.noUmpanBalik}</p>}
      <ul className="stack-tight">
        {view.umpanBalik.map((note) => (
          <li key={note.id} className={css["note"]} data-nada={note.nada}>
            <p className="small quiet row">
              {note.isOwn ? words.fromYou(format.date(note.givenOn)) : words.from(note.from, format.date(note.givenOn))} <Badge>{vocabulary.nada[note.nada]}</Badge>
              {note.perilaku !== null && <Badge>{vocabulary.perilaku[note.perilaku]}</Badge>}
            </p>
            <p>{note.text}</p>
            <p className="small">{note.reply === null ? words.noReply : words.reply(note.reply)}</p>
            {!note.carriesDiBawah && note.carriesFrom !== null && <p className="small">{words.carriesFrom(format.day(note.carriesFrom))}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
