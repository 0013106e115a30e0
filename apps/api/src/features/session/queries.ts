import type { Role } from "@teraju/domain";
import type { Pool } from "pg";

export const DESCRIBE_PERSON = {
  name: "session_describe",
  text: `
    with tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2)),
    seat as (
      select p.kind, j.name as jabatan, j.is_head, n.unit_id, n.name as unit, n.kind as unit_kind, n.depth, o.unit_id as opd_id, o.name as opd
        from placement p join jabatan j on j.id = p.jabatan_id
        join unit_node n on n.unit_id = p.unit_id join tree on tree.id = n.tree_id
        left join unit_node o on o.unit_id = n.opd_id and o.tree_id = n.tree_id
       where p.person_id = $1 and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)),
    home as (select * from seat order by (kind = 'definitif') desc, depth limit 1),
    led as (select * from seat where is_head order by depth limit 1)
    select p.id, p.name, p.nip, p.jenis, h.jabatan, h.unit, h.unit_id, h.opd, h.opd_id,
           l.unit_id as led_id, l.unit as led_name, l.unit_kind as led_kind,
           exists (select from penilai_relation r where r.penilai_id = p.id and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)) as is_penilai,
           not exists (select from tree_version) as is_empty_city,
           coalesce((select array_agg(r.role order by r.role) from role_assignment r where r.person_id = p.id and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)), '{}') as roles
      from person p left join home h on true left join led l on true where p.id = $1`,
};
export type PersonRow = {
  id: string; name: string; nip: string | null; jenis: string; jabatan: string | null; unit: string | null; unit_id: string | null; opd: string | null; opd_id: string | null;
  led_id: string | null; led_name: string | null; led_kind: string | null; is_penilai: boolean; is_empty_city: boolean; roles: Role[];
};

export type AccountRow = { person_id: string; login: string; password_hash: string | null; activation_hash: string | null; activation_is_open: boolean; is_active: boolean };

export async function findAccount(pool: Pool, login: string): Promise<AccountRow | null> {
  const { rows } = await pool.query<AccountRow>(
    "select person_id, login, password_hash, activation_hash, coalesce(activation_expires_at > now(), false) as activation_is_open, is_active from account where login = $1", [login]);
  return rows[0] ?? null;
}

/** Seconds until this name may be tried again; 0 where it may be now. */
export async function secondsToWait(pool: Pool, loginHash: string): Promise<number> {
  const { rows } = await pool.query<{ wait: number }>("select ceil(extract(epoch from next_attempt_at - now()))::int as wait from login_attempt where login_hash = $1", [loginHash]);
  return Math.max(0, rows[0]?.wait ?? 0);
}

/** A growing delay, no hard lock: from the fifth failure on 1, 2, 4 … 300 seconds, so that nobody can lock another out for good. */
export async function countFailure(pool: Pool, loginHash: string): Promise<void> {
  await pool.query(
    `insert into login_attempt (login_hash, failures, next_attempt_at) values ($1, 1, now())
     on conflict (login_hash) do update set failures = login_attempt.failures + 1,
       next_attempt_at = now() + make_interval(secs => case when login_attempt.failures + 1 < 5 then 0 else least(300, power(2, login_attempt.failures + 1 - 5)) end)`, [loginHash]);
}
