import type { peopleImport as rules } from "@teraju/domain";
import type { Reads } from "./queries.ts";

const MADE = (entity: string): string => `(select c.row_id from people_import_change c where c.import_id = $1 and c.entity = '${entity}' and c.op = 'insert')`;
const WITH = (entity: string): string => `people_import_change c where c.import_id = $1 and c.entity = '${entity}' and c.op = 'update'`;

/** Drafts in which nobody has written anything: they come and go with the people whom they are of. */
export const EMPTY_DRAFT = `r.status = 'draft' and r.kendala is null and r.bantuan is null and not exists (select from report_row x where x.report_id = r.id
  and (x.realisasi is not null or x.pembilang is not null or x.uraian is not null or x.sentence is not null or exists (select from evidence e where e.report_row_id = x.id)))`;

/** One question for each kind of thing that may have been built on an import since. */
const QUESTIONS: Record<Exclude<rules.ImportDependent, "other">, string> = {
  account: `exists (select from account a where a.person_id in ${MADE("person")} and (a.password_hash is not null or a.activation_hash is not null)) or exists (select from session s where s.person_id in ${MADE("person")})`,
  report: `exists (select from monthly_report r where r.person_id in ${MADE("person")} and not (${EMPTY_DRAFT}))
    or exists (select from monthly_report r join ${WITH("monthly_report").replace("where", "on c.row_id = r.id where")} and (r.version <> (c.after->>'version')::int))
    or exists (select from monthly_report r join penilai_relation q on q.id in ${MADE("penilai_relation")} and q.pegawai_id = r.person_id and q.penilai_id = r.penilai_id join people_import i on i.id = $1 where r.checked_at > i.applied_at)`,
  appraisal: `exists (select from appraisal a join penilai_relation q on q.id in ${MADE("penilai_relation")} and q.pegawai_id = a.person_id and q.penilai_id = a.penilai_id join evaluation_period e on e.id = a.period_id where e.rating_until >= q.valid_from)`,
  skp: `exists (select from skp k where k.person_id in ${MADE("person")})`,
  tree: `exists (select from tree_version t where t.id in ${MADE("tree_version")} and (t.valid_until is not null or exists (select from tree_version o where o.valid_from > t.valid_from)))
    or exists (select from placement s where s.unit_id in ${MADE("unit")} and s.id not in ${MADE("placement")})`,
  // What it wrote has been written over since.
  changed: `exists (select from placement s where s.id in ${MADE("placement")} and s.valid_until is not null) or exists (select from penilai_relation r where r.id in ${MADE("penilai_relation")} and r.valid_until is not null)
    or exists (select from placement s join ${WITH("placement").replace("where", "on c.row_id = s.id where")} and s.valid_until is distinct from (c.after->>'valid_until')::date)
    or exists (select from penilai_relation r join ${WITH("penilai_relation").replace("where", "on c.row_id = r.id where")} and r.valid_until is distinct from (c.after->>'valid_until')::date)
    or exists (select from person p join ${WITH("person").replace("where", "on c.row_id = p.id where")} and (p.nip is distinct from c.after->>'nip' or p.name <> c.after->>'name' or p.jenis <> c.after->>'jenis' or p.golongan is distinct from c.after->>'golongan' or p.job_family is distinct from c.after->>'job_family'))
    or exists (select from placement s where s.jabatan_id in ${MADE("jabatan")} and s.id not in ${MADE("placement")})
    or exists (select from penilai_relation r where (r.penilai_id in ${MADE("person")} or r.atasan_id in ${MADE("person")}) and r.id not in ${MADE("penilai_relation")})
    or exists (select from placement s where s.person_id in ${MADE("person")} and s.id not in ${MADE("placement")})`,
};
const NAMES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[];

/** What has come of an applied import since: empty, and it can be undone. One statement. */
export async function findDependents(pool: Reads, importId: string): Promise<rules.ImportDependent[]> {
  const text = `select ${NAMES.map((name) => `(${QUESTIONS[name]}) as "${name}"`).join(", ")}`;
  const { rows: [row] } = await pool.query<Record<keyof typeof QUESTIONS, boolean>>({ name: "import_dependents", text, values: [importId] });
  return NAMES.filter((name) => row?.[name] === true);
}
