import { type RekonsiliasiRow, type RekonsiliasiView, readRekonsiliasi } from "@teraju/contracts/rekonsiliasi";
import type { Input } from "@teraju/contracts/endpoint";
import { useQueries } from "@tanstack/react-query";
import { type ReactNode, useCallback, useRef, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useRekonsiliasiCopy } from "#copy/page/rekonsiliasi.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { classes } from "#ui/styles/classes.ts";
import { VirtualList } from "#ui/work/VirtualList.tsx";
import { apiQuery } from "../../api.ts";
import { PersonItem } from "./PersonItem.tsx";
import css from "./rekonsiliasi.module.css";

type Props = { report: string; view: RekonsiliasiView; query: Omit<Input<typeof readRekonsiliasi>["query"], "after"> };

/** The people of the view. What one answer holds stands in the page as it is; a longer list has a frame, in which only what is in sight is there. */
export function People({ report, view, query }: Props) {
  const words = useRekonsiliasiCopy();
  const format = useFormat();
  const { found, rows, mayDecide, usualDue, next } = view;
  // On a phone one looks over lines and opens one; which are open is known here, since rows out of sight are not in the page.
  const isFolded = !useIsAtLeast(720);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = (nip: string) => setOpened((before) => (before.has(nip) ? new Set([...before].filter((one) => one !== nip)) : new Set([...before, nip])));
  const item = (row: RekonsiliasiRow) => <PersonItem key={row.nip} row={row} fold={isFolded ? { isOpen: opened.has(row.nip), onToggle: () => toggle(row.nip) } : null} report={report} unit={query.unit ?? null} mayDecide={mayDecide} usualDue={usualDue} />;
  return (
    <section aria-label={words.people} className="stack-tight">
      <p className="quiet small">{words.found(format.number(found))}</p>
      {next === null ? <ul className={classes(css["list"], isFolded && css["folded"])}>{rows.map((row) => <li key={row.nip}>{item(row)}</li>)}</ul> : <LongList report={report} query={query} found={found} page={rows.length} item={item} guess={isFolded ? FOLDED_PX : WHOLE_PX} />}
    </section>
  );
}

/** Height of a usual row, whole and folded. */
const WHOLE_PX = 210;
const FOLDED_PX = 86;
/** So many rows before and behind what is in sight are fetched too. */
const BESIDE = 40;
/** Who drags the bar passes over many pages: they are asked for at this pace. */
const PACE_MS = 100;

/** Ten thousand people come by pages of the server's size, each when it is nearly in sight. */
function LongList({ report, query, found, page, item, guess }: { report: string; query: Props["query"]; found: number; page: number; guess: number; item: (row: RekonsiliasiRow) => ReactNode }) {
  const words = useRekonsiliasiCopy();
  const format = useFormat();
  const [pages, setPages] = useState<readonly number[]>([0]);
  const wanted = useRef<{ pages: readonly number[]; timer: ReturnType<typeof setTimeout> | null }>({ pages: [0], timer: null });
  const onSight = useCallback((first: number, last: number, held: number | null) => {
    const pageOf = (row: number): number => Math.floor(Math.min(found - 1, Math.max(0, row)) / page);
    const [from, to] = [pageOf(first - BESIDE), pageOf(last + BESIDE)];
    wanted.current.pages = [...new Set([...Array.from({ length: to - from + 1 }, (_, i) => from + i), ...(held === null ? [] : [pageOf(held)])])];
    wanted.current.timer ??= setTimeout(() => {
      wanted.current.timer = null;
      setPages((before) => (before.join() === wanted.current.pages.join() ? before : wanted.current.pages));
    }, PACE_MS);
  }, [found, page]);
  const answers = useQueries({ queries: pages.map((n) => apiQuery(readRekonsiliasi, { params: { id: report }, query: n === 0 ? query : { ...query, after: String(n * page) } })) });
  return (
    <>
      <ProblemAlert error={answers.find(({ error }) => error !== null)?.error ?? null} />
      <VirtualList label={words.list(format.number(found))} count={found} guess={guess} onSight={onSight}>
        {(index) => {
          const row = answers[pages.indexOf(Math.floor(index / page))]?.data?.rows[index % page];
          return row === undefined ? <Skeleton height={guess - 20} /> : item(row);
        }}
      </VirtualList>
    </>
  );
}
