import { tindakLanjut as rules, type Action, type LocalDate, type Month, type Party, type TindakLanjutJawaban, type TindakLanjutPemilik, type TindakLanjutStatus } from "@teraju/domain";
import type { Ctx } from "./context.ts";
import { Problem, refuseIf } from "./http/problem.ts";
import { headOf, personJson } from "./meeting.ts";
import type { PersonRef } from "./person-sql.ts";
import { iso } from "./report.ts";
import { mustPerson, mustUnit } from "./standing.ts";
import { TREE_CTE } from "./tree.ts";

type Evidence = { id: string; kind: "file" | "link" | "register"; title: string; mime: string | null; sizeBytes: number | null; url: string | null; registerNumber: string | null; createdAt: string };
export type PromiseRow = {
  id: string; text: string; /** Who answers for it today; null where the unit has no head just now. */ owner: PersonRef | null; pemilik: TindakLanjutPemilik; unit: { id: string; name: string }; due: LocalDate; status: TindakLanjutStatus;
  origin: { meetingId: string; month: Month; date: LocalDate; unit: string }; closedOn: LocalDate | null; cancelReason: string | null;
  answers: { month: Month; jawaban: TindakLanjutJawaban; note: string | null; on: LocalDate }[]; evidence: Evidence[]; version: number;
};

/** Who answers for promise `t` today ($1). */
export const OWNER = `coalesce(t.owner_id, ${headOf("t.unit_id", "$1")})`;

/** Promises that `where` picks (`t` the promise, `o` the meeting it was made in), $1 today. */
export const promisesSql = (where: string): string => `
  with ${TREE_CTE} select t.id, t.text, ${personJson(OWNER, "$1")} as owner, t.pemilik,
    json_build_object('id', t.unit_id, 'name', coalesce((select n.name from unit_node n where n.unit_id = t.unit_id and n.tree_id = (select id from tree)), '')) as unit, t.due, t.status,
    json_build_object('meetingId', o.id, 'month', o.month, 'date', o.date, 'unit', coalesce((select n.name from unit_node n where n.unit_id = o.unit_id and n.tree_id = (select id from tree)), '')) as origin,
    t.closed_on as "closedOn", t.cancel_reason as "cancelReason",
    coalesce((select json_agg(json_build_object('month', a.month, 'jawaban', a.jawaban, 'note', a.note, 'on', a.answered_on) order by a.month desc) from tindak_lanjut_answer a where a.tindak_lanjut_id = t.id), '[]') as answers,
    coalesce((select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'title', e.title, 'mime', e.mime, 'sizeBytes', e.size_bytes, 'url', e.url, 'registerNumber', e.register_number, 'createdAt', ${iso("e.created_at")}) order by e.created_at, e.id)
      from evidence e where e.tindak_lanjut_id = t.id), '[]') as evidence, t.version
  from tindak_lanjut t join evaluation_meeting o on o.id = t.meeting_id where ${where}`;

const ONE = { name: "promise_one", text: promisesSql("t.id = $2") };
/** One promise as it stands today, or null. */
export async function findPromise({ pool, today }: Pick<Ctx, "pool" | "today">, id: string): Promise<PromiseRow | null> {
  return (await pool.query<PromiseRow>({ ...ONE, values: [today, id] })).rows[0] ?? null;
}

export type KnownPromise = PromiseRow & { parties: Party[] };

/** The promise, where the access table lets the actor do `action` with its owner's; a unit without a head is asked about itself. */
export async function mustPromise(ctx: Ctx, action: Extract<Action, `tindak-lanjut.${string}`>, id: string): Promise<KnownPromise> {
  const row = await findPromise(ctx, id);
  if (row === null) throw new Problem("not_found");
  if (row.owner === null) {
    await mustUnit(ctx, "tindak-lanjut.unit", row.unit.id);
    return { ...row, parties: ["atasan"] };
  }
  const { relations } = await mustPerson(ctx, action, row.owner.id);
  return { ...row, parties: relations.map((relation): Party => (relation === "self" ? "owner" : "atasan")) };
}

/** Its owner hangs evidence on an open promise, or takes it away; the number of pieces that hang there. */
export async function mustBeOpenPromise(ctx: Ctx, id: string): Promise<{ count: number }> {
  const found = await mustPromise(ctx, "tindak-lanjut.answer", id);
  refuseIf(rules.refusals({ status: found.status, evidenceCount: found.evidence.length }, "answer", found.parties));
  return { count: found.evidence.length };
}

/** Who may read a promise may read what shows it kept. */
export async function mustReadPromise(ctx: Ctx, id: string): Promise<void> {
  await mustPromise(ctx, "tindak-lanjut.read", id);
}
