import type { LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import { inForce, personJson, type PersonRef } from "../../person-sql.ts";

export type TrainingRow = { id: string; name: string; counts: boolean; attended: number };
const TRAININGS = {
  name: "konselor_trainings",
  text: `select t.id, t.name, k.training_id is not null as counts, (select count(distinct p.person_id)::int from training_session s join training_place p on p.session_id = s.id and p.has_attended where s.training_id = t.id) as attended
    from training t left join konselor_training k on k.training_id = t.id order by k.training_id is null, lower(t.name), t.id`,
};
/** The catalogue, those that count first. */
export async function findTrainings(pool: Pool): Promise<TrainingRow[]> {
  return (await pool.query<TrainingRow>(TRAININGS)).rows;
}

export type CertificateRow = { id: string; person: PersonRef; name: string; number: string; issuer: string; issuedOn: LocalDate; recordedBy: string; recordedOn: LocalDate };
const CERTIFICATES = {
  name: "konselor_certificates",
  text: `select c.id, ${personJson("c.person_id", "$1::date")} as person, c.name, c.number, c.issuer, c.issued_on as "issuedOn", w.name as "recordedBy", c.recorded_on as "recordedOn"
    from konselor_certificate c join person p on p.id = c.person_id join person w on w.id = c.recorded_by order by lower(p.name), c.issued_on desc, c.id limit 500`,
};
export async function findCertificates(pool: Pool, today: LocalDate): Promise<CertificateRow[]> {
  return (await pool.query<CertificateRow>({ ...CERTIFICATES, values: [today] })).rows;
}

const SEARCH = { name: "konselor_search", text: `select ${personJson("o.id", "$1::date")} as person from person o where o.name ilike $2 and exists (select from placement s where s.person_id = o.id and ${inForce("s", "$1::date")}) order by lower(o.name), o.id limit 20` };
/** People on a post today, by a part of their name. */
export async function findByName(pool: Pool, today: LocalDate, q: string): Promise<PersonRef[]> {
  return (await pool.query<{ person: PersonRef }>({ ...SEARCH, values: [today, `%${q.replaceAll(/[\\%_]/g, "\\$&")}%`] })).rows.map(({ person }) => person);
}
