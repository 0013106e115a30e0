import type { development, LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";

export type ReportRow = { planId: string; person: PersonRef; penilai: string; on: LocalDate; received: { on: LocalDate; by: string } | null; status: development.RencanaStatus; konseling: { konselor: string; scheduledOn: LocalDate; isSigned: boolean } | null };
const REPORTS = {
  name: "development_reports",
  text: `select f.plan_id as "planId", ${personJson("d.person_id", "$1::date")} as person, w.name as penilai, f.written_on as on,
      case when c.plan_id is not null then json_build_object('on', c.received_on, 'by', b.name) end as received, d.status,
      (select json_build_object('konselor', q.name, 'scheduledOn', k.scheduled_on, 'isSigned', exists (select from konseling_record s where s.plan_id = k.plan_id)) from konseling k join person q on q.id = k.konselor_id where k.plan_id = d.id) as konseling
    from development_form f join development_plan d on d.id = f.plan_id join person w on w.id = f.written_by
    left join development_receipt c on c.plan_id = f.plan_id and c.format = f.format left join person b on b.id = c.received_by
   where f.format = 'B.1.10' and ($2::uuid is null or f.plan_id = $2) order by d.status not in ('proposed', 'agreed'), exists (select from konseling k where k.plan_id = d.id), c.plan_id is not null, case when d.status in ('proposed', 'agreed') then f.written_on end, f.written_on desc, f.plan_id limit 300`,
};
/** Reports in Format B.1.10, or the one of a plan; those that wait first, the oldest of them before the others. */
export async function findReports(pool: Pool, today: LocalDate, planId: string | null): Promise<ReportRow[]> {
  return (await pool.query<ReportRow>({ ...REPORTS, values: [today, planId] })).rows;
}
