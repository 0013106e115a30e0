import { createHash } from "node:crypto";
import type { LetterheadView, readLetterheads, setLetterhead } from "@teraju/contracts/documents";
import type { Input, Output } from "@teraju/contracts/endpoint";
import { access } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { letterhead, letterheadImage } from "#db/schema/documents.ts";
import { Problem } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { checkFile } from "../evidence/files.ts";

const HEADS = {
  name: "letterhead_list",
  text: `
    select json_build_object('id', n.unit_id, 'name', n.name, 'isCity', n.kind = 'kota') as unit, l.version, l.name, l.address, l.contact
      from unit_node n join tree_version t on t.id = n.tree_id and t.valid_from <= $1 and (t.valid_until is null or t.valid_until > $1)
      left join letterhead l on l.unit_id = n.unit_id
     where n.kind = 'kota' or n.unit_id = n.opd_id order by n.ord`,
};
const IMAGES = "select slot, octet_length(bytes) as \"sizeBytes\" from letterhead_image order by slot";
type Slot = "daerah" | "negara";
const MOST_BYTES = 512 * 1024;

export async function list(ctx: Ctx): Promise<Output<typeof readLetterheads>> {
  mustRole(ctx, "letterhead.read");
  const [heads, images] = await Promise.all([ctx.pool.query<LetterheadView>({ ...HEADS, values: [ctx.today] }), ctx.pool.query<{ slot: Slot; sizeBytes: number }>(IMAGES)]);
  return { heads: heads.rows, images: images.rows, mayEdit: access("letterhead.set", { relations: [], roles: ctx.actor.roles }).length === 0 };
}

async function headOf(ctx: Ctx, unitId: string): Promise<LetterheadView> {
  const { rows } = await ctx.pool.query<LetterheadView>({ ...HEADS, values: [ctx.today] });
  const found = rows.find(({ unit }) => unit.id === unitId);
  if (found === undefined) throw new Problem("not_found");
  return found;
}

type Body = Input<typeof setLetterhead>["body"];
/** The same words again change nothing. */
export async function set(ctx: Ctx, unitId: string, { version, name, address, contact }: Body): Promise<LetterheadView> {
  mustRole(ctx, "letterhead.set");
  const before = await headOf(ctx, unitId);
  const words = { name, address, contact };
  const isSame = before.name === name && before.address === address && before.contact === contact;
  if (isSame && before.version === (version ?? 0) + 1) return before;
  if (before.version !== version) throw new Problem("stale");
  await change(ctx, async (tx) => {
    const done = version === null
      ? await tx.insert(letterhead).values({ unitId, ...words }).onConflictDoNothing().returning({ id: letterhead.unitId })
      : await tx.update(letterhead).set({ ...words, version: sql`${letterhead.version} + 1` }).where(and(eq(letterhead.unitId, unitId), eq(letterhead.version, version))).returning({ id: letterhead.unitId });
    if (done.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "letterhead.set", target: { type: "unit", id: unitId }, payload: words } };
  });
  return headOf(ctx, unitId);
}

export async function readImage(ctx: Ctx, slot: Slot): Promise<{ mime: string; bytes: Buffer }> {
  mustRole(ctx, "letterhead.read");
  const [found] = await ctx.db.select({ mime: letterheadImage.mime, bytes: letterheadImage.bytes }).from(letterheadImage).where(eq(letterheadImage.slot, slot));
  if (found === undefined) throw new Problem("not_found");
  return found;
}

/** PNG or JPEG, without its metadata. The same picture again changes nothing. */
export async function setImage(ctx: Ctx, slot: Slot, { body, contentType }: { body: unknown; contentType: string | undefined }): Promise<{ sizeBytes: number }> {
  mustRole(ctx, "letterhead.set");
  const { bytes, mime } = await checkFile(body, contentType, "");
  if (mime === "application/pdf") throw new Problem("unsupported", { fields: [{ path: "body", code: "type_not_taken" }] });
  if (bytes.length > MOST_BYTES) throw new Problem("too_large");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const [before] = await ctx.db.select({ sha256: letterheadImage.sha256 }).from(letterheadImage).where(eq(letterheadImage.slot, slot));
  if (before?.sha256 === sha256) return { sizeBytes: bytes.length };
  return change(ctx, async (tx) => {
    const values = { slot, mime, bytes, sha256 };
    await tx.insert(letterheadImage).values(values).onConflictDoUpdate({ target: letterheadImage.slot, set: values });
    return { value: { sizeBytes: bytes.length }, audit: { action: "letterhead.image", target: { type: "letterhead_image", id: slot }, payload: { sha256 } } };
  });
}

/** What is not there is gone already. */
export async function removeImage(ctx: Ctx, slot: Slot): Promise<void> {
  mustRole(ctx, "letterhead.set");
  const [before] = await ctx.db.select({ slot: letterheadImage.slot }).from(letterheadImage).where(eq(letterheadImage.slot, slot));
  if (before === undefined) return;
  await change(ctx, async (tx) => {
    await tx.delete(letterheadImage).where(eq(letterheadImage.slot, slot));
    return { value: undefined, audit: { action: "letterhead.image_removed", target: { type: "letterhead_image", id: slot } } };
  });
}
