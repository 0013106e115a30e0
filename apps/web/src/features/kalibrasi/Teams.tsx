import type { KalibrasiView } from "@teraju/contracts/kalibrasi";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Table } from "#ui/work/Table.tsx";

const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;
/** What the meeting has moved: the distribution at its opening beside today's. */
export function Moved({ view: { before, jumlah } }: { view: KalibrasiView }) {
  const { moved: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  if (before === null) return null;
  const moved = PREDIKAT.filter((one) => before[one] !== jumlah[one]);
  return (
    <Card title={words.changed}>
      {moved.length === 0 ? <p>{words.same}</p> : <ul>{moved.map((one) => <li key={one}>{words.before(vocabulary.predikat[one], format.number(before[one]), format.number(jumlah[one]))}</li>)}</ul>}
    </Card>
  );
}

/** Teams as a mirror, by unit and name: it cannot be sorted into a ranking. */
export function Teams({ view: { teams, capaianOrganisasi } }: { view: KalibrasiView }) {
  const { teams: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const peak = capaianOrganisasi === null || capaianOrganisasi === "istimewa" ? "sangat_baik" : capaianOrganisasi;
  return (
    <Card title={words.title} sub={words.sub}>
      <Table
        caption={words.sub} rows={teams} rowKey={({ penilai }) => penilai.id} isDense
        columns={[
          { key: "penilai", label: words.penilai, cell: ({ penilai, isSignal }) => <>{penilai.name} {isSignal && <Badge kind="attention">{words.signal}</Badge>}<br /><span className="small quiet">{penilai.unit}</span></> },
          { key: "n", label: words.n, cell: ({ n }) => format.number(n), isFigure: true },
          { key: "peak", label: words.peak(vocabulary.predikat[peak]), cell: (team) => words.peakOf(format.percent(team.peak.value), format.percent(team.peak.low), format.percent(team.peak.high)), isFigure: true },
          { key: "leniency", label: words.leniency, cell: ({ leniency }) => (leniency === null ? words.unknown : words.leniencyOf(format.number(leniency.value), format.number(leniency.low), format.number(leniency.high))), isFigure: true, isMinor: true },
        ]}
      />
      <p className="quiet">{words.small}</p>
    </Card>
  );
}
