import type { TindakLanjutView } from "@teraju/contracts/tindak-lanjut";
import { type ChangeEvent, useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import type { Entry } from "./outbox.ts";
import { FileRefused, type FileFault, forSending } from "./photo.ts";
import css from "./promises.module.css";
import { outbox, useOutbox } from "./sending.tsx";

type Jawaban = TindakLanjutView["answers"][number]["jawaban"];
type Body = { month: string; jawaban: Jawaban; note: string | null };
const JAWABAN = ["sudah", "sebagian", "belum"] as const satisfies readonly Jawaban[];
const SEND_AFTER_MS = 1000;

const bodyOf = (entry: Entry | undefined): Body | null => (entry === undefined ? null : (entry.input.body as Body));

/** What was promised, by whom and until when. */
export function PromiseWords({ item }: { item: TindakLanjutView }) {
  const words = useTindakLanjutCopy();
  const format = useFormat();
  return (
    <div>
      <p><b>{item.text}</b></p>
      <p className="quiet small">{words.origin(item.origin.unit, format.shortDay(item.origin.date))}, {words.due(format.shortDay(item.due))} {item.dibawaBulan > 0 ? <Badge kind="attention">{words.carried(item.dibawaBulan)}</Badge> : item.isOverdue && <Badge kind="attention">{words.overdue}</Badge>}</p>
    </div>
  );
}

/** One promise as a row of the month: Sudah, Sebagian or Belum. "Sudah" waits for its evidence; all of it survives a lost signal. */
export function PromiseRow({ item, month }: { item: TindakLanjutView; month: string }) {
  const words = useTindakLanjutCopy();
  const { entries } = useOutbox();
  const own = entries.filter((entry) => entry.recordId === item.id);
  const waiting = bodyOf(own.findLast((entry) => entry.endpoint === "answerTindakLanjut"));
  const files = own.filter((entry) => entry.endpoint === "uploadEvidence").length;
  const said = item.answers.find((answer) => answer.month === month);
  const [chosen, setChosen] = useState<Jawaban | null>(waiting?.jawaban ?? said?.jawaban ?? null);
  const [note, setNote] = useState(waiting?.note ?? said?.note ?? "");
  const [fault, setFault] = useState<FileFault | null>(null);
  const evidence = item.evidence.length + files;
  const refused = own.find((entry) => entry.refused !== null);
  const send = (jawaban: Jawaban, text: string) => void outbox.add({
    endpoint: "answerTindakLanjut", recordId: item.id, version: Math.max(item.version, ...own.map((entry) => entry.version ?? 0)), supersedes: ["answerTindakLanjut"], delayMs: SEND_AFTER_MS,
    input: { params: { id: item.id }, body: { month, jawaban, note: text.trim() === "" ? null : text.trim() } } });
  const choose = (jawaban: Jawaban) => {
    setChosen(jawaban);
    if (jawaban !== "sudah" || evidence > 0) send(jawaban, note);
  };
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const picked = [...(event.target.files ?? [])];
    event.target.value = "";
    setFault(null);
    try {
      for (const file of picked) {
        const small = await forSending(file);
        await outbox.add({ endpoint: "uploadEvidence", recordId: item.id, version: null, input: { params: { id: v7() }, query: { tindakLanjutId: item.id, title: small.name.trim() } }, file: small });
      }
      // Behind its evidence in the queue: the promise closes with it.
      if (picked.length > 0 && chosen === "sudah") send("sudah", note);
    } catch (problem) {
      if (!(problem instanceof FileRefused)) throw problem;
      setFault(problem.fault);
    }
  };
  const isOpen = item.status === "terbuka" && item.actions.answer.length === 0;
  if (!isOpen) return <li className={css["row"]}><PromiseWords item={item} /><p><Badge kind={item.status === "selesai" ? "good" : "plain"}>{words.status[item.status]}</Badge></p></li>;
  return (
    <li className={css["row"]}>
      <PromiseWords item={item} />
      <RadioGroup label={<span className="visually-hidden">{words.question(item.text)}</span>} isInline value={chosen} onChange={choose} options={JAWABAN.map((value) => ({ value, label: words.jawaban[value] }))} />
      {chosen === "sudah" && (
        <div className="stack-tight">
          <p className={evidence === 0 ? css["needed"] : "quiet small"}>{evidence === 0 ? words.evidenceNeeded : words.evidence(evidence)}</p>
          <div className={css["pickers"]}>
            <label><input type="file" className="visually-hidden" accept="image/*" capture="environment" onChange={(event) => void pick(event)} /><span>{words.camera}</span></label>
            <label><input type="file" className="visually-hidden" accept="application/pdf,image/jpeg,image/png" multiple onChange={(event) => void pick(event)} /><span>{words.file}</span></label>
          </div>
          {fault !== null && <Alert kind="error" isLive>{words.fileFaults[fault]}</Alert>}
        </div>
      )}
      {chosen !== null && <TextInput label={words.note} isOptional maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} onBlur={() => chosen !== "sudah" || evidence > 0 ? send(chosen, note) : undefined} />}
      {refused !== undefined ? (
        <Alert kind="error" isLive><p>{words.refused}</p><Button isSmall onClick={() => void outbox.retry(item.id, item.version)}>{words.again}</Button></Alert>
      ) : own.some((entry) => entry.isTried) && <p className="quiet small" role="status">{words.waiting}</p>}
    </li>
  );
}
