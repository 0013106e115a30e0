import type { TindakLanjutView } from "@teraju/contracts/tindak-lanjut";
import { useFormat } from "#copy/copy.tsx";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { Badge } from "#ui/light/Alert.tsx";

/** What became of it: the answers of each month, its evidence, and why it was given up. */
export function Answers({ item }: { item: TindakLanjutView }) {
  const words = useTindakLanjutCopy();
  const format = useFormat();
  const links = item.evidence.map((one) => ({ id: one.id, title: one.title, address: one.kind === "file" ? `/api/evidence/${one.id}/file` : one.url }));
  return (
    <>
      {item.status !== "terbuka" && <p><Badge kind={item.status === "selesai" ? "good" : "plain"}>{words.status[item.status]}</Badge></p>}
      {item.cancelReason !== null && <p className="small">{words.cancelledBecause(item.cancelReason)}</p>}
      {item.answers.length > 0 && <ul className="small">{item.answers.map(({ month, jawaban, note }) => <li key={month}>{words.answered(words.jawaban[jawaban], format.monthYear(month))}{note !== null && `: ${note}`}</li>)}</ul>}
      {links.length > 0 && <ul className="small">{links.map(({ id, title, address }) => <li key={id}>{address === null ? title : <a href={address} target="_blank" rel="noreferrer">{title}</a>}</li>)}</ul>}
    </>
  );
}
