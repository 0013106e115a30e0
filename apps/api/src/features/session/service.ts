import { createHmac, randomBytes } from "node:crypto";
import type { Hat, SessionView } from "@teraju/contracts";
import { and, eq, sql } from "drizzle-orm";
import type { Ctx, PublicCtx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { account, loginAttempt, session } from "#db/schema/people.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { hashToken } from "#http/session.ts";
import { hashPassword, passwordWeakness, verifyPassword } from "./password.ts";
import { countFailure, DESCRIBE_PERSON, findAccount, secondsToWait, type PersonRow } from "./queries.ts";

const ABSOLUTE_HOURS = { usual: 12, city: 8 } as const;
const MOST_SESSIONS = 5;

/** What the person is today, and which doors that opens. */
export async function describe(ctx: PublicCtx, personId: string, isDemo: boolean): Promise<SessionView> {
  const { rows } = await ctx.pool.query<PersonRow>({ ...DESCRIBE_PERSON, values: [personId, ctx.today] });
  const p = rows[0];
  if (p === undefined) throw new Error("a session without a person");
  return {
    person: { id: p.id, name: p.name, nip: p.nip, jabatan: p.jabatan, unit: p.unit, unitId: p.unit_id, opd: p.opd, opdId: p.opd_id },
    roles: hats(p),
    leads: p.led_id !== null && p.led_name !== null && p.led_kind !== null ? { id: p.led_id, name: p.led_name, kind: p.led_kind } : null,
    today: ctx.today,
    isDemo,
    ...(p.is_empty_city ? { isEmptyCity: true as const } : {}),
  };
}

function hats(p: PersonRow): Hat[] {
  const leading: Hat[] = p.led_kind === "opd" || p.led_kind === "kecamatan" ? ["kepala_opd"] : p.led_kind !== null && p.led_kind !== "kota" ? ["kepala_unit"] : [];
  return [...(p.jenis !== "pejabat" && p.jabatan !== null ? ["pegawai" as const] : []), ...(p.is_penilai ? ["penilai" as const] : []), ...leading, ...p.roles];
}

/** The name as it is kept: a NIP without the spaces that letters print in it. */
export function normaliseLogin(typed: string): string {
  return typed.replaceAll(/\s/g, "").toLowerCase();
}

/** Signs in: the same answer and the same work for a wrong password, a name that is not known and an account not yet activated. */
export async function signIn(ctx: PublicCtx, secret: string, input: { nip: string; password: string }): Promise<{ personId: string; token: string }> {
  const login = normaliseLogin(input.nip);
  const loginHash = createHmac("sha256", secret).update(login).digest("hex");
  const wait = await secondsToWait(ctx.pool, loginHash);
  if (wait > 0) throw new Problem("too_many", { retryAfterSeconds: wait });
  const found = await findAccount(ctx.pool, login);
  const isRight = await verifyPassword(found?.is_active ? found.password_hash : null, input.password);
  if (found === null || !isRight) {
    await countFailure(ctx.pool, loginHash);
    throw new Problem("unauthenticated");
  }
  return { personId: found.person_id, token: await openSession(ctx, found.person_id, loginHash, "session.open") };
}

/** A code as it was printed, however it was typed: in small letters, with spaces, without its dashes. */
function asPrinted(code: string): string {
  return (code.toUpperCase().match(/[A-Z0-9]/g) ?? []).join("").match(/.{1,4}/g)?.join("-") ?? "";
}

/** First use: the code that the admin handed over, once and in time, and a password that only its owner knows. */
export async function activate(ctx: PublicCtx, secret: string, input: { nip: string; code: string; password: string }): Promise<{ personId: string; token: string }> {
  const login = normaliseLogin(input.nip);
  const loginHash = createHmac("sha256", secret).update(login).digest("hex");
  const wait = await secondsToWait(ctx.pool, loginHash);
  if (wait > 0) throw new Problem("too_many", { retryAfterSeconds: wait });
  const found = await findAccount(ctx.pool, login);
  const isOpen = found !== null && found.is_active && found.activation_is_open && found.activation_hash === hashToken(asPrinted(input.code));
  if (!isOpen) {
    await countFailure(ctx.pool, loginHash);
    throw new Problem("unauthenticated");
  }
  const weakness = passwordWeakness(input.password, login);
  refuseIf(weakness === null ? [] : [weakness]);
  const passwordHash = await hashPassword(input.password);
  await change({ db: ctx.db, actor: { personId: found.person_id } }, async (tx) => {
    const spent = await tx.update(account).set({ passwordHash, activationHash: null, activationExpiresAt: null })
      .where(and(eq(account.personId, found.person_id), eq(account.activationHash, found.activation_hash ?? ""))).returning({ id: account.personId });
    if (spent.length === 0) throw new Problem("stale");
    await tx.delete(session).where(eq(session.personId, found.person_id));
    return { value: undefined, audit: { action: "account.activated", target: { type: "person", id: found.person_id } } };
  });
  return { personId: found.person_id, token: await openSession(ctx, found.person_id, loginHash, "session.open") };
}

async function openSession(ctx: PublicCtx, personId: string, loginHash: string, action: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await change({ db: ctx.db, actor: { personId } }, async (tx) => {
    await tx.delete(loginAttempt).where(eq(loginAttempt.loginHash, loginHash));
    await tx.execute(sql`delete from session where person_id = ${personId} and (expires_at < now() or token_hash in
      (select token_hash from session where person_id = ${personId} order by last_seen_at desc offset ${MOST_SESSIONS - 1}))`);
    await tx.execute(sql`insert into session (token_hash, person_id, expires_at) values (${hashToken(token)}, ${personId},
      now() + make_interval(hours => case when exists (select from role_assignment where person_id = ${personId} and valid_from <= ${ctx.today} and (valid_until is null or valid_until > ${ctx.today}))
        then ${ABSOLUTE_HOURS.city}::int else ${ABSOLUTE_HOURS.usual}::int end))`);
    return { value: undefined, audit: { action, target: { type: "person", id: personId } } };
  });
  return token;
}

/** Ends this device's session, or all of the person's. */
export async function closeSessions(ctx: Ctx, token: string | null): Promise<void> {
  await change(ctx, async (tx) => {
    await tx.delete(session).where(and(eq(session.personId, ctx.actor.personId), token === null ? undefined : eq(session.tokenHash, hashToken(token))));
    return { value: undefined, audit: { action: token === null ? "session.close_all" : "session.close", target: { type: "person", id: ctx.actor.personId } } };
  });
}
