import type { Task } from "@teraju/contracts";
import { access, type LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import type { Ctx } from "../../context.ts";
import { inForce } from "../../person-sql.ts";

type KonselingTask = Extract<Task, { kind: "konseling" }>;
type StepRow = Omit<KonselingTask, "kind">;

const RUNS = "d.bentuk = 'konseling' and d.status in ('proposed', 'agreed')";
const UNFOLLOWED = "not exists (select from konseling_follow_up u where u.plan_id = k.plan_id)";
const LINE = `l.pegawai_id = d.person_id and ${inForce("l", "$2::date")}`;
const STEPS = {
  name: "home_konseling",
  // Each piece starts at an index of who asks; what the office of personnel has to do is asked of those who work there alone.
  text: `
    select 'konselor' as "as", count(*)::int as count, null::date as on from konseling k join development_plan d on d.id = k.plan_id where k.konselor_id = $1 and k.scheduled_on <= $2 and ${RUNS}
    union all select 'penentu', count(*)::int, null from (
      select from penilai_relation l join development_plan d on d.person_id = l.pegawai_id join konseling k on k.plan_id = d.id join konseling_record c on c.plan_id = k.plan_id
       where l.atasan_id = $1 and ${inForce("l", "$2::date")} and k.jenis <> 'independen' and k.konselor_id <> $1 and ${UNFOLLOWED}
      union all select from konseling_record c join konseling k on k.plan_id = c.plan_id join development_plan d on d.id = k.plan_id left join penilai_relation l on ${LINE}
       where $3::boolean and (k.jenis = 'independen' or l.atasan_id is null) and $1 not in (k.konselor_id, d.person_id) and ${UNFOLLOWED}) q
    union all select 'penilai', count(*)::int, null from penilai_relation l join development_plan d on d.person_id = l.pegawai_id
     where l.penilai_id = $1 and ${inForce("l", "$2::date")} and d.bentuk = 'konseling' and d.status = 'agreed' and not exists (select from konseling k where k.plan_id = d.id) and not exists (select from development_form f where f.plan_id = d.id)
    union all select 'kepegawaian', count(*)::int, null from development_plan d join development_form f on f.plan_id = d.id and f.format = 'B.1.10' where $4::boolean and d.person_id <> $1 and ${RUNS} and not exists (select from konseling k where k.plan_id = d.id)
    union all select 'pegawai', count(*)::int, min(k.scheduled_on) from development_plan d join konseling k on k.plan_id = d.id where d.person_id = $1 and k.scheduled_on >= $2 and ${RUNS}`,
};
/** Steps in konseling that are this person's, by the side on which they have them. */
async function findSteps(pool: Pool, personId: string, today: LocalDate, { isHead, isOffice }: { isHead: boolean; isOffice: boolean }): Promise<StepRow[]> {
  return (await pool.query<StepRow>({ ...STEPS, values: [personId, today, isHead, isOffice] })).rows;
}

/** One line for each side on which somebody has a step in konseling. One query. */
export async function konselingTasks({ pool, actor, today }: Ctx): Promise<KonselingTask[]> {
  const holds = (action: "konseling-record.receive" | "konseling.arrange"): boolean => access(action, { relations: [], roles: actor.roles }).length === 0;
  const steps = await findSteps(pool, actor.personId, today, { isHead: holds("konseling-record.receive"), isOffice: holds("konseling.arrange") });
  return steps.filter(({ count }) => count > 0).map((step) => ({ kind: "konseling", ...step }));
}
