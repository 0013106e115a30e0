import { type ChangeEvent, useState } from "react";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { FieldError } from "#ui/light/Field.tsx";
import { IconCamera } from "#ui/light/icons.ts";
import { FileRefused, type FileFault, forSending } from "../../photo.ts";
import { outbox } from "../../sending.tsx";
import css from "./notes.module.css";

/** The phone's camera; the photo waits with its note for a signal. */
export function PhotoPicker({ noteId, text }: { noteId: string; text: string }) {
  const { dailyNote: copy, monthlyReport } = useCopy();
  const [fault, setFault] = useState<FileFault | null>(null);
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? [];
    event.target.value = "";
    setFault(null);
    if (file === undefined) return;
    try {
      const small = await forSending(file);
      await outbox.add({ endpoint: "uploadEvidence", recordId: noteId, version: null, input: { params: { id: v7() }, query: { noteId, title: small.name } }, file: small });
    } catch (problem) {
      if (!(problem instanceof FileRefused)) throw problem;
      setFault(problem.fault);
    }
  };
  return (
    <>
      <label className={css["picker"]}>
        <input type="file" className="visually-hidden" accept="image/*" capture="environment" onChange={(event) => void pick(event)} aria-label={copy.photoLabel(text)} />
        <IconCamera size={20} aria-hidden />
        <span aria-hidden>{copy.addPhoto}</span>
      </label>
      {fault && <FieldError>{monthlyReport.fileFaults[fault]}</FieldError>}
    </>
  );
}
