/**
 * A year of the measured city, scored in one pass: twelve months of figures of 4,000 people leave the database by COPY, each person's
 * results are rated, suggested, explained and indexed by the product's own rules, and receipts with their digests go back by COPY.
 * Then the product's replay computes all of them again. Only the computation has a goal; what the disk takes is printed.
 */
import { type Ekspektasi, type FaktaHasil, type FaktaPenilaian, DEFAULT_STANDAR, PERILAKU, periodeOf } from "@teraju/domain";
import type pg from "pg";
import { v7 } from "uuid";
import { recompute } from "../src/features/appraisal/decision.ts";
import { copyIn, copyOut, replayResults } from "../src/replay.ts";
import { OPEN_MONTH } from "./city.ts";

const MOST_SECONDS = 5;
const YEAR = 2026;

const ROWS = `
  insert into report_row (id, report_id, hasil_kerja_id, indikator_id, position, target, realisasi, sentence, capaian)
  select gen_random_uuid(), m.id, h.id, i.id, h.position, 10, 6 + (('x' || substr(m.id::text, 1, 4))::bit(16)::int + h.position) % 7, 'Selesai menurut rencana bulan ini.', 100
    from monthly_report m join hasil_kerja h on h.skp_id = m.skp_id join indikator i on i.hasil_kerja_id = h.id
   where m.month like '${YEAR}-%' and m.month <> '${OPEN_MONTH}' and m.status in ('checked', 'closed_unreviewed')`;

type Out = { personId: string; name: string; unitId: string; unit: string; opdId: string; ord: number; penilaiId: string; penilai: string; skpId: string; hasil: Omit<FaktaHasil, "rating">[] };
const OUT = `
  with bulan as materialized (
    select w.indikator_id, json_agg(json_build_object('bulan', m.month, 'target', w.target::float8, 'realisasi', w.realisasi::float8, 'pembilang', null, 'penyebut', null) order by m.month) as bulan
      from report_row w join monthly_report m on m.id = w.report_id and m.month like '${YEAR}-%' and m.status <> 'draft' group by 1),
  hasil as materialized (
    select h.skp_id, json_agg(json_build_object('lineId', h.line_id, 'text', h.text, 'prioritas', h.prioritas, 'indikator', json_build_array(json_build_object(
        'id', i.line_id, 'text', i.text, 'jenis', i.jenis, 'arah', i.arah, 'satuan', i.satuan, 'targetMin', null, 'targetMax', null, 'bobot', null, 'bulan', coalesce(b.bulan, '[]')))) order by h.position) as hasil
      from hasil_kerja h join indikator i on i.hasil_kerja_id = h.id left join bulan b on b.indikator_id = i.id group by 1)
  select json_build_object('personId', p.id, 'name', p.name, 'unitId', n.unit_id, 'unit', n.name, 'opdId', coalesce(n.opd_id, n.unit_id), 'ord', n.ord, 'penilaiId', r.penilai_id, 'penilai', b.name, 'skpId', s.id, 'hasil', h.hasil)
    from person p join skp s on s.person_id = p.id and s.year = ${YEAR} join hasil h on h.skp_id = s.id join placement l on l.person_id = p.id join unit_node n on n.unit_id = l.unit_id
    join penilai_relation r on r.pegawai_id = p.id join person b on b.id = r.penilai_id`;

const mean = (list: readonly number[]): number => list.reduce((sum, one) => sum + one, 0) / list.length;

/** How the measured city's penilai read a year's figures of one result. */
function rated(hasil: Omit<FaktaHasil, "rating">): Ekspektasi {
  const shares = hasil.indikator.flatMap(({ bulan }) => bulan.flatMap(({ target, realisasi }) => (target === null || realisasi === null ? [] : [realisasi / target])));
  const reached = shares.length === 0 ? 1 : mean(shares);
  return reached > 1.02 ? "di_atas" : reached < 0.85 ? "di_bawah" : "sesuai";
}

