import type { listAccounts, Output, setAccountState } from "@teraju/contracts";
import { accountStateRefusals, codeRefusals, type Refusal } from "@teraju/domain";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { account, session } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { readCursor, writeCursor } from "../../cursor.ts";
import { mustPerson, mustRole } from "../../standing.ts";
import * as queries from "./queries.ts";

const PAGE = 50;

/** What the queries ask about who looks: roles of the city see every account, the admin of an OPD those of its people. */
export const askedBy = ({ today, actor }: Ctx): { today: string; actorId: string; all: boolean } => ({ today, actorId: actor.personId, all: (["admin_teknis", "bkpsdm", "bkpsdm_kepala"] as const).some((role) => actor.roles.includes(role)) });

export async function list(ctx: Ctx, query: { q?: string; after?: string }): Promise<Output<typeof listAccounts>> {
  mustRole(ctx, "account.read");
  const q = query.q?.trim();
  const asked = askedBy(ctx);
  const [rows, counts] = await Promise.all([queries.findAccounts(ctx.pool, asked, q === undefined || q === "" ? null : q, readCursor(query.after), PAGE + 1), queries.countStates(ctx.pool, asked)]);
  const last = rows[PAGE - 1];
  return { accounts: rows.slice(0, PAGE).map((row) => viewOf(ctx, row)), next: rows.length > PAGE && last !== undefined ? writeCursor({ name: last.name, id: last.personId }) : null, counts };
}

export async function setState(ctx: Ctx, personId: string, isActive: boolean): Promise<Output<typeof setAccountState>> {
  const found = await load(ctx, personId);
  // Whoever opens what they could not close themselves is asked the same.
  refuseIf(personId === ctx.actor.personId && isActive ? [] : found.actions.state);
  await change(ctx, async (tx) => {
    await tx.update(account).set({ isActive }).where(eq(account.personId, personId));
    if (!isActive) await tx.delete(session).where(eq(session.personId, personId));
    return { value: undefined, audit: { action: isActive ? "account.opened" : "account.closed", target: { type: "person", id: personId } } };
  });
  return load(ctx, personId);
}

type View = Output<typeof setAccountState> & { actions: { code: Refusal[]; state: Refusal[] } };
/** The account with what the actor may do with it. Throws `not_found` for who has nothing to do with it. */
export async function load(ctx: Ctx, personId: string): Promise<View> {
  // One's own is seen by who sees the list; what may be done with it, the refusals say.
  if (personId === ctx.actor.personId) mustRole(ctx, "account.read");
  else await mustPerson(ctx, "account.activate", personId);
  const found = await queries.findAccount(ctx.pool, askedBy(ctx), personId);
  if (found === null) throw new Problem("not_found");
  return viewOf(ctx, found);
}

function viewOf({ actor }: Ctx, { administers, ...row }: queries.AccountRow): View {
  const asked = { giver: { personId: actor.personId, roles: actor.roles, administers }, ownerId: row.personId, rank: row.rank };
  return { ...row, actions: { code: codeRefusals({ ...asked, isActive: row.isActive }), state: accountStateRefusals(asked) } };
}
