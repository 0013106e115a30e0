import { readEvidenceFile } from "@teraju/contracts/evidence";
import type { KeberatanBasis } from "@teraju/contracts/keberatan";
import { useFormat } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";

/** Evidence or umpan balik in one line, as a choice and as a ground. */
export function useBasisLine(): (item: KeberatanBasis) => { title: string; more: string | null } {
  const { page: words } = useKeberatanCopy();
  const format = useFormat();
  return (item) => item.kind === "evidence"
    ? { title: words.evidence(item.title, format.monthYear(item.month)), more: item.registerNumber === null ? null : words.register(item.registerNumber) }
    : { title: words.feedback(item.from, format.date(item.givenOn)), more: words.reason(item.text) };
}

/** The same with the way to the file or the address. */
export function BasisItem({ item }: { item: KeberatanBasis }) {
  const { page: words } = useKeberatanCopy();
  const { title, more } = useBasisLine()(item);
  return (
    <>
      <p>{title}</p>
      {more !== null && <p className="small quiet">{more}</p>}
      {item.kind === "evidence" && item.hasFile && <a href={readEvidenceFile.path.replace(":id", item.id)} download aria-label={`${words.openEvidence}: ${item.title}`}>{words.openEvidence}</a>}
      {item.kind === "evidence" && item.url !== null && <a href={item.url} target="_blank" rel="noopener noreferrer">{item.url}</a>}
    </>
  );
}
