import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef, useState } from "react";
import css from "./VirtualList.module.css";

type Props = {
  /** What the list is and how long, for who does not see it. */
  label: string;
  count: number;
  /** Height of a usual row in px; each is measured once it stands there. */
  guess: number;
  children: (index: number) => ReactNode;
  /** Told which rows are in sight, and the one in which somebody works, for a list that fetches as one scrolls; a stable function. */
  onSight?: (first: number, last: number, held: number | null) => void;
};

/**
 * Ten thousand rows are a list like any other: only those in sight, and a few beside them, stand in the page. The row in which
 * somebody works stays too, however far they scroll: what they typed, and where the keyboard is, are not lost.
 */
export function VirtualList({ label, count, guess, children, onSight }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<number | null>(null);
  const rows = useVirtualizer({
    count, getScrollElement: () => frame.current, estimateSize: () => guess, overscan: 8,
    rangeExtractor: (range) => {
      const near = defaultRangeExtractor(range);
      return held === null || held >= count || near.includes(held) ? near : [...near, held].toSorted((a, b) => a - b);
    },
  });
  const { startIndex: first = 0, endIndex: last = 0 } = rows.range ?? {};
  useEffect(() => onSight?.(first, last, held), [onSight, first, last, held]);
  return (
    <div ref={frame} className={css["frame"]} role="region" tabIndex={0} aria-label={label}>
      <ul className={css["list"]} style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <li key={index} ref={rows.measureElement} data-index={index} aria-setsize={count} aria-posinset={index + 1} className={css["row"]} style={{ transform: `translateY(${start}px)` }} onFocus={() => setHeld(index)}>
            {children(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
