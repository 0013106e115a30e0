import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCityDashboardCopy } from "#copy/page/city-dashboard.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { useOfficialWords } from "../../official.ts";
import { usePeriodName } from "../../period-name.ts";
import type { City } from "./finding.ts";
import css from "./city-dashboard.module.css";

const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;
type Counts = City["distribution"]["total"];
type Line = Counts & { key: string; name: string; people: number | null; capaianOrganisasi: string | null };

/** How many of each predikat in each unit; what would show persons is hidden, never guessed. */
export function DistributionCard({ shown: { distribution, official, period, rows, unit } }: { shown: City }) {
  const words = useCityDashboardCopy();
  const nameOf = usePeriodName();
  const columns = useColumns();
  const source = useOfficialWords(official);
  if (period === null) {
    return (
      <Card>
        <EmptyState title={words.distributionNone} />
      </Card>
    );
  }
  const lines = rows.flatMap((row): Line[] => {
    const counts = distribution.rows.find((each) => each.unitId === row.unit.id);
    return counts === undefined ? [] : [{ ...counts, key: `${row.unit.id}${row.isDirect}`, name: row.isDirect ? words.direct(row.unit.name) : row.unit.name, people: row.people }];
  });
  const total: Line = { ...distribution.total, key: "total", name: `${words.total} ${unit.name}`, people: rows.reduce((sum, row) => sum + row.people, 0), capaianOrganisasi: null };
  return (
    <Card title={words.distribution(nameOf(period))} sub={`${words.distributionSub} ${source}`}>
      <Table caption={words.distributionTable} columns={columns} rows={[...lines, total]} rowKey={(line) => line.key} isDense />
    </Card>
  );
}

function useColumns(): readonly Column<Line>[] {
  const words = useCityDashboardCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const count = (value: number | null | undefined) => (value === null || value === undefined ? <span className={css["hidden"]}>{words.hidden}</span> : format.number(value));
  return [
    { key: "unit", label: words.unit, cell: (line) => line.name },
    { key: "pegawai", label: words.people, isFigure: true, isMinor: true, cell: (line) => count(line.people) },
    { key: "dinilai", label: words.rated, isFigure: true, cell: (line) => count(line.rated) },
    ...PREDIKAT.map((predikat) => ({ key: predikat, label: vocabulary.predikat[predikat], isFigure: true, cell: (line: Line) => count(line.counts[predikat]) })),
    { key: "organisasi", label: words.organisation, isMinor: true, cell: ({ capaianOrganisasi: value }) => (value === null ? "–" : ((vocabulary.predikatOrganisasi as Record<string, string>)[value] ?? value)) },
  ];
}
