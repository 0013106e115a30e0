import type { FairnessView } from "@teraju/contracts/fairness";
import { useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Table } from "#ui/work/Table.tsx";
import { signed } from "./habit.ts";

/** p values, so small that zeros would be all to see, stay readable: "< 0,001". */
function useProbability(): (p: number | null) => string {
  const format = useFormat();
  return (p) => (p === null ? "–" : p < 0.001 ? `< ${format.fixed(0.001, 3)}` : format.fixed(p, 3));
}

/** The same tests on those whom a rapat kalibrasi lowered. */
export function Calibrated({ calibrated: { people, lowered, groups } }: Pick<FairnessView, "calibrated">) {
  const { page: words } = useFairnessCopy();
  const format = useFormat();
  if (people === 0) return <Card title={words.calibrated}><p>{words.calibratedNone}</p></Card>;
  return <Groups groups={groups} title={words.calibrated} sub={words.calibratedSub(format.number(people), format.number(lowered))} rate={words.loweredRate} />;
}

/** Differences between groups: a signal needs sizes, ratio, adjusted p and the stratified direction together. */
export function Groups({ groups, title, sub, rate }: Pick<FairnessView, "groups"> & { title?: string; sub?: string; rate?: string }) {
  const words = useFairnessCopy();
  const format = useFormat();
  const probability = useProbability();
  const nameOf = (group: string) => (words.page.groupNames as Record<string, string>)[group] ?? group;
  const percent = (share: number | null) => (share === null ? "–" : format.percent(Math.round(share * 100)));
  return (
    <Card title={title ?? words.page.groups} sub={sub ?? words.page.groupsSub}>
      <Table
        caption={sub ?? words.page.groupsSub} rows={groups} rowKey={({ attribute, group, against }) => `${attribute} ${group} ${against}`} isDense
        columns={[
          { key: "group", label: words.page.group, cell: ({ attribute, group, against }) => <>{words.page.attribute[attribute]}: {words.page.against(nameOf(group), nameOf(against))}</> },
          { key: "n", label: words.page.size, cell: ({ n, nAgainst }) => words.page.sizes(format.number(n), format.number(nAgainst)), isFigure: true },
          { key: "difference", label: words.page.smd, cell: ({ difference }) => (difference === null ? "–" : `${signed(difference.value, format)} (${signed(difference.low, format)} … ${signed(difference.high, format)})`), isFigure: true },
          { key: "rates", label: rate ?? words.page.rate, cell: ({ rate, rateAgainst }) => words.page.rates(percent(rate), percent(rateAgainst)), isFigure: true, isMinor: true },
          { key: "ratio", label: words.page.ratioName, cell: ({ ratio }) => (ratio === null ? "–" : format.fixed(ratio, 2)), isFigure: true, isMinor: true },
          { key: "p", label: words.page.adjusted, cell: ({ pAdjusted }) => probability(pAdjusted), isFigure: true, isMinor: true },
          { key: "result", label: words.page.result, cell: ({ reason, isSignal }) => (reason !== null ? words.notShown[reason] : isSignal ? <Badge kind="attention">{words.page.needsTalk}</Badge> : words.page.noSignal) },
        ]}
      />
    </Card>
  );
}
