import { type DocumentRecordKind, type DocumentSource, readDocumentScope, readDocumentSignatures, signDocument } from "@teraju/contracts/documents";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import css from "./documents.module.css";

type RecordSource = DocumentSource & { kind: DocumentRecordKind };
/** Records are signed by an act of their own; what is set, sent or decided is signed by that. */
export const isRecord = (document: DocumentSource): document is RecordSource => document.kind === "pendokumentasian" || document.kind === "rekaman_umpan_balik";

const SHOWN = 16;

/** Who signed a record as it says now, and one's own signature. */
export function Signing({ document: { kind, personId, sourceId }, what }: { document: RecordSource; what: string }) {
  const of = { kind, personId, sourceId };
  const words = useDocumentsCopy().signing;
  const { refusals } = useCopy();
  const format = useFormat();
  const { data, error } = useQuery(apiQuery(readDocumentSignatures, { params: of }));
  const save = useMutation(apiMutation(signDocument, { invalidates: [readDocumentSignatures, readDocumentScope] }));
  if (data === undefined) return error === null ? <p aria-busy="true" className="quiet">{words.loading}</p> : <ProblemAlert error={error} />;
  const [refusal] = data.actions.sign;
  return (
    <div className={css["signed"]}>
      <ul>
        {data.places.map(({ place, name, signed, before }) => (
          <li key={place}>
            <strong>{words.places[place]}, {name}</strong>
            <p>
              {signed !== null && (signed.act === null ? words.signed(format.moment(signed.at)) : words.signedBy(signed.act, format.moment(signed.at)))}
              {signed === null && (before === null ? words.unsigned : words.changed(format.moment(before)))}
            </p>
          </li>
        ))}
      </ul>
      <p className="quiet small">{words.hash(data.digest.slice(0, SHOWN))}</p>
      {refusal === undefined ? (
        <>
          <p>{words.readFirst}</p>
          <Button kind="primary" isBusy={save.isPending} aria-label={words.signOf(what)} onClick={() => save.mutate({ params: of, body: { digest: data.digest } })}>{words.sign}</Button>
        </>
      ) : refusal !== "not_yours" && refusal !== "already_signed" && <p>{refusals[refusal as Refusal]}</p>}
      <ProblemAlert error={save.error} />
    </div>
  );
}
