import type { SkpView } from "@teraju/contracts/skp";
import { useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Alert } from "#ui/light/Alert.tsx";

/** When, by whom, until when, and what the penilai wrote: the lines under the state. */
export function SkpState({ skp }: { skp: SkpView }) {
  const words = useSkpCopy();
  const format = useFormat();
  const date = (instant: string) => format.moment(instant);
  return (
    <>
      {skp.status === "returned" && skp.note && (
        <Alert kind="attention" title={words.noteFrom(skp.penilai?.name ?? null)}>
          {skp.note}
        </Alert>
      )}
      <p className="quiet">
        {skp.setAt !== null && words.setOn(date(skp.setAt), skp.penilai?.name ?? null)}
        {skp.setAt === null && skp.proposedAt !== null && skp.status === "proposed" && words.proposedOn(date(skp.proposedAt))}{" "}
        {skp.setAt === null && skp.revision === 1 && (skp.isLate ? words.late(format.date(skp.deadline)) : words.deadline(format.date(skp.deadline)))}
        {skp.setAt === null && skp.revision > 1 && words.stillInForce}
      </p>
    </>
  );
}
