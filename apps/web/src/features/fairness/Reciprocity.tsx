import type { FairnessView } from "@teraju/contracts/fairness";
import { useFormat } from "#copy/copy.tsx";
import { useFairnessCopy } from "#copy/page/fairness.ts";
import { Card } from "#ui/light/Card.tsx";
import { useProbability } from "./Groups.tsx";
import { signed } from "./habit.ts";

/** p at which the figure of the city is called more than chance. */
const CHANCE = 0.05;

/** Between units, one figure for the city: which two units, nobody is told. */
export function Reciprocity({ reciprocity }: Pick<FairnessView, "reciprocity">) {
  const { page: words } = useFairnessCopy();
  const format = useFormat();
  const probability = useProbability();
  return (
    <Card title={words.reciprocity} sub={words.reciprocitySub}>
      {reciprocity === null ? <p>{words.reciprocityFew}</p> : (
        <p>
          {words.reciprocityWords(format.number(reciprocity.pairs), signed(reciprocity.value, format), signed(reciprocity.low, format), signed(reciprocity.high, format), probability(reciprocity.p))} {reciprocity.p <= CHANCE ? words.reciprocityMore : words.reciprocityChance}
        </p>
      )}
    </Card>
  );
}
