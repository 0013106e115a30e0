import { readMayorPage } from "@teraju/contracts/mayor-page";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMayorPageCopy } from "#copy/page/mayor-page.ts";
import { Button } from "#ui/light/Button.tsx";
import { IconPrint } from "#ui/light/icons.ts";
import { Mark, PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { useOfficialWords } from "../../official.ts";
import { useSession } from "../../session.ts";
import { ChangeWords } from "./ChangeWords.tsx";
import { DepartmentsCard } from "./DepartmentsCard.tsx";
import { changeOf, type Page } from "./finding.ts";
import { PeriodCard, TrendCard } from "./Pictures.tsx";
import css from "./mayor-page.module.css";

/** The city on one page, for a tablet and one sheet of A4. Departments stand in the order of the tree; nobody below their heads is named. */
export default function MayorPage() {
  const [search] = useSearchParams();
  const { today } = useSession();
  const bulan = search.get("bulan");
  const shown = useSuspenseQuery(apiQuery(readMayorPage, { query: bulan === null ? {} : { month: bulan } })).data;
  const isRunning = today <= shown.batas;
  return (
    <div className={css["page"]}>
      <Head shown={shown} isRunning={isRunning} />
      <Figures city={shown.city} isRunning={isRunning} />
      <div className={css["pictures"]}>
        <PeriodCard period={shown.period} />
        <TrendCard trend={shown.trend} running={isRunning ? shown.month : null} />
      </div>
      <DepartmentsCard departments={shown.departments} />
      <Printed today={today} official={shown.period?.official ?? null} />
    </div>
  );
}

function Head({ shown: { city, month, months, batas }, isRunning }: { shown: Page; isRunning: boolean }) {
  const words = useMayorPageCopy();
  const format = useFormat();
  const [, setSearch] = useSearchParams();
  const name = format.monthYear(month);
  const [submitted, obliged, people] = [format.number(city.submitted), format.number(city.obliged), format.number(city.people)];
  const missing = city.obliged - city.submitted;
  const title = (
    <>
      {words.arrived(submitted, obliged, name)} <Mark>{words.missing(format.number(missing))}</Mark>.
    </>
  );
  return (
    <PageHeader
      tab={words.tab}
      title={city.obliged === 0 ? words.nobody(name) : missing === 0 ? <Mark>{words.all(obliged, name)}</Mark> : title}
      sub={isRunning ? words.running(people, format.day(batas)) : words.over(people, format.day(batas))}
      action={
        <div className={`${css["choose"] ?? ""} no-print`}>
          <NativeSelect label={words.month} value={month} options={months.map((each) => ({ value: each, label: format.monthYear(each) }))} onChange={(event) => setSearch({ bulan: event.target.value })} />
          <Button icon={IconPrint} onClick={() => print()}>
            {words.print}
          </Button>
        </div>
      }
    />
  );
}

/** Four figures; those of completion are compared with last month only when the month is over. */
function Figures({ city, isRunning }: { city: Page["city"]; isRunning: boolean }) {
  const words = useMayorPageCopy();
  const format = useFormat();
  const share = (part: number) => (city.obliged === 0 ? null : (part / city.obliged) * 100);
  const written = (value: number | null) => (value === null ? "–" : format.percent(value));
  const arrived = share(city.submitted);
  const before = city.submittedShareBefore === null ? null : city.submittedShareBefore * 100;
  const figures = [
    { label: words.figures.arrived, value: written(arrived), note: isRunning ? before !== null && words.lastMonth(format.percent(before)) : <ChangeWords change={changeOf(arrived, before)} /> },
    { label: words.figures.onTime, value: written(share(city.onTime)), note: null },
    { label: words.figures.checked, value: written(share(city.checked)), note: null },
    { label: words.figures.capaian, value: written(city.capaian), note: <ChangeWords change={changeOf(city.capaian, city.capaianBefore)} /> },
  ];
  return (
    <dl className={css["figures"]}>
      {figures.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <b>{value}</b> <span className="small quiet">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Printed({ today, official }: { today: string; official: Parameters<typeof useOfficialWords>[0] }) {
  const words = useMayorPageCopy();
  const source = useOfficialWords(official);
  const format = useFormat();
  return <p className="small quiet">{words.printed(format.date(today))} {source}</p>;
}
