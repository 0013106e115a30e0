import { areApart, BUILT_IN_STANDAR, DEFAULT_STANDAR, DESK_CODE_HOURS, parseNip, type LocalDate, type Role } from "@teraju/domain";
import { eq, sql } from "drizzle-orm";
import { v7 } from "uuid";
import { type AuditEntry, change } from "#db/audit.ts";
import { account, accountCode, person, session } from "#db/schema/people.ts";
import { roleAssignment } from "#db/schema/role.ts";
import { standarPenilaian } from "#db/schema/standard.ts";
import { hashToken } from "#http/session.ts";
import type { Ctx } from "../../context.ts";
import { StartRefusal } from "../../start-refusal.ts";
import { expiryIn, makeCode } from "../account/code.ts";

type HostCtx = Pick<Ctx, "db" | "pool" | "today">;

/** Roles with which a city can begin, and out of which every other one can be given in the product. */
export const HOST_ROLES = ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "admin_teknis"] as const satisfies readonly Role[];
type HostRole = (typeof HOST_ROLES)[number];

/**
 * A city that has no standard begins with the built-in one, from the January before last year's end on, so that every rule finds one
 * from the first minute. It is nobody's choice and says so; the first that two people publish follows it. Again, it changes nothing.
 */
export async function beginCity({ db, pool, today }: HostCtx): Promise<boolean> {
  const { rows } = await pool.query<{ is: boolean }>("select exists (select from standar_penilaian) as is");
  if (rows[0]?.is !== false) return false;
  const id = v7();
  await change({ db, actor: null }, async (tx) => {
    await tx.insert(standarPenilaian).values({ id, ...BUILT_IN_STANDAR, parameters: DEFAULT_STANDAR, validFrom: `${Number(today.slice(0, 4)) - 1}-01-01` });
    return { value: undefined, audit: { action: "standard.built_in", target: { type: "standard", id }, payload: BUILT_IN_STANDAR } };
  });
  return true;
}

type Opened = { name: string; login: string; role: HostRole; code: string; expiresAt: string };

/**
 * Who runs the host opens the city to its first operators: makes the person where there is none of this NIP, gives the role from today
 * on, and a code that opens the account once. What was open on the account ends. Both stand in the trail as the host's own deed.
 * @throws StartRefusal in a demo, for a NIP or a role that is none, and where the role must not meet another that the person holds.
 */
export async function openOnHost(ctx: HostCtx, given: { nip: string; name: string; role: string }): Promise<Opened> {
  const role = HOST_ROLES.find((one) => one === given.role);
  if (role === undefined) throw new StartRefusal(`Peran "${given.role}" tidak dikenal: pilih ${HOST_ROLES.join(", ")}.`);
  const nip = parseNip(given.nip);
  if (!nip.valid) throw new StartRefusal(`NIP "${given.nip}" tidak sah: tulis 18 angka seperti di kartu pegawai.`);
  const { rows: demo } = await ctx.pool.query("select from setting where key = 'demo_today'");
  if (demo.length > 0) throw new StartRefusal("Basis data ini berisi kota demo: operator sungguhan hanya dibuat di basis data sendiri.");
  const before = await findPerson(ctx, nip.nip);
  const held = before?.roles.find((one) => areApart(role, one));
  if (held !== undefined) throw new StartRefusal(`Orang ini memegang peran ${held}, yang tidak boleh bertemu dengan ${role}.`);
  const name = before?.name ?? given.name.trim();
  if (name.length < 3) throw new StartRefusal("Tulis nama lengkap orang ini setelah NIP, di antara tanda petik.");
  const id = before?.id ?? v7();
  const [code, expiresAt] = [makeCode(), expiryIn(DESK_CODE_HOURS)];
  await change({ db: ctx.db, actor: null }, async (tx) => {
    if (before === null) {
      await tx.insert(person).values({ id, nip: nip.nip, name, jenis: nip.jenis });
      await tx.insert(account).values({ personId: id, login: nip.nip });
    }
    await tx.update(account).set({ passwordHash: null, activationHash: hashToken(code), activationExpiresAt: expiresAt }).where(eq(account.personId, id));
    await tx.delete(session).where(eq(session.personId, id));
    await tx.insert(accountCode).values({ personId: id, givenBy: null, via: "server", hadPassword: before?.hasPassword ?? false, expiresAt });
    const codeGiven: AuditEntry = { action: "account.code_given", target: { type: "person", id }, payload: { expiresAt, via: "server" } };
    if (before?.roles.includes(role)) return { value: undefined, audit: codeGiven };
    await tx.insert(roleAssignment).values({ personId: id, role, validFrom: ctx.today });
    return { value: undefined, audit: [{ action: "role.given", target: { type: "person", id }, payload: { role, from: ctx.today, via: "server" } }, codeGiven] };
  });
  return { name, login: nip.nip, role, code, expiresAt };
}

type Known = { id: string; name: string; hasPassword: boolean; roles: Role[] };
async function findPerson({ db, today }: HostCtx, nip: string): Promise<Known | null> {
  const { rows } = await db.execute<Known & { today: LocalDate }>(sql`
    select p.id, p.name, coalesce(a.password_hash is not null, false) as "hasPassword",
           coalesce((select json_agg(r.role) from role_assignment r where r.person_id = p.id and (r.valid_until is null or r.valid_until > ${today})), '[]') as roles
      from person p left join account a on a.person_id = p.id where p.nip = ${nip}`);
  return rows[0] ?? null;
}
