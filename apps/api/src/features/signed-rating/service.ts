import type { Output } from "@teraju/contracts/endpoint";
import type { listSignedRatings, SignedRatingView } from "@teraju/contracts/signed-rating";
import { access, type Action, type LocalDate, signedRating as rules } from "@teraju/domain";
import { and, eq, ne, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog, signedRating } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { loadPaperWork, type PaperRating, paperRefusals, type PaperWork, refusePaper, setFromPaper } from "../appraisal/on-paper.ts";
import { findPeriod, periodView } from "../appraisal/period.ts";
import { ratersOf, teamOf } from "../appraisal/raters.ts";
import type { Key } from "../appraisal/service.ts";
import { findHeads, findSigned, isKepala, listStates, type Stored } from "./queries.ts";

/** Whom the Wali Kota rates. Some six queries. */
export async function list(ctx: Ctx, periodId: string): Promise<Output<typeof listSignedRatings>> {
  mustRole(ctx, "signed-rating.read");
  const period = await findPeriod(ctx.pool, periodId);
  const lines = [];
  for (const head of await findHeads(ctx.pool, period.selesai)) {
    const team = (await teamOf(ctx.pool, period, head.id, ctx.today)).filter(({ penilai }) => penilai.value === head.id);
    for (const { state, ...person } of await listStates(ctx.pool, periodId, team.map((one) => one.personId), period.selesai)) lines.push({ person, penilai: head.name, state });
  }
  return { period: periodView(period, ctx.today), lines };
}

export type Held = PaperWork & { key: Key; paper: Stored | null; penilai: { id: string; name: string }; selesai: LocalDate; /** It is the paper of the head of BKPSDM, who confirms all others. */ isOfKepala: boolean };
/** The paper of a person's period, on the desk of who rates it; `not_found` where that is not who leads the city. */
export async function hold(ctx: Ctx, key: Key, signedOn?: LocalDate): Promise<Held> {
  const period = await findPeriod(ctx.pool, key.periodId);
  const [raters, heads, paper, isOfKepala] = await Promise.all([ratersOf(ctx.pool, period, key.personId, ctx.today), findHeads(ctx.pool, period.selesai), findSigned(ctx.pool, key), isKepala(ctx.pool, key.personId, ctx.today)]);
  const penilai = heads.find(({ id }) => id === raters?.penilai.value);
  if (penilai === undefined) throw new Problem("not_found");
  return { ...await loadPaperWork(ctx, key, penilai, signedOn ?? paper?.signedOn ?? ctx.today), key, paper, penilai, selesai: period.selesai, isOfKepala };
}

const standing = ({ actor: { roles } }: Ctx) => ({ relations: [], roles });
/** Whose part it is to confirm this paper or send it back. Who confirms all others never confirms their own: of that paper it is a second one of those who enter, too. */
function secondOf(ctx: Ctx, { isOfKepala }: Held): Action {
  return isOfKepala && access("signed-rating.confirm", standing(ctx)).length > 0 ? "signed-rating.enter" : "signed-rating.confirm";
}

export function factsOf(ctx: Ctx, { key, paper }: Held) {
  return { paper: paper === null ? null : { status: paper.status, enteredBy: paper.enteredBy.id, hasScan: paper.scanKey !== null, seenBy: paper.seenBy }, personId: key.personId, actorId: ctx.actor.personId, isRatedByKepalaDaerah: true };
}

export function viewOf(ctx: Ctx, held: Held): SignedRatingView {
  const { work, paper, penilai } = held;
  const { seat, material, period, raters } = work;
  const facts = factsOf(ctx, held);
  return {
    period: periodView(period, ctx.today), person: { id: raters.personId, name: seat.name, jabatan: seat.jabatan }, penilai,
    paper: paper === null ? null : {
      id: paper.id, version: paper.version, status: paper.status, number: paper.number, signedOn: paper.signedOn, hasilKerja: paper.hasilKerja, perilakuKerja: paper.perilakuKerja, alasanHasilKerja: paper.alasanHasilKerja, alasanPerilaku: paper.alasanPerilaku, basis: paper.basis,
      scan: paper.scanTitle === null ? null : { title: paper.scanTitle }, enteredBy: paper.enteredBy, enteredOn: paper.enteredOn, confirmedBy: paper.confirmedBy, confirmedOn: paper.confirmedOn, returned: paper.returned,
    },
    resultId: paper?.appraisalId ?? null,
    evidence: material.evidence.map(({ id, title, month }) => ({ id, title, month })),
    umpanBalik: material.umpanBalik.map(({ id, from, nada, text, givenOn }) => ({ id, from, nada, text, givenOn })),
    isSecond: access(secondOf(ctx, held), standing(ctx)).length === 0,
    actions: {
      enter: rules.enterRefusals(facts, { signedOn: ctx.today, today: ctx.today }),
      confirm: paper?.status !== "entered" ? rules.confirmRefusals(facts) : [...rules.confirmRefusals(facts), ...paperRefusals(held, paper)],
      return: rules.returnRefusals(facts),
    },
  };
}

export async function read(ctx: Ctx, key: Key): Promise<SignedRatingView> {
  mustRole(ctx, "signed-rating.read");
  const held = await hold(ctx, key);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "signed-rating.read", subjectId: key.personId });
  return viewOf(ctx, held);
}

type Said = PaperRating & { number: string | null };
type Entry = Said & { id: string; version: number | null };
/** Everything that a paper says, as one text. */
const words = ({ number, signedOn, hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku, basis }: Said): string => JSON.stringify([number, signedOn, hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku, basis.map((one) => `${one.aspect} ${one.kind} ${one.id}`)]);

