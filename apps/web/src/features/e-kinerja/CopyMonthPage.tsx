import { listNotes } from "@teraju/contracts/daily-note";
import { exportMyMonth } from "@teraju/contracts/e-kinerja";
import { readMyReport, type ReportRowView } from "@teraju/contracts/monthly-report";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { formatter } from "#copy/format.ts";
import { useEKinerjaCopy } from "#copy/page/e-kinerja.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { CopyField } from "./CopyField.tsx";
import { evidenceField, grouped, realisasiField, weeksOf } from "./text.ts";

/** What goes to e-Kinerja is Indonesian, whatever language the page is read in. */
const INDONESIAN = formatter("id");
const WORDS = { outOf: "dari", cause: "Sebab" };

/** A month in e-Kinerja's order: the notes of each week, then each result's realisation and evidence, ready to be pasted. */
export default function CopyMonthPage() {
  const { bulan = "" } = useParams();
  const words = useEKinerjaCopy();
  const format = useFormat();
  const report = useSuspenseQuery(apiQuery(readMyReport, { params: { month: bulan } })).data;
  const results = grouped(report.rows.filter((row) => row.isDue), (row) => row.hasilKerja.lineId);
  return (
    <div className="stack">
      <PageHeader
        tab={words.tab} title={words.title(format.monthYear(bulan))} sub={words.sub}
        action={<div className="row"><LinkButton to={to(paths.report, { bulan })}>{words.back}</LinkButton><LinkButton icon={IconDownload} to={exportMyMonth.path.replace(":month", bulan)} reloadDocument download>{words.download}</LinkButton></div>}
      />
      <Alert kind="info">{words.official}</Alert>
      <Weeks month={bulan} />
      {results.map(([lineId, rows]) => <Result key={lineId} rows={rows} />)}
      {report.kendala !== null && <Card title={words.kendala}><CopyField label={words.kendala} text={report.kendala} button={words.copyKendala} of={words.kendala} /></Card>}
    </div>
  );
}

function Weeks({ month }: { month: string }) {
  const words = useEKinerjaCopy();
  const format = useFormat();
  const { notes, results } = useSuspenseQuery(apiQuery(listNotes, { query: { month } })).data;
  const weeks = weeksOf(notes, results, INDONESIAN);
  if (weeks.length === 0) return <EmptyState title={words.noNotes} />;
  return (
    <Card title={words.notes}>
      {weeks.map(({ from, until, text, days }) => {
        const name = words.week(format.shortDay(from), format.shortDay(until));
        return <CopyField key={from} label={`${name} · ${words.days(days)}`} text={text} button={words.copyWeek} of={name} />;
      })}
    </Card>
  );
}

function Result({ rows }: { rows: readonly ReportRowView[] }) {
  const words = useEKinerjaCopy();
  return (
    <Card title={rows[0]?.hasilKerja.text}>
      {rows.map((row) => (
        <section key={row.id} aria-label={row.indikator.text}>
          <h3>{row.indikator.text}</h3>
          <CopyField label={words.realisasi} text={realisasiField(row, INDONESIAN, WORDS)} button={words.copyRealisasi} of={row.indikator.text} />
          <CopyField label={words.evidence} text={evidenceField(row.evidence)} button={words.copyEvidence} of={row.indikator.text} />
        </section>
      ))}
    </Card>
  );
}
