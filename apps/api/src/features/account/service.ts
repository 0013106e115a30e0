import { randomInt } from "node:crypto";
import type { giveActivationCode, listAccounts, Output, setAccountState } from "@teraju/contracts";
import { eq } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { account, session } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { hashToken } from "#http/session.ts";
import { readCursor, writeCursor } from "../../cursor.ts";
import { mustRole } from "../../standing.ts";
import * as queries from "./queries.ts";

const PAGE = 50;
const CODE_HOURS = 72;
/** Without 0 O 1 I L: it is read aloud and typed from paper. 28 signs of 31 are about 138 bits; 26 would do for 128. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CODE_SIGNS = 28;

export async function list(ctx: Ctx, query: { q?: string; after?: string }): Promise<Output<typeof listAccounts>> {
  mustRole(ctx, "account.read");
  const q = query.q?.trim();
  const [rows, counts] = await Promise.all([queries.findAccounts(ctx.pool, ctx.today, q === undefined || q === "" ? null : q, readCursor(query.after), PAGE + 1), queries.countStates(ctx.pool)]);
  const last = rows[PAGE - 1];
  return { accounts: rows.slice(0, PAGE), next: rows.length > PAGE && last !== undefined ? writeCursor({ name: last.name, id: last.personId }) : null, counts };
}

/** A code that opens the account once. The admin sees the code, never a password; whatever was open on the account ends. */
export async function giveCode(ctx: Ctx, personId: string): Promise<Output<typeof giveActivationCode>> {
  const found = await load(ctx, personId);
  refuseIf(found.isActive ? [] : ["account_closed"]);
  const signs = Array.from({ length: CODE_SIGNS }, () => ALPHABET[randomInt(ALPHABET.length)] ?? "");
  const code = Array.from({ length: CODE_SIGNS / 4 }, (_, i) => signs.slice(i * 4, i * 4 + 4).join("")).join("-");
  const expiresAt = new Date(Date.now() + CODE_HOURS * 3_600_000).toISOString();
  await change(ctx, async (tx) => {
    await tx.update(account).set({ passwordHash: null, activationHash: hashToken(code), activationExpiresAt: expiresAt }).where(eq(account.personId, personId));
    await tx.delete(session).where(eq(session.personId, personId));
    return { value: undefined, audit: { action: "account.code_given", target: { type: "person", id: personId }, payload: { expiresAt } } };
  });
  return { code, expiresAt };
}

export async function setState(ctx: Ctx, personId: string, isActive: boolean): Promise<Output<typeof setAccountState>> {
  await load(ctx, personId);
  refuseIf(personId === ctx.actor.personId && !isActive ? ["own_account"] : []);
  await change(ctx, async (tx) => {
    await tx.update(account).set({ isActive }).where(eq(account.personId, personId));
    if (!isActive) await tx.delete(session).where(eq(session.personId, personId));
    return { value: undefined, audit: { action: isActive ? "account.opened" : "account.closed", target: { type: "person", id: personId } } };
  });
  return load(ctx, personId);
}

async function load(ctx: Ctx, personId: string): Promise<queries.AccountRow> {
  mustRole(ctx, "account.activate");
  const found = await queries.findAccount(ctx.pool, ctx.today, personId);
  if (found === null) throw new Problem("not_found");
  return found;
}
