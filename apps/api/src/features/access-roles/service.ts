import type { endRole, findRoleHolders, giveRole, Input, listRoleAssignments, Output } from "@teraju/contracts";
import { roleEndRefusals, roleGiftRefusals, rolesToGive } from "@teraju/domain";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { roleAssignment } from "#db/schema/role.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import * as queries from "./queries.ts";

const FOUND = 20;
const ENDED = 30;

export async function list(ctx: Ctx): Promise<Output<typeof listRoleAssignments>> {
  mustRole(ctx, "role.read");
  const [current, ended, opds] = await Promise.all([queries.currentAssignments(ctx.pool, ctx.today), queries.endedAssignments(ctx.pool, ctx.today, ENDED), queries.listOpds(ctx.pool, ctx.today)]);
  return { current: current.map((row) => viewOf(ctx, row)), ended: ended.map((row) => viewOf(ctx, row)), givable: [...rolesToGive(ctx.actor.roles)], opds };
}

export async function findHolders(ctx: Ctx, q: string): Promise<Output<typeof findRoleHolders>> {
  mustRole(ctx, "role.assign");
  return { people: await queries.findHolders(ctx.pool, ctx.today, q.trim(), FOUND) };
}

/** Gives a role. Sent again with the same id it is the same gift. The role counts from the next request on. */
export async function give(ctx: Ctx, body: Input<typeof giveRole>["body"]): Promise<Output<typeof giveRole>> {
  mustRole(ctx, "role.assign");
  const given = await queries.findAssignment(ctx.pool, ctx.today, body.id);
  if (given !== null) {
    if (given.person.id !== body.personId || given.role !== body.role) throw new Problem("stale");
    return viewOf(ctx, given);
  }
  const { personId, role, unitId, from, until } = body;
  if (!(await queries.hasAccount(ctx.pool, personId))) throw new Problem("not_found");
  if (unitId !== null && !(await queries.listOpds(ctx.pool, ctx.today)).some(({ id }) => id === unitId)) throw new Problem("not_found");
  const basis = body.basis?.trim() || null;
  const receiverHolds = await queries.rolesHeld(ctx.pool, personId, from, until);
  refuseIf(roleGiftRefusals({ giver: ctx.actor, receiverId: personId, role, receiverHolds, basis, from, today: ctx.today }));
  await change(ctx, async (tx) => {
    await tx.insert(roleAssignment).values({ id: body.id, personId, role, unitId, validFrom: from, validUntil: until, basis, givenBy: ctx.actor.personId });
    return { value: undefined, audit: { action: "role.given", target: { type: "person", id: personId }, payload: { assignmentId: body.id, role, unitId, from, until, basis } } };
  });
  return load(ctx, body.id);
}

/** The first day without the role; the row stays on record. */
export async function end(ctx: Ctx, id: string, until: string): Promise<Output<typeof endRole>> {
  mustRole(ctx, "role.assign");
  const row = await queries.findAssignment(ctx.pool, ctx.today, id);
  if (row === null) throw new Problem("not_found");
  if (row.until === until) return viewOf(ctx, row);
  refuseIf(row.until !== null && row.until <= ctx.today ? ["role_in_past"] : roleEndRefusals({ giver: ctx.actor, receiverId: row.person.id, role: row.role, from: row.from, until, today: ctx.today }));
  await change(ctx, async (tx) => {
    await tx.update(roleAssignment).set({ validUntil: until, endedBy: ctx.actor.personId }).where(eq(roleAssignment.id, id));
    return { value: undefined, audit: { action: "role.ended", target: { type: "person", id: row.person.id }, payload: { assignmentId: id, role: row.role, until } } };
  });
  return load(ctx, id);
}

async function load(ctx: Ctx, id: string): Promise<Output<typeof giveRole>> {
  const row = await queries.findAssignment(ctx.pool, ctx.today, id);
  if (row === null) throw new Error("a role that was just written is gone");
  return viewOf(ctx, row);
}

function viewOf(ctx: Ctx, row: queries.AssignmentRow): Output<typeof giveRole> {
  // Whether it may be ended at all: asked for the last thinkable day, which no rule of dates refuses.
  const until = "9999-12-31";
  const isOver = row.until !== null && row.until <= ctx.today;
  return { ...row, actions: { end: isOver ? ["role_in_past"] : roleEndRefusals({ giver: ctx.actor, receiverId: row.person.id, role: row.role, from: row.from, until, today: ctx.today }) } };
}
