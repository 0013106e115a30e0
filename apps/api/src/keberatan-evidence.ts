import { keberatan as rules, type KeberatanStatus, type Party } from "@teraju/domain";
import type { Ctx } from "./context.ts";
import { Problem, refuseIf } from "./http/problem.ts";
import { mustPerson } from "./standing.ts";

type Row = { personId: string; penilaiId: string; atasanId: string; status: KeberatanStatus; count: number };
const ONE = {
  name: "keberatan_evidence_of",
  text: `select k.person_id as "personId", k.penilai_id as "penilaiId", k.atasan_id as "atasanId", k.status, (select count(*)::int from evidence e where e.keberatan_id = k.id and e.owner_id = $2) as count from keberatan k where k.id = $1`,
};

/** A keberatan as its evidence sees it: between three people, and there for the offices that read keberatan; for others it does not exist. */
async function mustKeberatan(ctx: Ctx, id: string): Promise<Row & { parties: Party[] }> {
  const [row] = (await ctx.pool.query<Row>({ ...ONE, values: [id, ctx.actor.personId] })).rows;
  if (row === undefined) throw new Problem("not_found");
  const parties = ([["owner", row.personId], ["penilai", row.penilaiId], ["atasan", row.atasanId]] as const).flatMap(([party, personId]): Party[] => (personId === ctx.actor.personId ? [party] : []));
  if (parties.length === 0) await mustPerson(ctx, "keberatan.read", row.personId);
  return { ...row, parties };
}

/** Either side lays a file before the atasan while the other can still answer; how many of theirs lie there. */
export async function mustLayEvidence(ctx: Ctx, id: string): Promise<{ count: number }> {
  const { parties, count, status } = await mustKeberatan(ctx, id);
  refuseIf(rules.layEvidenceRefusals({ status }, parties));
  return { count };
}

/** Who may read a keberatan may read what was laid before its atasan. */
export async function mustReadLaid(ctx: Ctx, id: string): Promise<void> {
  await mustKeberatan(ctx, id);
}
