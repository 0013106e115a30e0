import type { AppraisalView } from "@teraju/contracts/appraisal";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { paths, to } from "../../paths.ts";
import { classes } from "#ui/styles/classes.ts";
import css from "./appraisal.module.css";

const MONTHS = 12;
type Guard = { hanyaTriwulanAkhir: boolean; bulanTidakDirujuk: string[] };

/** What speaks for a year: twelve months of one width and weight, the shorter periods, colleagues, promises; and whether the citing forgets any of it. */
export function Year({ view }: { view: AppraisalView }) {
  const { year: words, months: label } = useAppraisalCopy();
  const { vocabulary, period: periods } = useCopy();
  const format = useFormat();
  if (view.year === null || view.keterkinian === null) return null;
  const { hanyaTriwulanAkhir, bulanTidakDirujuk } = view.keterkinian.value as Guard;
  const { periodik, rekan, janji } = view.year;
  const months = Array.from({ length: MONTHS }, (_, index) => `${view.period.year}-${String(index + 1).padStart(2, "0")}`);
  const stateOf = (month: string): string => {
    const one = view.months.find((row) => row.month === month);
    if (one === undefined) return words.noMonth;
    if (one.kewajiban !== null && one.kewajiban !== "wajib_lapor") return vocabulary.kewajiban[one.kewajiban];
    return one.status === null ? words.noMonth : vocabulary.monthlyReportStatus[one.status];
  };
  const unsent = view.months.filter(({ kewajiban, status }) => kewajiban === "wajib_lapor" && (status === "draft" || status === "returned")).map(({ month }) => format.shortMonth(month));
  return (
    <Card title={words.title}>
      <ol className={css["year"]} aria-label={label}>
        {months.map((month) => {
          const capaian = view.months.find((row) => row.month === month)?.capaian ?? null;
          return (
            <li key={month} className={classes(capaian === null && css["empty"], bulanTidakDirujuk.includes(month) && css["uncited"])} title={stateOf(month)}>
              <span className="small">{format.shortMonth(month)}</span>
              <b>{capaian === null ? "–" : format.percent(Math.round(capaian))}</b>
              <span className="visually-hidden">{stateOf(month)}</span>
            </li>
          );
        })}
      </ol>
      {view.appraisal?.status !== "final" && unsent.length > 0 && <p className="small">{words.unsent(format.list(unsent))}</p>}
      {hanyaTriwulanAkhir && <Alert kind="attention" title={words.lastOnly}><p>{words.lastOnlyHelp}</p></Alert>}
      {bulanTidakDirujuk.length > 0 && <p className="small">{words.uncited(format.list(bulanTidakDirujuk.map((month) => format.shortMonth(month))))}</p>}
      {periodik.length === 0 ? <p className="quiet">{words.noPeriodik}</p> : (
        <>
          <h3 className="small">{words.periodik}</h3>
          <ul className={css["periodik"]}>
            {periodik.map((one) => <li key={one.id}><Link to={to(paths.result, { id: one.id })}>{periods.name({ ...one.period, month: format.month(one.period.firstMonth) })}</Link> {vocabulary.predikat[one.predikat]}</li>)}
          </ul>
        </>
      )}
      <p className="small">{rekan === null ? words.noRekan : words.rekan(format.number(rekan.rata), rekan.n)} {words.janji(janji.ditepati, janji.jumlah)}</p>
    </Card>
  );
}
