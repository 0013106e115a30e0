import { createHash } from "node:crypto";
import { SHEET_TYPES, type applyReportImport, type Output, type previewReportImport, type readReportImport } from "@teraju/contracts";
import { access, addMonths, canonicalText, firstDayOf, monthOf, reportImport as rules, type Month } from "@teraju/domain";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { type AuditEntry, change } from "#db/audit.ts";
import { notification } from "#db/schema/index.ts";
import { Problem } from "#http/problem.ts";
import { capaianOf, ownRefusals } from "../../report.ts";
import { ritmeOf } from "../../rhythm.ts";
import { SheetFault } from "../../sheet-file/limits.ts";
import { readSheets } from "../../sheet-file/read.ts";
import { standardOn, type Standard } from "../../standard.ts";
import * as queries from "./queries.ts";

/** Whether the access table lets the actor fill this person's drafts. */
const mayFill = ({ actor }: Pick<Ctx, "actor">, { isBawahan }: Pick<queries.Person, "isBawahan">): boolean => access("report-import.fill", { relations: isBawahan ? ["bawahan"] : [], roles: actor.roles }).length === 0;
const isOfCity = ({ actor }: Pick<Ctx, "actor">): boolean => access("report-import.fill", { relations: [], roles: actor.roles }).length === 0;

/** Those whose rumpun imports, of the people whom the actor may import for. Two queries. */
export async function peopleOf(ctx: Ctx, month: Month): Promise<queries.Listed[]> {
  const [people, { standar }] = await Promise.all([queries.listPeople(ctx.pool, { actorId: ctx.actor.personId, today: ctx.today, month, all: isOfCity(ctx) }), standardOn(ctx.pool, ctx.today)]);
  return people.filter((one) => mayFill(ctx, one) && ritmeOf(one.post, standar).value === "impor");
}

/** The month asked for, else the one before: its window is the one that is open. */
export async function overview(ctx: Ctx, asked: Month | undefined): Promise<Output<typeof readReportImport>> {
  const month = asked ?? addMonths(monthOf(ctx.today), -1);
  const people = await peopleOf(ctx, month);
  const obliged = people.filter(({ kewajiban }) => kewajiban === "wajib_lapor");
  const draft = obliged.filter(({ status }) => status === "draft").length;
  return { month, people: people.length, draft, sent: obliged.length - draft, none: people.length - obliged.length };
}

type File = { body: unknown; contentType: string | undefined; source: string };
type Judged = { line: rules.BarisCapaian; person: queries.Found | null; putusan: rules.Putusan };
type Whole = { read: rules.BacaanCapaian; judged: Judged[]; found: Map<string, queries.Found>; standards: Map<Month, Standard> };

/** Reads the file and judges each line against the drafts as they are. Throws `invalid` for what is no such list, `not_found` where it names nobody of the actor's. */
async function judge(ctx: Ctx, { body, contentType }: File): Promise<Whole> {
  const mime = contentType?.split(";")[0]?.trim().toLowerCase();
  if (!Buffer.isBuffer(body) || !SHEET_TYPES.some((type) => type === mime)) throw new Problem("unsupported");
  const read = await readList(body);
  const lines = read.rows.flatMap((row) => ("isian" in row ? [row] : []));
  const months = [...new Set(lines.map(({ bulan }) => bulan))].filter((month) => month <= monthOf(ctx.today));
  const people = (await queries.findReports(ctx.pool, { actorId: ctx.actor.personId, today: ctx.today, nips: [...new Set(read.rows.map(({ nip }) => nip))], months })).filter((one) => mayFill(ctx, one));
  if (people.length === 0 && !isOfCity(ctx)) throw new Problem("not_found");
  const standards = new Map(await Promise.all(months.map(async (month) => [month, await standardOn(ctx.pool, firstDayOf(month))] as const)));
  const now = await standardOn(ctx.pool, ctx.today);
  const found = new Map(people.map((one) => [one.nip, one]));
  const seen = new Set<string>();
  const judged = lines.map((line): Judged => {
    const person = found.get(line.nip) ?? null;
    const putusan = rules.putusanBaris(line, person === null ? null : { ritme: ritmeOf(person.post, now.standar).value, report: reportOf(ctx, person, line.bulan, standards) });
    if (putusan.putusan === "masalah") return { line, person, putusan };
    if (seen.has(putusan.rowId)) return { line, person, putusan: { putusan: "masalah", kolom: "indikator", masalah: "baris_ganda" } };
    seen.add(putusan.rowId);
    return { line, person, putusan };
  });
  return { read, judged, found, standards };
}

async function readList(bytes: Buffer): Promise<rules.BacaanCapaian> {
  const refuse = (code: string): Problem => new Problem("invalid", { fields: [{ path: "body", code }] });
  const [sheet] = await readSheets(bytes).catch((error: unknown) => { throw error instanceof SheetFault ? refuse(error.code) : error; });
  const read = rules.bacaCapaian(sheet?.rows ?? []);
  if (read.fault !== null) throw refuse(read.fault);
  // PostgreSQL's text has no NUL, its JSON no lone surrogate: such a file is no spreadsheet's.
  if (/\\u0000|\\ud[89a-f]/i.test(JSON.stringify(read))) throw refuse("not_a_sheet");
  return read;
}

