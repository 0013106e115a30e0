import { addDays, type BarisPenilai, type Berhalangan, type Decision, isBeforeStart, type LocalDate, type Month, penilaiPeriode } from "@teraju/domain";
import type { Pool } from "pg";
import { startOf } from "../../opd-start.ts";
import type { Period } from "./period.ts";

/** Who rates a person's period, who stands above, and where the person sits on its last day. */
export type Raters = { personId: string; penilai: Decision<string | null>; atasanId: string | null; unitId: string; note: string | null; /** Last day of the period on which the pegawai had a post. */ selesai: LocalDate };

type Relation = { penilai: string; atasan: string | null; mulai: LocalDate; selesai: LocalDate | null; penilaiPindah: boolean };
type Seat = { unit: string; kind: "definitif" | "plt"; mulai: LocalDate; selesai: LocalDate | null };
type Gone = { id: string; above: string | null };
type Row = { pegawai: string; /** First month that their OPD records. */ start: Month | null; relations: Relation[]; seats: Seat[]; gone: Gone[] };

const OVERLAPS = (t: string): string => `${t}.valid_from <= $3 and coalesce(${t}.valid_until, 'infinity') > $2`;
/** Days within which the penilai's own post must have ended for the end of a line to be the penilai's move. */
const MOVE_DAYS = 31;

/**
 * Relations and posts of the period's days, with those of its penilai and atasan who hold no post on $4 or later any more: berhalangan
 * tetap. A line that ended counts as the penilai's move only where a definitive post of theirs ended with it.
 */
const ROWS = `
  lines as (
    select r.* from penilai_relation r join team t on t.id = r.pegawai_id where r.valid_from <= $3),
  gone as (
    select w.id, (select u.penilai_id from penilai_relation u where u.pegawai_id = w.id order by u.valid_from desc limit 1) as above
      from (select penilai_id as id from lines union select atasan_id from lines where atasan_id is not null
            union select u.penilai_id from lines l join penilai_relation u on u.pegawai_id = l.atasan_id and ${OVERLAPS("u")}) w
     where not exists (select from placement p where p.person_id = w.id and coalesce(p.valid_until, 'infinity') > greatest($3::date, $4::date)))
  select t.id as pegawai, ${startOf("t.id", "$3::date")} as start,
    coalesce((select json_agg(json_build_object('penilai', l.penilai_id, 'atasan', l.atasan_id, 'mulai', l.valid_from, 'selesai', l.valid_until, 'penilaiPindah',
        l.valid_until is null or exists (select from placement q where q.person_id = l.penilai_id and q.kind = 'definitif' and q.valid_until between l.valid_until - ${MOVE_DAYS} and l.valid_until)) order by l.valid_from)
      from lines l where l.pegawai_id = t.id), '[]') as relations,
    coalesce((select json_agg(json_build_object('unit', p.unit_id, 'kind', p.kind, 'mulai', p.valid_from, 'selesai', p.valid_until) order by p.valid_from)
      from placement p where p.person_id = t.id and p.kind in ('definitif', 'plt') and ${OVERLAPS("p")}), '[]') as seats,
    coalesce((select json_agg(g) from gone g where g.id in (select penilai_id from lines l where l.pegawai_id = t.id union select atasan_id from lines l where l.pegawai_id = t.id
        union select u.penilai_id from lines l join penilai_relation u on u.pegawai_id = l.atasan_id and ${OVERLAPS("u")} where l.pegawai_id = t.id)), '[]') as gone
    from team t order by 1`;

const OF_PERSON = { name: "raters_of_person", text: `with team as (select $1::uuid as id), ${ROWS}` };
/** Every pegawai whom $1 rated or stood above on a day of the period or, where nobody was recorded since, before; or stands above because the atasan is gone. */
const OF_ACTOR = {
  name: "raters_of_actor",
  text: `with team as (
    select distinct r.pegawai_id as id from penilai_relation r where r.valid_from <= $3 and (coalesce(r.valid_until, 'infinity') > $2 or not exists (select from penilai_relation n where n.pegawai_id = r.pegawai_id and n.valid_from >= r.valid_until and n.valid_from <= $3))
     and ($1 in (r.penilai_id, r.atasan_id) or exists (
      select from penilai_relation u where u.pegawai_id = r.atasan_id and u.penilai_id = $1
         and not exists (select from placement p where p.person_id = r.atasan_id and coalesce(p.valid_until, 'infinity') > greatest($3::date, $4::date))))), ${ROWS}`,
};

