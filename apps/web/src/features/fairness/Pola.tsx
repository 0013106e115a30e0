import { listPolaExplanations } from "@teraju/contracts/pola-explanation";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePolaExplanationCopy } from "#copy/page/pola-explanation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { useAddress } from "#ui/light/address.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { POLA_TONE, polaState } from "../../pola-state.ts";
import css from "./fairness.module.css";

/** Every perangkat daerah beside its pola, and the words that it published; of the year too, which has no statistics of its own. */
export function Pola() {
  const { city: words, status, by } = usePolaExplanationCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const { search, put } = useAddress();
  const asked = search.get("pola");
  const { periods, period, units } = useSuspenseQuery(apiQuery(listPolaExplanations, { query: asked === null ? {} : { period: asked } })).data;
  if (period === null) return <EmptyState title={words.none} />;
  return (
    <Card title={words.title(units.filter(({ isOwed }) => isOwed).length)} sub={words.sub}>
      <div className="stack">
        <NativeSelect label={words.period} value={period.id} options={periods.map((one) => ({ value: one.id, label: nameOf(one) }))} onChange={(event) => put({ pola: event.target.value }, { replace: true })} />
        <Table
          caption={words.caption} rows={units} rowKey={({ unit }) => unit.id} isDense
          columns={[
            { key: "unit", label: words.unit, cell: ({ unit }) => <Link to={to(paths.polaExplanation, { unit: unit.id, periode: period.id })}>{unit.name}</Link> },
            { key: "people", label: words.people, cell: ({ final }) => format.number(final), isFigure: true },
            { key: "capaian", label: words.capaian, cell: ({ capaianOrganisasi }) => (capaianOrganisasi === null ? "–" : vocabulary.predikatOrganisasi[capaianOrganisasi]), isMinor: true },
            { key: "state", label: words.state, cell: (line) => <Badge kind={POLA_TONE[polaState(line)]}>{status[polaState(line)]}</Badge> },
            { key: "explanation", label: words.explanation, cell: ({ explanation }) => (explanation === null ? "" : <><span className={css["words"]}>{explanation.text}</span><br /><span className="small quiet">{by(explanation.by, format.date(explanation.on))}</span></>) },
          ]}
        />
      </div>
    </Card>
  );
}
