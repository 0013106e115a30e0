import type { PolaBand, PublishedExplanation } from "@teraju/contracts/pola-explanation";
import { type Decision, garisPola, type KesesuaianPola, type LocalDate, type Month, type Periode, type PeriodeKind, polaExplanation, PREDIKAT, type Predikat, type PredikatOrganisasi, rulebookOf, standarLengkap, type StandarPenilaian } from "@teraju/domain";
import { wilson } from "@teraju/statistics";
import type { Pool } from "pg";
import { inForce } from "./person-sql.ts";

type PeriodRow = Periode & { id: string; kind: PeriodeKind; firstMonth: Month; lastMonth: Month; ratingFrom: LocalDate; ratingUntil: LocalDate; isClosed: boolean };
type Row = {
  period: PeriodRow; standar: StandarPenilaian; unit: { id: string; name: string };
  capaian: PredikatOrganisasi | null; capaianOn: LocalDate | null; capaianLastYear: PredikatOrganisasi | null;
  cells: Partial<Record<Predikat, number>>; isKalibrasiOpen: boolean; explanation: PublishedExplanation | null;
};

export const PUBLISHED = (t: string): string => `json_build_object('revision', ${t}.revision, 'text', ${t}.text, 'by', (select name from person where id = ${t}.author_id), 'on', ${t}.written_on, 'isFromKalibrasi', ${t}.kalibrasi_id is not null, 'capaian', ${t}.capaian, 'jumlah', ${t}.jumlah)`;
const LAST_DAY = "((e.last_month || '-01')::date + interval '1 month' - interval '1 day')::date";
/** So many periods are looked back on: about two years. */
const PERIODS = 12;

const POLA = {
  name: "pola_of_units",
  // $1 the day, $2 perangkat daerah (null: all), $3 one period (null: the latest of those that may be rated)
  text: `
    with e as materialized (select e.*, ${LAST_DAY} as last_day, s.parameters as standar from evaluation_period e join standar_penilaian s on s.id = e.standar_id
        where ($3::uuid is null and e.rating_from <= $1::date) or e.id = $3::uuid order by e.last_month desc, e.kind, e.number desc limit ${PERIODS}),
    counted as (select period_id, opd_id, json_object_agg(predikat, n) as cells from (
        select a.period_id, a.opd_id, a.predikat, count(*)::int as n from appraisal a where a.period_id in (select id from e) and a.is_current and a.status = 'final' and ($2::uuid[] is null or a.opd_id = any($2::uuid[])) group by 1, 2, 3) d group by 1, 2)
    select json_build_object('id', e.id, 'year', e.year, 'kind', e.kind, 'number', e.number, 'firstMonth', e.first_month, 'lastMonth', e.last_month, 'ratingFrom', e.rating_from, 'ratingUntil', e.rating_until, 'isClosed', e.closed_at is not null) as period,
           e.standar, json_build_object('id', o.unit_id, 'name', o.name) as unit, c.predikat as capaian, (c.set_at at time zone 'Asia/Jakarta')::date as "capaianOn",
           (select l.predikat from capaian_organisasi l join evaluation_period le on le.id = l.period_id where e.kind = 'tahunan' and le.kind = e.kind and le.year = e.year - 1 and l.unit_id = o.unit_id) as "capaianLastYear",
           coalesce(n.cells, '{}') as cells, exists (select from kalibrasi k where k.period_id = e.id and k.unit_id = o.unit_id and k.status = 'open') as "isKalibrasiOpen",
           (select ${PUBLISHED("x")} from pola_explanation x where x.period_id = e.id and x.unit_id = o.unit_id order by x.revision desc limit 1) as explanation
      from e join tree_version t on ${inForce("t", "e.last_day")}
      join unit_node o on o.tree_id = t.id and o.opd_id = o.unit_id and ($2::uuid[] is null or o.unit_id = any($2::uuid[]))
      left join capaian_organisasi c on c.period_id = e.id and c.unit_id = o.unit_id
      left join counted n on n.period_id = e.id and n.opd_id = o.unit_id
     -- Of a period that ended before the OPD began there is nothing to explain.
     where not exists (select from opd_start os where os.unit_id = o.unit_id and os.is_current and e.last_month < os.month)
     order by e.last_month desc, e.kind, e.number desc, o.ord`,
};

const tenth = (value: number): number => Math.round(value * 10) / 10;
/** A share of people in percent with its 95 percent interval (Wilson); the whole range where there is nobody. */
export function shareOf(n: number, of: number): { value: number; low: number; high: number } {
  const bounds = wilson(n, of) ?? [0, 1];
  return { value: of === 0 ? 0 : tenth((100 * n) / of), low: tenth(100 * bounds[0]), high: tenth(100 * bounds[1]) };
}

