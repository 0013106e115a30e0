import { rulebookOf } from "@teraju/domain";
import type { Arah, BahanPenilaian, EvidenceKind, JenisIndikator, Kewajiban, LocalDate, Month, MonthlyReportStatus, Perilaku, PredikatOrganisasi, Prioritas, UmpanBalikNada, Verdict } from "@teraju/domain";
import type { Pool } from "pg";
import type { Period } from "./period.ts";

/** Reports that the pegawai has sent: what is still a draft, or back for repair, is the pegawai's own. */
const SENT = "('submitted', 'checked', 'closed_unreviewed')";

const SEAT = {
  name: "appraisal_seat",
  // $1 pegawai, $2 his unit on the period's last day $3, $4 penilai, $5 period
  text: `
    with tree as (select id from tree_version where valid_from <= $3 and (valid_until is null or valid_until > $3)),
    node as (select n.* from unit_node n join tree on tree.id = n.tree_id),
    heads as (select p.person_id, n.* from placement p join jabatan j on j.id = p.jabatan_id and j.is_head join node n on n.unit_id = p.unit_id
               where p.person_id in ($1, $4) and p.valid_from <= $3 and (p.valid_until is null or p.valid_until > $3)),
    seat as (select * from node where unit_id = $2),
    own as (select * from heads where person_id = $1),
    weighed as (
      select h.unit_id, 1 as rank, h.depth from heads h, seat s where h.person_id = $4 and h.kind <> 'kota' and s.ord between h.ord and h.last_ord and h.unit_id not in (select unit_id from own)
      union all select o.unit_id, 2, o.depth from own o where exists (select from heads h where h.person_id = $4 and h.kind = 'kota')
      union all select case when exists (select from own where own.unit_id = s.unit_id) then s.parent_id else s.unit_id end, 3, s.depth from seat s),
    best as (select unit_id from weighed order by rank, depth desc limit 1),
    post as (select distinct on (p.person_id) p.person_id, j.name from placement p join jabatan j on j.id = p.jabatan_id
              where p.person_id in ($1, $4, $6) and p.valid_from <= $3 and (p.valid_until is null or p.valid_until > $3) order by p.person_id, (p.kind = 'definitif') desc)
    select pe.name, pj.name as jabatan, s.name as unit, s.unit_id as "unitId", s.opd_id as "opdId", s.ord as "unitOrd",
           r.name as "penilaiName", rj.name as "penilaiJabatan", exists (select from heads where person_id = $4 and kind = 'kota') as "isKepalaDaerah",
           a.name as "atasanName", aj.name as "atasanJabatan",
           b.unit_id as "capaianUnitId", bn.name as "capaianUnit", c.predikat as "capaianPredikat", c.basis as "capaianBasis", (c.set_at at time zone 'Asia/Jakarta')::date as "capaianOn",
           (select l.predikat from capaian_organisasi l join evaluation_period le on le.id = l.period_id join evaluation_period e on e.id = $5 and e.kind = 'tahunan' and le.kind = e.kind and le.year = e.year - 1 where l.unit_id = b.unit_id) as "capaianLastYear",
           (select oc.predikat from capaian_organisasi oc join own o on o.unit_id = oc.unit_id where oc.period_id = $5 order by o.depth limit 1) as "ownPredikat"
      from person pe join seat s on true join best b on true join node bn on bn.unit_id = b.unit_id
      join person r on r.id = $4 left join person a on a.id = $6
      left join post pj on pj.person_id = pe.id left join post rj on rj.person_id = r.id left join post aj on aj.person_id = a.id
      left join capaian_organisasi c on c.unit_id = b.unit_id and c.period_id = $5
     where pe.id = $1`,
};
/** Where the person sits, who rates, and the capaian that is weighed: that of the unit led by the penilai; of who is rated by the Wali Kota, that of the unit which he leads himself (nobody stands above the city). */
export type Seat = {
  name: string; jabatan: string | null; unit: string; unitId: string; opdId: string | null; unitOrd: number;
  penilaiName: string; penilaiJabatan: string | null; isKepalaDaerah: boolean; atasanName: string | null; atasanJabatan: string | null;
  capaianUnitId: string; capaianUnit: string; capaianPredikat: PredikatOrganisasi | null; capaianBasis: string | null; capaianOn: LocalDate | null; capaianLastYear: PredikatOrganisasi | null; ownPredikat: PredikatOrganisasi | null;
};
export async function findSeat(pool: Pool, period: Period, who: { personId: string; unitId: string; penilaiId: string; atasanId: string | null }, today: LocalDate): Promise<Seat | null> {
  const { rows } = await pool.query<Seat>({ ...SEAT, values: [who.personId, who.unitId, period.selesai, who.penilaiId, period.id, who.atasanId] });
  const seat = rows[0];
  if (seat === undefined || period.kind !== "tahunan") return seat ?? null;
  // The year's capaian that comes after January is not waited for: last year's stands in.
  const { capaianPredikat, capaianOn } = seat;
  const used = rulebookOf(period).rules.capaianTahunan({ tahun: period.year, tahunIni: capaianPredikat === null || capaianOn === null ? null : { predikat: capaianPredikat, pada: capaianOn }, tahunLalu: seat.capaianLastYear, today });
  return { ...seat, capaianPredikat: used.value?.predikat ?? null, capaianBasis: used.note ?? seat.capaianBasis };
}

