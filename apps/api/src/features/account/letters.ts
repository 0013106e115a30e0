import type { listLetters, Output } from "@teraju/contracts";
import { LETTER_DAYS, LETTERS_IN_A_FILE, ranksToOpen, type OwnerRank } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import { dayInJakarta } from "../../clock.ts";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accountCode } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { hashToken } from "#http/session.ts";
import { letterheadsOn } from "../../letterhead.ts";
import { accountLettersPdf } from "../../pdf/account-letters.ts";
import { mustRole, mustUnit } from "../../standing.ts";
import { expiryIn, makeCode } from "./code.ts";
import * as queries from "./queries.ts";
import { askedBy } from "./service.ts";

/** An admin of an OPD stands there as one who administers it; in the list their OPD is the only one. */
const ranks = ({ actor }: Ctx): readonly OwnerRank[] => ranksToOpen({ roles: actor.roles, administers: actor.roles.includes("admin_opd") });

export async function list(ctx: Ctx): Promise<Output<typeof listLetters>> {
  mustRole(ctx, "account.read");
  return { opds: await queries.countLetters(ctx.pool, askedBy(ctx), ranks(ctx)), perFile: LETTERS_IN_A_FILE };
}

/**
 * The next heap of letters of one OPD, one page for each person who has never had a password. The codes are in the answer alone:
 * the file is made in memory and kept nowhere, the database has hashes. Printed first, written then: a fault leaves nobody with a dead letter.
 */
export async function print(ctx: Ctx, unitId: string, { again, origin }: { again: boolean; origin: string }): Promise<Uint8Array> {
  await mustUnit(ctx, "account.letters", unitId);
  const asked = askedBy(ctx);
  const opd = (await queries.countLetters(ctx.pool, asked, ranks(ctx))).find(({ id }) => id === unitId);
  if (opd === undefined) throw new Problem("not_found");
  const people = await queries.findAddressees(ctx.pool, asked, { opdId: unitId, ranks: ranks(ctx), again, limit: LETTERS_IN_A_FILE });
  refuseIf(people.length === 0 ? ["no_letters"] : []);
  const letters = people.map((one) => ({ ...one, code: makeCode() }));
  const expiresAt = expiryIn(LETTER_DAYS * 24);
  const heads = await letterheadsOn(ctx.pool, ctx.today);
  const pdf = await accountLettersPdf({ letterhead: heads.of(unitId), files: heads.files, opd: opd.name, date: ctx.today, until: dayInJakarta(new Date(expiresAt)), address: `${origin}/aktivasi`, letters });
  await change(ctx, async (tx) => {
    const codes = JSON.stringify(letters.map(({ personId, code }) => ({ id: personId, hash: hashToken(code) })));
    // Whoever signed in or was given another code meanwhile keeps what they have: then nothing of this heap counts.
    const written = await tx.execute(sql`
      update account a set activation_hash = x.hash, activation_expires_at = ${expiresAt}
        from jsonb_to_recordset(${codes}::jsonb) as x(id uuid, hash text)
       where a.person_id = x.id and a.is_active and a.password_hash is null and (a.activation_hash is not null and a.activation_expires_at > now()) = ${again}`);
    if (written.rowCount !== letters.length) throw new Problem("stale");
    await tx.insert(accountCode).values(letters.map(({ personId }) => ({ id: v7(), personId, givenBy: ctx.actor.personId, via: "surat", hadPassword: false, expiresAt })));
    return { value: undefined, audit: { action: "account.letters_printed", target: { type: "unit", id: unitId }, payload: { expiresAt, again, people: letters.map(({ personId }) => personId) } } };
  });
  return pdf;
}
