import { attendKalibrasi, type KalibrasiView, listKalibrasi, openKalibrasi, readKalibrasi } from "@teraju/contracts/kalibrasi";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router-dom";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { PolaBand } from "../../pola-band.tsx";
import { Board } from "./Board.tsx";
import { Cases } from "./Cases.tsx";
import { CloseForm } from "./CloseForm.tsx";
import { Proposals } from "./Proposals.tsx";
import { Moved, Teams } from "./Teams.tsx";

/** The finding about the pola, in words. */
function useFinding({ unit, status, band }: KalibrasiView): string {
  const { page: { title } } = useKalibrasiCopy();
  if (status === "not_opened" || band === null) return title.none(unit.name);
  const outside = band.lines.filter(({ posisi }) => posisi === "di_luar").length;
  if (band.isInPola) return title.inside(unit.name);
  return outside === 0 ? title.chance(unit.name) : title.outside(unit.name, outside);
}

/** Rapat kalibrasi of a department: cases in their order, the board, pola and teams, proposals. Nothing changes here. */
export default function KalibrasiPage() {
  const words = useKalibrasiCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { periode = "", unit = "" } = useParams();
  const view = useSuspenseQuery(apiQuery(readKalibrasi, { params: { periodId: periode, unitId: unit } })).data;
  const finding = useFinding(view);
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={finding} sub={words.page.sub(nameOf(view.period), format.number(view.people), format.number(view.notFinal))} />
      <p><Link to={paths.kalibrasiList}>{words.tab}</Link></p>
      <State view={view} />
      {view.status !== "not_opened" && <Parts view={view} />}
    </div>
  );
}

function Parts({ view }: { view: KalibrasiView }) {
  const { page: { views, viewsLabel } } = useKalibrasiCopy();
  const tabs = [
    { value: "kasus", label: views.kasus, count: view.cases.length }, { value: "papan", label: views.papan }, { value: "pola", label: views.pola },
    { value: "usul", label: views.usul, count: view.proposals.length + view.changes.length },
  ] as const;
  const tab = useTab("lihat", tabs);
  return (
    <>
      <Tabs param="lihat" tabs={tabs} label={viewsLabel} />
      {tab === "kasus" && <Cases view={view} />}
      {tab === "papan" && <Board cases={view.cases} />}
      {tab === "pola" && <><PolaBand {...view} /><Moved view={view} /><Teams view={view} /></>}
      {tab === "usul" && <><Proposals view={view} />{view.as === "kepala" && <CloseForm view={view} />}</>}
    </>
  );
}

/** Who is there, and the two things that begin a meeting. */
function State({ view: { status, as, opened, analis, closed, version, period, unit, actions } }: { view: KalibrasiView }) {
  const { page: words } = useKalibrasiCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const [id] = useState(() => v7());
  const changes = { invalidates: [readKalibrasi, listKalibrasi] };
  const open = useMutation(apiMutation(openKalibrasi, changes));
  const attend = useMutation(apiMutation(attendKalibrasi, changes));
  const params = { periodId: period.id, unitId: unit.id };
  const blocked = status === "not_opened" ? actions.open[0] : undefined;
  if (blocked === "period_closed" || blocked === "rating_window_not_open") {
    return <Alert title={(refusals as Record<string, string>)[blocked]}><p>{words.notHeld}</p><p><Link to={to(paths.polaExplanation, { unit: unit.id, periode: period.id })}>{words.toPola}</Link></p></Alert>;
  }
  if (status === "not_opened") {
    return (
      <Card title={words.openTitle} sub={words.openText}>
        <ProblemAlert error={open.error} />
        <div><Button kind="primary" isBusy={open.isPending} refusal={blocked !== undefined && (refusals as Record<string, string>)[blocked]} onClick={() => open.mutate({ params, body: { id } })}>{words.open}</Button></div>
      </Card>
    );
  }
  return (
    <Alert title={words.rule}>
      <p>{words.ruleText}</p>
      <p>{opened !== null && words.opened(opened.by, format.date(opened.on))} {analis === null ? words.noAnalis : words.analis(analis.name, format.date(analis.on))} {closed !== null && words.closed(format.date(closed.on))}</p>
      <ProblemAlert error={attend.error} />
      {as === "analis" && actions.attend.length === 0 && version !== null && <div><Button kind="primary" isBusy={attend.isPending} onClick={() => attend.mutate({ params, body: { version } })}>{words.attend}</Button></div>}
    </Alert>
  );
}
