import type { BandLine, KalibrasiView } from "@teraju/contracts/kalibrasi";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { Table } from "#ui/work/Table.tsx";
import css from "./kalibrasi.module.css";

const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;
const TONE = { di_dalam: "good", mungkin_kebetulan: "info", di_luar: "attention" } as const;

/** Each line of the pola with the share that was counted and its interval, in words and as a picture. */
export function Band({ view: { band, capaianOrganisasi } }: { view: KalibrasiView }) {
  const { band: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  if (band === null || capaianOrganisasi === null) return <Card title={words.title}><p>{words.none}</p></Card>;
  return (
    <Card title={words.title} sub={words.sub(vocabulary.predikatOrganisasi[capaianOrganisasi])}>
      <ul className={css["bands"]}>{band.lines.map((line) => <li key={line.temuan}><Line line={line} /></li>)}</ul>
      <p className={css["legend"]} aria-hidden><span>{words.guide}</span> <span>{words.interval}</span></p>
      <Explanation decision={band.decision} isOpen={false} />
    </Card>
  );
}

function Line({ line: { predikat, arah, batas, temuan, n, share, posisi } }: { line: BandLine }) {
  const { band: words } = useKalibrasiCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const guide = batas === 0 ? (arah === "paling_sedikit" ? words.some : words.nobody) : temuan === "puncak_bukan_sebagian_besar" ? words.majority : (arah === "paling_sedikit" ? words.atLeast : words.atMost)(format.percent(batas));
  return (
    <div className={css["band"]}>
      <p><span><b>{format.list(predikat.map((one) => vocabulary.predikat[one]))}</b>: {guide}</span> <Badge kind={TONE[posisi]}>{words.posisi[posisi]}</Badge></p>
      <div className={css["track"]} aria-hidden>
        <span className={css["range"]} style={{ left: `${share.low}%`, right: `${100 - share.high}%` }} />
        <span className={css["guide"]} style={{ left: `${batas}%` }} />
        <span className={css["dot"]} style={{ left: `${share.value}%` }} />
      </div>
      <p className="small quiet">{words.line(format.number(n), format.percent(share.value), format.percent(share.low), format.percent(share.high))}</p>
    </div>
  );
}

/** What the meeting has moved: the distribution at its opening beside today's. */
export function Moved({ view: { before, jumlah } }: { view: KalibrasiView }) {
  const { band: words } = useKalibrasiCopy();
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
