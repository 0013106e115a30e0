import type { ReviewRow, ReviewView } from "@teraju/contracts/review";
import type { giveUmpanBalik, UmpanBalikView } from "@teraju/contracts/umpan-balik";
import type { Input } from "@teraju/contracts/endpoint";

export type Verdict = NonNullable<ReviewRow["verdict"]>;
export const VERDICTS = ["terima", "minta_perbaikan", "bahas_di_rapat"] as const satisfies readonly Verdict[];
export type Nada = NonNullable<UmpanBalikView["nada"]>;
export const NADA = ["positif", "netral", "negatif"] as const satisfies readonly Nada[];

/** What the penilai has decided of one report and not sent yet. `about`: a row's id, or "" for the work as a whole. */
export type Work = { verdicts: Record<string, { verdict: Verdict; note: string }>; comment: { id: string; text: string; nada: Nada; about: string } };

export function emptyWork(id: string): Work {
  return { verdicts: {}, comment: { id, text: "", nada: "netral", about: "" } };
}

/** The row's verdict as it stands: what was just decided, else what the server has. */
export function verdictOf(row: ReviewRow, work: Work): { verdict: Verdict | null; note: string } {
  return work.verdicts[row.id] ?? { verdict: row.verdict, note: row.verdictNote ?? "" };
}

/** Decides one row; a note that was written stays with the row. */
export function decide(work: Work, row: ReviewRow, verdict: Verdict): Work {
  return { ...work, verdicts: { ...work.verdicts, [row.id]: { verdict, note: verdictOf(row, work).note } } };
}
export function annotate(work: Work, row: ReviewRow, note: string): Work {
  const { verdict } = verdictOf(row, work);
  return verdict === null ? work : { ...work, verdicts: { ...work.verdicts, [row.id]: { verdict, note } } };
}
export function acceptRest(work: Work, rows: readonly ReviewRow[]): Work {
  return rows.filter((row) => verdictOf(row, work).verdict === null).reduce((sum, row) => decide(sum, row, "terima"), work);
}

/** What Enter would do: send back, finish, or name what is missing. The server refuses with its own rule all the same. */
export type Outcome = { kind: "return" } | { kind: "check" } | { kind: "undecided"; count: number } | { kind: "note_missing"; row: string };
export function outcomeOf(rows: readonly ReviewRow[], work: Work): Outcome {
  const now = rows.map((row) => ({ row: row.id, ...verdictOf(row, work) }));
  const bare = now.find(({ verdict, note }) => verdict === "minta_perbaikan" && note.trim() === "");
  if (bare !== undefined) return { kind: "note_missing", row: bare.row };
  if (now.some(({ verdict }) => verdict === "minta_perbaikan")) return { kind: "return" };
  const count = now.filter(({ verdict }) => verdict === null).length;
  return count > 0 ? { kind: "undecided", count } : { kind: "check" };
}

/** The verdicts that the server does not have yet. */
export function unsaved(rows: readonly ReviewRow[], work: Work): { rowId: string; verdict: Verdict; note: string | null }[] {
  return rows.flatMap((row) => {
    const it = work.verdicts[row.id];
    if (it === undefined) return [];
    const note = it.verdict === "terima" || it.note.trim() === "" ? null : it.note.trim();
    return it.verdict === row.verdict && note === row.verdictNote ? [] : [{ rowId: row.id, verdict: it.verdict, note }];
  });
}

/** The umpan balik that goes along, or null where nothing was written. */
export function commentOf(report: ReviewView, { comment }: Work): Input<typeof giveUmpanBalik>["body"] | null {
  if (comment.text.trim() === "") return null;
  const { id, text, nada, about } = comment;
  return { id, toId: report.person.id, month: report.month, nada, text, ...(about !== "" && { reportRowId: about }) };
}
