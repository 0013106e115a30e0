import type { LocalDate } from "@teraju/domain";
import type { Pool } from "pg";

export type AccountRow = { personId: string; name: string; login: string; unit: string | null; isActive: boolean; state: "active" | "code_given" | "never_used"; codeExpiresAt: string | null; sessions: number };

const STATE = "case when a.password_hash is not null then 'active' when a.activation_hash is not null and a.activation_expires_at > now() then 'code_given' else 'never_used' end";
const FIND = `
  select p.id as "personId", p.name, a.login, n.name as unit, a.is_active as "isActive", ${STATE} as state,
         case when a.activation_expires_at > now() then a.activation_expires_at::text end as "codeExpiresAt",
         (select count(*)::int from session s where s.person_id = p.id and s.expires_at > now()) as sessions
    from account a join person p on p.id = a.person_id
    left join placement s on s.person_id = p.id and s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)
    left join tree_version t on t.valid_from <= $1 and (t.valid_until is null or t.valid_until > $1)
    left join unit_node n on n.tree_id = t.id and n.unit_id = s.unit_id`;

/** Accounts by a part of the name or the beginning of the login, in the order of names. */
export async function findAccounts(pool: Pool, today: LocalDate, q: string | null, after: { name: string; id: string } | null, limit: number): Promise<AccountRow[]> {
  const { rows } = await pool.query<AccountRow>({
    name: "account_list",
    text: `${FIND} where ($2::text is null or p.name ilike '%' || $2 || '%' escape '\\' or a.login like $2 || '%' escape '\\') and ($3::text is null or (p.name, p.id) > ($3, $4::uuid)) order by p.name, p.id limit $5`,
    values: [today, q?.replaceAll(/[\\%_]/g, "\\$&") ?? null, after?.name ?? null, after?.id ?? null, limit],
  });
  return rows;
}
export async function findAccount(pool: Pool, today: LocalDate, personId: string): Promise<AccountRow | null> {
  return (await pool.query<AccountRow>({ name: "account_one", text: `${FIND} where p.id = $2`, values: [today, personId] })).rows[0] ?? null;
}
export async function countStates(pool: Pool): Promise<{ active: number; codeGiven: number; neverUsed: number }> {
  const { rows } = await pool.query<{ state: string; n: number }>({ name: "account_counts", text: `select ${STATE} as state, count(*)::int as n from account a group by 1` });
  const of = (state: string): number => rows.find((r) => r.state === state)?.n ?? 0;
  return { active: of("active"), codeGiven: of("code_given"), neverUsed: of("never_used") };
}
