import { listRekonsiliasi, readRekonsiliasi, REKONSILIASI_SHOW, type RekonsiliasiReport, type RekonsiliasiView } from "@teraju/contracts/rekonsiliasi";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useRekonsiliasiCopy } from "#copy/page/rekonsiliasi.ts";
import { Button } from "#ui/light/Button.tsx";
import { useAddress } from "#ui/light/address.ts";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import { isOfBkpsdm, useSession } from "../../session.ts";
import { People } from "./People.tsx";
import css from "./rekonsiliasi.module.css";

const SHOWS = REKONSILIASI_SHOW;
type Show = (typeof SHOWS)[number];
const isShow = (text: string | null): text is Show => SHOWS.some((one) => one === text);

/** BKPSDM asks about the city; a head, and who keeps a department's accounts, about their own. */
function useUnit(): string | undefined {
  const { roles, leads, person } = useSession();
  if (isOfBkpsdm(roles)) return undefined;
  return (roles.includes("kepala_opd") ? leads?.id : person.opdId) ?? undefined;
}

/** e-Kinerja's report beside ours. The whole view lies in the address; the list comes as one scrolls. */
export default function RekonsiliasiPage() {
  const words = useRekonsiliasiCopy();
  const { search } = useAddress();
  const unit = useUnit();
  const { reports } = useSuspenseQuery(apiQuery(listRekonsiliasi, { query: { unit } })).data;
  const chosen = reports.find(({ id }) => id === search.get("laporan")) ?? reports[0];
  if (chosen === undefined) return <div className="stack"><PageHeader tab={words.tab} title={words.none} sub={words.noneHelp} /></div>;
  return <Compared reports={reports} report={chosen} unit={unit} />;
}

function Compared({ reports, report, unit }: { reports: readonly RekonsiliasiReport[]; report: RekonsiliasiReport; unit: string | undefined }) {
  const words = useRekonsiliasiCopy();
  const format = useFormat();
  const { search } = useAddress();
  const show = search.get("lihat");
  const lihat: Show = isShow(show) ? show : "terbuka";
  const query = { unit, lihat, opd: search.get("opd") ?? undefined, cari: search.get("cari") ?? undefined };
  const view = useSuspenseQuery(apiQuery(readRekonsiliasi, { params: { id: report.id }, query })).data;
  const lines = [words.sub(format.date(view.day)), words.match[view.match.kind], ...(view.report.kind === "penilaian" && !view.areRatingsShown ? [words.hiddenRatings] : []), ...(report.pulledAt === null ? [] : [words.pulled(report.pulledAt)])];
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={view.open === 0 ? words.titleDone : words.title(format.number(view.open))} sub={lines.join(" ")} />
      <Filters reports={reports} report={report} view={view} lihat={lihat} />
      {view.open > 0 && <p className="quiet">{view.overdue > 0 && <b>{words.overdue(format.number(view.overdue))} </b>}{words.age(format.number(view.age))}</p>}
      {view.rows.length === 0 ? <EmptyState title={words.nobody} /> : <People key={JSON.stringify(query)} report={report.id} view={view} query={query} />}
      {view.opds.length > 1 && <ByOpd view={view} />}
    </div>
  );
}

function Filters({ reports, report, view, lihat }: { reports: readonly RekonsiliasiReport[]; report: RekonsiliasiReport; view: RekonsiliasiView; lihat: Show }) {
  const words = useRekonsiliasiCopy();
  const format = useFormat();
  const { search, put } = useAddress();
  // On a phone the people are what one came for: what narrows them down is one press away.
  const isWide = useIsAtLeast(720);
  const periodName = usePeriodName();
  const [typed, setTyped] = useState(search.get("cari") ?? "");
  const choose = (name: string, value: string) => put({ [name]: value });
  const counts: Partial<Record<Show, number>> = { ...view.counts, terbuka: view.open, terlambat: view.overdue };
  const find = (event: FormEvent) => {
    event.preventDefault();
    choose("cari", typed.trim());
  };
  const show = <NativeSelect label={words.show} value={lihat} onChange={(event) => choose("lihat", event.target.value)} options={SHOWS.map((one) => ({ value: one, label: counts[one] === undefined ? words.shows[one] : `${words.shows[one]} (${format.number(counts[one])})` }))} />;
  const narrow = (
    <>
      <NativeSelect label={words.report} value={report.id} onChange={(event) => choose("laporan", event.target.value)} options={reports.map(({ id, period, scope }) => ({ value: id, label: words.reportName(periodName(period), scope) }))} />
      {isWide && show}
      {view.opds.length > 1 && <NativeSelect label={words.opd} value={search.get("opd") ?? ""} onChange={(event) => choose("opd", event.target.value)} options={[{ value: "", label: words.allOpd }, ...view.opds.flatMap(({ opd, open }) => (opd === null ? [] : [{ value: opd, label: `${opd} (${format.number(open)})` }]))]} />}
      <div className={css["find"]}>
        <TextInput label={words.search} type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
        <Button type="submit">{words.find}</Button>
      </div>
    </>
  );
  return (
    <form className={css["filters"]} onSubmit={find} role="search">
      {isWide ? narrow : (
        <>
          {show}
          <details className={css["more"]} open={search.has("opd") || search.has("cari")}>
            <summary>{words.narrow(words.reportName(periodName(report.period), report.scope))}</summary>
            <div className={css["narrow"]}>{narrow}</div>
          </details>
        </>
      )}
    </form>
  );
}

function ByOpd({ view: { opds } }: { view: RekonsiliasiView }) {
  const words = useRekonsiliasiCopy();
  const format = useFormat();
  const figure = (key: keyof RekonsiliasiView["counts"]) => ({ key, label: words.state[key], isFigure: true, isMinor: key !== "berbeda", cell: ({ counts }: RekonsiliasiView["opds"][number]) => format.number(counts[key] ?? 0) });
  return (
    <section className="stack-tight">
      <h2>{words.byOpd}</h2>
      <Table caption={words.byOpd} rows={opds} rowKey={({ opd }) => opd ?? ""} columns={[
        { key: "opd", label: words.opd, cell: ({ opd }) => opd ?? words.unknownOpd }, { key: "open", label: words.open, isFigure: true, cell: ({ open }) => format.number(open) },
        figure("berbeda"), figure("hanya_di_sini"), figure("hanya_di_bkn"), figure("cocok"),
      ]} />
    </section>
  );
}
