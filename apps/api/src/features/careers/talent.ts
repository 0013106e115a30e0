import { createHash } from "node:crypto";
import type { listTalentLists, makeTalentList, Input, Output, readTalent } from "@teraju/contracts";
import { canonicalText, career, type Kotak, saranKotak, suppress } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { talentList } from "#db/schema/careers.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { mustRole } from "../../standing.ts";
import { writeWorkbook } from "../../xlsx.ts";
import { type Approval, type Decided, findTalentLists, type TalentListRow } from "./approval-queries.ts";
import * as queries from "./queries.ts";
import { personOf, potensialOf } from "./view.ts";

const BOXES: readonly Kotak[] = [9, 8, 7, 6, 5, 4, 3, 2, 1];
type ListView = Output<typeof listTalentLists>["lists"][number];
type Placed = { row: queries.Row; kotak: Kotak | null; hasPredikat: boolean };

/** People of a unit with their box; null where one of the axes is not known. */
async function placed(ctx: Ctx, year: number, unit: string | null): Promise<Placed[]> {
  const rows = await queries.findCareers(ctx.pool, unit, ctx.today);
  return rows.map((row) => {
    const predikat = row.predikat.find(({ tahun }) => tahun === year)?.predikat ?? null;
    return { row, kotak: career.kotakOrang({ predikat, potensial: potensialOf(row) })?.value ?? null, hasPredikat: predikat !== null };
  });
}

/**
 * The nine boxes. Names for the analis and the head of BKPSDM; who only operates sees the city's counts, small ones hidden, and no
 * single department: of two departments' counts and the city's a third could be subtracted.
 */
export async function boxes(ctx: Ctx, asked: { year?: string | undefined; unit?: string | undefined }): Promise<Output<typeof readTalent>> {
  mustRole(ctx, "talent.read");
  const seesNames = ctx.actor.roles.some((role) => role === "bkpsdm_analis" || role === "bkpsdm_kepala");
  const year = asked.year === undefined ? Number(ctx.today.slice(0, 4)) - 1 : Number(asked.year);
  const [people, units, { standar }] = await Promise.all([placed(ctx, year, seesNames ? (asked.unit ?? null) : null), queries.findOpds(ctx.pool, ctx.today), standardOn(ctx.pool, ctx.today)]);
  const groups = BOXES.map((kotak) => ({ key: String(kotak), n: people.filter((one) => one.kotak === kotak).length }));
  const without = [{ key: "belumDinilai", n: people.filter((one) => one.kotak === null && one.hasPredikat).length }, { key: "tanpaPredikat", n: people.filter((one) => !one.hasPredikat).length }];
  const shown = seesNames ? null : suppress([...groups, ...without], standar.sandiMin).cells;
  const countOf = (key: string, n: number): number | null => (shown === null ? n : (shown.find((one) => one.key === key)?.cell?.n ?? null));
  const [belumDinilai, tanpaPredikat] = without;
  return {
    year, units: seesNames ? units : [], isSuppressed: !seesNames, cite: "PermenPANRB 3/2020",
    boxes: BOXES.map((kotak, index) => ({
      kotak, n: countOf(String(kotak), groups[index]?.n ?? 0), saran: [...saranKotak({ kotak }).value],
      people: seesNames ? people.filter((one) => one.kotak === kotak).map(({ row }) => personOf(row)) : null,
    })),
    belumDinilai: countOf("belumDinilai", belumDinilai?.n ?? 0), tanpaPredikat: countOf("tanpaPredikat", tanpaPredikat?.n ?? 0),
  };
}

export const approvalOf = (row: Approval, actor: string) => ({
  madeBy: row.madeByName, madeOn: row.madeOn, status: row.status, decidedBy: row.decidedByName, decidedOn: row.decidedOn, note: row.note, version: row.version,
  actions: { decide: career.persetujuanRefusals({ status: row.status, madeBy: row.madeBy }, actor) },
});
const listView = (row: TalentListRow, actor: string): ListView => ({ id: row.id, title: row.title, purpose: row.purpose, recipient: row.recipient, people: row.rows.length, digest: row.digest, ...approvalOf(row, actor) });

