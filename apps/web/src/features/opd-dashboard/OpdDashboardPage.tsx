import { exportOpd, readOpdDashboard } from "@teraju/contracts/opd-dashboard";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Suspense, useState } from "react";
import { useParams, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { IconDownload, IconPrint } from "#ui/light/icons.ts";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { Breadcrumbs } from "#ui/work/TreeNav.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { AttentionCard } from "./AttentionCard.tsx";
import { type Dashboard, headline } from "./finding.ts";
import { HeatCard } from "./HeatCard.tsx";
import { MatrixCard } from "./MatrixCard.tsx";
import { MeetingCard } from "./MeetingCard.tsx";
import { PeopleCard } from "./PeopleCard.tsx";
import { PolaCard } from "./PolaCard.tsx";
import { PeriodCard } from "./PeriodCard.tsx";
import { RemindDialog } from "./RemindDialog.tsx";
import { TrendCard } from "./TrendCard.tsx";
import css from "./opd-dashboard.module.css";

/** A head's month on one page: what is missing, what falls, what asks for a decision. `?bulan=` chooses the month. */
export default function OpdDashboardPage() {
  const { unit } = useParams();
  const { leads } = useSession();
  const words = useOpdDashboardCopy();
  const unitId = unit ?? leads?.id;
  if (unitId === undefined) return <PageHeader tab={words.tab} title={words.noUnit} sub={words.noUnitHelp} />;
  return <OpdDashboard unitId={unitId} />;
}

function OpdDashboard({ unitId }: { unitId: string }) {
  const [search] = useSearchParams();
  const { today } = useSession();
  const bulan = search.get("bulan");
  const shown = useSuspenseQuery(apiQuery(readOpdDashboard, { params: { unitId }, query: bulan === null ? {} : { month: bulan } })).data;
  const isRunning = today <= shown.window.batas;
  return (
    <div className={`${css["page"] ?? ""} stack`}>
      {shown.trail.length > 1 && <Trail shown={shown} bulan={bulan} />}
      <Head shown={shown} today={today} />
      <div className={css["grid"]}>
        <AttentionCard lines={shown.attention} unitId={shown.unit.id} bulan={bulan} className={css["side"] ?? ""} />
        <HeatCard heat={shown.heat} month={shown.month} bulan={bulan} />
        <PeriodCard period={shown.period} />
        {shown.period !== null && <MatrixCard unitId={shown.unit.id} period={shown.period} />}
      </div>
      {/* Units below a perangkat daerah have no pola of their own. */}
      {shown.trail.length === 1 && <Suspense fallback={null}><PolaCard unitId={shown.unit.id} /></Suspense>}
      <MeetingCard unitId={shown.unit.id} />
      <TrendCard trend={shown.trend} isRunning={(month) => month > shown.month || (month === shown.month && isRunning)} running={isRunning ? shown.month : null} />
      <PeopleCard unitId={shown.unit.id} month={shown.month} completion={shown.completion} />
      <Printed today={today} />
    </div>
  );
}

function Trail({ shown, bulan }: { shown: Dashboard; bulan: string | null }) {
  const query: Record<string, string> = bulan === null ? {} : { bulan };
  return <Breadcrumbs places={shown.trail.map((place) => ({ label: place.name, to: to(paths.dashboardUnit, { unit: place.id }, query) }))} />;
}

function Head({ shown, today }: { shown: Dashboard; today: string }) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const [isReminding, setReminding] = useState(false);
  const { unit, month, completion, window } = shown;
  const name = month.slice(0, 4) === today.slice(0, 4) ? format.month(month) : format.monthYear(month);
  const { before, marked, after } = headline(words, format, completion, name);
  const mayRemind = completion.missing > 0 && today >= window.buka && today <= window.tutup;
  return (
    <>
      <PageHeader
        tab={words.tab}
        title={
          <>
            {before}
            {marked && <Mark>{marked}</Mark>}
            {after}
          </>
        }
        sub={`${words.due(unit.name, format.day(window.batas))}${completion.excused > 0 ? ` ${words.excused(completion.excused)}` : ""}`}
        action={mayRemind && <Button kind="primary" onClick={() => setReminding(true)}>{words.remind(format.number(completion.missing))}</Button>}
      />
      <RemindDialog isOpen={isReminding} onClose={() => setReminding(false)} unitId={unit.id} month={month} missing={completion.missing} batas={window.batas} />
      <Toolbar shown={shown} />
    </>
  );
}

/** The month, and the ways out: a workbook, paper. */
function Toolbar({ shown: { unit, month, months } }: { shown: Dashboard }) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const [, setSearch] = useSearchParams();
  return (
    <div className={`${css["toolbar"] ?? ""} no-print`}>
      <NativeSelect label={words.month} value={month} options={months.map((each) => ({ value: each, label: format.monthYear(each) }))} onChange={(event) => setSearch({ bulan: event.target.value }, { preventScrollReset: true })} />
      <LinkButton to={`${exportOpd.path.replace(":unitId", unit.id)}?month=${month}`} reloadDocument download icon={IconDownload} isSmall>
        {words.download}
      </LinkButton>
      <Button isSmall icon={IconPrint} onClick={() => print()}>
        {words.print}
      </Button>
    </div>
  );
}

function Printed({ today }: { today: string }) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  return <p className={css["printed"]}>{words.printed(format.date(today))}</p>;
}
