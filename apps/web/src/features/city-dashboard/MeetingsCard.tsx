import { readCityMeetingFigures } from "@teraju/contracts/notulen";
import { useQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { Card } from "#ui/light/Card.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";

/** Meetings begun on time, their length against the plan, promises kept: by department, without a name. */
export function MeetingsCard({ year }: { year: string }) {
  const { city: words } = useTindakLanjutCopy();
  const format = useFormat();
  const { data } = useQuery(apiQuery(readCityMeetingFigures, { query: { year } }));
  if (data === undefined) return null;
  const rows = data.opds.filter(({ planned, held }) => planned + held > 0);
  const share = (percent: number | null) => (percent === null ? "–" : format.percent(percent));
  return (
    <Card title={words.title(data.total.onTime, data.total.held)} sub={words.sub}>
      {rows.length > 0 && (
        <Table
          caption={words.caption} rows={rows} rowKey={(row) => row.id}
          columns={[
            { key: "opd", label: words.columns.opd, cell: (row) => row.name, sortBy: (row) => row.name },
            { key: "held", label: words.columns.held, cell: (row) => words.of(row.held, row.planned), sortBy: (row) => row.held, isFigure: true },
            { key: "onTime", label: words.columns.onTime, cell: (row) => words.of(row.onTime, row.held), sortBy: (row) => row.onTime, isFigure: true },
            { key: "length", label: words.columns.length, cell: (row) => share(row.lengthPercent), sortBy: (row) => row.lengthPercent, isFigure: true },
            { key: "kept", label: words.columns.kept, cell: (row) => share(row.keptPercent), sortBy: (row) => row.keptPercent, isFigure: true },
          ]}
        />
      )}
    </Card>
  );
}