export function filled(cells: Partial<Record<Predikat, number>>): Record<Predikat, number> {
  const of = (predikat: Predikat): number => cells[predikat] ?? 0;
  return { sangat_baik: of("sangat_baik"), baik: of("baik"), butuh_perbaikan: of("butuh_perbaikan"), kurang: of("kurang"), sangat_kurang: of("sangat_kurang") };
}
const sum = (jumlah: Record<Predikat, number>, of: readonly Predikat[]): number => of.reduce((all, predikat) => all + jumlah[predikat], 0);

type Judged = Periode & { standar: Pick<StandarPenilaian, "pola"> };
/** A distribution beside each line of the pola (SE 3/2023), as a band, and whether it needs words. */
export function bandOf(period: Judged, organisasi: PredikatOrganisasi, jumlah: Record<Predikat, number>): PolaBand & { duty: Decision<KesesuaianPola> } {
  const { rules } = rulebookOf(period);
  const { pembulatan, minPegawai } = period.standar.pola;
  const dari = sum(jumlah, PREDIKAT);
  const pola = rules.polaDistribusi({ organisasi, jumlah, pembulatan });
  const lines = garisPola(organisasi).map((line) => ({ ...line, predikat: [...line.predikat], n: sum(jumlah, line.predikat), share: shareOf(sum(jumlah, line.predikat), dari) }));
  const decision = rules.pitaPola({ organisasi, pola, selang: lines.map(({ temuan, n, share }) => ({ temuan, n, dari, rendah: share.low, tinggi: share.high })) });
  const places = new Map(decision.value.map(({ temuan, posisi }) => [temuan, posisi]));
  return {
    isInPola: pola.value.sesuai, lines: lines.map((line) => ({ ...line, posisi: places.get(line.temuan) ?? "di_dalam" })), decision,
    duty: polaExplanation.kewajibanPenjelasan({ pita: decision, orang: dari, minPegawai }),
  };
}

/** A perangkat daerah and a period: its final results beside its capaian, and the words that are published for them. */
export type Pola = {
  period: PeriodRow; standar: StandarPenilaian; unit: { id: string; name: string }; capaian: PredikatOrganisasi | null; jumlah: Record<Predikat, number>;
  /** Null without a capaian. */
  band: ReturnType<typeof bandOf> | null; thing: polaExplanation.PolaUnit; isOwed: boolean; explanation: PublishedExplanation | null;
};

function polaOf(row: Row, today: LocalDate): Pola {
  const { period, unit, explanation } = row;
  const standar = standarLengkap(row.standar);
  const capaian = capaianOf(row, today);
  const jumlah = filled(row.cells);
  const band = capaian === null ? null : bandOf({ ...period, standar }, capaian, jumlah);
  const thing: polaExplanation.PolaUnit = { status: explanation === null ? "none" : "published", kesesuaian: band?.duty.value ?? null, final: sum(jumlah, PREDIKAT), isKalibrasiOpen: row.isKalibrasiOpen, text: explanation?.text ?? null };
  return { period, standar, unit, capaian, jumlah, band, thing, explanation, isOwed: polaExplanation.isOwed(thing, { today, ratingUntil: period.ratingUntil }, { standar }) };
}

/** The year's capaian that comes after January is not waited for: last year's stands in (Lampiran BAB IV.B.1 huruf f). */
function capaianOf({ period, capaian, capaianOn, capaianLastYear }: Row, today: LocalDate): PredikatOrganisasi | null {
  if (period.kind !== "tahunan") return capaian;
  const tahunIni = capaian === null || capaianOn === null ? null : { predikat: capaian, pada: capaianOn };
  return rulebookOf(period).rules.capaianTahunan({ tahun: period.year, tahunIni, tahunLalu: capaianLastYear, today }).value?.predikat ?? null;
}

/** Perangkat daerah beside their pola: of one period, or of the latest twelve, newest first; `unitIds` null: all of them. One query. */
export async function listPola(pool: Pick<Pool, "query">, { unitIds, periodId, today }: { unitIds: readonly string[] | null; periodId: string | null; today: LocalDate }): Promise<Pola[]> {
  const { rows } = await pool.query<Row>({ ...POLA, values: [today, unitIds, periodId] });
  return rows.map((row) => polaOf(row, today));
}

/** Null where the unit was no perangkat daerah then, or had not begun. */
export async function findPola(pool: Pool, key: { periodId: string; unitId: string }, today: LocalDate): Promise<Pola | null> {
  return (await listPola(pool, { unitIds: [key.unitId], periodId: key.periodId, today }))[0] ?? null;
}