function reportOf({ today }: Ctx, { reports }: queries.Found, month: Month, standards: ReadonlyMap<Month, Standard>): rules.LaporanImpor["report"] {
  const [report, standard] = [reports.find((one) => one.month === month), standards.get(month)];
  if (report === undefined || standard === undefined) return null;
  const isOpen = !ownRefusals({ ...report, ownNotes: [] }, "save", standard, { today }).includes("period_closed");
  return { id: report.id, status: report.status, kewajiban: report.kewajiban, isOpen, rows: report.rows.map((row) => ({ ...row, kalimat: row.sentence, sebab: row.cause })) };
}

/** What the list would do, with nothing touched. */
export async function preview(ctx: Ctx, file: File): Promise<Output<typeof previewReportImport>> {
  const whole = await judge(ctx, file);
  const { read, judged, found } = whole;
  const filled = judged.flatMap(({ line, person, putusan }) => (putusan.putusan === "masalah" ? [] : [{ line: line.line, name: person?.name ?? "", month: line.bulan, indikator: line.indikator, text: textOf(line.isian), isNew: putusan.putusan === "isi" }]));
  const wrong = [
    ...read.rows.flatMap((row) => ("masalah" in row ? [{ ...row, name: found.get(row.nip)?.name ?? null }] : [])),
    ...judged.flatMap(({ line, person, putusan }) => (putusan.putusan === "masalah" ? [{ line: line.line, nip: line.nip, name: person?.name ?? null, kolom: putusan.kolom, masalah: putusan.masalah }] : [])),
  ].toSorted((a, b) => a.line - b.line);
  return { read: read.rows.length, people: new Set(judged.flatMap(({ line, putusan }) => (putusan.putusan === "isi" ? [line.nip] : []))).size, filled, wrong, digest: digestOf(planOf(whole, file.source)) };
}

const textOf = ({ realisasi, pembilang, penyebut, uraian }: rules.IsianCapaian): string => (realisasi !== null ? String(realisasi).replace(".", ",") : pembilang !== null ? `${String(pembilang).replace(".", ",")} / ${String(penyebut).replace(".", ",")}` : (uraian ?? ""));

type Plan = { reportId: string; version: number; personId: string; month: Month; fills: queries.Fill[] }[];
/** Report by report what is written: an empty sentence names the list, so that the report is whole without a note; capaian as the month's standard has it. */
function planOf({ judged, standards }: Whole, source: string): Plan {
  const byReport = Map.groupBy(judged.filter(({ putusan }) => putusan.putusan === "isi"), ({ line, person }) => `${person?.personId} ${line.bulan}`);
  return [...byReport.values()].flatMap((lines): Plan => {
    const [{ line: { bulan }, person }] = lines as [Judged, ...Judged[]];
    const [report, standard] = [person?.reports.find((one) => one.month === bulan), standards.get(bulan)];
    if (person === null || report === undefined || standard === undefined) return [];
    const isianOf = new Map(lines.flatMap(({ line, putusan }) => (putusan.putusan === "isi" ? [[putusan.rowId, line.isian] as const] : [])));
    const rows = report.rows.map((row) => ({ ...row, ...isianOf.get(row.id) }));
    const capaian = capaianOf(rows, standard).rows;
    const fills = rows.flatMap((row, i) => {
      const isian = isianOf.get(row.id);
      return isian === undefined ? [] : [{ rowId: row.id, realisasi: isian.realisasi, pembilang: isian.pembilang, penyebut: isian.penyebut, uraian: isian.uraian, sentence: isian.kalimat ?? row.sentence ?? (row.jenis === "uraian" ? null : `Menurut ${source}.`), cause: isian.sebab ?? row.cause, capaian: capaian[i] ?? null }];
    });
    return [{ reportId: report.id, version: report.version, personId: person.personId, month: bulan, fills }];
  });
}
const digestOf = (plan: Plan): string => createHash("sha256").update(canonicalText(plan)).digest("hex");

/** Lays the list into the drafts, all that the preview showed or nothing; each owner is told. Sent again it finds everything so already. */
export async function apply(ctx: Ctx, file: File & { digest: string }): Promise<Output<typeof applyReportImport>> {
  const whole = await judge(ctx, file);
  const plan = planOf(whole, file.source);
  if (plan.length === 0) return { rows: 0, reports: 0 };
  if (digestOf(plan) !== file.digest) throw new Problem("stale");
  const fills = plan.flatMap((one) => one.fills);
  await change(ctx, async (tx) => {
    if ((await queries.takeDrafts(tx, plan.map(({ reportId, version }) => ({ id: reportId, version })))) !== plan.length) throw new Problem("stale");
    await queries.fillRows(tx, fills, { by: ctx.actor.personId, on: ctx.today, source: file.source });
    for (const { personId, month } of plan) await tx.insert(notification).values({ id: v7(), personId, kind: "report_imported", params: JSON.stringify({ month, source: file.source }), day: ctx.today, createdAt: ctx.now }).onConflictDoNothing();
    return { value: undefined, audit: entriesOf(plan, file.source) };
  });
  return { rows: fills.length, reports: plan.length };
}

/** One line of the trail for each report: whose history it belongs to. Which rows and what figures, no words. */
function entriesOf(plan: Plan, source: string): readonly [AuditEntry, ...AuditEntry[]] {
  const entries = plan.map(({ reportId, fills }): AuditEntry => ({ action: "monthly_report.import", target: { type: "monthly_report", id: reportId }, payload: { source, rows: fills.map(({ rowId, realisasi, pembilang, penyebut }) => ({ rowId, realisasi, pembilang, penyebut })) } }));
  return entries as [AuditEntry, ...AuditEntry[]];
}