/** Entered anew, by whomever, a paper waits for its second person again. */
export const UNRETURNED = { status: "entered", returnedBy: null, returnedOn: null, returnReason: null } as const;

/** What the paper says. Entered otherwise, its scan has to be seen anew. The same entry sent again is the same. */
export async function enter(ctx: Ctx, key: Key, body: Entry): Promise<SignedRatingView> {
  mustRole(ctx, "signed-rating.enter");
  const held = await hold(ctx, key, body.signedOn);
  const { paper } = held;
  if (paper !== null && paper.version === (body.version ?? 0) + 1 && words(paper) === words(body)) return viewOf(ctx, held);
  if ((paper === null) !== (body.version === null)) throw new Problem("stale");
  refuseIf(rules.enterRefusals(factsOf(ctx, held), { signedOn: body.signedOn, today: ctx.today }));
  refusePaper(held, body);
  const { hasilKerja, perilakuKerja: perilaku, alasanHasilKerja, alasanPerilaku, signedOn, number } = body;
  const said = { hasilKerja: hasilKerja ?? "sesuai", perilaku: perilaku ?? "sesuai", alasanHasilKerja, alasanPerilaku, signedOn, number, basis: [...body.basis], enteredBy: ctx.actor.personId, enteredOn: ctx.today };
  await change(ctx, async (tx) => {
    const id = paper?.id ?? body.id;
    const done = paper === null
      ? await tx.insert(signedRating).values({ id, ...key, penilaiId: held.penilai.id, ...said }).onConflictDoNothing().returning({ id: signedRating.id })
      : await tx.update(signedRating).set({ ...said, ...UNRETURNED, penilaiId: held.penilai.id, version: sql`${signedRating.version} + 1` }).where(and(eq(signedRating.id, id), eq(signedRating.version, body.version ?? 0), ne(signedRating.status, "confirmed"))).returning({ id: signedRating.id });
    if (done.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "signed-rating.enter", target: { type: "signed_rating", id }, payload: { ...key, penilaiId: held.penilai.id, number, signedOn, hasilKerja, perilaku, basis: said.basis } } };
  });
  return viewOf(ctx, await hold(ctx, key));
}

/** The paper, before the second person: whoever may not see papers learns nothing, whoever may not confirm this one is told so. */
async function holdAsSecond(ctx: Ctx, key: Key): Promise<Held> {
  if (access("signed-rating.confirm", standing(ctx)).includes("not_found")) throw new Problem("not_found");
  const held = await hold(ctx, key);
  mustRole(ctx, secondOf(ctx, held));
  return held;
}

/** Sends the entry back to who made it, with the reason. Sent again it is the same. */
export async function sendBack(ctx: Ctx, key: Key, { version, reason }: { version: number; reason: string }): Promise<SignedRatingView> {
  const held = await holdAsSecond(ctx, key);
  const { paper } = held;
  if (paper?.status === "returned" && paper.version === version + 1 && paper.returned?.reason === reason) return viewOf(ctx, held);
  refuseIf(rules.returnRefusals(factsOf(ctx, held)));
  if (paper === null || paper.version !== version) throw new Problem("stale");
  await change(ctx, async (tx) => {
    const done = await tx.update(signedRating).set({ status: "returned", returnedBy: ctx.actor.personId, returnedOn: ctx.today, returnReason: reason, version: sql`${signedRating.version} + 1` })
      .where(and(eq(signedRating.id, paper.id), eq(signedRating.version, version), eq(signedRating.status, "entered"))).returning({ id: signedRating.id });
    if (done.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "signed-rating.return", target: { type: "signed_rating", id: paper.id }, payload: { ...key, enteredBy: paper.enteredBy.id, reason } } };
  });
  return viewOf(ctx, await hold(ctx, key));
}

/** Sets the result as the Wali Kota's. Sent again it is the same result. */
export async function confirm(ctx: Ctx, key: Key, { version }: { version: number }): Promise<SignedRatingView> {
  const held = await holdAsSecond(ctx, key);
  const { paper } = held;
  if (paper?.status === "confirmed" && paper.confirmedBy?.id === ctx.actor.personId && paper.version === version + 1) return viewOf(ctx, held);
  refuseIf(rules.confirmRefusals(factsOf(ctx, held)));
  if (paper === null || paper.scanSha256 === null || paper.version !== version) throw new Problem("stale");
  const kertas = { nomor: paper.number, ditandatangani: paper.signedOn, sidikPindaian: paper.scanSha256, diisi: paper.enteredBy, dikonfirmasi: { id: ctx.actor.personId, name: ctx.actor.name } };
  await setFromPaper(ctx, key, held, paper, kertas, async (tx, appraisalId) => {
    const done = await tx.update(signedRating).set({ status: "confirmed", confirmedBy: ctx.actor.personId, confirmedOn: ctx.today, appraisalId, version: sql`${signedRating.version} + 1` })
      .where(and(eq(signedRating.id, paper.id), eq(signedRating.version, version), eq(signedRating.status, "entered"))).returning({ id: signedRating.id });
    if (done.length === 0) throw new Problem("stale");
    return { action: "signed-rating.confirm", target: { type: "signed_rating", id: paper.id }, payload: { ...key, appraisalId, penilaiId: held.penilai.id, enteredBy: paper.enteredBy.id, scan: paper.scanSha256 } };
  });
  return viewOf(ctx, await hold(ctx, key));
}