const LINES = {
  name: "appraisal_lines",
  text: `select s.id as "skpId", h.line_id as "lineId", h.text, h.prioritas, i.line_id as "indikatorId", i.text as "indikatorText", i.jenis, i.arah, i.satuan, i.target_min::float8 as "targetMin", i.target_max::float8 as "targetMax", i.target_text as "targetText", i.bobot::float8 as bobot
    from skp s join hasil_kerja h on h.skp_id = s.id join indikator i on i.hasil_kerja_id = h.id
   where s.person_id = $1 and s.year = $2 and s.status = 'set' order by h.position, i.position`,
};
export type Line = { skpId: string; lineId: string; text: string; prioritas: Prioritas; indikatorId: string; indikatorText: string; jenis: JenisIndikator; arah: Arah; satuan: string | null; targetMin: number | null; targetMax: number | null; targetText: string | null; bobot: number | null };

const FIGURES = {
  name: "appraisal_figures",
  text: `select i.line_id as "indikatorId", m.month, w.target::float8 as target, w.realisasi::float8 as realisasi, w.pembilang::float8 as pembilang, w.penyebut::float8 as penyebut, w.uraian, w.sentence, w.cause, w.verdict, w.verdict_note as "verdictNote"
    from monthly_report m join report_row w on w.report_id = m.id join indikator i on i.id = w.indikator_id
   where m.person_id = $1 and m.month between $2 and $3 and m.status in ${SENT} order by m.month`,
};
export type Figure = { indikatorId: string; month: Month; target: number | null; realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; cause: string | null; verdict: Verdict | null; verdictNote: string | null };

const MONTHS = {
  name: "appraisal_months",
  text: `select person_id as "personId", month, kewajiban, status, is_late as "isLate", (case when status in ${SENT} then capaian end)::float8 as capaian from monthly_report where person_id = any($1) and month between $2 and $3 order by month`,
};
export type MonthRow = { personId: string; month: Month; kewajiban: Kewajiban; status: MonthlyReportStatus; isLate: boolean; capaian: number | null };
export async function listMonths(pool: Pool, period: Period, personIds: readonly string[]): Promise<MonthRow[]> {
  return (await pool.query<MonthRow>({ ...MONTHS, values: [personIds, period.firstMonth, period.lastMonth] })).rows;
}

