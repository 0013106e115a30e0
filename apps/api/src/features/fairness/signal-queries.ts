import type { SignalView } from "@teraju/contracts";
import type { LocalDate, SignalKind, SignalOutcome } from "@teraju/domain";
import type { Pool } from "pg";
import type { Interval } from "./analysis.ts";
import type { Comparison } from "./groups.ts";

export type SignalRow = {
  id: string; periodId: string; kind: SignalKind; personId: string | null; penilaiId: string | null; unitId: string | null; unit: { id: string; name: string } | null; about: string | null;
  n: number; figure: Interval | null; scale: SignalView["scale"]; p: number | null; pAdjusted: number | null; innocent: SignalView["innocent"]; raisedOn: LocalDate; expiresOn: LocalDate;
  reply: string | null; repliedOn: LocalDate | null; personReply: string | null; personRepliedOn: LocalDate | null; outcome: SignalOutcome | null; outcomeNote: string | null; outcomeOn: LocalDate | null; outcomeByName: string | null; version: number;
};
const SIGNAL = `
  select s.id, s.period_id as "periodId", s.kind, s.person_id as "personId", s.penilai_id as "penilaiId", s.unit_id as "unitId",
         (select json_build_object('id', n.unit_id, 'name', n.name) from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = s.unit_id order by t.valid_from desc limit 1) as unit,
         s.about, s.n, s.figure, s.scale, s.p::float8 as p, s.p_adjusted::float8 as "pAdjusted", s.innocent, s.raised_on as "raisedOn", s.expires_on as "expiresOn", s.reply, s.replied_on as "repliedOn", s.person_reply as "personReply", s.person_replied_on as "personRepliedOn",
         s.outcome, s.outcome_note as "outcomeNote", s.outcome_on as "outcomeOn", (select name from person where id = s.outcome_by) as "outcomeByName", s.version
    from fairness_signal s`;

/** A signal that has expired is nobody's any more, whatever became of it; null. */
export async function findSignal(pool: Pool, id: string, today: LocalDate): Promise<SignalRow | null> {
  return (await pool.query<SignalRow>({ name: "fairness_signal_one", text: `${SIGNAL} where s.id = $1 and s.expires_on >= $2`, values: [id, today] })).rows[0] ?? null;
}
export async function findSignalsOf(pool: Pool, periodId: string, today: LocalDate): Promise<SignalRow[]> {
  return (await pool.query<SignalRow>({ name: "fairness_signals_period", text: `${SIGNAL} where s.period_id = $1 and s.expires_on >= $2 order by s.kind, s.id`, values: [periodId, today] })).rows;
}
/** About a person, or to be answered by them as penilai. */
export async function findSignalsAbout(pool: Pool, personId: string, today: LocalDate): Promise<SignalRow[]> {
  return (await pool.query<SignalRow>({ name: "fairness_signals_person", text: `${SIGNAL} where (s.person_id = $1 or s.penilai_id = $1) and s.expires_on >= $2 order by s.raised_on desc, s.id`, values: [personId, today] })).rows;
}

const LAST_GROUPS = { name: "fairness_last_groups", text: "select r.period_id as id, r.groups from fairness_run r join evaluation_period e on e.id = r.period_id where r.groups is not null order by e.last_month desc limit 1" };
/** Differences between groups of the city in the newest period that was looked through; null before the first. */
export async function findLastGroups(pool: Pool): Promise<{ id: string; groups: Comparison[] } | null> {
  return (await pool.query<{ id: string; groups: Comparison[] }>(LAST_GROUPS)).rows[0] ?? null;
}

const OPENINGS = { name: "fairness_openings", text: `select p.name, to_char(l.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from access_log l join person p on p.id = l.actor_id where l.action = 'fairness.signal' and l.subject_id = $1 order by l.at desc limit 50` };
/** Who opened it, newest first. */
export async function findOpenings(pool: Pool, id: string): Promise<{ name: string; at: string }[]> {
  return (await pool.query<{ name: string; at: string }>({ ...OPENINGS, values: [id] })).rows;
}

const TALLY = { name: "fairness_tally", text: "select count(*)::int as judged, (count(*) filter (where outcome <> 'dijelaskan'))::int as founded from fairness_signal where outcome is not null" };
/** Judged signals, and those that people found founded: a rating changed by its atasan, or the matter goes on. */
export async function findTally(pool: Pool): Promise<{ judged: number; founded: number }> {
  return (await pool.query<{ judged: number; founded: number }>(TALLY)).rows[0] ?? { judged: 0, founded: 0 };
}

const DUE = {
  name: "fairness_due",
  text: `select e.id, e.last_month as "lastMonth", e.kind from evaluation_period e where e.closed_at is not null and e.kind <> 'tahunan' and not exists (select from fairness_run r where r.period_id = e.id)
    and e.last_month = (select max(last_month) from evaluation_period where closed_at is not null and kind <> 'tahunan')`,
};
/** The newest closed period whose signals have not been raised. */
export async function findDue(pool: Pick<Pool, "query">): Promise<{ id: string; lastMonth: string; kind: "bulanan" | "triwulanan" }[]> {
  return (await pool.query<{ id: string; lastMonth: string; kind: "bulanan" | "triwulanan" }>(DUE)).rows;
}
