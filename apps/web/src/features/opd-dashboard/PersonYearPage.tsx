import type { Output } from "@teraju/contracts/endpoint";
import { readPersonYear } from "@teraju/contracts/opd-dashboard";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { MonthStrip } from "#ui/light/MonthStrip.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { markState, useMarkWords } from "../../month-marks.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { useSession } from "../../session.ts";

type Year = Output<typeof readPersonYear>;
type Month = Year["months"][number];
const isSent = ({ status }: Month) => status !== null && status !== "draft" && status !== "returned";

/** One person's twelve months and results, for who may see them. */
export default function PersonYearPage() {
  const { id = "" } = useParams();
  const words = useOpdDashboardCopy();
  const { today } = useSession();
  const wordsOf = useMarkWords();
  const { person, months, results } = useSuspenseQuery(apiQuery(readPersonYear, { params: { personId: id } })).data;
  const obliged = months.filter((month) => month.kewajiban === "wajib_lapor" && (isSent(month) || today > month.tutup));
  const place = [person.jabatan, person.unit].filter((part) => part !== null).join(", ");
  return (
    <div className="stack">
      <PageHeader
        tab={words.personTab}
        title={words.personTitle(person.name, obliged.filter(isSent).length, obliged.length)}
        sub={`${place}${place === "" ? "" : ". "}${person.penilai === null ? words.personNoPenilai : words.personPenilai(person.penilai)}`}
      />
      <Card title={words.personMonths}>
        {months.length === 0 ? <EmptyState title={words.personMonthsNone} /> : <MonthStrip label={words.personMonths} months={months.map((month) => ({ month: month.month, state: markState(month, today), words: wordsOf(month) }))} />}
        {months.length > 0 && <Months months={months.toReversed()} />}
      </Card>
      <ResultsCard results={results.toReversed()} />
    </div>
  );
}

function Months({ months }: { months: readonly Month[] }) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const wordsOf = useMarkWords();
  const columns: readonly Column<Month>[] = [
    { key: "bulan", label: words.month, cell: ({ month }) => format.monthYear(month) },
    { key: "keadaan", label: words.state, cell: wordsOf },
    { key: "capaian", label: words.capaian, isFigure: true, cell: ({ capaian }) => (capaian === null ? "–" : format.percent(Math.round(capaian))) },
    { key: "laporan", label: words.personReport, cell: (month) => isSent(month) && <Link to={to(paths.review, { laporan: month.reportId })} aria-label={words.readReport(format.monthYear(month.month))}>{words.see}</Link> },
  ];
  return <Table caption={words.personMonthsTable} columns={columns} rows={months} rowKey={(month) => month.reportId} isDense />;
}

function ResultsCard({ results }: { results: Year["results"] }) {
  const words = useOpdDashboardCopy();
  const { vocabulary } = useCopy();
  const nameOf = usePeriodName();
  return (
    <Card title={words.personResults}>
      {results.length === 0 && <EmptyState title={words.personResultsNone} />}
      <Lines>
        {results.map((one) => (
          <Line
            key={one.appraisalId}
            title={vocabulary.predikat[one.predikat]}
            sub={nameOf(one)}
            action={<LinkButton isSmall to={to(paths.result, { id: one.appraisalId })} aria-label={`${words.see}: ${nameOf(one)}`}>{words.see}</LinkButton>}
          />
        ))}
      </Lines>
    </Card>
  );
}
