import { exportCityRecap, readCityDashboard } from "@teraju/contracts/city-dashboard";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useCityDashboardCopy } from "#copy/page/city-dashboard.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { IconDownload, IconPrint } from "#ui/light/icons.ts";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { useAddress } from "#ui/light/address.ts";
import { Breadcrumbs } from "#ui/work/TreeNav.tsx";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { isOfBkpsdm, useSession } from "../../session.ts";
import { useUnitAddress } from "./address.ts";
import { DistributionCard } from "./DistributionCard.tsx";
import { type City as CityView, hasHidden } from "./finding.ts";
import { HeatCard } from "./HeatCard.tsx";
import { MeetingsCard } from "./MeetingsCard.tsx";
import { TrendCard } from "./TrendCard.tsx";
import css from "./city-dashboard.module.css";

/** The city by department and month. `?bulan=`, `?periode=`, `?unit=` and `?ukuran=` hold the view. */
export default function CityDashboardPage() {
  return useSession().isEmptyCity ? <Navigate to={paths.setup} replace /> : <City />;
}

function City() {
  const words = useCityDashboardCopy();
  const [search] = useSearchParams();
  const { today } = useSession();
  const given = (name: string) => search.get(name) ?? undefined;
  const shown = useSuspenseQuery(apiQuery(readCityDashboard, { query: { month: given("bulan"), unit: given("unit"), period: given("periode") } })).data;
  const running = today <= shown.batas ? shown.month : null;
  return (
    <div className={`${css["page"] ?? ""} stack`}>
      {shown.trail.length > 1 && <Trail trail={shown.trail} />}
      <Head shown={shown} today={today} />
      <Filters shown={shown} />
      {shown.rows.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>
      ) : (
        <>
          <Figures total={shown.total} />
          {hasHidden(shown) && (
            <Alert>
              <p>{words.hiddenHelp}</p>
            </Alert>
          )}
          <HeatCard shown={shown} running={running} />
          <DistributionCard shown={shown} />
          <TrendCard trend={shown.trend} running={running} />
          {shown.trail.length <= 1 && <MeetingsCard year={shown.month.slice(0, 4)} />}
        </>
      )}
    </div>
  );
}

function Trail({ trail }: { trail: CityView["trail"] }) {
  const addressOf = useUnitAddress();
  return <Breadcrumbs places={trail.map((place) => ({ label: place.name, to: addressOf(place.id) }))} />;
}

function Head({ shown: { total, month, batas, unit }, today }: { shown: CityView; today: string }) {
  const words = useCityDashboardCopy();
  const format = useFormat();
  const name = format.monthYear(month);
  const missing = total.obliged - total.submitted;
  const [submitted, obliged] = [format.number(total.submitted), format.number(total.obliged)];
  const title = (
    <>
      {words.arrived(submitted, obliged, name)} <Mark>{words.missing(format.number(missing))}</Mark>.
    </>
  );
  return (
    <PageHeader
      tab={words.tab}
      title={total.obliged === 0 ? words.nobody(name) : missing === 0 ? <Mark>{words.all(obliged, name)}</Mark> : title}
      sub={today <= batas ? words.running(unit.name, format.day(batas)) : words.over(unit.name, format.day(batas))}
      action={<RecapButton month={month} />}
    />
  );
}

/** Only for those whom the server lets have it: BKPSDM. */
function RecapButton({ month }: { month: string }) {
  const words = useCityDashboardCopy();
  const { roles } = useSession();
  if (!isOfBkpsdm(roles)) return null;
  return (
    <LinkButton kind="primary" icon={IconDownload} to={`${exportCityRecap.path}?month=${month}`} reloadDocument download={`rekap-bulanan-${month}.xlsx`}>
      {words.recap}
    </LinkButton>
  );
}

function Filters({ shown: { month, months, period, periods } }: { shown: CityView }) {
  const words = useCityDashboardCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { put } = useAddress();
  return (
    <div className={`${css["filters"] ?? ""} no-print`} role="group" aria-label={words.filters}>
      <NativeSelect label={words.month} value={month} options={months.map((each) => ({ value: each, label: format.monthYear(each) }))} onChange={(event) => put({ bulan: event.target.value }, { preventScrollReset: true })} />
      {period !== null && <NativeSelect label={words.period} value={period.id} options={periods.map((each) => ({ value: each.id, label: nameOf(each) }))} onChange={(event) => put({ periode: event.target.value }, { preventScrollReset: true })} />}
      <Button isSmall icon={IconPrint} onClick={() => print()}>
        {words.print}
      </Button>
    </div>
  );
}

function Figures({ total }: { total: CityView["total"] }) {
  const words = useCityDashboardCopy();
  const format = useFormat();
  const share = (part: number) => (total.obliged === 0 ? "–" : format.percent(Math.round((part / total.obliged) * 1000) / 10));
  const figures = [
    [words.figures.arrived, share(total.submitted)], [words.figures.onTime, share(total.onTime)], [words.figures.checked, share(total.checked)],
    [words.figures.capaian, total.capaian === null ? "–" : format.percent(total.capaian)],
  ] as const;
  return (
    <dl className={css["figures"]}>
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
