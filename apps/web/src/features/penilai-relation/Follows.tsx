import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import type { View } from "./rows.ts";
import css from "./penilai-relation.module.css";

/** What another penilai would change: read before it is done. */
export function Follows({ changes: { reports, atasan } }: { changes: View["changes"] }) {
  const words = usePenilaiRelationCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const moving = reports.map(({ month, status }) => words.reportMoves(format.monthYear(month), vocabulary.monthlyReportStatus[status].toLowerCase()));
  const lines = [...(moving.length === 0 ? [words.noReports] : moving), ...(atasan === null ? [] : [words.newAtasan(atasan.name)]), words.seen];
  return (
    <section aria-label={words.follows}>
      <h3>{words.follows}</h3>
      <ul className={css["follows"]} aria-live="polite">{lines.map((line) => <li key={line}>{line}</li>)}</ul>
    </section>
  );
}
