import type { Ekspektasi, KalibrasiBagian, KalibrasiJawaban, KalibrasiStatus, LocalDate, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import { personJson, type PersonRef } from "../../person-sql.ts";
import type { Period } from "../appraisal/period.ts";

export type Interval = { value: number; low: number; high: number };
/** Frozen when the meeting is opened. */
export type Opening = {
  jumlah: Record<Predikat, number>;
  butir: { appraisalId: string; bagian: KalibrasiBagian; z: number | null; isFragile: boolean }[];
  sisa: number;
  penilai: { personId: string; leniency: Interval | null; isSignal: boolean }[];
};
export type MeetingRow = {
  id: string; status: KalibrasiStatus; opening: Opening; openedBy: string; openedByName: string; openedOn: LocalDate; openedAt: string;
  analisId: string | null; analisName: string | null; analisOn: LocalDate | null; closedOn: LocalDate | null; version: number;
};
const MEETING = {
  name: "kalibrasi_one",
  text: `select k.id, k.status, k.opening, k.opened_by as "openedBy", (select name from person where id = k.opened_by) as "openedByName", k.opened_on as "openedOn", to_json(k.opened_at) #>> '{}' as "openedAt",
      k.analis_id as "analisId", (select name from person where id = k.analis_id) as "analisName", k.analis_on as "analisOn", k.closed_on as "closedOn", k.version
    from kalibrasi k where k.period_id = $1 and k.unit_id = $2`,
};
export async function findMeeting(pool: Pool, periodId: string, unitId: string): Promise<MeetingRow | null> {
  return (await pool.query<MeetingRow>({ ...MEETING, values: [periodId, unitId] })).rows[0] ?? null;
}

const PEOPLE = { name: "kalibrasi_people", text: "select count(*)::int as people from appraisal where period_id = $1 and opd_id = $2 and is_current and hasil_kerja is not null and perilaku is not null" };
/** How many of a department have both ratings, final or not. */
export async function countRated(pool: Pool, periodId: string, unitId: string): Promise<number> {
  return (await pool.query<{ people: number }>({ ...PEOPLE, values: [periodId, unitId] })).rows[0]?.people ?? 0;
}

const DASAR = "jsonb_array_length(coalesce(a.facts #> '{hasilKerja,dasar}', '[]')) + jsonb_array_length(coalesce(a.facts #> '{perilakuKerja,dasar}', '[]'))";
const FINAL = { name: "kalibrasi_final", text: `select a.id, a.person_id as "personId", a.penilai_id as "penilaiId", a.predikat, (${DASAR})::int as bukti from appraisal a where a.period_id = $1 and a.opd_id = $2 and a.is_current and a.status = 'final' order by a.id` };
export type FinalRow = { id: string; personId: string; penilaiId: string; predikat: Predikat; bukti: number };
export async function listFinal(pool: Pool, periodId: string, unitId: string): Promise<FinalRow[]> {
  return (await pool.query<FinalRow>({ ...FINAL, values: [periodId, unitId] })).rows;
}

const TEAMS = {
  name: "kalibrasi_teams",
  text: `select t.penilai_id as "penilaiId", ${personJson("t.penilai_id", "$3")} as penilai, t.cells from (
      select penilai_id, json_object_agg(predikat, n) as cells from (
        select penilai_id, predikat, count(*)::int as n from appraisal where period_id = $1 and opd_id = $2 and is_current and status = 'final' group by 1, 2) c group by 1) t`,
};
export type TeamRow = { penilaiId: string; penilai: PersonRef; cells: Partial<Record<Predikat, number>> };
export async function listTeams(pool: Pool, period: Period, unitId: string): Promise<TeamRow[]> {
  return (await pool.query<TeamRow>({ ...TEAMS, values: [period.id, unitId, period.selesai] })).rows;
}

const RATED = (a: string): string => `json_build_object('hasilKerja', ${a}.hasil_kerja, 'perilaku', ${a}.perilaku, 'predikat', ${a}.predikat)`;
export type Rated = { hasilKerja: Ekspektasi; perilaku: Ekspektasi; predikat: Predikat };
const CASES = {
  name: "kalibrasi_cases",
  // $1 results of the agenda, $2 who asks, $3 the meeting, $4 the period's last day
  text: `
    select o.id as "appraisalId", o.person_id as "personId", a.penilai_id as "penilaiId", a.id as "currentId", a.revision, ${RATED("a")} as now, (${DASAR})::int as evidence,
           exists (select from kalibrasi_reading r where r.kalibrasi_id = $3 and r.appraisal_id = o.id and r.person_id = $2) as "isRead",
           exists (select from kalibrasi_proposal p where p.appraisal_id = a.id and p.answer is null) as "hasOpenProposal",
           exists (select from keberatan k join appraisal x on x.id = k.appraisal_id where x.period_id = a.period_id and x.person_id = a.person_id and k.status <> 'decided') as "isUnderKeberatan",
           ${personJson("o.person_id", "$4")} as person
      from appraisal o join appraisal a on a.period_id = o.period_id and a.person_id = o.person_id and a.is_current where o.id = any($1)`,
};
export type CaseRowSql = { appraisalId: string; personId: string; penilaiId: string; currentId: string; revision: number; now: Rated; evidence: number; isRead: boolean; hasOpenProposal: boolean; isUnderKeberatan: boolean; person: PersonRef };
export async function listCases(pool: Pool, ids: readonly string[], actorId: string, kalibrasiId: string, day: LocalDate): Promise<CaseRowSql[]> {
  return (await pool.query<CaseRowSql>({ ...CASES, values: [ids, actorId, kalibrasiId, day] })).rows;
}

const PROPOSAL = `
  select p.id, p.version, p.kalibrasi_id as "kalibrasiId", p.appraisal_id as "appraisalId", a.period_id as "periodId", a.person_id as "personId", p.penilai_id as "penilaiId", a.is_current as "isCurrent", k.unit_id as "unitId",
         (select name from person where id = p.author_id) as by, (select name from person where id = p.penilai_id) as penilai, p.proposed_on as on, p.reason, ${RATED("a")} as before,
         json_build_object('hasilKerja', p.hasil_kerja, 'perilaku', p.perilaku, 'predikat', p.predikat) as after,
         p.answer, p.words, p.answered_on as "answeredOn", p.correction_id as "correctionId",
         (select json_build_object('id', c.id, 'hasilKerja', c.hasil_kerja, 'perilaku', c.perilaku, 'predikat', c.predikat, 'on', c.finalized_on) from appraisal c where c.id = p.correction_id and c.status = 'final') as outcome,
         exists (select from keberatan o join appraisal x on x.id = o.appraisal_id where x.period_id = a.period_id and x.person_id = a.person_id and o.status <> 'decided') as "isUnderKeberatan"
    from kalibrasi_proposal p join kalibrasi k on k.id = p.kalibrasi_id join appraisal a on a.id = p.appraisal_id`;
export type ProposalRow = {
  id: string; version: number; kalibrasiId: string; appraisalId: string; periodId: string; personId: string; penilaiId: string; isCurrent: boolean; unitId: string; by: string; penilai: string; on: LocalDate; reason: string; before: Rated; after: Rated;
  answer: KalibrasiJawaban | null; words: string | null; answeredOn: LocalDate | null; correctionId: string | null; outcome: (Rated & { id: string; on: LocalDate }) | null; isUnderKeberatan: boolean;
};
export async function listProposals(pool: Pool, kalibrasiId: string): Promise<ProposalRow[]> {
  return (await pool.query<ProposalRow>({ name: "kalibrasi_proposals", text: `${PROPOSAL} where p.kalibrasi_id = $1 order by p.proposed_on, p.id`, values: [kalibrasiId] })).rows;
}
export async function findProposal(pool: Pool, id: string): Promise<ProposalRow | null> {
  return (await pool.query<ProposalRow>({ name: "kalibrasi_proposal_one", text: `${PROPOSAL} where p.id = $1`, values: [id] })).rows[0] ?? null;
}
const MINE = { name: "kalibrasi_proposals_mine", text: `select x.*, ${personJson('x."personId"', "$2")} as person, (select n.name from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = x."unitId" order by t.valid_from desc limit 1) as unit
  from (${PROPOSAL} where p.penilai_id = $1 order by (p.answer is not null), p.proposed_on desc, p.id limit 50) x` };
/** What a penilai answers, open ones first, at most fifty. */
export async function listMine(pool: Pool, penilaiId: string, day: LocalDate): Promise<(ProposalRow & { person: PersonRef; unit: string })[]> {
  return (await pool.query<ProposalRow & { person: PersonRef; unit: string }>({ ...MINE, values: [penilaiId, day] })).rows;
}

const CHANGES = {
  name: "kalibrasi_changes",
  text: `select (select f.id from appraisal f where f.period_id = a.period_id and f.person_id = a.person_id and f.id = any($4) limit 1) as "agendaId", a.id as "appraisalId", r.name as by, to_json(a.finalized_at) #>> '{}' as at, a.facts #>> '{koreksi,alasan}' as reason, ${RATED("b")} as before, ${RATED("a")} as after
    from appraisal a join appraisal b on b.period_id = a.period_id and b.person_id = a.person_id and b.revision = a.revision - 1 join person r on r.id = a.penilai_id
   where a.period_id = $1 and a.opd_id = $2 and a.status = 'final' and a.revision > 1 and a.finalized_at >= $3 and not exists (select from kalibrasi_proposal p where p.correction_id = a.id) order by a.finalized_at, a.id limit 200`,
};
export type ChangeRow = { agendaId: string | null; appraisalId: string; by: string; at: string; reason: string | null; before: Rated; after: Rated };
/** Revisions since the meeting was opened that no proposal asked for. */
export async function listChanges(pool: Pool, of: { periodId: string; unitId: string; since: string; agenda: readonly string[] }): Promise<ChangeRow[]> {
  return (await pool.query<ChangeRow>({ ...CHANGES, values: [of.periodId, of.unitId, of.since, of.agenda] })).rows;
}

const UNITS = {
  name: "kalibrasi_units",
  // $1 period, $2 its last day, $3 the unit led (null: every one)
  text: `
    select o.unit_id as id, o.name, k.status, coalesce(n.people, 0) as people, (select count(*)::int from kalibrasi_proposal p where p.kalibrasi_id = k.id and p.answer is null) as "openProposals"
      from unit_node o left join kalibrasi k on k.period_id = $1 and k.unit_id = o.unit_id
      left join (select opd_id, count(*)::int as people from appraisal where period_id = $1 and is_current and hasil_kerja is not null and perilaku is not null group by 1) n on n.opd_id = o.unit_id
     where o.opd_id = o.unit_id and o.tree_id = (select id from tree_version where valid_from <= $2 and (valid_until is null or valid_until > $2)) and ($3::uuid[] is null or o.unit_id = any($3))
       and not exists (select from opd_start os join evaluation_period e on e.id = $1 and e.last_month < os.month where os.unit_id = o.unit_id and os.is_current) order by o.ord`,
};
export type UnitRow = { id: string; name: string; status: KalibrasiStatus | null; people: number; openProposals: number };
export async function listUnits(pool: Pool, period: Period, only: readonly string[] | null): Promise<UnitRow[]> {
  return (await pool.query<UnitRow>({ ...UNITS, values: [period.id, period.selesai, only] })).rows;
}
const LED = { name: "kalibrasi_led", text: `select p.unit_id as id from placement p join jabatan j on j.id = p.jabatan_id and j.is_head where p.person_id = $1 and p.valid_from <= $2 and (p.valid_until is null or p.valid_until > $2)` };
export async function listLed(pool: Pool, actorId: string, day: LocalDate): Promise<string[]> {
  return (await pool.query<{ id: string }>({ ...LED, values: [actorId, day] })).rows.map((row) => row.id);
}
