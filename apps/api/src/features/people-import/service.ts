import { createHash } from "node:crypto";
import { SHEET_TYPES, type ImportLine, type ImportPreview, type Output, type listPeopleImports, type readImportProgress, type readImportRows } from "@teraju/contracts";
import { firstDayOf, monthOf, peopleImport as rules, type LocalDate } from "@teraju/domain";
import { eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { peopleImport } from "#db/schema/index.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { SheetFault } from "../../sheet-file/limits.ts";
import { readSheets } from "../../sheet-file/read.ts";
import { mustRole } from "../../standing.ts";
import { keepRefusals } from "./keep.ts";
import * as queries from "./queries.ts";
import { findDependents } from "./undo-queries.ts";

export const PARTIES = ["bkpsdm"] as const;

export function toLine({ id, version, source, status, fileName, uploadedBy, uploadedAt, effectiveFrom, counts }: queries.ImportRow): ImportLine {
  return { id, version, source, status, fileName, uploadedBy, uploadedAt: uploadedAt.toISOString(), effectiveFrom, counts };
}

export async function list(ctx: Ctx): Promise<Output<typeof listPeopleImports>> {
  mustRole(ctx, "people-import.read");
  return { imports: (await queries.findImports(ctx.pool)).map(toLine) };
}

/** Reads a file and keeps what it says; of the city nothing changes. A file that cannot be read leaves nothing behind. */
export async function upload(ctx: Ctx, id: string, { name, body, contentType }: { name: string; body: unknown; contentType: string | undefined }): Promise<ImportLine> {
  mustRole(ctx, "people-import.manage");
  const mime = contentType?.split(";")[0]?.trim().toLowerCase();
  if (!Buffer.isBuffer(body) || !SHEET_TYPES.some((type) => type === mime)) throw new Problem("unsupported");
  const sha256 = createHash("sha256").update(body).digest("hex");
  const before = await queries.findImport(ctx.pool, id);
  if (before !== null) return sameUpload(ctx, before, sha256);
  const read = await readFile(body);
  await change(ctx, async (tx) => {
    await tx.insert(peopleImport).values({ id, source: read.source, fileName: name, sha256, sizeBytes: body.length, uploadedBy: ctx.actor.personId, uploadedAt: ctx.now, rows: read });
    return { value: undefined, audit: { action: "people-import.upload", target: { type: "people-import", id }, payload: { source: read.source, sha256, people: read.people.length, units: read.units.length } } };
  }).catch((error: unknown) => {
    // Sent twice at the same instant: the other one has made it.
    if (postgresCode(error) !== "23505") throw error;
  });
  return toLine(await mustFind(ctx, id));
}

async function sameUpload(ctx: Ctx, before: queries.ImportRow, sha256: string): Promise<ImportLine> {
  if (before.sha256 !== sha256 || before.uploadedById !== ctx.actor.personId) throw new Problem("stale");
  return toLine(before);
}

/** The file's own faults come as a code beside `body`: the screen has the sentence. */
async function readFile(bytes: Buffer): Promise<queries.StoredRows> {
  const sheets = await readSheets(bytes).catch((error: unknown) => {
    if (error instanceof SheetFault) throw new Problem("invalid", { fields: [{ path: "body", code: error.code }] });
    throw error;
  });
  const read = rules.readImport(sheets.map(({ rows }) => rows));
  if (read.fault !== null) throw new Problem("invalid", { fields: [{ path: "body", code: read.fault }] });
  const rows = read.people.length + read.units.length;
  if (rows > MOST_ROWS) throw new Problem("invalid", { fields: [{ path: "body", code: "too_many_rows" }] });
  // PostgreSQL's text has no NUL, its JSON no lone surrogate: such a file is no spreadsheet's.
  const text = JSON.stringify(read);
  if (/\\u0000|\\ud[89a-f]/i.test(text)) throw new Problem("invalid", { fields: [{ path: "body", code: "not_a_sheet" }] });
  return { source: read.source, people: [...read.people], units: [...read.units], bkn: read.bkn };
}
const MOST_ROWS = 10_000;

export type Choice = { from?: LocalDate | undefined; endMissing?: "ya" | "tidak" | undefined };
type Whole = { row: queries.ImportRow; stored: queries.StoredRows | null; from: LocalDate; endMissing: boolean; diff: rules.ImportDiff };

/** The whole preview. What was applied is compared with the city as it was on its day before: with what it changed, it would say "sama". */
async function wholePreview(ctx: Ctx, id: string, choice: Choice): Promise<Whole> {
  mustRole(ctx, "people-import.read");
  const row = await mustFind(ctx, id);
  const stored = await queries.findRows(ctx.pool, id);
  const from = row.effectiveFrom ?? choice.from ?? firstDayOf(monthOf(ctx.today));
  const endMissing = row.endMissing ?? choice.endMissing === "ya";
  const diff = rules.diffImport(toRows(stored), await queries.loadState(ctx.pool, from), { endMissing });
  return { row, stored, from, endMissing, diff };
}

export function toRows(stored: queries.StoredRows | null): rules.ImportRows {
  return { people: stored?.people ?? [], units: stored?.units ?? [], endsActing: stored?.source === "template" };
}

/** Names one preview: the day, the choice, and everything that would be done. */
export function digestOf(from: LocalDate, endMissing: boolean, diff: rules.ImportDiff): string {
  const work = { from, endMissing, people: diff.people.map(({ line, plan, problems }) => [line, plan, problems]), units: diff.units.map(({ line, plan, problems }) => [line, plan, problems]) };
  return createHash("sha256").update(JSON.stringify(work)).digest("hex");
}

export async function preview(ctx: Ctx, id: string, choice: Choice): Promise<ImportPreview> {
  const { row, stored, from, endMissing, diff } = await wholePreview(ctx, id, choice);
  const keptAt = stored?.bkn == null ? null : await queries.findKeptAt(ctx.pool, id);
  const dependents = row.status === "applied" ? await findDependents(ctx.pool, id) : [];
  const bkn = stored?.bkn ?? null;
  return {
    import: toLine(row), from, endMissing, people: stored?.people.length ?? 0, units: stored?.units.length ?? 0, counts: row.counts ?? diff.counts, digest: digestOf(from, endMissing, diff), dependents,
    bkn: bkn === null ? null : { kind: bkn.kind, title: bkn.title, period: bkn.period, rows: bkn.rows.length, unread: bkn.rows.filter(({ unread }) => unread.length > 0).length, keptAt },
    actions: {
      apply: rules.applyRefusals(row.status, PARTIES, diff.counts, { endMissing }), discard: rules.discardRefusals(row.status, PARTIES),
      undo: rules.undoRefusals(row.status, PARTIES, dependents), keep: keepRefusals(row.status, bkn),
    },
  };
}

export async function rows(ctx: Ctx, id: string, { of, group, ...choice }: Choice & { of: "orang" | "unit"; group: rules.ImportGroup }): Promise<Output<typeof readImportRows>> {
  const { diff } = await wholePreview(ctx, id, choice);
  const entries = of === "orang"
    ? diff.people.filter((e) => e.group === group).map(({ line, nip, name, changes, problems }) => ({ line, key: nip, name, changes: [...changes], problems: [...problems] }))
    : diff.units.filter((e) => e.group === group).map(({ line, code, name, changes, problems }) => ({ line, key: code, name, changes: [...changes], problems: [...problems] }));
  return { entries };
}

/** All problems of the preview, in the order of the file. */
export async function problems(ctx: Ctx, id: string, choice: Choice): Promise<{ line: number; key: string | null; name: string; problem: rules.RowProblem; of: "orang" | "unit" }[]> {
  const { diff } = await wholePreview(ctx, id, choice);
  return [
    ...diff.units.flatMap(({ code, name, problems: all }) => all.map((problem) => ({ line: problem.line, key: code, name, problem, of: "unit" as const }))),
    ...diff.people.flatMap(({ nip, name, problems: all }) => all.map((problem) => ({ line: problem.line, key: nip, name, problem, of: "orang" as const }))),
  ];
}

export async function progress(ctx: Ctx, id: string): Promise<Output<typeof readImportProgress>> {
  mustRole(ctx, "people-import.read");
  await mustFind(ctx, id);
  return (await queries.findProgress(ctx.pool, id)) ?? { step: null, done: 0, total: 0 };
}

/** Puts a file away: what it said is deleted, that it was there stays in the list and in the trail. */
export async function discard(ctx: Ctx, id: string, version: number): Promise<ImportLine> {
  mustRole(ctx, "people-import.manage");
  const row = await mustFind(ctx, id);
  if (row.status === "discarded" && row.version === version + 1) return toLine(row);
  if (row.version !== version) throw new Problem("stale");
  refuseIf(rules.discardRefusals(row.status, PARTIES));
  await change(ctx, async (tx) => {
    const written = await tx.update(peopleImport).set({ status: "discarded", rows: null, version: sql`${peopleImport.version} + 1` }).where(sql`${eq(peopleImport.id, id)} and ${eq(peopleImport.version, version)}`).returning({ id: peopleImport.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "people-import.discard", target: { type: "people-import", id } } };
  });
  return toLine(await mustFind(ctx, id));
}

export async function mustFind(ctx: Ctx, id: string): Promise<queries.ImportRow> {
  const row = await queries.findImport(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  return row;
}