const before = (a: LocalDate | null, b: LocalDate | null): LocalDate | null => (a === null ? b : b === null ? a : a < b ? a : b);

/** The pegawai's line: each post with who rated there, and days of it on which nobody was recorded, under whoever stood above last. */
function lineOf({ relations, seats }: Row): BarisPenilai[] {
  return seats.flatMap((seat) => {
    const rows: BarisPenilai[] = [];
    let day = seat.mulai;
    let last: Relation | null = null;
    for (const relation of relations) {
      if (relation.selesai !== null && relation.selesai <= seat.mulai) last = relation;
      const mulai = relation.mulai > seat.mulai ? relation.mulai : seat.mulai;
      const selesai = before(relation.selesai, seat.selesai);
      if (selesai !== null && selesai <= mulai) continue;
      if (mulai > day) rows.push(vacant(seat, last, day, mulai));
      rows.push({ unit: seat.unit, kind: seat.kind, penilai: relation.penilai, atasan: relation.atasan, mulai, selesai, penilaiPindah: relation.penilaiPindah });
      last = relation;
      if (selesai === null) return rows;
      day = selesai;
    }
    if (seat.selesai === null || day < seat.selesai) rows.push(vacant(seat, last, day, seat.selesai));
    return rows;
  });
}
function vacant({ unit, kind }: Seat, last: Relation | null, mulai: LocalDate, selesai: LocalDate | null): BarisPenilai {
  return { unit, kind, penilai: null, atasan: last?.atasan ?? null, mulai, selesai };
}

/**
 * The day by which it is told who rates. Whose last post ended within a year is rated by its last day (Lampiran BAB IV.A.8 huruf b speaks of
 * every pegawai of the year); of a shorter period nothing is left to rate.
 */
function lastDayWithPost(line: readonly BarisPenilai[], { kind, mulai, selesai }: Period): LocalDate {
  const ends = line.map((one) => (one.selesai === null || one.selesai > selesai ? selesai : addDays(one.selesai, -1))).filter((day) => day >= mulai).sort();
  return kind === "tahunan" ? ends.at(-1) ?? selesai : selesai;
}

function judge(row: Row, period: Period): Raters | null {
  // Of a period that ended before the OPD began nothing is on record: nobody has to rate it, and nobody is late.
  if (isBeforeStart(period.lastMonth, row.start)) return null;
  const line = lineOf(row);
  const selesai = lastDayWithPost(line, period);
  const berhalangan: Berhalangan = Object.fromEntries(row.gone.map(({ id, above }) => [id, above]));
  const penilai = penilaiPeriode({ pegawai: row.pegawai, periode: { mulai: period.mulai, selesai }, penempatan: line, jendelaHari: period.standar.penilaian.jendelaHari, berhalangan });
  const last = line.findLast((one) => one.mulai <= selesai && (one.selesai === null || one.selesai > selesai));
  if (last === undefined || penilai.value === null) return null;
  const own = line.findLast((one) => one.penilai === penilai.value);
  // Who rates in the place of another has their own superior above; that is for the next above to be late about, never for who is gone.
  const above = own === undefined ? berhalangan[penilai.value] ?? null : own.atasan;
  return { personId: row.pegawai, penilai, atasanId: above !== null && Object.hasOwn(berhalangan, above) ? berhalangan[above] ?? null : above, unitId: last.unit, note: penilai.note ?? null, selesai };
}

/** Null where nobody is recorded on the period's last day, and nobody stands above. One query. */
export async function ratersOf(pool: Pool, period: Period, personId: string, today: LocalDate): Promise<Raters | null> {
  const { rows } = await pool.query<Row>({ ...OF_PERSON, values: [personId, period.mulai, period.selesai, today] });
  return rows.flatMap((row) => judge(row, period) ?? [])[0] ?? null;
}

/** The people of the period whose penilai or atasan the actor is by the rules: each once, wherever they sat before. One query. */
export async function teamOf(pool: Pool, period: Period, actorId: string, today: LocalDate): Promise<Raters[]> {
  const { rows } = await pool.query<Row>({ ...OF_ACTOR, values: [actorId, period.mulai, period.selesai, today] });
  return rows.flatMap((row) => judge(row, period) ?? []).filter((raters) => raters.penilai.value === actorId || raters.atasanId === actorId);
}
