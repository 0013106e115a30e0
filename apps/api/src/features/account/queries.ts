import type { LocalDate, OwnerRank } from "@teraju/domain";
import type { Pool } from "pg";
import { inForce } from "../../person-sql.ts";

export type AccountRow = {
  personId: string; name: string; login: string; unit: string | null; isActive: boolean; rank: OwnerRank; administers: boolean;
  state: "active" | "code_given" | "never_used"; codeExpiresAt: string | null; sessions: number;
};

const STATE = "case when a.password_hash is not null then 'active' when a.activation_hash is not null and a.activation_expires_at > now() then 'code_given' else 'never_used' end";
/** Whoever holds a role; heads of units and whoever rates somebody; everybody else. On the day $1. */
const RANK = `case
    when exists (select from role_assignment r where r.person_id = a.person_id and ${inForce("r", "$1")}) then 'pemegang_peran'
    when exists (select from penilai_relation l where a.person_id in (l.penilai_id, l.atasan_id) and ${inForce("l", "$1")})
      or exists (select from placement h join jabatan j on j.id = h.jabatan_id and j.is_head where h.person_id = a.person_id and ${inForce("h", "$1")}) then 'pimpinan'
    else 'pegawai' end`;
/** Whether $2 is today the admin of the OPD that the owner belongs to. */
const ADMINISTERED = `exists (select from role_assignment g where g.person_id = $2::uuid and g.role = 'admin_opd' and g.unit_id = n.opd_id and ${inForce("g", "$1")})`;
const FROM = `
    from account a join person p on p.id = a.person_id
    left join placement s on s.person_id = p.id and s.kind = 'definitif' and ${inForce("s", "$1")}
    left join tree_version t on ${inForce("t", "$1")}
    left join unit_node n on n.tree_id = t.id and n.unit_id = s.unit_id`;
const FIND = `
  select p.id as "personId", p.name, a.login, n.name as unit, a.is_active as "isActive", ${RANK} as rank, ${ADMINISTERED} as administers, ${STATE} as state,
         case when a.activation_expires_at > now() then a.activation_expires_at::text end as "codeExpiresAt",
         (select count(*)::int from session x where x.person_id = p.id and x.expires_at > now()) as sessions ${FROM}`;

type Asked = { today: LocalDate; actorId: string; /** False: only those whose OPD the actor administers. */ all: boolean };

/** Accounts by a part of the name or the beginning of the login, in the order of names. */
export async function findAccounts(pool: Pool, { today, actorId, all }: Asked, q: string | null, after: { name: string; id: string } | null, limit: number): Promise<AccountRow[]> {
  const { rows } = await pool.query<AccountRow>({
    name: "account_list",
    text: `${FIND} where ($3::text is null or p.name ilike '%' || $3 || '%' escape '\\' or a.login like $3 || '%' escape '\\') and ($4::text is null or (p.name, p.id) > ($4, $5::uuid)) and ($7::boolean or ${ADMINISTERED}) order by p.name, p.id limit $6`,
    values: [today, actorId, q?.replaceAll(/[\\%_]/g, "\\$&") ?? null, after?.name ?? null, after?.id ?? null, limit, all],
  });
  return rows;
}
export async function findAccount(pool: Pool, { today, actorId }: Pick<Asked, "today" | "actorId">, personId: string): Promise<AccountRow | null> {
  return (await pool.query<AccountRow>({ name: "account_one", text: `${FIND} where p.id = $3`, values: [today, actorId, personId] })).rows[0] ?? null;
}
export async function countStates(pool: Pool, { today, actorId, all }: Asked): Promise<{ active: number; codeGiven: number; neverUsed: number }> {
  const { rows } = await pool.query<{ state: string; n: number }>({ name: "account_counts", text: `select ${STATE} as state, count(*)::int as n ${FROM} where $3::boolean or ${ADMINISTERED} group by 1`, values: [today, actorId, all] });
  const of = (state: string): number => rows.find((r) => r.state === state)?.n ?? 0;
  return { active: of("active"), codeGiven: of("code_given"), neverUsed: of("never_used") };
}

/** Desk codes of the last hour by this giver, and of the last day for this account. */
export async function deskCodes(pool: Pool, giverId: string, personId: string): Promise<{ byGiver: number; forPerson: number }> {
  const { rows } = await pool.query<{ byGiver: number; forPerson: number }>({
    name: "account_desk_codes",
    text: `select (select count(*)::int from account_code where given_by = $1 and via = 'meja' and given_at > now() - interval '1 hour') as "byGiver",
                  (select count(*)::int from account_code where person_id = $2 and via = 'meja' and given_at > now() - interval '1 day') as "forPerson"`,
    values: [giverId, personId],
  });
  return rows[0] ?? { byGiver: 0, forPerson: 0 };
}

export type LetterUnit = { id: string; name: string; people: number; withPassword: number; codeGiven: number; toPrint: number; elsewhere: number };
/** Each OPD of the day with what waits there for who may open these ranks: `elsewhere` are those without a password whose letter is another desk's. */
export async function countLetters(pool: Pool, { today, actorId, all }: Asked, ranks: readonly OwnerRank[]): Promise<LetterUnit[]> {
  const { rows } = await pool.query<LetterUnit>({
    name: "account_letters_count",
    text: `
      with one as materialized (select n.opd_id, a.is_active, a.person_id, ${STATE} as state, ${RANK} as rank ${FROM} where n.opd_id is not null and ($3::boolean or ${ADMINISTERED}))
      select o.unit_id as id, o.name, count(one.person_id)::int as people, count(*) filter (where one.state = 'active')::int as "withPassword",
             count(*) filter (where one.state = 'code_given')::int as "codeGiven",
             count(*) filter (where one.state = 'never_used' and one.is_active and one.rank = any($4::text[]) and one.person_id <> $2::uuid)::int as "toPrint",
             count(*) filter (where one.state <> 'active' and one.is_active and not (one.rank = any($4::text[]) and one.person_id <> $2::uuid))::int as elsewhere
        from one join tree_version t on ${inForce("t", "$1")} join unit_node o on o.tree_id = t.id and o.unit_id = one.opd_id
       group by o.unit_id, o.name, o.ord order by o.ord`,
    values: [today, actorId, all, ranks],
  });
  return rows;
}

export type Addressee = { personId: string; name: string; login: string; unit: string; jabatan: string };
/** For whom a letter of this OPD is printed next, unit by unit; `again`: those whose code is out and unused. */
export async function findAddressees(pool: Pool, { today, actorId }: Pick<Asked, "today" | "actorId">, { opdId, ranks, again, limit }: { opdId: string; ranks: readonly OwnerRank[]; again: boolean; limit: number }): Promise<Addressee[]> {
  const { rows } = await pool.query<Addressee>({
    name: "account_addressees",
    text: `
      select p.id as "personId", p.name, a.login, n.name as unit, b.name as jabatan ${FROM} join jabatan b on b.id = s.jabatan_id
       where n.opd_id = $3 and a.is_active and p.id <> $2::uuid and ${STATE} = case when $5::boolean then 'code_given' else 'never_used' end and ${RANK} = any($4::text[])
       order by ${/* The oldest code first, so that every press takes the next heap. */ "case when $5::boolean then a.activation_expires_at end"}, n.ord, p.name, p.id limit $6`,
    values: [today, actorId, opdId, ranks, again, limit],
  });
  return rows;
}