const EVIDENCE = {
  name: "appraisal_evidence",
  text: `select e.id, e.kind, e.title, e.mime, e.url, e.register_number as "registerNumber", m.month, h.line_id as "lineId"
    from evidence e join report_row w on w.id = e.report_row_id join monthly_report m on m.id = w.report_id join hasil_kerja h on h.id = w.hasil_kerja_id
   where m.person_id = $1 and m.month between $2 and $3 and m.status in ${SENT} order by m.month, e.created_at`,
};
export type Evidence = { id: string; kind: EvidenceKind; title: string; mime: string | null; url: string | null; registerNumber: string | null; month: Month; lineId: string };

const UMPAN_BALIK = {
  name: "appraisal_umpan_balik",
  text: `select u.id, u.from_id as "fromId", p.name as "from", u.month, u.line_id as "lineId", u.perilaku, u.nada, u.text, u.given_on as "givenOn", u.reply
    from umpan_balik u join person p on p.id = u.from_id where u.to_id = $1 and u.month between $2 and $3 and u.status = 'diberikan' order by u.given_on, u.id`,
};
export type UmpanBalik = { id: string; fromId: string; from: string; month: Month; lineId: string | null; perilaku: Perilaku | null; nada: UmpanBalikNada; text: string; givenOn: LocalDate; reply: string | null };

const REKAN = {
  name: "appraisal_rekan",
  // $1 pegawai, $2 last day of the period, $3 today: the newest release of the half-year before the rating, as it was published
  text: `select c.year || '-' || c.semester as semester, r.rata::float8 as rata, r.n, r.withheld from peer_result r join peer_cycle c on c.id = r.cycle_id
   where r.subject_id = $1 and c.status = 'released' and c.released_on <= $3 and c.released_on > $2::date - interval '6 months' order by c.released_on desc limit 1`,
};
export type Rekan = NonNullable<BahanPenilaian["rekan"]>;
async function findRekan(pool: Pool, period: Period, personId: string, today: LocalDate): Promise<Rekan> {
  const { rows } = await pool.query<{ semester: string; rata: number | null; n: number | null }>({ ...REKAN, values: [personId, period.selesai, today] });
  const row = rows[0];
  if (row === undefined) return { semester: null, sebab: "belum_ada" };
  return row.rata === null || row.n === null ? { semester: row.semester, sebab: "kurang_dari_empat" } : { semester: row.semester, rata: row.rata, n: row.n };
}

const EKSPEKTASI_KHUSUS = { name: "appraisal_ekspektasi", text: "select perilaku, ekspektasi from skp_perilaku where skp_id = $1" };

export type Material = { lines: Line[]; figures: Figure[]; months: MonthRow[]; evidence: Evidence[]; umpanBalik: UmpanBalik[]; rekan: Rekan; ekspektasi: { perilaku: Perilaku; ekspektasi: string }[] };

/** Everything that was said and shown in one person's period: seven queries, whatever its size. */
export async function loadMaterial(pool: Pool, period: Period, personId: string, today: LocalDate): Promise<Material> {
  const span = [personId, period.firstMonth, period.lastMonth];
  const [lines, figures, months, evidence, umpanBalik, rekan] = await Promise.all([
    pool.query<Line>({ ...LINES, values: [personId, period.year] }),
    pool.query<Figure>({ ...FIGURES, values: span }),
    listMonths(pool, period, [personId]),
    pool.query<Evidence>({ ...EVIDENCE, values: span }),
    pool.query<UmpanBalik>({ ...UMPAN_BALIK, values: span }),
    findRekan(pool, period, personId, today),
  ]);
  const skpId = lines.rows[0]?.skpId;
  const ekspektasi = skpId === undefined ? [] : (await pool.query<{ perilaku: Perilaku; ekspektasi: string }>({ ...EKSPEKTASI_KHUSUS, values: [skpId] })).rows;
  return { lines: lines.rows, figures: figures.rows, months, evidence: evidence.rows, umpanBalik: umpanBalik.rows, rekan, ekspektasi };
}
