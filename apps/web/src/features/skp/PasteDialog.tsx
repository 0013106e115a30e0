import { type HasilKerjaDraft, MOST_INDIKATOR } from "@teraju/contracts/skp";
import { type ClipboardEvent, useMemo, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useSkpPasteCopy } from "#copy/page/skp-paste.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { fromPasted } from "./draft.ts";
import { type Pasted, parsePasted } from "./paste.ts";
import { tableText } from "./paste-html.ts";
import css from "./skp.module.css";
import { targetWords, useWords } from "./words.ts";

const MOST_RESULTS = 30;
type PasteProps = { isPimpinan: boolean; onAdd: (added: { hasilKerja: HasilKerjaDraft[] } & Pick<Pasted, "perilaku" | "lampiran">) => void; onClose: () => void };

/** A table is pasted, read at once, and looked at before it becomes part of the draft. */
export default function PasteDialog({ isPimpinan, onAdd, onClose }: PasteProps) {
  const words = useSkpPasteCopy();
  const { cancel } = useWords().skp;
  const [text, setText] = useState("");
  const pasted = useMemo(() => parsePasted(text, isPimpinan), [text, isPimpinan]);
  const indicators = pasted.results.reduce((n, result) => n + result.indikator.length, 0);
  const isTooLarge = pasted.results.length > MOST_RESULTS || indicators > MOST_INDIKATOR;
  const paste = (event: ClipboardEvent) => {
    const table = tableText(event.clipboardData.getData("text/html"));
    if (table === null) return;
    event.preventDefault();
    setText((before) => (before.trim() === "" ? table : `${before}\n${table}`));
  };
  const add = () => {
    onAdd({ hasilKerja: fromPasted(pasted.results), perilaku: pasted.perilaku, lampiran: pasted.lampiran });
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.title}
      actions={
        <>
          {pasted.results.length > 0 && !isTooLarge && (
            <Button kind="primary" onClick={add}>
              {words.add(pasted.results.length)}
            </Button>
          )}
          <Button onClick={onClose}>{cancel}</Button>
        </>
      }
    >
      <Textarea label={words.label} help={words.help} rows={4} value={text} onChange={(event) => setText(event.target.value)} onPaste={paste} spellCheck={false} autoFocus />
      <div role="status" className="stack-tight">
        {text.trim() !== "" && pasted.results.length === 0 && <p>{words.nothing}</p>}
        {pasted.results.length > 0 && <p>{words.found(pasted.results.length, indicators)}</p>}
        {pasted.perilaku.length + pasted.lampiran.length > 0 && <p>{words.besides(pasted.perilaku.length, pasted.lampiran.length)}</p>}
        {pasted.issues.length > 0 && <Issues issues={pasted.issues} />}
      </div>
      {isTooLarge && <Alert kind="attention">{words.tooMany}</Alert>}
      {pasted.results.length > 0 && <Preview {...pasted} />}
    </Dialog>
  );
}

const MOST_ISSUES = 12;
/** Which row, what is wrong with it, and what happens to it. */
function Issues({ issues }: Pick<Pasted, "issues">) {
  const words = useSkpPasteCopy();
  return (
    <Alert kind="attention" title={words.issuesTitle(issues.length)}>
      <ul className={css["issues"]}>
        {issues.slice(0, MOST_ISSUES).map(({ row, code, word }, at) => (
          <li key={at}>{words.issue[code](row, word.length > LONGEST_WORD ? `${word.slice(0, LONGEST_WORD)}…` : word)}</li>
        ))}
        {issues.length > MOST_ISSUES && <li>{words.issuesMore(issues.length - MOST_ISSUES)}</li>}
      </ul>
    </Alert>
  );
}
const LONGEST_WORD = 60;

function Preview({ results }: Pasted) {
  const copy = useWords();
  const format = useFormat();
  const words = useSkpPasteCopy();
  const { aspek, perspektif } = copy.vocabulary;
  return (
    <div className={css["preview"]} role="region" aria-label={words.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.columns.hasilKerja}</th>
            <th scope="col">{words.columns.aspek}</th>
            <th scope="col">{words.columns.indikator}</th>
            <th scope="col">{words.columns.target}</th>
          </tr>
        </thead>
        <tbody>
          {results.flatMap((result, at) =>
            (result.indikator.length === 0 ? [null] : result.indikator).map((indikator, index) => (
              <tr key={`${at}.${index}`}>
                <td>{index === 0 && result.text}</td>
                <td>{indikator?.aspek ? aspek[indikator.aspek] : indikator?.perspektif ? perspektif[indikator.perspektif] : ""}</td>
                <td>{indikator?.text}</td>
                <td>{indikator && targetWords(copy, format, { ...indikator, targetText: indikator.targetText ?? null, satuan: indikator.satuan ?? null })}</td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
