import type { ResultView } from "@teraju/contracts/result";
import { useResultCopy } from "#copy/page/result.ts";
import { Card } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";

/** The whole tree of the Decision, for who opens it. */
export default function Whole({ shown: { decision } }: { shown: ResultView }) {
  const result = useResultCopy();
  return (
    <Card title={result.whole}>
      <Explanation decision={decision} isOpen={false} />
    </Card>
  );
}
