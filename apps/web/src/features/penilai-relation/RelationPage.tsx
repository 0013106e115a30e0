import { listPenilaiRelations } from "@teraju/contracts/penilai-relation";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { useAddress } from "#ui/light/address.ts";
import { Pager } from "#ui/work/Pager.tsx";
import { Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { AcceptDialog } from "./AcceptDialog.tsx";
import { ActingView } from "./ActingView.tsx";
import { RelationTable } from "./RelationTable.tsx";
import { type Issue, type List, mayAccept, type Row } from "./rows.ts";
import css from "./penilai-relation.module.css";

const ISSUES = ["tanpa_penilai", "penilai_tidak_bertugas", "berbeda_dari_usulan", "usulan_ganda"] as const satisfies readonly Issue[];
const isIssue = (text: string): text is Issue => ISSUES.some((one) => one === text);
const PAUSE_MS = 250;
const PER_PAGE = 50;

/** Who rates whom in the city, or in the OPD of its admin: what is missing or doubtful first. The whole view lies in the address. */
export default function RelationPage() {
  const words = usePenilaiRelationCopy();
  const format = useFormat();
  const [search] = useSearchParams();
  const tabs = [{ value: "penilai", label: words.views.penilai }, { value: "plt", label: words.views.plt }] as const;
  const view = useTab("tampilan", tabs);
  const [opd, state, q, halaman] = ["opd", "keadaan", "cari", "halaman"].map((name) => search.get(name) ?? undefined);
  const list = useSuspenseQuery(apiQuery(listPenilaiRelations, { query: { opd, masalah: state !== undefined && isIssue(state) ? state : "semua", q, halaman } })).data;
  const [done, setDone] = useState<string | null>(null);
  // A line that differs from the proposal may be the city's own decision (camat, puskesmas, sekolah): it is counted apart.
  const { tanpa_penilai, penilai_tidak_bertugas, usulan_ganda, berbeda_dari_usulan } = list.counts;
  const waiting = tanpa_penilai + penilai_tidak_bertugas + usulan_ganda;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title(waiting)} sub={words.sub(format.number(list.people), format.number(berbeda_dari_usulan))} />
      <Tabs param="tampilan" tabs={tabs} label={words.view} resets="halaman" />
      {done !== null && <Alert kind="good" isLive><p>{done}</p></Alert>}
      {view === "plt" ? <ActingView opd={opd} onDone={setDone} /> : <Lines list={list} onDone={setDone} />}
    </div>
  );
}

function Lines({ list, onDone }: { list: List; onDone: (text: string) => void }) {
  const words = usePenilaiRelationCopy();
  const [accepting, setAccepting] = useState<readonly Row[] | null>(null);
  const proposed = list.actions.change.length > 0 ? [] : list.rows.filter(mayAccept);
  return (
    <>
      <Filters list={list} />
      {proposed.length > 1 && <div className="row"><Button onClick={() => setAccepting(proposed)}>{words.acceptPage(proposed.length)}</Button></div>}
      {list.rows.length === 0 ? <EmptyState title={words.nobody}>{words.nobodyHelp}</EmptyState> : <RelationTable list={list} onAccept={(row) => setAccepting([row])} />}
      <Pager next={list.page * PER_PAGE < list.found ? String(list.page + 1) : null} param="halaman" label={words.pages} />
      {accepting !== null && <AcceptDialog rows={accepting} onDone={(text) => { setAccepting(null); onDone(text); }} onClose={() => setAccepting(null)} />}
    </>
  );
}

function Filters({ list }: { list: List }) {
  const words = usePenilaiRelationCopy();
  const format = useFormat();
  const { search, put } = useAddress();
  const [typed, setTyped] = useState(search.get("cari") ?? "");
  const choose = (name: string, value: string) => put({ halaman: null, [name]: value });
  useEffect(() => {
    if (typed.trim() === (search.get("cari") ?? "")) return;
    const timer = setTimeout(() => choose("cari", typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  });
  return (
    <div className={css["filters"]}>
      <NativeSelect label={words.state} value={search.get("keadaan") ?? ""} onChange={(event) => choose("keadaan", event.target.value)} options={[{ value: "", label: `${words.all} (${format.number(list.people)})` }, ...ISSUES.map((issue) => ({ value: issue, label: `${words.issue[issue]} (${format.number(list.counts[issue])})` }))]} />
      {list.opds.length > 1 && <NativeSelect label={words.opd} value={search.get("opd") ?? ""} onChange={(event) => choose("opd", event.target.value)} options={[{ value: "", label: words.allOpds }, ...list.opds.map(({ id, name }) => ({ value: id, label: name }))]} />}
      <TextInput type="search" label={words.search} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </div>
  );
}
