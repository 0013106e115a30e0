import type { Output } from "@teraju/contracts/endpoint";
import type { listSignedRatings, SignedRatingView } from "@teraju/contracts/signed-rating";
import { signedRating as rules, type LocalDate } from "@teraju/domain";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog, signedRating } from "#db/schema/index.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { loadPaperWork, type PaperRating, paperRefusals, type PaperWork, refusePaper, setFromPaper } from "../appraisal/on-paper.ts";
import { findPeriod, periodView } from "../appraisal/period.ts";
import { ratersOf, teamOf } from "../appraisal/raters.ts";
import type { Key } from "../appraisal/service.ts";
import { findHeads, findSigned, listStates, type Stored } from "./queries.ts";

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

export type Held = PaperWork & { key: Key; paper: Stored | null; penilai: { id: string; name: string }; selesai: LocalDate };
/** The paper of a person's period, on the desk of who rates it; `not_found` where that is not who leads the city. */
export async function hold(ctx: Ctx, key: Key, signedOn?: LocalDate): Promise<Held> {
  const period = await findPeriod(ctx.pool, key.periodId);
  const [raters, heads, paper] = await Promise.all([ratersOf(ctx.pool, period, key.personId, ctx.today), findHeads(ctx.pool, period.selesai), findSigned(ctx.pool, key)]);
  const penilai = heads.find(({ id }) => id === raters?.penilai.value);
  if (penilai === undefined) throw new Problem("not_found");
  return { ...await loadPaperWork(ctx, key, penilai, signedOn ?? paper?.signedOn ?? ctx.today), key, paper, penilai, selesai: period.selesai };
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
      id: paper.id, version: paper.version, status: paper.status, signedOn: paper.signedOn, hasilKerja: paper.hasilKerja, perilakuKerja: paper.perilakuKerja, alasanHasilKerja: paper.alasanHasilKerja, alasanPerilaku: paper.alasanPerilaku, basis: paper.basis,
      scan: paper.scanTitle === null ? null : { title: paper.scanTitle }, enteredBy: paper.enteredBy, enteredOn: paper.enteredOn, confirmedBy: paper.confirmedBy, confirmedOn: paper.confirmedOn,
    },
    resultId: paper?.appraisalId ?? null,
    evidence: material.evidence.map(({ id, title, month }) => ({ id, title, month })),
    umpanBalik: material.umpanBalik.map(({ id, from, nada, text, givenOn }) => ({ id, from, nada, text, givenOn })),
    actions: {
      enter: rules.enterRefusals(facts, { signedOn: ctx.today, today: ctx.today }),
      confirm: paper === null || paper.status === "confirmed" ? rules.confirmRefusals(facts) : [...rules.confirmRefusals(facts), ...paperRefusals(held, paper)],
    },
  };
}

export async function read(ctx: Ctx, key: Key): Promise<SignedRatingView> {
  mustRole(ctx, "signed-rating.read");
  const held = await hold(ctx, key);
  await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "signed-rating.read", subjectId: key.personId });
  return viewOf(ctx, held);
}

type Entry = PaperRating & { id: string; version: number | null };
/** Everything that a paper says, as one text. */
const words = ({ signedOn, hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku, basis }: PaperRating): string => JSON.stringify([signedOn, hasilKerja, perilakuKerja, alasanHasilKerja, alasanPerilaku, basis.map((one) => `${one.aspect} ${one.kind} ${one.id}`)]);

/** What the paper says. Entered otherwise, its scan has to be seen anew. The same entry sent again is the same. */
export async function enter(ctx: Ctx, key: Key, body: Entry): Promise<SignedRatingView> {
  mustRole(ctx, "signed-rating.enter");
  const held = await hold(ctx, key, body.signedOn);
  const { paper } = held;
  if (paper !== null && paper.version === (body.version ?? 0) + 1 && words(paper) === words(body)) return viewOf(ctx, held);
  if ((paper === null) !== (body.version === null)) throw new Problem("stale");
  refuseIf(rules.enterRefusals(factsOf(ctx, held), { signedOn: body.signedOn, today: ctx.today }));
  refusePaper(held, body);
  const { hasilKerja, perilakuKerja: perilaku, alasanHasilKerja, alasanPerilaku, signedOn } = body;
  const said = { hasilKerja: hasilKerja ?? "sesuai", perilaku: perilaku ?? "sesuai", alasanHasilKerja, alasanPerilaku, signedOn, basis: [...body.basis], enteredBy: ctx.actor.personId, enteredOn: ctx.today };
  await change(ctx, async (tx) => {
    const id = paper?.id ?? body.id;
    const done = paper === null
      ? await tx.insert(signedRating).values({ id, ...key, penilaiId: held.penilai.id, ...said }).onConflictDoNothing().returning({ id: signedRating.id })
      : await tx.update(signedRating).set({ ...said, penilaiId: held.penilai.id, version: sql`${signedRating.version} + 1` }).where(and(eq(signedRating.id, id), eq(signedRating.version, body.version ?? 0), eq(signedRating.status, "entered"))).returning({ id: signedRating.id });
    if (done.length === 0) throw new Problem("stale");
    return { value: undefined, audit: { action: "signed-rating.enter", target: { type: "signed_rating", id }, payload: { ...key, penilaiId: held.penilai.id, signedOn, hasilKerja, perilaku, basis: said.basis } } };
  });
  return viewOf(ctx, await hold(ctx, key));
}

/** Sets the result as the Wali Kota's. Sent again it is the same result. */
export async function confirm(ctx: Ctx, key: Key, { version }: { version: number }): Promise<SignedRatingView> {
  mustRole(ctx, "signed-rating.confirm");
  const held = await hold(ctx, key);
  const { paper } = held;
  if (paper?.status === "confirmed" && paper.confirmedBy?.id === ctx.actor.personId && paper.version === version + 1) return viewOf(ctx, held);
  refuseIf(rules.confirmRefusals(factsOf(ctx, held)));
  if (paper === null || paper.scanSha256 === null || paper.version !== version) throw new Problem("stale");
  const kertas = { ditandatangani: paper.signedOn, sidikPindaian: paper.scanSha256, diisi: paper.enteredBy, dikonfirmasi: { id: ctx.actor.personId, name: ctx.actor.name } };
  await setFromPaper(ctx, key, held, paper, kertas, async (tx, appraisalId) => {
    const done = await tx.update(signedRating).set({ status: "confirmed", confirmedBy: ctx.actor.personId, confirmedOn: ctx.today, appraisalId, version: sql`${signedRating.version} + 1` })
      .where(and(eq(signedRating.id, paper.id), eq(signedRating.version, version), eq(signedRating.status, "entered"))).returning({ id: signedRating.id });
    if (done.length === 0) throw new Problem("stale");
    return { action: "signed-rating.confirm", target: { type: "signed_rating", id: paper.id }, payload: { ...key, appraisalId, penilaiId: held.penilai.id, enteredBy: paper.enteredBy.id, scan: paper.scanSha256 } };
  });
  return viewOf(ctx, await hold(ctx, key));
}