function factsOf(one: Out): FaktaPenilaian {
  const hasil = one.hasil.map((row): FaktaHasil => ({ ...row, rating: rated(row) }));
  const { penilaian, indeks } = DEFAULT_STANDAR;
  const most = (["di_atas", "sesuai", "di_bawah"] as const).find((rating) => hasil.filter((row) => row.rating === rating).length > hasil.length / 2) ?? "sesuai";
  return {
    periode: periodeOf(`${YEAR}-01`, "tahunan"), hasil, perilaku: PERILAKU.map((perilaku) => ({ perilaku, rating: "sesuai" })), umpanBalik: { positif: 2, netral: 1, negatif: 0 },
    standar: { batas: penilaian.batas, batasAtas: indeks.batasAtas, bobotUtama: indeks.bobotUtama, bobotTambahan: indeks.bobotTambahan },
    pegawai: { id: one.personId, name: one.name, jabatan: "Pelaksana", unit: one.unit }, penilai: { id: one.penilaiId, name: one.penilai, jabatan: "Kepala", sebagai: "penilai", isKepalaDaerah: false }, atasan: null,
    capaianOrganisasi: { unitId: one.unitId, unit: one.unit, predikat: "baik" },
    hasilKerja: { rating: most, alasan: null, dasar: [] }, perilakuKerja: { rating: "sesuai", alasan: null, dasar: [] }, koreksi: null,
  };
}

const INTO = "appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, skp_id, status, hasil_kerja, perilaku, predikat, saran_hasil_kerja, saran_perilaku, indeks, facts, decision, digest, rulebook, finalized_at, finalized_on)";
const cell = (value: unknown): string => (value === null ? "\\N" : (typeof value === "object" ? JSON.stringify(value) : String(value)).replaceAll("\\", "\\\\"));

function lineOf(one: Out, periodId: string, facts: FaktaPenilaian): string {
  const { decision, digest, rulebook, predikat, indeks, saranHasilKerja, saranPerilaku } = recompute(facts);
  return `${[v7(), periodId, one.personId, one.unitId, one.opdId, one.ord, one.penilaiId, one.skpId, "final", facts.hasilKerja.rating, facts.perilakuKerja.rating, predikat, saranHasilKerja, saranPerilaku, indeks, facts, decision, digest, rulebook, "2027-01-12T10:00:00+07:00", "2027-01-12"].map(cell).join("\t")}\n`;
}

type Bench = { readonly pool: pg.Pool; readonly goal: (name: string, isReached: boolean) => void };
export async function measureYear({ pool, goal }: Bench): Promise<void> {
  const periodId = v7();
  await pool.query("insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id) select $1, $2, 'tahunan', 1, '2026-01', '2026-12', '2026-12-21', '2027-01-31', id from standar_penilaian", [periodId, YEAR]);
  const client = await pool.connect();
  try {
    await client.query("set statement_timeout = 0");
    await client.query(ROWS);
    await client.query("analyze report_row");
    const lines: string[] = [];
    let [compute, cpu] = [0, 0];
    const start = performance.now();
    for await (const people of copyOut<Out>(client, OUT)) {
      const [from, before] = [performance.now(), process.cpuUsage()];
      for (const one of people) lines.push(lineOf(one, periodId, factsOf(one)));
      compute += (performance.now() - from) / 1000;
      const used = process.cpuUsage(before);
      cpu += (used.user + used.system) / 1e6;
    }
    const read = (performance.now() - start) / 1000 - compute;
    const written = performance.now();
    await copyIn(client, INTO, lines);
    const write = (performance.now() - written) / 1000;
    const replay = await replayResults(client, YEAR);
    console.log(`year   ${lines.length} people × 12 months scored in one pass: COPY out ${read.toFixed(1)} s, computation ${compute.toFixed(1)} s (processor ${cpu.toFixed(1)} s), COPY in ${write.toFixed(1)} s; replay of ${replay.results} results ${replay.seconds.compute.toFixed(1)} s, ${replay.differing} differ`);
    goal(`a year of ${lines.length} people computed in ${Math.min(compute, cpu).toFixed(1)} s (goal ${MOST_SECONDS})`, Math.min(compute, cpu) <= MOST_SECONDS);
    goal("every receipt of that year replays to its digest", replay.differing === 0);
  } finally {
    client.release();
  }
}
