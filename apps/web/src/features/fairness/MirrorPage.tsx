import { type Habit, listMySignals, type RaterMirrorView, readRaterMirror } from "@teraju/contracts/fairness";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { type Dot, DotPlot } from "#ui/work/DotPlot.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { figureOf, signed } from "./habit.ts";
import css from "./fairness.module.css";

const HABITS = ["leniency", "spread", "halo", "straight"] as const;
type HabitName = (typeof HABITS)[number];

/** A rater's own habits against the city: in words, and in one picture. Nobody else can ask for it. */
export default function MirrorPage() {
  const { mirror: words, habits } = useFairnessCopy();
  const format = useFormat();
  const view = useSuspenseQuery(apiQuery(readRaterMirror, {})).data;
  const known = HABITS.filter((name) => view.peer[name].mine !== null);
  const different = known.filter((name) => view.peer[name].side !== null && view.peer[name].side !== "around");
  const isEmpty = known.length === 0 && view.penilai?.leniency.mine == null;
  const finding = isEmpty ? words.finding.none : different.length === 0 ? words.finding.around : words.finding.some(format.list(different.map((name) => habits[name].name.toLowerCase())));
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={finding} sub={words.sub} />
      <div className={css["columns"]}>
        <div className="stack">
          <Habits view={view} />
          {view.penilai !== null && <AsPenilai penilai={view.penilai} />}
        </div>
        <div className="stack">
          <WarmUp warmUp={view.warmUp} />
          <MySignals />
        </div>
      </div>
    </div>
  );
}

/** One habit in words: what it is like, the figure with its interval, and from how much; or why there is none. */
function useHabitWords(): (name: HabitName, habit: Habit, unit: "forms" | "people") => string {
  const words = useFairnessCopy();
  const format = useFormat();
  return (name, { mine, side, n, least, reason }, unit) => {
    if (mine === null) return reason === "too_few" ? words.tooFew(n, least) : words.notShown[reason ?? "no_data"];
    const from = unit === "forms" ? words.fromForms(n) : words.fromPeople(n);
    return [side === null ? null : words.habits[name][side], figureWords(name, mine), from].filter(Boolean).join(" ");
  };
  function figureWords(name: HabitName, { value, low, high }: NonNullable<Habit["mine"]>): string {
    if (name === "straight") return words.percent(format.percent(value), format.percent(low), format.percent(high));
    if (name === "leniency") return words.points(signed(value, format), signed(low, format), signed(high, format));
    return (name === "halo" ? words.ratio : words.points)(format.number(value), format.number(low), format.number(high));
  }
}

function Habits({ view: { cycles, peer } }: { view: RaterMirrorView }) {
  const words = useFairnessCopy();
  const format = useFormat();
  const wordsOf = useHabitWords();
  if (cycles.length === 0) return <Card title={words.mirror.peer}><EmptyState title={words.mirror.peerNone} /></Card>;
  const dots = HABITS.map((name): Dot => {
    const { mine } = peer[name];
    const write = name === "straight" ? format.percent : format.number;
    return {
      key: name, label: words.habits[name].name, words: wordsOf(name, peer[name], "forms"), figure: figureOf(peer[name]), isStrong: peer[name].side === "lower" || peer[name].side === "higher",
      ...(mine !== null && { cells: { value: write(mine.value), low: write(mine.low), high: write(mine.high) } }),
    };
  });
  return (
    <Card title={words.mirror.peer} sub={words.mirror.peerSub(format.list(cycles.map((one) => words.mirror.semester(one.semester, one.year))))}>
      <DotPlot
        dots={dots} min={-2.5} max={2.5} ticks={[]} line={{ value: 0, label: words.median }} band={{ from: -1, to: 1, label: words.band }} ends={[words.ends.low, words.ends.high]}
        caption={words.mirror.chart} names={{ interval: words.interval, ...words.table }}
      />
    </Card>
  );
}

const EKSPEKTASI = ["di_atas", "sesuai", "di_bawah"] as const;
function AsPenilai({ penilai: { period, leniency, counts } }: { penilai: NonNullable<RaterMirrorView["penilai"]> }) {
  const { mirror: words } = useFairnessCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const wordsOf = useHabitWords();
  return (
    <Card title={words.penilai} sub={words.penilaiSub(nameOf(period))}>
      <p>{wordsOf("leniency", leniency, "people")} <span className="quiet">{words.penilaiHelp}</span></p>
      <h3>{words.counts}</h3>
      <dl className={css["counts"]}>
        {EKSPEKTASI.map((ekspektasi) => <div key={ekspektasi}><dt>{vocabulary.ekspektasi[ekspektasi]}</dt><dd>{format.number(counts[ekspektasi] ?? 0)}</dd></div>)}
      </dl>
    </Card>
  );
}

function WarmUp({ warmUp: { years, isDueNow } }: { warmUp: RaterMirrorView["warmUp"] }) {
  const { mirror: words } = useFairnessCopy();
  const format = useFormat();
  const drift = (points: number) => (Math.abs(points) < 0.005 ? words.driftWords.around : (points > 0 ? words.driftWords.higher : words.driftWords.lower)(format.number(Math.abs(points))));
  return (
    <Card title={words.warmUp} sub={words.warmUpSub}>
      {isDueNow && <p>{words.warmUpDue}</p>}
      {years.length > 0 && (
        <Table
          caption={words.warmUpSub} rows={years} rowKey={({ year }) => String(year)} isDense
          columns={[
            { key: "year", label: words.year, cell: ({ year }) => year },
            { key: "near", label: words.near, cell: ({ exactPercent }) => format.percent(exactPercent), isFigure: true },
            { key: "drift", label: words.drift, cell: ({ meanDifference }) => drift(meanDifference), isFigure: true },
          ]}
        />
      )}
      <LinkButton kind={isDueNow ? "primary" : "secondary"} to={paths.warmUp}>{isDueNow || years.length === 0 ? words.warmUpStart : words.warmUpRead}</LinkButton>
    </Card>
  );
}

function MySignals() {
  const words = useFairnessCopy();
  const format = useFormat();
  const found = useQuery(apiQuery(listMySignals, {}));
  if (found.data === undefined) return null;
  const { signals } = found.data;
  return (
    <Card title={words.mirror.signals} sub={signals.length > 0 ? words.mirror.signalsHelp : undefined}>
      {signals.length === 0 ? <p>{words.mirror.signalsNone}</p> : (
        <ul className={css["signals"]}>
          {signals.map(({ id, kind, status, expiresOn }) => (
            <li key={id} className="stack-tight">
              <p>{words.kind[kind]} <Badge kind={status === "open" ? "attention" : "plain"}>{words.status[status]}</Badge></p>
              <p className="small quiet">{words.signal.until(format.date(expiresOn))}</p>
              <LinkButton to={to(paths.signal, { id })}>{words.mirror.openSignal}</LinkButton>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
