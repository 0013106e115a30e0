import { access, type Action, type LocalDate, type Relation, type Standing } from "@teraju/domain";
import type { Ctx } from "./context.ts";
import { Problem } from "./http/problem.ts";

/** Days [from, until) that the thing asked for belongs to, such as its month: who was penilai then may still see it. */
export type Span = { readonly from: LocalDate; readonly until: LocalDate };

const TO_PERSON = {
  name: "standing_to_person",
  text: `
    with tree as (select id from tree_version where valid_from <= $3 and (valid_until is null or valid_until > $3)),
    seat as (
      select p.person_id, n.ord, n.opd_id from placement p join unit_node n on n.unit_id = p.unit_id join tree on tree.id = n.tree_id
       where p.person_id in ($1, $2) and p.kind = 'definitif' and p.valid_from <= $3 and (p.valid_until is null or p.valid_until > $3)),
    led as (
      select n.ord, n.last_ord from placement p join jabatan j on j.id = p.jabatan_id and j.is_head
        join unit_node n on n.unit_id = p.unit_id and n.kind <> 'kota' join tree on tree.id = n.tree_id
       where p.person_id = $1 and p.valid_from <= $3 and (p.valid_until is null or p.valid_until > $3))
    select
      exists (select from person where id = $2) as exists,
      exists (select from penilai_relation where penilai_id = $1 and pegawai_id = $2 and valid_from <= $3 and (valid_until is null or valid_until > $3)) as "bawahan",
      (exists (select from penilai_relation where atasan_id = $1 and pegawai_id = $2 and valid_from <= $3 and (valid_until is null or valid_until > $3))
        or exists (select from led join seat on seat.person_id = $2 and seat.ord between led.ord and led.last_ord)) as "bawahanTidakLangsung",
      exists (select from penilai_relation where pegawai_id = $2 and $1 in (penilai_id, atasan_id)
               and daterange(valid_from, valid_until) && daterange($4::date, $5::date)) as "formerBawahan",
      exists (select from pimpinan_relation where pimpinan_id = $1 and pegawai_id = $2 and valid_from <= $3 and (valid_until is null or valid_until > $3)) as "ditugasi",
      (exists (select from penilai_relation where pegawai_id = $1 and $2 in (penilai_id, atasan_id) and valid_from <= $3 and (valid_until is null or valid_until > $3))
        or exists (select from pimpinan_relation where pegawai_id = $1 and pimpinan_id = $2 and valid_from <= $3 and (valid_until is null or valid_until > $3))) as "superior",
      coalesce((select opd_id from seat where person_id = $1) = (select opd_id from seat where person_id = $2), false) as "sameOpd",
      exists (select from role_assignment r join seat on seat.person_id = $2 and seat.opd_id = r.unit_id
               where r.person_id = $1 and r.role = 'admin_opd' and r.valid_from <= $3 and (r.valid_until is null or r.valid_until > $3)) as "administers"`,
};

/**
 * How the actor stands to a person today; with `span`, also whether they were that person's penilai or atasan on one of its days.
 * One named query; none for oneself, who is nobody's own colleague. Throws `not_found` where there is no such person.
 */
export async function standingToPerson(ctx: Ctx, personId: string, span?: Span): Promise<Standing> {
  if (personId === ctx.actor.personId) return { relations: ["self"], roles: ctx.actor.roles };
  const { rows } = await ctx.pool.query<Record<Relation | "exists", boolean>>({ ...TO_PERSON, values: [ctx.actor.personId, personId, ctx.today, span?.from ?? null, span?.until ?? null] });
  const row = rows[0];
  if (row === undefined || !row.exists) throw new Problem("not_found");
  const relations: Relation[] = (["bawahan", "bawahanTidakLangsung", "ditugasi", "superior", "sameOpd", "administers"] as const).filter((r) => row[r]);
  if (span !== undefined && row.formerBawahan) relations.push("formerBawahan");
  if (!row.sameOpd) relations.push("otherOpd");
  return { relations, roles: ctx.actor.roles };
}

const TO_UNIT = {
  name: "standing_to_unit",
  text: `
    with tree as (select id from tree_version where valid_from <= $3 and (valid_until is null or valid_until > $3)),
    it as (select n.* from unit_node n join tree on tree.id = n.tree_id where n.unit_id = $2),
    led as (
      select n.unit_id, n.ord, n.last_ord, n.kind from placement p join jabatan j on j.id = p.jabatan_id and j.is_head
        join unit_node n on n.unit_id = p.unit_id join tree on tree.id = n.tree_id
       where p.person_id = $1 and p.valid_from <= $3 and (p.valid_until is null or p.valid_until > $3))
    select exists (select from it) as exists,
      exists (select from it, led where it.ord between led.ord and led.last_ord and (led.kind <> 'kota' or led.unit_id = it.unit_id)) as leads,
      exists (select from it, led where it.ord between led.ord and led.last_ord and led.unit_id <> it.unit_id and (led.kind <> 'kota' or it.parent_id = led.unit_id)) as "leadsAbove",
      exists (select from role_assignment r join it on it.opd_id = r.unit_id
               where r.person_id = $1 and r.role = 'admin_opd' and r.valid_from <= $3 and (r.valid_until is null or r.valid_until > $3)) as administers`,
};

/** How the actor stands to a unit today. Who leads the city stands above its departments, not above every office in them. */
export async function standingToUnit(ctx: Ctx, unitId: string): Promise<Standing> {
  const { rows } = await ctx.pool.query<Record<"exists" | "leads" | "leadsAbove" | "administers", boolean>>({ ...TO_UNIT, values: [ctx.actor.personId, unitId, ctx.today] });
  const row = rows[0];
  if (row === undefined || !row.exists) throw new Problem("not_found");
  return { relations: (["leads", "leadsAbove", "administers"] as const).filter((r) => row[r]), roles: ctx.actor.roles };
}

/** Lets the request go on only where the access table grants `action`; gives the standing for further questions. */
export async function mustPerson(ctx: Ctx, action: Action, personId: string, span?: Span): Promise<Standing> {
  return must(action, await standingToPerson(ctx, personId, span));
}
export async function mustUnit(ctx: Ctx, action: Action, unitId: string): Promise<Standing> {
  return must(action, await standingToUnit(ctx, unitId));
}
/** For what concerns the whole city: only the roles count. */
export function mustRole(ctx: Ctx, action: Action): void {
  must(action, { relations: [], roles: ctx.actor.roles });
}

function must(action: Action, standing: Standing): Standing {
  const [refusal] = access(action, standing);
  if (refusal !== undefined) throw new Problem(refusal === "not_yours" ? "forbidden" : "not_found");
  return standing;
}
