import { readMyReport, type ReportDraft, type ReportRowView, type ReportView } from "@teraju/contracts/monthly-report";
import { useSuspenseQuery } from "@tanstack/react-query";
import { apiQuery } from "../../api.ts";
import type { Entry, OutboxState } from "../../outbox.ts";
import { outbox, useOutbox } from "../../sending.tsx";

export type Row = ReportRowView;
export type RowWords = ReportDraft["rows"][number];
export type Words = Omit<ReportDraft, "version">;
/** What the form may change on a row. */
export type RowChange = Partial<Omit<RowWords, "id">>;

const SEND_AFTER_MS = 1500;

function wordsOf(view: ReportView): Words {
  return {
    kendala: view.kendala, bantuan: view.bantuan,
    rows: view.rows.map(({ id, realisasi, pembilang, penyebut, uraian, sentence, cause, isFlagged, notes }) => ({
      id, realisasi, pembilang, penyebut, uraian, sentence, cause, isFlagged, noteIds: notes.filter((n) => n.isAttached).map((n) => n.id) })),
  };
}

/** The server's words, with what this device has not sent yet laid over them: row by row, since the SKP may have changed meanwhile. */
export function draftOf(view: ReportView, entries: readonly Entry[]): Words {
  const base = wordsOf(view);
  const last = entries.findLast((e) => e.recordId === view.id && (e.endpoint === "saveReport" || e.endpoint === "submitReport"));
  if (last === undefined) return base;
  const body = last.input.body as Words & { draft?: Words };
  const mine = body.draft ?? body;
  return { kendala: mine.kendala, bantuan: mine.bantuan, rows: base.rows.map((row) => mine.rows.find((own) => own.id === row.id) ?? row) };
}

export function versionOf(view: ReportView, entries: readonly Entry[]): number {
  return Math.max(view.version, ...entries.filter((e) => e.recordId === view.id).map((e) => e.version ?? 0));
}

export type Report = {
  view: ReportView; draft: Words; box: OutboxState; /** Entries of this report that have not arrived. */ waiting: readonly Entry[];
  isSubmitting: boolean;
  changeRow: (id: string, change: RowChange) => void; changeRows: (changes: readonly (readonly [id: string, change: RowChange])[]) => void; changeWords: (change: Partial<Pick<Words, "kendala" | "bantuan">>) => void; submit: (today: string) => void;
};

/** One's own report of a month, as it stands on this device. Each change is on the device at once, and on the server soon. */
export function useReport(month: string): Report {
  const view = useSuspenseQuery(apiQuery(readMyReport, { params: { month } })).data;
  const box = useOutbox();
  const waiting = box.entries.filter((e) => e.recordId === view.id);
  const draft = draftOf(view, waiting);
  // Read anew when called: two changes in one breath must both be there.
  const latest = () => draftOf(view, outbox.read().entries);
  const add = (body: Words) => void outbox.add({
    endpoint: "saveReport", recordId: view.id, version: versionOf(view, outbox.read().entries), input: { params: { id: view.id }, body }, supersedes: ["saveReport"], delayMs: SEND_AFTER_MS });
  const changeRows: Report["changeRows"] = (changes) => {
    const now = latest();
    add({ ...now, rows: now.rows.map((row) => ({ ...row, ...changes.find(([id]) => id === row.id)?.[1] })) });
  };
  return {
    view, draft, box, waiting, isSubmitting: waiting.some((e) => e.endpoint === "submitReport"),
    changeRow: (id, change) => changeRows([[id, change]]),
    changeRows,
    changeWords: (change) => add({ ...latest(), ...change }),
    submit: (today) => void outbox.add({
      endpoint: "submitReport", recordId: view.id, version: versionOf(view, outbox.read().entries), supersedes: ["saveReport", "submitReport"],
      input: { params: { id: view.id }, body: { finishedOn: today, draft: latest() } } }),
  };
}

// oxlint-disable-next-line no-control-regex -- the characters that the contract refuses, taken out as they are pasted
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;
/** As the contract takes it: nothing typed or pasted here can be refused later. An empty text is none. */
export function cleanText(text: string): string | null {
  const clean = text.replaceAll("\r\n", "\n").replaceAll(FORBIDDEN, "");
  return clean === "" ? null : clean;
}
const MOST = 999_999_999_999.99;
export function cleanFigure(value: number | null): number | null {
  return value === null || value < 0 ? null : Math.min(MOST, Math.round(value * 100) / 100);
}
