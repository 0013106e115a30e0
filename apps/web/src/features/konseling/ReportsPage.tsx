import { listReports } from "@teraju/contracts/development";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { useAddress } from "#ui/light/address.ts";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { Pager } from "#ui/work/Pager.tsx";
import { type Tab, Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { Konselor } from "./Konselor.tsx";
import { type Report, Reports, type State, stateOf } from "./Reports.tsx";

const VIEWS = { tunggu: ["baru", "diterima"], jadwal: ["jadwal"], selesai: ["selesai", "batal"], semua: ["baru", "diterima", "jadwal", "selesai", "batal"] } as const satisfies Record<string, readonly State[]>;
type View = keyof typeof VIEWS | "konselor";
const PAGE = 25;

/** Lampiran BAB III.D.5.c.2.(a): who was reported, who is heard by whom and when (`?lihat=`, `?halaman=`); and which penilai may give konseling. */
export default function ReportsPage() {
  const words = useKonselingCopy();
  const { search } = useAddress();
  const { reports } = useSuspenseQuery(apiQuery(listReports, {})).data;
  const of = (view: View): Report[] => (view === "konselor" ? [] : reports.filter((one) => VIEWS[view].some((state) => state === stateOf(one))));
  const tabs: [Tab<View>, ...Tab<View>[]] = [
    { value: "tunggu", label: words.tabs.tunggu, count: of("tunggu").length }, { value: "jadwal", label: words.tabs.jadwal, count: of("jadwal").length }, { value: "selesai", label: words.tabs.selesai, count: of("selesai").length },
    { value: "semua", label: words.tabs.semua, count: reports.length }, { value: "konselor", label: words.tabs.konselor },
  ];
  const view = useTab("lihat", tabs);
  const shown = of(view);
  const page = Math.max(0, Math.trunc(Number(search.get("halaman") ?? "0")) || 0);
  const next = (page + 1) * PAGE < shown.length ? String(page + 1) : null;
  return (
    <div className="stack">
      <PageHeader tab={words.reportsTab} title={words.reportsTitle(of("tunggu").length)} sub={words.reportsSub} />
      <Tabs param="lihat" tabs={tabs} label={words.reports} resets="halaman" />
      {view === "konselor" ? <Konselor /> : shown.length === 0 ? <EmptyState title={words.noReports} /> : (
        <>
          <Reports reports={shown.slice(page * PAGE, (page + 1) * PAGE)} />
          <Pager next={next} param="halaman" label={words.reports} />
        </>
      )}
    </div>
  );
}
