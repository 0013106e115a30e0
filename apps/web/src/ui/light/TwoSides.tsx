import type { BlindRatingView } from "@teraju/contracts/blind-rating";
import type { ReactNode } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useBlindRatingCopy } from "#copy/page/blind-rating.ts";
import { classes } from "../styles/classes.ts";
import { Badge } from "./Alert.tsx";
import { Explanation } from "./Explanation.tsx";
import css from "./TwoSides.module.css";

type Result = BlindRatingView["results"][number];
type TwoSidesProps = {
  results: readonly Result[];
  /** The side that looks: its own column says "Anda". */
  side: "pegawai" | "penilai";
  /** Under a result whose sides lie far apart and that nobody has explained. */
  explain?: (result: Result) => ReactNode;
};

/** Selisih as the rule gave it; null for a shape that it never gives. */
const gapOf = (value: unknown): { selisih: number; perluPenjelasan: boolean } | null =>
  typeof value === "object" && value !== null && "selisih" in value && typeof value.selisih === "number" && "perluPenjelasan" in value ? { selisih: value.selisih, perluPenjelasan: value.perluPenjelasan === true } : null;

/** How many results lie more than one level apart. */
export function wideGaps(results: readonly Result[]): number {
  return results.filter((one) => gapOf(one.both?.selisih.value)?.perluPenjelasan === true).length;
}

/** Each result with what the two sides gave it, the gap, and the words for a wide one. Before both are locked: only one's own. */
export function TwoSides({ results, side, explain }: TwoSidesProps) {
  return (
    <ul className={css["results"]}>
      {results.map((result) => (
        <li key={result.lineId}>
          <p className={css["text"]}>{result.text}</p>
          <OneResult result={result} side={side} explain={explain} />
        </li>
      ))}
    </ul>
  );
}

function OneResult({ result, side, explain }: { result: Result } & Omit<TwoSidesProps, "results">) {
  const words = useBlindRatingCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { both, own, word } = result;
  const gap = gapOf(both?.selisih.value);
  const other = side === "pegawai" ? ("penilai" as const) : ("pegawai" as const);
  if (both === null || gap === null) {
    return own === null ? null : <p className={css["mark"]}><span>{words.yours}</span> <b>{vocabulary.ekspektasi[own]}</b></p>;
  }
  return (
    <>
      <dl className={css["sides"]}>
        {([side, other] as const).map((one) => (
          <div key={one}>
            <dt>{one === side ? words.yours : words.side[one]}</dt>
            <dd>{vocabulary.ekspektasi[both[one]]}</dd>
          </div>
        ))}
      </dl>
      <p><Badge kind={gap.perluPenjelasan ? "attention" : "plain"}>{words.gap(gap.selisih)}</Badge></p>
      {gap.perluPenjelasan && word !== null && (
        <blockquote className={css["word"]}>
          <p className="small quiet">{words.said(word.by, format.date(word.on))}</p>
          <p>{word.text}</p>
        </blockquote>
      )}
      {gap.perluPenjelasan && word === null && (explain?.(result) ?? <p className="quiet">{words.notSaid}</p>)}
      {gap.selisih !== 0 && (
        <details className={classes(css["why"], "no-print")}>
          <summary>{words.why}</summary>
          <Explanation decision={both.selisih} />
        </details>
      )}
    </>
  );
}
