import { checkReport, giveVerdicts, readQueue, readReview, returnReport, type ReviewView } from "@teraju/contracts/review";
import { giveUmpanBalik, listUmpanBalik } from "@teraju/contracts/umpan-balik";
import type { Output } from "@teraju/contracts/endpoint";
import { useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call, queryKey } from "../../api.ts";
import { commentOf, unsaved, type Work } from "./work.ts";

type Queue = Output<typeof readQueue>;
/** The last word on what was sent: done, or not and why. */
export type Sent = { kind: "checked" | "returned" | "failed"; name: string; reportId: string; error?: unknown };

async function send(report: ReviewView, work: Work, kind: "check" | "return", onGiven: () => void): Promise<void> {
  const params = { reportId: report.id };
  const comment = commentOf(report, work);
  // First: said twice under its own id it is given once, and a report that is done has no page to write it on.
  if (comment !== null) {
    await call(giveUmpanBalik, { body: comment });
    onGiven();
  }
  const verdicts = unsaved(report.rows, work);
  const isPlain = kind === "check" && verdicts.every(({ verdict, rowId }) => verdict === "terima" && report.rows.some((row) => row.id === rowId && row.verdict === null));
  if (isPlain) {
    await call(checkReport, { params, body: { version: report.version, acceptRest: true } });
    return;
  }
  const { version } = verdicts.length === 0 ? report : await call(giveVerdicts, { params, body: { version: report.version, verdicts } });
  await (kind === "check" ? call(checkReport, { params, body: { version, acceptRest: false } }) : call(returnReport, { params, body: { version } }));
}

/** Sends in the background: the report leaves the queue at once, and comes back with the reason where it could not be kept. */
export function useSending() {
  const client = useQueryClient();
  const [last, setLast] = useState<Sent | null>(null);
  const underway = useRef(0);
  const settle = async () => {
    underway.current -= 1;
    if (underway.current > 0) return;
    await Promise.all([readQueue, listUmpanBalik].map((endpoint) => client.invalidateQueries({ queryKey: queryKey(endpoint) })));
  };
  const start = (report: ReviewView, work: Work, kind: "check" | "return", { onGiven, onSent }: { onGiven: () => void; onSent: () => void }) => {
    underway.current += 1;
    client.setQueryData<Queue>(queryKey(readQueue, {}), (queue) => queue && { ...queue, waiting: queue.waiting.filter(({ reportId }) => reportId !== report.id) });
    setLast({ kind: kind === "check" ? "checked" : "returned", name: report.person.name, reportId: report.id });
    void send(report, work, kind, onGiven)
      .then(onSent, (error: unknown) => setLast({ kind: "failed", name: report.person.name, reportId: report.id, error }))
      .finally(() => {
        void client.invalidateQueries({ queryKey: queryKey(readReview, { params: { reportId: report.id } }) });
        void settle();
      });
  };
  return { last, start };
}
