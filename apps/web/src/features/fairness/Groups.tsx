import type { FairnessView } from "@teraju/contracts/fairness";
import { useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Table } from "#ui/work/Table.tsx";
import { signed } from "./habit.ts";

/** p values, so small that zeros would be all to see, stay readable: "< 0,001". */
export function useProbability(): (p: number | null) => string {
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

type Line = FairnessView["groups"][number];
/** Whom a line compares: "PNS dan PPPK: PPPK dibanding PNS". */
export function useGroupName(): (line: Pick<Line, "attribute" | "group" | "against">) => string {
  const { page: words } = useFairnessCopy();
  const nameOf = (group: string) => (words.groupNames as Record<string, string>)[group] ?? group;
  return ({ attribute, group, against }) => `${words.attribute[attribute]}: ${words.against(nameOf(group), nameOf(against))}`;
}

/** Differences between groups: a signal needs sizes, ratio, adjusted p and the stratified direction together. `rate`: shares alone are compared, of what it names. */
export function Groups({ groups, title, sub, rate }: Pick<FairnessView, "groups"> & { title?: string; sub?: string; rate?: string }) {
  const { page: words, notShown } = useFairnessCopy();
  const format = useFormat();
  const probability = useProbability();
  const nameOf = useGroupName();
  const percent = (share: number | null) => (share === null ? "–" : format.percent(Math.round(share * 100)));
  const points = (share: number) => signed(share * 100, format);
  const difference = { key: "difference", label: words.smd, cell: (line: Line) => (line.difference === null ? "–" : `${signed(line.difference.value, format)} (${signed(line.difference.low, format)} … ${signed(line.difference.high, format)})`), isFigure: true };
  const gap = { key: "gap", label: words.gap, cell: (line: Line) => (line.gap === null ? "–" : `${words.points(points(line.gap.value))} (${points(line.gap.low)} … ${points(line.gap.high)})`), isFigure: true };
  return (
    <Card title={title ?? words.groups} sub={sub ?? words.groupsSub}>
      <Table
        caption={sub ?? words.groupsSub} rows={groups} rowKey={({ attribute, group, against }) => `${attribute} ${group} ${against}`} isDense
        columns={[
          { key: "group", label: words.group, cell: nameOf },
          { key: "n", label: words.size, cell: ({ n, nAgainst }) => words.sizes(format.number(n), format.number(nAgainst)), isFigure: true },
          rate === undefined ? difference : gap,
          { key: "rates", label: rate ?? words.rate, cell: (line) => words.rates(percent(line.rate), percent(line.rateAgainst)), isFigure: true, isMinor: true },
          { key: "ratio", label: words.ratioName, cell: ({ ratio }) => (ratio === null ? "–" : format.fixed(ratio, 2)), isFigure: true, isMinor: true },
          { key: "p", label: words.adjusted, cell: ({ pAdjusted }) => probability(pAdjusted), isFigure: true, isMinor: true },
          { key: "result", label: words.result, cell: ({ reason, isSignal }) => (isSignal ? <Badge kind="attention">{words.needsTalk}</Badge> : reason === null ? words.noSignal : notShown[reason]) },
        ]}
      />
    </Card>
  );
}
