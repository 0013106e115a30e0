import { useCopy, useFormat } from "#copy/copy.tsx";
import type { Copy } from "#copy/id.ts";
import { classes } from "../styles/classes.ts";
import css from "./Distribution.module.css";

type Predikat = keyof Copy["vocabulary"]["predikat"];
/** `limit` in people, from the pattern: at most, or at least so many. */
export type Portion = { predikat: Predikat; count: number; limit?: { people: number; kind: "max" | "min" } };

/** Five bars, the pattern's line across the one that it speaks of, and a hatched end where that is passed. */
export function Distribution({ portions }: { portions: readonly Portion[] }) {
  const { vocabulary, parts } = useCopy();
  const format = useFormat();
  const total = portions.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number) => (total === 0 ? 0 : (count / total) * 100);
  return (
    <dl className={css["bars"]}>
      {portions.map(({ predikat, count, limit }) => {
        const over = limit?.kind === "max" && count > limit.people ? count - limit.people : 0;
        return (
          <div key={predikat} className={css["row"]}>
            <dt>{vocabulary.predikat[predikat]}</dt>
            <dd className={css["track"]} aria-hidden>
              {count > over && <span className={classes(css["fill"], css[predikat], over > 0 && css["open"])} style={{ width: `${share(count - over)}%` }} />}
              {over > 0 && <span className={classes(css["over"], css[predikat])} style={{ left: `${share(count - over)}%`, width: `${share(over)}%` }} />}
              {limit && <span className={css["limit"]} style={{ left: `${share(limit.people)}%` }} />}
            </dd>
            <dd className={css["figures"]}>
              <b>{format.number(count)}</b> {format.percent(Math.round(share(count)))}
              {over > 0 && <span className="visually-hidden">, {parts.overPattern}</span>}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
