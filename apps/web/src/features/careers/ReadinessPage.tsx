import { exportReadiness, listReadiness } from "@teraju/contracts/careers";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { useAddress } from "#ui/light/address.ts";
import { Pager } from "#ui/work/Pager.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./careers.module.css";

type Page = Output<typeof listReadiness>;
type Row = Page["rows"][number];
const STATES = ["siap_diperiksa", "perlu_data", "belum"] as const;
type State = (typeof STATES)[number];
const isState = (text: string | null): text is State => STATES.some((one) => one === text);

/** Whom BKPSDM may look at for the next date. The whole view lies in the address. */
export default function ReadinessPage() {
  const words = useCareersCopy();
  const [search] = useSearchParams();
  const tabs = [{ value: "pangkat", label: words.kinds.pangkat }, { value: "jenjang", label: words.kinds.jenjang }, { value: "prestasi", label: words.kinds.prestasi }] as const;
  const jenis = useTab("jenis", tabs);
  const state = search.get("kesiapan") ?? "siap_diperiksa";
  const query = { jenis, kesiapan: isState(state) ? state : undefined, unit: search.get("unit") ?? undefined, after: search.get("setelah") ?? undefined };
  const page = useSuspenseQuery(apiQuery(listReadiness, { query })).data;
  return (
    <div className="stack">
      <Head page={page} query={query} />
      <Tabs param="jenis" tabs={tabs} label={words.view} resets="setelah" />
      <Filters page={page} state={state} />
      {page.rows.length === 0 ? <EmptyState title={words.nobody} /> : <People rows={page.rows} isMixed={query.kesiapan === undefined} />}
      <Pager next={page.next} param="setelah" label={words.pages} />
    </div>
  );
}

function Head({ page, query: { after: _, ...query } }: { page: Page; query: { jenis: Page["jenis"]; kesiapan: State | undefined; unit: string | undefined; after: string | undefined } }) {
  const words = useCareersCopy();
  const format = useFormat();
  const [first] = page.tanggal;
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  const address = `${exportReadiness.path}?${new URLSearchParams(given).toString()}`;
  return (
    <PageHeader
      tab={words.readinessTab}
      title={words.readinessTitle(format.number(page.counts.siap_diperiksa), words.kindWord[page.jenis])}
      sub={<>{words.readinessSub} {page.jenis !== "jenjang" && first !== undefined && words.nextDates(format.date(first))}</>}
      action={<LinkButton kind="primary" icon={IconDownload} to={address} reloadDocument download={`kesiapan-${page.jenis}.xlsx`}>{words.download}</LinkButton>}
    />
  );
}

function Filters({ page, state }: { page: Page; state: string }) {
  const words = useCareersCopy();
  const format = useFormat();
  const { search, put } = useAddress();
  const choose = (name: string, value: string) => put({ setelah: null, [name]: value });
  const total = STATES.reduce((sum, one) => sum + page.counts[one], 0);
  return (
    <div className={css["filters"]}>
      <NativeSelect label={words.state} value={state} onChange={(event) => choose("kesiapan", event.target.value)} options={[...STATES.map((one) => ({ value: one, label: `${words.kesiapan[one]} (${format.number(page.counts[one])})` })), { value: "semua", label: `${words.all} (${format.number(total)})` }]} />
      <NativeSelect label={words.unit} value={search.get("unit") ?? ""} onChange={(event) => choose("unit", event.target.value)} options={[{ value: "", label: words.wholeCity }, ...page.units.map(({ id, name }) => ({ value: id, label: name }))]} />
    </div>
  );
}

/** A column in which nothing would stand is left out. */
function People({ rows, isMixed }: { rows: readonly Row[]; isMixed: boolean }) {
  const words = useCareersCopy();
  const format = useFormat();
  const named = (list: readonly string[]) => list.map((one) => words.syarat[one] ?? one).join(", ");
  const columns: Column<Row>[] = [
    { key: "nama", label: words.person, cell: ({ person }) => <><Link to={to(paths.careerOf, { id: person.id })}>{person.name}</Link><span className={css["seat"]}>{[person.jabatan, person.unit].filter(Boolean).join(", ")}</span></> },
    ...(isMixed ? [{ key: "kesiapan", label: words.state, cell: ({ kesiapan }: Row) => words.kesiapan[kesiapan] }] : []),
    ...(rows.some(({ perlu }) => perlu !== null) ? [
      { key: "angka", label: words.points, isFigure: true, cell: ({ angkaKredit }: Row) => (angkaKredit === null ? "–" : format.number(angkaKredit)) },
      { key: "perlu", label: words.needed, isFigure: true, isMinor: true, cell: ({ perlu }: Row) => (perlu === null ? "–" : format.number(perlu)) },
    ] : []),
    ...(rows.some(({ belum }) => belum.length > 0) ? [{ key: "belum", label: words.missing, cell: ({ belum }: Row) => named(belum) }] : []),
    ...(rows.some(({ tidakDiketahui }) => tidakDiketahui.length > 0) ? [{ key: "tanpa", label: words.unknown, isMinor: true, cell: ({ tidakDiketahui }: Row) => named(tidakDiketahui) }] : []),
  ];
  return <Table caption={words.readinessTab} columns={columns} rows={rows} rowKey={({ person }) => person.id} />;
}
