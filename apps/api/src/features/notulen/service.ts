import { randomInt } from "node:crypto";
import type { Output } from "@teraju/contracts/endpoint";
import type { NotulenView, verifyNotulen } from "@teraju/contracts/notulen";
import { evaluationMeeting as rules, type Action } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx, PublicCtx } from "../../context.ts";
import { change, type Tx } from "#db/audit.ts";
import { evaluationMeeting, meetingItem, notulen, notulenAddendum, notulenSignature } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { leaderOf, meetingRefusals, mustMeeting, type Meeting } from "../../meeting.ts";
import { contentOf, hashOf } from "./content.ts";
import { findDocumentByCode } from "../../official-document.ts";
import { findByCode, findHeldItems, findNotulen, findStates, type StoredNotulen } from "./queries.ts";

export type Held = { meeting: Meeting; stored: StoredNotulen };
/** The minutes of a meeting that is over; `not_found` before that. */
export async function mustNotulen(ctx: Ctx, action: Extract<Action, `notulen.${string}`>, id: string): Promise<Held> {
  const meeting = await mustMeeting(ctx, action, id);
  const stored = await findNotulen(ctx.pool, id, ctx.today);
  if (stored === null) throw new Problem("not_found");
  return { meeting, stored };
}

const verificationPath = (code: string): string => `/verifikasi/${code}`;

export async function viewOf(ctx: Ctx, { meeting, stored }: Held): Promise<NotulenView> {
  const content = await contentOf(ctx, meeting, stored);
  const may = (action: rules.Action): string[] => meetingRefusals(ctx, meeting, action, { hasSigned: stored.signatures.some((one) => one.person.id === ctx.actor.personId) });
  return {
    ...content, meetingId: meeting.id, version: stored.version, status: stored.hash !== null ? "signed" : rules.notulenStatus(Math.min(1, stored.signatures.length)), meetingStatus: meeting.status,
    signatures: stored.signatures, hash: stored.hash, verificationPath: stored.code === null ? null : verificationPath(stored.code), addenda: stored.addenda, hasScan: stored.hasScan,
    actions: { edit: may("edit"), sign: signRefusals(ctx, { meeting, stored }), addendum: may("addendum"), scan: may("scan") },
  };
}

/** Who signs as what: the leader of the day as leader, the secretary as secretary; nobody for another. */
function roleOf(ctx: Ctx, meeting: Meeting): "pemimpin" | "notulis" | null {
  if (leaderOf(meeting)?.id === ctx.actor.personId) return "pemimpin";
  return meeting.secretary?.id === ctx.actor.personId ? "notulis" : null;
}
function signRefusals(ctx: Ctx, { meeting, stored }: Held) {
  const role = roleOf(ctx, meeting);
  return meetingRefusals(ctx, meeting, "sign", { parties: role === null ? [] : [role], hasSigned: stored.signatures.some((one) => one.person.id === ctx.actor.personId) });
}

export async function read(ctx: Ctx, id: string): Promise<NotulenView> {
  return viewOf(ctx, await mustNotulen(ctx, "notulen.read", id));
}

async function touch(tx: Tx, id: string, version: number, fields: Partial<typeof notulen.$inferInsert>): Promise<void> {
  const done = await tx.update(notulen).set({ ...fields, version: sql`${notulen.version} + 1` }).where(and(eq(notulen.meetingId, id), eq(notulen.version, version))).returning({ id: notulen.meetingId });
  if (done.length === 0) throw new Problem("stale");
}

type Words = { version: number; letterNumber: string | null; opening: string | null; closing: string | null; secretaryId: string | null; summaries: { itemId: string; summary: string | null }[] };
/** Words, not figures. A single signature is taken back with it: both sign the same words. */
export async function edit(ctx: Ctx, id: string, { version, secretaryId, summaries, ...words }: Words): Promise<NotulenView> {
  const held = await mustNotulen(ctx, "notulen.write", id);
  const { meeting, stored } = held;
  const items = await findHeldItems(ctx.pool, id);
  if (stored.version === version + 1 && saysAlready(held, items, { secretaryId, summaries, ...words })) return viewOf(ctx, held);
  refuseIf(meetingRefusals(ctx, meeting, "edit"));
  const strange = summaries.some(({ itemId }) => !items.some((item) => item.id === itemId));
  if (strange) throw new Problem("invalid", { fields: [{ path: "body.summaries", code: "not_on_this_agenda" }] });
  await mustBeSecretary(ctx, meeting, secretaryId);
  await change(ctx, async (tx) => {
    await touch(tx, id, version, words);
    await tx.delete(notulenSignature).where(eq(notulenSignature.meetingId, id));
    for (const { itemId, summary } of summaries) await tx.update(meetingItem).set({ summary }).where(and(eq(meetingItem.id, itemId), eq(meetingItem.meetingId, id)));
    if (secretaryId !== (meeting.secretary?.id ?? null)) await tx.update(evaluationMeeting).set({ secretaryId }).where(eq(evaluationMeeting.id, id));
    return { value: undefined, audit: { action: "notulen.edit", target: { type: "evaluation_meeting", id }, payload: { ...words, secretaryId, summaries, dropped: stored.signatures.map((one) => one.role) } } };
  });
  return read(ctx, id);
}

