import { type Input, type KeptSkpTemplate, type listKeptSkpTemplates, type makeSkpTemplate, type Output, type renameSkpTemplate, skpTemplateBody } from "@teraju/contracts";
import { access } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Ctx } from "../../context.ts";
import { change, type AuditEntry } from "#db/audit.ts";
import { skpTemplate } from "#db/schema/skp.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import type { SkpRow } from "./queries.ts";
import { load } from "./service.ts";
import { templateRefusals } from "./view.ts";

type Row = Omit<KeptSkpTemplate, "hasilKerja" | "scope" | "made"> & { body: string; ownerId: string | null; madeBy: string | null; madeOn: string | null; sourceSkpId: string | null };

const KEPT = {
  name: "skp_templates_kept",
  text: `select t.id, t.title, t.jabatan_name as jabatan, t.source, t.body, t.owner_id as "ownerId", t.source_skp_id as "sourceSkpId", p.name as "madeBy", t.made_on as "madeOn", t.retired_on as "retiredOn", t.version
    from skp_template t left join person p on p.id = t.made_by
   where ($1::uuid is null or t.id = $1) and ($2::uuid is null or t.owner_id = $2 or ($3 and t.owner_id is null))
   order by t.retired_on desc nulls first, t.owner_id is null, t.made_on desc nulls last, t.jabatan_name, t.title limit 1000`,
};
/** Those of `keeper`, with `ofCity` also the city's; or one by its id, whosever it is. */
async function find(pool: Pool, { id = null, keeper = null, ofCity = false }: { id?: string | null; keeper?: string | null; ofCity?: boolean }): Promise<Row[]> {
  return (await pool.query<Row>({ ...KEPT, values: [id, keeper, ofCity] })).rows;
}

function toView({ body, ownerId, madeBy, madeOn, sourceSkpId: _, ...row }: Row): KeptSkpTemplate {
  const hasilKerja = skpTemplateBody.parse(JSON.parse(body)).hasilKerja.map(({ text }) => text);
  return { ...row, hasilKerja, scope: ownerId === null ? "city" : "team", made: madeBy === null || madeOn === null ? null : { by: madeBy, on: madeOn } };
}

/** The examples that the actor keeps. One statement. */
export async function kept(ctx: Ctx): Promise<Output<typeof listKeptSkpTemplates>> {
  const keepsCity = access("skp-template.keep", { relations: [], roles: ctx.actor.roles }).length === 0;
  return { templates: (await find(ctx.pool, { keeper: ctx.actor.personId, ofCity: keepsCity })).map(toView), keepsCity };
}

/** What an SKP says without whom it is from: ids go, and who gave additional work. */
function bodyOf(row: SkpRow): string {
  return JSON.stringify(skpTemplateBody.parse({ ...row, hasilKerja: row.hasilKerja.map((result) => ({ ...result, assignedBy: null })) }));
}

/** Makes an SKP in force the example of its post: the penilai's for their team, else (by BKPSDM's analis) the city's. */
export async function make(ctx: Ctx, skpId: string, { id, title }: Input<typeof makeSkpTemplate>["body"]): Promise<KeptSkpTemplate> {
  const row = await load(ctx, skpId, "skp-template.make");
  const [same] = await find(ctx.pool, { id });
  if (same !== undefined) {
    if (same.sourceSkpId !== skpId || same.title !== title) throw new Problem("stale");
    return toView(mustKeep(ctx, same));
  }
  refuseIf(templateRefusals(ctx, row));
  const me = ctx.actor.personId;
  const ownerId = row.currentPenilaiId === me ? me : null;
  const source = `${ownerId === null ? "Templat kota" : "Templat tim"}, dari SKP ${row.year} yang berlaku`;
  await named(ctx, { action: "skp-template.make", target: { type: "skp_template", id }, payload: { skpId, title, jabatan: row.jabatan, scope: ownerId === null ? "city" : "team" } }, async (tx) => {
    await tx.insert(skpTemplate).values({ id, jabatanName: row.jabatan ?? "", title, source, body: bodyOf(row), ownerId, madeBy: me, madeOn: ctx.today, sourceSkpId: skpId });
  });
  return one(ctx, id);
}

export async function rename(ctx: Ctx, id: string, { version, title }: Input<typeof renameSkpTemplate>["body"]): Promise<KeptSkpTemplate> {
  const row = await offered(ctx, id);
  await write(ctx, { id, version, patch: { title }, audit: { action: "skp-template.rename", payload: { from: row.title, to: title } } });
  return one(ctx, id);
}

/** From today it is offered to nobody; the drafts that were filled from it are their owners'. */
export async function retire(ctx: Ctx, id: string, version: number): Promise<KeptSkpTemplate> {
  const row = await offered(ctx, id);
  await write(ctx, { id, version, patch: { retiredOn: ctx.today }, audit: { action: "skp-template.retire", payload: { title: row.title } } });
  return one(ctx, id);
}

/** A team's example is there for who made it; one of the city for who keeps those. Throws `not_found` for everybody else. */
function mustKeep(ctx: Ctx, row: Row | undefined): Row {
  if (row === undefined || (row.ownerId !== null && row.ownerId !== ctx.actor.personId)) throw new Problem("not_found");
  if (row.ownerId === null) mustRole(ctx, "skp-template.keep");
  return row;
}
async function one(ctx: Ctx, id: string): Promise<KeptSkpTemplate> {
  const [row] = await find(ctx.pool, { id });
  return toView(mustKeep(ctx, row));
}
/** One that may still be changed. */
async function offered(ctx: Ctx, id: string): Promise<Row> {
  const [found] = await find(ctx.pool, { id });
  const row = mustKeep(ctx, found);
  if (row.retiredOn !== null) refuseIf(["wrong_status"]);
  return row;
}

type Patch = { id: string; version: number; patch: Partial<typeof skpTemplate.$inferInsert>; audit: Pick<AuditEntry, "action" | "payload"> };
async function write(ctx: Ctx, { id, version, patch, audit }: Patch): Promise<void> {
  await named(ctx, { ...audit, target: { type: "skp_template", id } }, async (tx) => {
    const written = await tx.update(skpTemplate).set({ ...patch, version: sql`${skpTemplate.version} + 1` }).where(and(eq(skpTemplate.id, id), eq(skpTemplate.version, version))).returning({ id: skpTemplate.id });
    if (written.length === 0) throw new Problem("stale");
  });
}

/** A change in the trail; that the post has an example of this name already, the database alone knows for sure. */
async function named(ctx: Ctx, audit: AuditEntry, work: (tx: Parameters<Parameters<typeof change>[1]>[0]) => Promise<void>): Promise<void> {
  try {
    await change(ctx, async (tx) => {
      await work(tx);
      return { value: undefined, audit };
    });
  } catch (error) {
    if (postgresCode(error) !== "23505") throw error;
    refuseIf(["template_name_taken"]);
  }
}
