import { listKalibrasi } from "@teraju/contracts/kalibrasi";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useKalibrasiCopy } from "#copy/page/kalibrasi.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { usePeriodName } from "../../period-name.ts";
import { Answer } from "./Answer.tsx";

/** Meetings that I lead or sit with, and proposals that wait for my answer as penilai. */
export default function KalibrasiListPage() {
  const words = useKalibrasiCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const [search, setSearch] = useSearchParams();
  const asked = search.get("periode");
  const { periods, period, units, proposals } = useSuspenseQuery(apiQuery(listKalibrasi, { query: asked === null ? {} : { period: asked } })).data;
  return (
    <div className="stack reading">
      <PageHeader
        tab={words.tab} title={words.list.title} sub={words.list.sub}
        action={periods.length > 0 && <NativeSelect label={words.list.period} value={period?.id ?? ""} options={periods.map((one) => ({ value: one.id, label: nameOf(one) }))} onChange={(event) => setSearch({ periode: event.target.value }, { replace: true })} />}
      />
      {proposals.length > 0 && (
        <Card title={words.list.mine} sub={words.list.mineSub}>
          {proposals.map((one) => <Answer key={one.id} proposal={one} />)}
        </Card>
      )}
      {units.length === 0 && proposals.length === 0 && <EmptyState title={words.list.none}>{words.list.noneHelp}</EmptyState>}
      {units.length > 0 && period !== null && (
        <Card title={words.list.units}>
          <Lines>
            {units.map(({ unit, people, status, openProposals }) => (
              <Line
                key={unit.id} title={<>{unit.name} <Badge kind={status === "open" ? "attention" : status === "closed" ? "good" : "plain"}>{words.list.status[status]}</Badge></>}
                sub={`${words.list.people(format.number(people))} ${openProposals > 0 ? words.list.waiting(openProposals) : ""}`}
                action={status !== "too_small" && status !== "not_held" && <LinkButton to={to(paths.kalibrasi, { periode: period.id, unit: unit.id })}>{words.list.open}<span className="visually-hidden"> {unit.name}</span></LinkButton>}
              />
            ))}
          </Lines>
        </Card>
      )}
    </div>
  );
}
