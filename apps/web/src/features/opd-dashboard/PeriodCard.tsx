import { useCopy, useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Distribution } from "#ui/work/Distribution.tsx";
import { useOfficialWords } from "../../official.ts";
import { usePeriodName } from "../../period-name.ts";
import { type Dashboard, largest, portions } from "./finding.ts";
import css from "./opd-dashboard.module.css";

/** The predikat of the last closed period beside the pattern: a mirror, no quota. */
export function PeriodCard({ period }: { period: Dashboard["period"] }) {
  const words = useOpdDashboardCopy();
  const appraisal = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const source = useOfficialWords(period?.official ?? null);
  if (period === null) {
    return (
      <Card>
        <EmptyState title={words.periodNone}>{words.periodNoneHelp}</EmptyState>
      </Card>
    );
  }
  const { rated, distribution, capaianOrganisasi, pola } = period;
  const most = largest(period);
  const line = portions(period).find((each) => "limit" in each)?.limit;
  return (
    <Card
      title={words.periodTitle(nameOf(period), vocabulary.predikat[most], format.number(distribution[most] ?? 0), format.number(rated))}
      sub={`${capaianOrganisasi === null ? words.periodSubNone : words.periodSub(vocabulary.predikatOrganisasi[capaianOrganisasi])} ${source}`}
    >
      <Distribution portions={portions(period)} />
      {pola === null ? (
        <p className="small quiet">{words.noPola}</p>
      ) : (
        <div className="stack-tight small">
          <p>{pola.sesuai ? appraisal.pola.fits : `${appraisal.pola.differs} ${pola.temuan.map((code) => appraisal.pola.finding[code] ?? code).join(" ")}`}</p>
          {line !== undefined && pola.batas !== null && <p className="quiet">{words.line(format.percent(pola.batas * 100), format.number(line.people))}</p>}
          <details className={`${css["why"] ?? ""} no-print`}>
            <summary>{words.why}</summary>
            <p>{words.whyText}</p>
          </details>
        </div>
      )}
    </Card>
  );
}
