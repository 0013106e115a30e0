import type { PredikatOrganisasi } from "@teraju/domain";
import type { Pool } from "pg";

export type UnitRow = {
  id: string; name: string; kind: string; depth: number; head: string | null; isAbove: boolean;
  capaianId: string | null; predikat: PredikatOrganisasi | null; basis: string | null; document: string | null; setBy: string | null; setAt: string | null; version: number | null;
};
export type CapaianRow = { id: string; predikat: PredikatOrganisasi; basis: string; document: string | null; setBy: string; setAt: string; version: number };

const UNITS = {
  name: "capaian_organisasi_units",
  // As in standing.ts: who leads the city stands above its departments, not above every office in them.
  text: `
    with tree as (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2)),
    led as (select n.unit_id, n.ord, n.last_ord, n.kind from placement p join jabatan j on j.id = p.jabatan_id and j.is_head
              join unit_node n on n.unit_id = p.unit_id join tree on tree.id = n.tree_id
             where p.person_id = $1 and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)),
    reach as (
      select n.*, bool_or(l.unit_id <> n.unit_id) as is_above from unit_node n join tree on tree.id = n.tree_id
        join led l on n.ord between l.ord and l.last_ord and (l.kind <> 'kota' or l.unit_id = n.unit_id or n.parent_id = l.unit_id) group by n.tree_id, n.unit_id)
    select r.unit_id as id, r.name, r.kind, r.depth, r.is_above as "isAbove",
           (select p.name from placement pl join jabatan j on j.id = pl.jabatan_id and j.is_head join person p on p.id = pl.person_id
             where pl.unit_id = r.unit_id and pl.valid_from <= $2 and (pl.valid_until is null or pl.valid_until > $2) order by (pl.kind = 'definitif') desc limit 1) as head,
           c.id as "capaianId", c.predikat, c.basis, c.document, s.name as "setBy", to_json(c.set_at) #>> '{}' as "setAt", c.version
      from reach r left join capaian_organisasi c on c.unit_id = r.unit_id and c.period_id = $3 left join person s on s.id = c.set_by
     where r.kind <> 'kota'
       -- Of a period that ended before the OPD began there is nothing to set.
       and (c.id is not null or not exists (select from opd_start os join evaluation_period e on e.id = $3 and e.last_month < os.month where os.unit_id = coalesce(r.opd_id, r.unit_id) and os.is_current))
     order by r.ord`,
};
/** The units that the actor leads or stands above today, in the tree's order, with their capaian. One query; at most a department with all its offices. */
export async function listUnits(pool: Pool, actorId: string, today: string, periodId: string): Promise<UnitRow[]> {
  return (await pool.query<UnitRow>({ ...UNITS, values: [actorId, today, periodId] })).rows;
}

const FIND = {
  name: "capaian_organisasi_find",
  text: `select c.id, c.predikat, c.basis, c.document, p.name as "setBy", to_json(c.set_at) #>> '{}' as "setAt", c.version from capaian_organisasi c join person p on p.id = c.set_by where c.period_id = $1 and c.unit_id = $2`,
};
export async function findCapaian(pool: Pool, periodId: string, unitId: string): Promise<CapaianRow | null> {
  return (await pool.query<CapaianRow>({ ...FIND, values: [periodId, unitId] })).rows[0] ?? null;
}
