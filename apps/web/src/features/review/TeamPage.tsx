import type { Input } from "@teraju/contracts/endpoint";
import { readReportImport } from "@teraju/contracts/report-import";
import { readReviewTeam, TEAM_PAGE, type TeamRow, type TeamView } from "@teraju/contracts/review";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { type ReactNode, useDeferredValue, useState } from "react";
import { Link, useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useReportImportCopy } from "#copy/page/report-import.ts";
import { useReviewCopy } from "#copy/page/review.ts";
import { useSkpCopy } from "#copy/page/skp.ts";
import { useMonthStateCopy } from "#copy/page/month-state.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { useAddress } from "#ui/light/address.ts";
import { classes } from "#ui/styles/classes.ts";
import { type Column, Table } from "#ui/work/Table.tsx";
import { Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./review.module.css";

type Month = TeamRow["months"][number];
/** Full height of a bar, in percent reached. */
const FULL = 120;
/** From this width on, in CSS pixels, the table fits; below it each person is a card. */
const TABLE_FROM = 700;

/** Who needs help: the team with twelve months each, ordered by change. */
export default function TeamPage() {
  const { team } = useReviewCopy();
  const { leads } = useSession();
  const tabs = [{ value: "langsung", label: team.direct }, { value: "unit", label: team.unit }] as const;
  const scope = useTab("cakupan", [...tabs]);
  const cakupan = leads === null ? "langsung" : scope;
  return <Team key={cakupan} cakupan={cakupan} tabs={leads !== null && <Tabs param="cakupan" tabs={[...tabs]} label={team.scope} />} />;
}

type TeamQuery = NonNullable<Input<typeof readReviewTeam>["query"]>;
const ORDERS: readonly string[] = ["nama", "-nama", "perubahan", "-perubahan"] satisfies TeamQuery["urut"][];

/** One page of the team, in the order and under the name that were asked for; what stands there stays until the next one has come. */
function useTeam(cakupan: "langsung" | "unit", name: string) {
  const { today } = useSession();
  const [search] = useSearchParams();
  const q = useDeferredValue(name.trim());
  const order = useDeferredValue(search.get("urut") ?? "");
  const page = useDeferredValue(search.get("halaman") ?? "");
  const query: TeamQuery = {
    month: today.slice(0, 7), cakupan, ...(q !== "" && { q }), ...(ORDERS.includes(order) && { urut: order as NonNullable<TeamQuery["urut"]> }), halaman: /^[1-9]\d{0,3}$/.test(page) ? page : "1",
  };
  return useSuspenseQuery(apiQuery(readReviewTeam, { query })).data;
}

/** Few are shown whole; many by page, with a box to find a name. */
function Team({ cakupan, tabs }: { cakupan: "langsung" | "unit"; tabs: ReactNode }) {
  const { team } = useReviewCopy();
  const [search, setSearch] = useSearchParams();
  const [name, setName] = useState("");
  const view = useTeam(cakupan, name);
  const { months, people } = view;
  const isWide = useIsAtLeast(TABLE_FROM);
  const columns = useColumns(months);
  const isLong = view.total > TEAM_PAGE;
  const find = (next: string) => {
    setName(next);
    if (search.has("halaman")) setSearch((now) => { now.delete("halaman"); return now; }, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="stack">
      <Title view={view} />
      {tabs}
      {view.total === 0 && <EmptyState title={team.empty}>{team.emptyHelp}</EmptyState>}
      {isLong && <div className={css["find"]}><TextInput label={team.find} type="search" autoComplete="off" value={name} onChange={(event) => find(event.target.value)} /></div>}
      {view.total > 0 && view.found === 0 && <p>{team.notFound}</p>}
      {people.length > 0 && (isWide ? <Table caption={team.caption} columns={columns} rows={people} rowKey={(p) => p.id} isDense /> : <Cards months={months} people={people} />)}
      {isLong && <Pages number={view.page} of={view.found} />}
    </div>
  );
}

function Title({ view: { fallen, total, largest } }: { view: TeamView }) {
  const { team } = useReviewCopy();
  const skp = useSkpCopy();
  const format = useFormat();
  return <PageHeader tab={team.tab} title={`${team.title(format.number(fallen), format.number(total))}${largest === null ? "" : ` ${team.largest(largest.name, format.number(Math.round(-largest.change)))}`}`} sub={`${team.sub} ${team.barHelp}`} action={<span className="row"><ImportLink /><LinkButton to={paths.teamSkp}>{skp.teamTab}</LinkButton></span>} />;
}

/** Only where the team has people whose achievements are imported; the page does not wait for that. */
function ImportLink() {
  const words = useReportImportCopy();
  const { data } = useQuery(apiQuery(readReportImport, { query: {} }));
  return data !== undefined && data.people > 0 && <LinkButton to={paths.reportImport}>{words.link}</LinkButton>;
}

function useColumns(months: readonly string[]): Column<TeamRow>[] {
  const { team } = useReviewCopy();
  return [
    { key: "nama", label: team.name, sortBy: (p) => p.name, cell: (p) => <>{p.name}<br /><span className={classes("quiet", "small", css["jabatan"])}>{p.jabatan}</span></> },
    { key: "unit", label: team.unitColumn, isMinor: true, cell: (p) => p.unit },
    { key: "bulan", label: team.months, cell: (p) => <Strip months={months} person={p} /> },
    { key: "perubahan", label: team.change, isFigure: true, sortBy: (p) => p.change, cell: (p) => <Change points={p.change} /> },
    { key: "terakhir", label: team.lastMonth, isMinor: true, cell: (p) => <State month={lastOf(p)} /> },
    { key: "tindakan", label: team.action, cell: (p) => <Actions person={p} /> },
  ];
}

/** On a phone: one card for each person, in the same order. */
function Cards({ months, people }: Pick<TeamView, "months" | "people">) {
  const { team } = useReviewCopy();
  return (
    <ul className={css["cards"]} aria-label={team.caption}>
      {people.map((person) => (
        <li key={person.id}>
          <h2>{person.name}</h2>
          <p className="quiet small">{person.jabatan}</p>
          <div className={css["cardFigures"]}>
            <Strip months={months} person={person} />
            <span><Change points={person.change} /><br /><span className="small quiet"><State month={lastOf(person)} /></span></span>
          </div>
          <Actions person={person} />
        </li>
      ))}
    </ul>
  );
}

function Pages({ number, of }: { number: number; of: number }) {
  const { team } = useReviewCopy();
  const format = useFormat();
  const { addressOf } = useAddress();
  const [from, until] = [Math.min(of, (number - 1) * TEAM_PAGE + 1), Math.min(of, number * TEAM_PAGE)];
  return (
    <nav aria-label={team.pages} className={css["pages"]}>
      <span className="quiet" role="status">{team.shown(format.number(from), format.number(until), format.number(of))}</span>
      {number > 1 && <Link to={addressOf({ halaman: String(number - 1) })}>{team.previousPage}</Link>}
      {until < of && <Link to={addressOf({ halaman: String(number + 1) })}>{team.nextPage}</Link>}
    </nav>
  );
}

const lastOf = (person: TeamRow): Month => person.months.findLast((month) => month !== null) ?? null;

function useMonthWords(): (month: Month) => string {
  const { team } = useReviewCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  return (month) => {
    if (month === null) return team.notOpened;
    if (month.kewajiban !== "wajib_lapor") return vocabulary.kewajiban[month.kewajiban];
    if (month.capaian !== null) return format.percent(Math.round(month.capaian));
    return month.status === "draft" ? team.notSent : vocabulary.monthlyReportStatus[month.status];
  };
}

/** Twelve small bars on one scale for all, with the target as a line; the figures are read out. */
function Strip({ months, person }: { months: readonly string[]; person: TeamRow }) {
  const { team } = useReviewCopy();
  const format = useFormat();
  const words = useMonthWords();
  const spoken = months.map((month, i) => team.monthOf(format.shortMonth(month), words(person.months[i] ?? null))).join(", ");
  return (
    <div className={css["strip"]} role="img" aria-label={spoken} title={spoken}>
      <span className={css["level"]} style={{ bottom: `${(100 / FULL) * 100}%` }} />
      {months.map((month, i) => {
        const capaian = person.months[i]?.capaian ?? null;
        if (capaian === null) return <span key={month} className={css["none"]} />;
        return <span key={month} className={classes(css["bar"], capaian < 100 && css["below"])} style={{ height: `${Math.max(6, (Math.min(capaian, FULL) / FULL) * 100)}%` }} />;
      })}
    </div>
  );
}

function Change({ points }: { points: number | null }) {
  const { team } = useReviewCopy();
  const format = useFormat();
  if (points === null) return <span className="quiet">{team.notEnough}</span>;
  const whole = Math.round(points);
  if (whole === 0) return <>{team.noChange}</>;
  return <span className={classes(whole < 0 && css["down"])}>{team.points(`${whole > 0 ? "+" : "−"}${format.number(Math.abs(whole))}`)}</span>;
}

function State({ month }: { month: Month }) {
  const { vocabulary } = useCopy();
  if (month === null) return null;
  return <>{month.kewajiban === "wajib_lapor" ? vocabulary.monthlyReportStatus[month.status] : vocabulary.kewajiban[month.kewajiban]}</>;
}

function Actions({ person }: { person: TeamRow }) {
  const { team } = useReviewCopy();
  const monthState = useMonthStateCopy();
  const last = person.months.findLast((m) => m !== null && m.kewajiban === "wajib_lapor" && m.status !== "draft") ?? null;
  const lastId = last?.reportId ?? null;
  return (
    <span className={css["actions"]}>
      {last !== null && lastId !== null && (
        <Link to={to(paths.reviewQueue, {}, { laporan: lastId })} aria-label={`${last.status === "submitted" ? team.check : team.open}: ${person.name}`}>
          {last.status === "submitted" ? team.check : team.open}
        </Link>
      )}
      <Link to={to(paths.umpanBalik, {}, { buat: "beri", kepada: person.id, nama: person.name })} aria-label={`${team.give}: ${person.name}`}>{team.give}</Link>
      <Link to={to(paths.absence, { id: person.id })} aria-label={`${monthState.open}: ${person.name}`}>{monthState.open}</Link>
    </span>
  );
}
