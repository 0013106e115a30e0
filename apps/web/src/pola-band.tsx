import type { BandLine, PolaBand as Band } from "@teraju/contracts/pola-explanation";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePolaExplanationCopy } from "#copy/page/pola-explanation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import css from "./pola-band.module.css";

const TONE = { di_dalam: "good", mungkin_kebetulan: "info", di_luar: "attention" } as const;

/** Each line of the pola with the share that was counted and its interval, in words and as a picture. */
export function PolaBand({ band, capaianOrganisasi }: { band: Band | null; capaianOrganisasi: "istimewa" | "baik" | "butuh_perbaikan" | "kurang" | "sangat_kurang" | null }) {
  const { band: words } = usePolaExplanationCopy();
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
  const { band: words } = usePolaExplanationCopy();
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
