import { useFormat } from "#copy/copy.tsx";
import { useMayorPageCopy } from "#copy/page/mayor-page.ts";
import type { Change } from "./finding.ts";
import css from "./mayor-page.module.css";

const ARROW = { up: "↑", down: "↓", same: "→", unknown: "" } as const;

/** "↑ naik 1,2": the arrow repeats the word, the colour repeats nothing. */
export function ChangeWords({ change }: { change: Change }) {
  const { change: words } = useMayorPageCopy();
  const format = useFormat();
  const said = change.kind === "up" || change.kind === "down" ? words[change.kind](format.fixed(change.points, 1)) : words[change.kind];
  return (
    <span className={css["change"]}>
      <span aria-hidden>{ARROW[change.kind]}</span> {said}
    </span>
  );
}
