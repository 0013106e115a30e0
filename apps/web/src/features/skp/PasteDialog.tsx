import { type HasilKerjaDraft, MOST_INDIKATOR } from "@teraju/contracts/skp";
import { type ClipboardEvent, useMemo, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
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
type PasteProps = { isPimpinan: boolean; onAdd: (results: HasilKerjaDraft[]) => void; onClose: () => void };

/** A table is pasted, read at once, and looked at before it becomes part of the draft. */
export function PasteDialog({ isPimpinan, onAdd, onClose }: PasteProps) {
  const words = useSkpCopy();
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
    onAdd(fromPasted(pasted.results));
    onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.pasteTitle}
      actions={
        <>
          {pasted.results.length > 0 && !isTooLarge && (
            <Button kind="primary" onClick={add}>
              {words.pasteAdd(pasted.results.length)}
            </Button>
          )}
          <Button onClick={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <Textarea label={words.pasteLabel} help={words.pasteHelp} rows={4} value={text} onChange={(event) => setText(event.target.value)} onPaste={paste} spellCheck={false} autoFocus />
      <div role="status" className="stack-tight">
        {text.trim() !== "" && pasted.results.length === 0 && <p>{words.pasteNothing}</p>}
        {pasted.results.length > 0 && <p>{words.pasteFound(pasted.results.length, indicators)}</p>}
        {pasted.ignored > 0 && <p className="quiet">{words.pasteIgnored(pasted.ignored)}</p>}
        {pasted.unknownAspek.map((word) => (
          <p key={word} className="quiet">
            {words.pasteAspekUnknown(word)}
          </p>
        ))}
      </div>
      {isTooLarge && <Alert kind="attention">{words.pasteTooMany}</Alert>}
      {pasted.results.length > 0 && <Preview {...pasted} />}
    </Dialog>
  );
}

function Preview({ results }: Pasted) {
  const copy = useWords();
  const format = useFormat();
  const { pasteColumns } = copy.skp;
  const { aspek, perspektif } = copy.vocabulary;
  return (
    <div className={css["preview"]} role="region" aria-label={copy.skp.pasteTitle} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{pasteColumns.hasilKerja}</th>
            <th scope="col">{pasteColumns.aspek}</th>
            <th scope="col">{pasteColumns.indikator}</th>
            <th scope="col">{pasteColumns.target}</th>
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
