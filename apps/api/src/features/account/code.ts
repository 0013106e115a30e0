import { randomInt } from "node:crypto";
import type { giveActivationCode, Input, Output } from "@teraju/contracts";
import { DESK_CODE_HOURS, DESK_CODES_PER_DAY, DESK_CODES_PER_HOUR } from "@teraju/domain";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { account, accountCode, notification, session } from "#db/schema/people.ts";
import { refuseIf } from "#http/problem.ts";
import { hashToken } from "#http/session.ts";
import * as queries from "./queries.ts";
import { load } from "./service.ts";

/** Without 0 O 1 I L: it is read aloud and typed from paper. 28 signs of 31 are about 138 bits; 26 would do for 128. */
const ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
const CODE_SIGNS = 28;
const HOUR_MS = 3_600_000;

/** A new code as it is printed, in groups of four. It lives in the answer alone; the database has its hash. */
export function makeCode(): string {
  const signs = Array.from({ length: CODE_SIGNS }, () => ALPHABET[randomInt(ALPHABET.length)] ?? "").join("");
  return signs.match(/.{4}/g)?.join("-") ?? signs;
}

export const expiryIn = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();

/**
 * A code at the desk, for a first access or a lost password: shown once to who hands it over. Whatever was open on the account ends,
 * and its owner reads at the next sign-in who did it and by which paper. Refused beyond the desk's measure.
 */
export async function giveCode(ctx: Ctx, personId: string, { identity }: Input<typeof giveActivationCode>["body"]): Promise<Output<typeof giveActivationCode>> {
  const found = await load(ctx, personId);
  refuseIf(found.actions.code);
  const { byGiver, forPerson } = await queries.deskCodes(ctx.pool, ctx.actor.personId, personId);
  refuseIf(byGiver >= DESK_CODES_PER_HOUR || forPerson >= DESK_CODES_PER_DAY ? ["codes_too_many"] : []);
  const code = makeCode();
  const expiresAt = expiryIn(DESK_CODE_HOURS);
  const hadPassword = found.state === "active";
  await change(ctx, async (tx) => {
    await tx.update(account).set({ passwordHash: null, activationHash: hashToken(code), activationExpiresAt: expiresAt }).where(eq(account.personId, personId));
    await tx.delete(session).where(eq(session.personId, personId));
    await tx.insert(accountCode).values({ personId, givenBy: ctx.actor.personId, via: "meja", identity, hadPassword, expiresAt });
    await tx.insert(notification).values({ id: v7(), personId, kind: "account_code", params: JSON.stringify({ by: ctx.actor.name, identity }), day: ctx.today }).onConflictDoNothing();
    return { value: undefined, audit: { action: "account.code_given", target: { type: "person", id: personId }, payload: { expiresAt, identity, hadPassword } } };
  });
  return { code, expiresAt };
}
