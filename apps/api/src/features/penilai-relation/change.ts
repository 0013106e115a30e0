import { penilaiRelation as rules, type LocalDate } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { pimpinanRelation } from "#db/schema/index.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { mustKeep, ownLine } from "../../kept.ts";
import { standardOn } from "../../standard.ts";
import { findPlanned } from "./follow.ts";
import { setLines, trailOf, type NewLine } from "./hand-over.ts";
import { proposalsOn } from "./proposals.ts";
import * as queries from "./queries.ts";

const ACTION = "penilai-relation.change";
type Done = { handOvers: number; reports: number };
type Wish = { penilaiId: string; from: LocalDate; basis: string; before: string | null };

/** Another penilai from a day on, said by somebody; the atasan is who rates the penilai then. The same wish once more is the same change. */
export async function setPenilai(ctx: Ctx, personId: string, { penilaiId, from, basis, before }: Wish): Promise<Done> {
  await mustKeep(ctx, ACTION, [personId]);
  const [one, superior] = await Promise.all([queries.findOne(ctx.pool, ctx.today, personId), queries.findSuperior(ctx.pool, from, penilaiId)]);
  const on = one.lines.find((line) => line.from <= from && (line.until === null || line.until > from)) ?? null;
  if (on?.penilaiId === penilaiId && on.from === from && on.basis === basis) return { handOvers: 0, reports: 0 };
  if ((on?.penilaiId ?? null) !== before) throw new Problem("stale");
  if (!superior.isSeated) throw new Problem("invalid", { fields: [{ path: "body.penilaiId", code: "unknown_person" }] });
  refuseIf([...ownLine(ctx, ACTION, [personId, penilaiId]), ...rules.changeRefusals({ pegawaiId: personId, penilaiId, from }, { penilaiId: before, relationFrom: on?.from ?? null, bawahanIds: one.bawahanIds })]);
  return change(ctx, async (tx) => {
    const { handOvers, reports } = await setLines(ctx, tx, [{ pegawaiId: personId, segments: [{ penilaiId, atasanId: superior.id ?? penilaiId, from, until: on?.until ?? nextAfter(one.lines, from) }] }], { basis, source: "recorded" });
    return { value: { handOvers: handOvers.length, reports }, audit: { action: "penilai-relation.set", target: { type: "person", id: personId }, payload: { from, basis, reports, handOvers: trailOf(handOvers) } } };
  });
}

/** The day on which the next line on record begins: what was planned stays planned. */
function nextAfter(lines: readonly queries.LineRow[], day: LocalDate): LocalDate | null {
  return lines.map((line) => line.from).filter((begin) => begin > day).toSorted()[0] ?? null;
}

type Accepted = { personId: string; penilaiId: string };
/**
 * From a day on those rate who are proposed for that day: each of these people whose line differs. What follows the tree from then on
 * does so further. @throws stale where somebody else is proposed for that day than who was seen; refused: `before_relation` where a line
 * of theirs began on that day or later. What somebody has recorded for a later day stays.
 */
export async function adopt(ctx: Ctx, { people, from, basis }: { people: readonly Accepted[]; from: LocalDate; basis: string }): Promise<Done> {
  await mustKeep(ctx, ACTION, people.map(({ personId }) => personId));
  refuseIf(ownLine(ctx, ACTION, people.flatMap(({ personId, penilaiId }) => [personId, penilaiId])));
  const { standar } = await standardOn(ctx.pool, ctx.today);
  return change(ctx, async (tx) => {
    const proposals = await proposalsOn(tx, from, standar.penilaian, people.map(({ personId }) => personId));
    const planned = await findPlanned(tx, from, people.map(({ personId }) => personId));
    const lines = people.map(({ personId, penilaiId }): NewLine => {
      const value = proposals.get(personId)?.value ?? null;
      if (value?.penilai !== penilaiId) throw new Problem("stale");
      return { pegawaiId: personId, segments: [{ penilaiId, atasanId: value.atasan, from, until: planned.get(personId) ?? null }] };
    });
    const { handOvers, reports } = await setLines(ctx, tx, lines, { basis, source: "tree" });
    return { value: { handOvers: handOvers.length, reports }, audit: { action: "penilai-relation.adopt", target: { type: "day", id: from }, payload: { from, basis, people: lines.length, reports, handOvers: trailOf(handOvers) } } };
  });
}

type Pimpinan = { id: string; pegawaiId: string; pimpinanId: string; task: string; from: LocalDate; until: LocalDate | null };
/** A further pimpinan (Pasal 1 angka 10): umpan balik, no rating. The same id once more is the same relation. */
export async function addPimpinan(ctx: Ctx, wish: Pimpinan): Promise<void> {
  await mustKeep(ctx, ACTION, [wish.pegawaiId]);
  const known = await queries.findPimpinan(ctx.pool, wish.id);
  if (known !== null) {
    if (known.pegawaiId !== wish.pegawaiId || known.pimpinanId !== wish.pimpinanId || known.task !== wish.task || known.from !== wish.from) throw new Problem("stale");
    return;
  }
  if (!(await queries.findSuperior(ctx.pool, wish.from, wish.pimpinanId)).isSeated) throw new Problem("invalid", { fields: [{ path: "body.pimpinanId", code: "unknown_person" }] });
  refuseIf([...ownLine(ctx, ACTION, [wish.pegawaiId, wish.pimpinanId]), ...rules.pimpinanRefusals(wish)]);
  await change(ctx, async (tx) => {
    const { id, pegawaiId, pimpinanId, task, from, until } = wish;
    await tx.insert(pimpinanRelation).values({ id, pegawaiId, pimpinanId, task, validFrom: from, validUntil: until });
    return { value: undefined, audit: { action: "pimpinan.add", target: { type: "person", id: pegawaiId }, payload: { id, pimpinanId, task, from, until } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23P01") refuseIf(["already_pimpinan"]);
    throw error;
  });
}

export async function endPimpinan(ctx: Ctx, id: string, on: LocalDate): Promise<void> {
  const known = await queries.findPimpinan(ctx.pool, id);
  if (known === null) throw new Problem("not_found");
  await mustKeep(ctx, ACTION, [known.pegawaiId]);
  if (known.until === on) return;
  refuseIf(rules.endRefusals(known, on));
  await change(ctx, async (tx) => {
    await tx.execute(sql`update pimpinan_relation set valid_until = ${on} where id = ${id}`);
    return { value: undefined, audit: { action: "pimpinan.end", target: { type: "person", id: known.pegawaiId }, payload: { id, on } } };
  });
}
