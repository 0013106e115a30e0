import type { Output } from "@teraju/contracts/endpoint";
import { previewOrganisation, readOrganisation } from "@teraju/contracts/organisation";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { useAddress } from "#ui/light/address.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { Tabs, useTab } from "#ui/work/Tabs.tsx";
import { apiQuery } from "../../api.ts";
import { isOfBkpsdm, useSession } from "../../session.ts";
import { ChangesCard } from "./ChangesCard.tsx";
import { useDraft } from "./draft.ts";
import { DraftCard } from "./DraftCard.tsx";
import { afterDraft } from "./units.ts";
import { UnitPanel } from "./UnitPanel.tsx";
import { UnitTree } from "./UnitTree.tsx";
import { classes } from "#ui/styles/classes.ts";
import css from "./organisation.module.css";

type View = Output<typeof readOrganisation>;
const WIDE = 1000;

/** The organisation on a day, past or to come. For BKPSDM's operators that day is also the one on which a draft takes effect. */
export default function OrganisationPage() {
  const words = useOrganisationCopy();
  const format = useFormat();
  const { today, roles } = useSession();
  const { search, put } = useAddress();
  const day = search.get("hari") ?? today;
  // Another day is asked for beside the one in sight: nothing that is chosen meanwhile is lost.
  const { data: view, error } = useQuery({ ...apiQuery(readOrganisation, { query: { on: day } }), placeholderData: keepPreviousData });
  const tabs = [{ value: "pohon", label: words.tree }, { value: "perubahan", label: words.changes }] as const;
  const tab = useTab("lihat", [tabs[0], tabs[1]]);
  if (view === undefined) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  const opds = view.units.filter(({ kind }) => kind === "opd" || kind === "kecamatan").length;
  const seesCity = isOfBkpsdm(roles) || roles.includes("auditor");
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={view.version === null ? words.titleNone : words.title(format.number(opds), format.number(view.units.length))} sub={view.version === null ? words.subNone : words.sub(format.date(view.on), view.version.legalBasis)} />
      {seesCity && <Tabs param="lihat" label={words.views} tabs={[tabs[0], tabs[1]]} />}
      {tab === "perubahan" && seesCity ? <ChangesCard onShow={(on) => put({ hari: on, lihat: null, unit: null })} /> : <Desk view={view} day={day} isLate={view.on !== day} put={put} unitId={search.get("unit")} />}
    </div>
  );
}

type Put = (values: Record<string, string | null>) => void;
function DayBar({ view, day, put }: { view: View; day: string; put: Put }) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const { today } = useSession();
  const days = view.days.map((one) => ({ value: one, label: format.date(one) }));
  const turn = (on: string) => { if (/^(19|20|21)\d\d-\d\d-\d\d$/.test(on)) put({ hari: on === today ? null : on }); };
  return (
    <div className={css["bar"]}>
      <TextInput type="date" label={words.day} value={day} onChange={(event) => turn(event.target.value)} />
      {days.length > 0 && <NativeSelect label={words.daysWithChange} value={view.days.includes(day) ? day : ""} onChange={(event) => turn(event.target.value)} options={[{ value: "", label: words.choose }, ...days]} />}
      <div>{day !== today && <Button kind="quiet" onClick={() => turn(today)}>{words.today}</Button>}</div>
    </div>
  );
}

function Desk({ view, day, isLate, put, unitId }: { view: View; day: string; /** The tree of another day stands here until this one's is there. */ isLate: boolean; put: Put; unitId: string | null }) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const isWide = useIsAtLeast(WIDE);
  const draft = useDraft();
  const [applied, setApplied] = useState<string | null>(null);
  const [shows, setShows] = useState<"before" | "after">("after");
  const mayChange = view.actions.change.length === 0;
  const steps = useMemo(() => draft.steps.map(({ step }) => step), [draft.steps]);
  const hasDraft = mayChange && steps.length > 0;
  const preview = useQuery({ ...apiQuery(previewOrganisation, { body: { from: day, steps } }), enabled: hasDraft, staleTime: 0, placeholderData: keepPreviousData });
  const foreseen = hasDraft ? preview.data : undefined;
  const after = useMemo(() => (foreseen === undefined ? view.units : afterDraft(view.units, foreseen.units)), [view.units, foreseen]);
  const units = shows === "after" ? after : view.units;
  const panel = unitId !== null && <UnitPanel key={unitId} unitId={unitId} on={day} units={units} steps={steps} mayChange={mayChange} onAdd={(made) => { setApplied(null); draft.add(made); }} />;
  const isPanelAlone = !isWide && unitId !== null;
  return (
    <>
      {!isPanelAlone && <DayBar view={view} day={day} put={put} />}
      {applied !== null && <Alert kind="good" isLive><p>{words.applied(format.date(applied))}</p></Alert>}
      <div className={css["desk"]}>
        {isPanelAlone && <div><Button kind="quiet" onClick={() => put({ unit: null })}>{words.backToTree}</Button></div>}
        {!isPanelAlone && (
          <Card className={classes(css["scroll"], isLate && css["late"])}>
            {hasDraft && <RadioGroup label={words.treeShown} isInline value={shows} onChange={setShows} options={[{ value: "before", label: words.before }, { value: "after", label: words.after }]} />}
            {units.length === 0 ? <EmptyState title={words.titleNone}>{words.subNone}</EmptyState> : <UnitTree units={units} current={unitId} onChoose={(id) => put({ unit: id })} />}
          </Card>
        )}
        <div className="stack">
          {hasDraft && <DraftCard draft={draft} day={day} view={foreseen} error={preview.error} isWaiting={preview.isFetching || isLate} onApplied={(on) => { setApplied(on); put({ unit: null }); }} />}
          {panel || (isWide && <Card><EmptyState title={words.pick} /></Card>)}
        </div>
      </div>
    </>
  );
}
