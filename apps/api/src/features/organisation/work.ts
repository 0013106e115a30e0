import type { OrgOutcome, OrgStep } from "@teraju/contracts";
import { type LocalDate, monthOf } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Tx } from "#db/audit.ts";
import type { HandOver } from "./ratings.ts";

type Work = OrgOutcome["work"];
type Item = { what: Work[number]["what"]; fate: Work[number]["fate"]; name: string; detail: string | null };
type Question = { handOvers: readonly HandOver[]; from: LocalDate; today: LocalDate; meetings: readonly Item[]; steps: readonly OrgStep[] };
const SHOWN = 100;

/**
 * What waits for somebody whose penilai changes, and where it goes: reports from the month of the change on follow, and older ones where the
 * old penilai has left; an SKP is set, and a period rated, by whom the rules name on that day; what was asked of a person in their own name
 * (umpan balik, keberatan) stays with that person.
 */
export async function findWork(tx: Tx, { handOvers, from, meetings, steps }: Question): Promise<Work> {
  const { rows } = await tx.execute<Item>(sql`
    with d as (select d.*, p.name, exists (select from placement s where s.person_id = d."beforeId" and s.valid_from <= ${from} and (s.valid_until is null or s.valid_until > ${from})) as stays
                 from jsonb_to_recordset(${JSON.stringify(handOvers)}::jsonb) as d("pegawaiId" uuid, "beforeId" uuid, "afterId" uuid) join person p on p.id = d."pegawaiId")
    select case r.status when 'draft' then 'laporan_draf' when 'submitted' then 'laporan_periksa' else 'laporan_perbaikan' end as what,
           case when r.month >= ${monthOf(from)} or not d.stays then 'ikut' else 'tetap' end as fate, d.name, r.month as detail
      from d join monthly_report r on r.person_id = d."pegawaiId" and r.status in ('draft', 'submitted', 'returned') and r.kewajiban = 'wajib_lapor'
    union all select 'skp', 'ikut', d.name, k.year::text from d join skp k on k.person_id = d."pegawaiId" and k.status in ('draft', 'proposed', 'returned')
    union all select 'penilaian', 'ikut', d.name, e.year || '-' || e.kind || '-' || e.number from d join evaluation_period e on e.closed_at is null and e.rating_from <= ${from}
      and not exists (select from appraisal a where a.period_id = e.id and a.person_id = d."pegawaiId" and a.is_current and a.status = 'final')
    union all select 'umpan_balik', case when d.stays then 'tetap' else 'periksa' end, d.name, u.month from d join umpan_balik u on u.to_id = d."pegawaiId" and u.from_id = d."beforeId" and u.status = 'diminta'
    union all select 'keberatan', case when exists (select from placement s where s.person_id = k.atasan_id and s.valid_from <= ${from} and (s.valid_until is null or s.valid_until > ${from})) then 'tetap' else 'periksa' end, d.name, k.filed_on::text
      from d join keberatan k on k.person_id = d."pegawaiId" and k.status <> 'decided'
    union all select 'koreksi_atasan', 'periksa', d.name, c.asked_on::text from d join penilai_correction c on c.pegawai_id = d."pegawaiId" and c.status = 'open'
    union all select 'admin_opd', 'periksa', p.name, null from role_assignment a join person p on p.id = a.person_id
      where a.role = 'admin_opd' and a.unit_id in (select jsonb_array_elements_text(${JSON.stringify(gone(steps))}::jsonb)::uuid) and (a.valid_until is null or a.valid_until > ${from})
    order by 1, 2, 3, 4`);
  const found = new Map<string, { what: Item["what"]; fate: Item["fate"]; count: number; items: { name: string; detail: string | null }[] }>();
  for (const { what, fate, name, detail } of [...rows, ...meetings]) {
    const line = found.get(`${what} ${fate}`) ?? { what, fate, count: 0, items: [] };
    found.set(`${what} ${fate}`, line);
    line.count += 1;
    if (line.items.length < SHOWN) line.items.push({ name, detail });
  }
  return [...found.values()];
}

const gone = (steps: readonly OrgStep[]): string[] => steps.flatMap((step) => (step.kind === "merge" || step.kind === "close" ? [step.unitId] : []));

/**
 * Meetings that are planned in a merged unit on its last day or later go over to the unit that took it over; where that has one of the same
 * month, or nothing took the unit over, somebody must decide: it is named.
 */
export async function moveMeetings(tx: Tx, steps: readonly OrgStep[], from: LocalDate): Promise<Item[]> {
  const items: Item[] = [];
  for (const step of steps) {
    if (step.kind !== "merge" && step.kind !== "close") continue;
    const into = step.kind === "merge" ? step.into : null;
    const { rows } = await tx.execute<{ id: string; name: string; date: LocalDate; isFree: boolean }>(sql`
      select m.id, coalesce((select n.name from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = m.unit_id order by t.valid_from desc limit 1), '') as name, m.date,
             ${into}::uuid is not null and not exists (select from evaluation_meeting o where o.unit_id = ${into}::uuid and o.month = m.month and o.status <> 'cancelled') as "isFree"
        from evaluation_meeting m where m.unit_id = ${step.unitId} and m.status = 'planned' and m.date >= ${from} order by m.date for update of m`);
    for (const { id, name, date, isFree } of rows) {
      if (isFree) await tx.execute(sql`update evaluation_meeting set unit_id = ${into}, version = version + 1 where id = ${id}`);
      items.push({ what: "rapat", fate: isFree ? "ikut" : "periksa", name, detail: date });
    }
  }
  return items;
}
