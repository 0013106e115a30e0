import type { FairnessView } from "@teraju/contracts/fairness";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { useAddress } from "#ui/light/address.ts";
import { type Dot, DotPlot } from "#ui/work/DotPlot.tsx";
import { Pager } from "#ui/work/Pager.tsx";
import { paths, to } from "../../paths.ts";
import { signed } from "./habit.ts";
import css from "./fairness.module.css";

type Supervisor = FairnessView["supervisors"][number];
const PAGE_SIZE = 20;
/** Points of the rating's scale (1–3) that the picture shows; an interval beyond it ends at the edge. */
const REACH = 1.5;

/** Supervisors with their intervals, by unit and name: it is no ranking, and cannot be sorted into one. */
export function Supervisors({ supervisors, isLinked }: { supervisors: readonly Supervisor[]; isLinked: boolean }) {
  const words = useFairnessCopy();
  const format = useFormat();
  const { search, addressOf } = useAddress();
  const isAll = search.get("tampil") === "semua";
  const shown = isAll ? supervisors : supervisors.filter(({ signalId }) => signalId !== null);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  const page = Math.min(Math.max(1, Number(search.get("halaman") ?? 1) || 1), pages);
  const dotOf = ({ person, n, leniency, reason, signalId }: Supervisor): Dot => ({
    key: person.id, isStrong: signalId !== null, figure: leniency,
    label: <>{person.name}<br /><span className="small quiet">{person.unit}</span></>,
    words: (
      <>
        {leniency === null ? words.page.cannot(words.notShown[reason ?? "no_data"], n) : words.page.leniency(inWords(leniency.value), signed(leniency.low, format), signed(leniency.high, format), n)}
        {signalId !== null && <> <Link to={to(paths.signal, { id: signalId })}>{words.page.needsTalk}<span className="visually-hidden"> {person.name}</span></Link></>}
      </>
    ),
  });
  const inWords = (value: number) => (Math.abs(value) < 0.05 ? words.page.same : (value > 0 ? words.page.moreLenient : words.page.moreSevere)(format.fixed(Math.abs(value), 1)));
  return (
    <Card title={words.page.supervisors} sub={words.page.supervisorsSub}>
      <nav aria-label={words.page.filter} className={css["filter"]}>
        <Link to={addressOf({ tampil: "tanda", halaman: null })} replace preventScrollReset aria-current={isAll ? undefined : "page"}>{words.page.onlySignals}</Link>
        <Link to={addressOf({ tampil: "semua", halaman: null })} replace preventScrollReset aria-current={isAll ? "page" : undefined}>{words.page.all} ({format.number(supervisors.length)})</Link>
      </nav>
      {shown.length === 0 ? <EmptyState title={isLinked ? words.page.supervisorsNone : words.page.notLinkedTitle} /> : (
        <DotPlot
          dots={shown.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(dotOf)} min={-REACH} max={REACH} ticks={[-1, 0, 1]} line={{ value: 0, label: words.page.expected }}
          ends={[words.page.severe, words.page.lenient]} caption={words.page.supervisorsSub} names={{ interval: words.interval, ...words.table, row: words.page.supervisor, value: words.page.difference }}
        />
      )}
      <Pager param="halaman" next={page < pages ? String(page + 1) : null} label={words.page.morePages} />
    </Card>
  );
}
