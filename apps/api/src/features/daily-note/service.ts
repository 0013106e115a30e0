import type { addNote, Input, listNotes, NoteView, Output } from "@teraju/contracts";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { dailyNote } from "#db/schema/monthly-report.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { ritmeOf } from "../../rhythm.ts";
import { standardOn } from "../../standard.ts";
import { removeAll as removeEvidence } from "../evidence/service.ts";
import * as queries from "./queries.ts";

type Content = Omit<Input<typeof addNote>["body"], "id">;

/** My notes of a month with the results to tie them to, and whether my rumpun jabatan is asked for notes. Four statements. */
export async function list(ctx: Ctx, query: { month?: string | undefined }): Promise<Output<typeof listNotes>> {
  const month = query.month ?? queries.monthOf(ctx.today);
  const me = ctx.actor.personId;
  const [notes, results, post, { standar }] = await Promise.all([queries.findNotes(ctx.pool, me, month), queries.findResults(ctx.pool, me, Number(month.slice(0, 4))), queries.findPost(ctx.pool, me, ctx.today), standardOn(ctx.pool, ctx.today)]);
  return { month, today: ctx.today, notes, results, ritme: ritmeOf(post, standar).value };
}

/** Writes a note down. The same id with the same words once more is the same note; the trail never holds its text. */
export async function add(ctx: Ctx, { id, ...content }: { id: string } & Content): Promise<NoteView> {
  const replayed = await findReplayed(ctx, id, content);
  if (replayed !== null) return replayed;
  await mustBeSound(ctx, content);
  await change(ctx, async (tx) => {
    const made = await tx.insert(dailyNote).values({ id, personId: ctx.actor.personId, ...content }).onConflictDoNothing().returning({ id: dailyNote.id });
    // The id is taken: by somebody else, or by the same request a moment ago, which its sender will try once more.
    if (made.length === 0) throw new Problem((await queries.findNote(ctx.pool, ctx.actor.personId, id)) === null ? "not_found" : "busy");
    return { value: undefined, audit: { action: "daily-note.create", target: { type: "daily-note", id } } };
  });
  return mustFind(ctx, id);
}

export async function update(ctx: Ctx, id: string, { version, ...content }: { version: number } & Content): Promise<NoteView> {
  const note = await mustFind(ctx, id);
  refuseIf(note.isFixed ? ["wrong_status"] : []);
  await mustBeSound(ctx, content, note.lineId);
  await change(ctx, async (tx) => {
    const written = await tx.update(dailyNote).set({ ...content, version: sql`${dailyNote.version} + 1` })
      .where(and(eq(dailyNote.id, id), eq(dailyNote.personId, ctx.actor.personId), eq(dailyNote.version, version))).returning({ id: dailyNote.id });
    if (written.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "daily-note.update", target: { type: "daily-note", id } } };
  });
  return mustFind(ctx, id);
}

/** Takes a note away, its photos first. */
export async function remove(ctx: Ctx, dataDir: string, id: string): Promise<void> {
  const note = await mustFind(ctx, id);
  refuseIf(note.isFixed ? ["wrong_status"] : []);
  await removeEvidence(ctx, dataDir, note.photos.map((photo) => photo.id));
  await change(ctx, async (tx) => {
    await tx.delete(dailyNote).where(and(eq(dailyNote.id, id), eq(dailyNote.personId, ctx.actor.personId)));
    return { value: undefined, audit: { action: "daily-note.delete", target: { type: "daily-note", id } } };
  });
}

/** Somebody else's note does not exist, whoever asks. */
async function mustFind(ctx: Ctx, id: string): Promise<NoteView> {
  const note = await queries.findNote(ctx.pool, ctx.actor.personId, id);
  if (note === null) throw new Problem("not_found");
  return note;
}

async function findReplayed(ctx: Ctx, id: string, content: Content): Promise<NoteView | null> {
  const note = await queries.findNote(ctx.pool, ctx.actor.personId, id);
  if (note === null) return null;
  if (note.text !== content.text || note.day !== content.day || note.lineId !== content.lineId) throw new Problem("stale");
  return note;
}

async function mustBeSound(ctx: Ctx, { day, lineId }: Content, alreadyTied: string | null = null): Promise<void> {
  if (day > ctx.today) throw new Problem("invalid", { fields: [{ path: "body.day", code: "day_in_future" }] });
  if (lineId === null || lineId === alreadyTied) return;
  if (!(await queries.isOwnLine(ctx.pool, ctx.actor.personId, lineId))) throw new Problem("invalid", { fields: [{ path: "body.lineId", code: "unknown_line" }] });
}
