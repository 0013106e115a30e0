import { type FairnessView, readFairness } from "@teraju/contracts/fairness";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense } from "react";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { useAddress } from "#ui/light/address.ts";
import { Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { AfterKeberatan } from "./AfterKeberatan.tsx";
import { Calibrated, Groups } from "./Groups.tsx";
import { Fragile, Persons } from "./Persons.tsx";
import { Pola } from "./Pola.tsx";
import { Reciprocity } from "./Reciprocity.tsx";
import { Declared, SignalList, Tally } from "./Signals.tsx";
import { Supervisors } from "./Supervisors.tsx";

/** Where ratings of a period need a talk. Connectivity first: what is not linked is not compared. */
export default function FairnessPage() {
  const { page: words } = useFairnessCopy();
  const { period: periodWords } = useCopy();
  const nameOf = usePeriodName();
  const { search, put } = useAddress();
  const asked = search.get("periode");
  const { periods, view } = useSuspenseQuery(apiQuery(readFairness, { query: asked === null ? {} : { period: asked } })).data;
  const open = view?.signals.filter(({ status }) => status !== "closed").length ?? 0;
  return (
    <div className="stack">
      <PageHeader
        tab={words.tab} title={view === null ? words.none : words.finding(open, nameOf(view.period))} sub={words.sub}
        action={periods.length > 0 && <NativeSelect label={words.period} value={view?.period.id ?? asked ?? ""} options={[...(view === null ? [{ value: "", label: periodWords.choose }] : []), ...periods.map((one) => ({ value: one.id, label: nameOf(one) }))]} onChange={(event) => put({ periode: event.target.value, halaman: null }, { replace: true })} />}
      />
      {view === null ? <EmptyState title={words.none}>{words.noneHelp}</EmptyState> : <View view={view} />}
    </div>
  );
}

function View({ view }: { view: FairnessView }) {
  const { page: words } = useFairnessCopy();
  const tabs = [
    { value: "ringkas", label: words.views.ringkas },
    { value: "penilai", label: words.views.penilai, count: view.supervisors.filter(({ signalId }) => signalId !== null).length },
    { value: "orang", label: words.views.orang, count: view.persons.length },
    { value: "pola", label: words.views.pola },
    { value: "kelompok", label: words.views.kelompok, count: view.groups.filter(({ isSignal }) => isSignal).length + view.calibrated.groups.filter(({ isSignal }) => isSignal).length },
  ] as const;
  const tab = useTab("lihat", tabs);
  return (
    <>
      <Connectivity connectivity={view.connectivity} />
      {view.isExpired && <Alert kind="info" title={words.expired}>{words.expiredHelp}</Alert>}
      <Tabs param="lihat" tabs={tabs} label={words.viewsLabel} resets="halaman" />
      {tab === "ringkas" && <><SignalList signals={view.signals} /><Declared declared={view.declared} /><Tally tally={view.tally} /></>}
      {tab === "penilai" && <Supervisors supervisors={view.supervisors} isLinked={view.connectivity.isLinked} />}
      {tab === "orang" && <><Persons persons={view.persons} />{view.afterKeberatan !== null && <AfterKeberatan lines={view.afterKeberatan} />}<Fragile fragile={view.fragile} /></>}
      {tab === "pola" && <Suspense fallback={<PageSkeleton />}><Pola /></Suspense>}
      {tab === "kelompok" && <><Groups groups={view.groups} /><p><Link to={paths.fairnessUnit}>{words.perUnit}</Link></p><Reciprocity reciprocity={view.reciprocity} /><Calibrated calibrated={view.calibrated} /></>}
      <p className="quiet">{words.noProof} <Link to={paths.method}>{words.toMethod}</Link></p>
    </>
  );
}

function Connectivity({ connectivity: { isLinked, components, people, raters, crossPercent } }: Pick<FairnessView, "connectivity">) {
  const { page: words } = useFairnessCopy();
  const format = useFormat();
  return isLinked ? (
    <Alert kind="good" title={words.linkedTitle}>{words.linked(format.number(people), format.number(raters), format.percent(crossPercent))}</Alert>
  ) : (
    <Alert kind="attention" title={words.notLinkedTitle}>{words.notLinked(components)}</Alert>
  );
}