function saysAlready({ meeting, stored }: Held, items: { id: string; summary: string | null }[], { letterNumber, opening, closing, secretaryId, summaries }: Omit<Words, "version">): boolean {
  return stored.letterNumber === letterNumber && stored.opening === opening && stored.closing === closing && (meeting.secretary?.id ?? null) === secretaryId
    && summaries.every((one) => items.some((item) => item.id === one.itemId && item.summary === one.summary));
}

/** Who takes the minutes was there, and is not who led. */
async function mustBeSecretary(ctx: Ctx, meeting: Meeting, secretaryId: string | null): Promise<void> {
  if (secretaryId === null || secretaryId === meeting.secretary?.id) return;
  refuseIf(secretaryId === leaderOf(meeting)?.id ? ["secretary_is_leader"] : []);
  const people = await findStates(ctx.pool, meeting.id, ctx.today);
  if (!people.some((one) => one.person.id === secretaryId)) throw new Problem("invalid", { fields: [{ path: "body.secretaryId", code: "not_a_participant" }] });
}

// Without letters and digits that a person takes for one another.
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Thirty to the sixteenth: nobody finds minutes by guessing. */
function newCode(): string {
  return Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join("")).join("-");
}

/** Signs what the signer has seen: other words meanwhile are `stale`. The second signature freezes every word. */
export async function sign(ctx: Ctx, id: string, version: number): Promise<NotulenView> {
  const held = await mustNotulen(ctx, "notulen.write", id);
  const { meeting, stored } = held;
  const role = roleOf(ctx, meeting);
  const mine = stored.signatures.find((one) => one.person.id === ctx.actor.personId);
  if (mine !== undefined && stored.version === version + 1) return viewOf(ctx, held);
  refuseIf(signRefusals(ctx, held));
  if (role === null) throw new Problem("forbidden");
  const content = await contentOf(ctx, meeting, stored);
  const hash = hashOf(content);
  const isLast = stored.signatures.length === 1;
  await change(ctx, async (tx) => {
    await tx.insert(notulenSignature).values({ meetingId: id, role, personId: ctx.actor.personId, at: ctx.now, hash });
    await touch(tx, id, version, isLast ? { content, hash, code: newCode(), signedAt: ctx.now } : {});
    // A decision that came in meanwhile changed the content: the other signed other words.
    if (isLast && stored.signatures.some((one) => one.hash !== hash)) throw new Problem("stale");
    if (isLast) await tx.update(evaluationMeeting).set({ status: "signed" }).where(eq(evaluationMeeting.id, id));
    return { value: undefined, audit: { action: "notulen.sign", target: { type: "evaluation_meeting", id }, payload: { role, hash, isLast } } };
  });
  return read(ctx, id);
}

/** A correction beside the signed words. The same id again is the same addendum. */
export async function addAddendum(ctx: Ctx, id: string, { id: addendumId, text }: { id: string; text: string }): Promise<NotulenView> {
  const held = await mustNotulen(ctx, "notulen.write", id);
  const { meeting, stored } = held;
  if (stored.addenda.some((one) => one.id === addendumId && one.text === text)) return viewOf(ctx, held);
  refuseIf(meetingRefusals(ctx, meeting, "addendum"));
  const number = stored.addenda.length + 1;
  const hash = hashOf({ of: stored.hash, number, text, by: ctx.actor.personId, at: ctx.now });
  await change(ctx, async (tx) => {
    const made = await tx.insert(notulenAddendum).values({ id: addendumId, meetingId: id, number, text, byId: ctx.actor.personId, at: ctx.now, hash }).onConflictDoNothing().returning({ id: notulenAddendum.id });
    if (made.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "notulen.addendum", target: { type: "evaluation_meeting", id }, payload: { number, hash } } };
  });
  return read(ctx, id);
}

/** For anybody with the code of a printed page: minutes, or an official document of somebody who is not named. */
export async function verify(ctx: PublicCtx, code: string): Promise<Output<typeof verifyNotulen>> {
  const printed = code.toUpperCase();
  const minutes = await findByCode(ctx.pool, printed);
  if (minutes !== null) return { kind: "notulen", format: null, isCurrent: true, signatures: null, ...minutes };
  const document = await findDocumentByCode(ctx, printed);
  if (document === null) throw new Problem("not_found");
  const { kind, format, date, digest, isCurrent, signatures } = document;
  return { kind, format, number: printed, date, hash: digest, isCurrent, signatures, addenda: [] };
}
