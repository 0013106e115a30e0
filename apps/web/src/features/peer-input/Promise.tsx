import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import css from "./peer-input.module.css";

/** The promise in full, in the words to which the product is held. `least` is the fewest answers of a shown group. */
export function PromiseWords({ least }: { least: number }) {
  const { promise } = usePeerInputCopy();
  return (
    <div className="stack-tight">
      <ul className={css["list"]}>
        {[promise.aggregate(least), promise.fewer(least), promise.once, promise.shuffled].map((line) => <li key={line}>{line}</li>)}
      </ul>
      <p>
        {promise.who} {promise.shown} {promise.sealed}
      </p>
      <p>{promise.limitsHelp(least)}</p>
    </div>
  );
}

/** The same, closed until somebody asks. */
export function PromiseDetails({ least }: { least: number }) {
  const { promise } = usePeerInputCopy();
  return (
    <details className={css["details"]}>
      <summary>{promise.title}</summary>
      <PromiseWords least={least} />
    </details>
  );
}