export async function lists(ctx: Ctx): Promise<Output<typeof listTalentLists>> {
  mustRole(ctx, "talent-list.read");
  return { lists: (await findTalentLists(ctx.pool, null)).map((row) => listView(row, ctx.actor.personId)) };
}

async function mustFind(ctx: Ctx, id: string): Promise<TalentListRow> {
  const [row] = await findTalentLists(ctx.pool, id);
  if (row === undefined) throw new Problem("not_found");
  return row;
}

/** Freezes the names as they are now; the same id once more is the same list. */
export async function make(ctx: Ctx, { id, year, boxes: wanted, title, purpose, recipient }: Input<typeof makeTalentList>["body"]): Promise<ListView> {
  mustRole(ctx, "talent-list.make");
  const people = await placed(ctx, year, null);
  const rows = people.flatMap(({ row, kotak }) => (kotak !== null && wanted.includes(kotak) ? [{ nip: row.nip ?? "", name: row.name, golongan: row.golongan ?? "", jabatan: row.jabatan ?? "", unit: row.unit ?? "", kotak }] : []));
  refuseIf(rows.length === 0 ? ["list_empty"] : []);
  const digest = createHash("sha256").update(canonicalText({ title, purpose, recipient, year, rows })).digest("hex");
  await change(ctx, async (tx) => {
    await tx.insert(talentList).values({ id, title, purpose, recipient, rows: rows.map((row) => ({ ...row, year })), digest, madeBy: ctx.actor.personId, madeOn: ctx.today });
    return { value: undefined, audit: { action: "talent-list.make", target: { type: "talent-list", id }, payload: { digest, people: rows.length } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) !== "23505") throw error;
  });
  const made = await mustFind(ctx, id);
  if (made.madeBy !== ctx.actor.personId || made.digest !== digest) throw new Problem("stale");
  return listView(made, ctx.actor.personId);
}

export async function decide(ctx: Ctx, id: string, { version, approve, note }: Decided): Promise<ListView> {
  mustRole(ctx, "talent-list.decide");
  const row = await mustFind(ctx, id);
  const status = approve ? "approved" as const : "rejected" as const;
  if (row.status === status && row.version === version + 1 && row.decidedBy === ctx.actor.personId) return listView(row, ctx.actor.personId);
  refuseIf([...career.persetujuanRefusals({ status: row.status, madeBy: row.madeBy }, ctx.actor.personId), ...(!approve && note === null ? ["words_too_short" as const] : [])]);
  await change(ctx, async (tx) => {
    const written = await tx.update(talentList).set({ status, decidedBy: ctx.actor.personId, decidedOn: ctx.today, note, version: sql`${talentList.version} + 1` })
      .where(and(eq(talentList.id, id), eq(talentList.version, version), eq(talentList.status, "draft"))).returning({ id: talentList.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: `talent-list.${approve ? "approve" : "reject"}`, target: { type: "talent-list", id }, payload: { digest: row.digest } } };
  });
  return listView(await mustFind(ctx, id), ctx.actor.personId);
}

/** An approved list; each time that it goes out stands in the trail. */
export async function exportList(ctx: Ctx, id: string): Promise<Buffer> {
  mustRole(ctx, "talent-list.read");
  const row = await mustFind(ctx, id);
  refuseIf(row.status === "approved" ? [] : ["not_approved"]);
  const file = await writeWorkbook([{
    name: "Talenta", heading: [row.title, `Untuk: ${row.recipient}. ${row.purpose}`, `Dibuat ${row.madeByName} (${row.madeOn}), disetujui ${row.decidedByName ?? ""} (${row.decidedOn ?? ""}). SHA-256 ${row.digest}`],
    columns: [{ title: "NIP", width: 22 }, { title: "Nama", width: 32 }, { title: "Gol.", width: 7 }, { title: "Jabatan", width: 32 }, { title: "Unit", width: 36 }, { title: "Kotak", width: 8 }],
    rows: row.rows.map((one) => [one.nip, one.name, one.golongan, one.jabatan, one.unit, one.kotak]),
  }]);
  await change(ctx, async () => ({ value: undefined, audit: { action: "talent-list.export", target: { type: "talent-list", id }, payload: { digest: row.digest } } }));
  return file;
}
