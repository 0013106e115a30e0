/**
 * A measured city, made set-based in SQL: 29 departments, two of them (schools, health) with half of the people, bidang and
 * offices below, 24 months of reports up to the open month, rows and one piece of evidence for the open month's reports,
 * a closed quarter with results, and one head who rates 200 people. Everybody can be signed in by `sessionsFor`.
 */
import { randomBytes } from "node:crypto";
import { DEFAULT_STANDAR } from "@teraju/domain";
import type pg from "pg";
import { withoutWalls } from "#db/seed/copy.ts";
import { hashToken } from "#http/session.ts";

/** The day on which the measured city stands; its open month and the months of reports end there. */
export const TODAY = "2026-11-23";
export const OPEN_MONTH = "2026-11";
export const TEAM_SIZE = 200;
const MONTHS = 24;
const ROWS = 5;

export type CitySize = { people: number; /** of a department */ bidang: number; /** of a bidang */ offices: number; /** daily notes that each person wrote this month */ notes: number };
/** About 300 and about 3,000 units. */
export const SMALL: CitySize = { people: 4_000, bidang: 3, offices: 2, notes: 20 };
export const LARGE: CitySize = { people: 100_000, bidang: 10, offices: 9, notes: 3 };

/** Of person i: one that stands up to its own digits (a day of birth that exists, a month of appointment). */
const NIP = "'1985' || lpad((1 + i % 12)::text, 2, '0') || lpad((1 + i / 12 % 28)::text, 2, '0') || '2010011' || lpad((i / 336)::text, 3, '0')";
const LOADED = [
  "unit", "unit_node", "jabatan", "person", "account", "role_assignment", "placement", "penilai_relation", "skp", "hasil_kerja", "indikator", "monthly_report", "report_row", "evidence",
  "daily_note", "evaluation_period", "appraisal", "standar_penilaian", "tree_version",
];

/** Fills an empty migrated database; statistics and visibility are fresh afterwards, as autovacuum leaves them. */
export async function fillCity(pool: pg.Pool, size: CitySize): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local synchronous_commit = off");
    await withoutWalls(client, LOADED, async () => {
      for (const statement of statements(size)) await client.query(statement);
    });
    await client.query("commit");
  } finally {
    client.release();
  }
  await pool.query("vacuum analyze");
}

function statements({ people, bidang, offices, notes }: CitySize): string[] {
  const perBidang = 1 + offices;
  const perDept = 1 + bidang * perBidang;
  return [
    `insert into standar_penilaian (id, name, legal_basis, parameters, valid_from) values (gen_random_uuid(), 'Standar', 'Perwal', '${JSON.stringify(DEFAULT_STANDAR)}', '2020-01-01')`,
    "insert into hari_khusus (day, kind, name, basis) select date '2026-01-01' + 9 * n, 'libur', 'Libur ' || n, 'SKB' from generate_series(0, 39) n",
    "insert into tree_version (id, legal_basis, valid_from) values (gen_random_uuid(), 'Qanun', '2020-01-01')",
    // Pre-order places by arithmetic: the city is 1, department d begins at 2 + (d-1)·perDept.
    `create temp table u on commit drop as
       select gen_random_uuid() as id, 1 as ord, ${1 + 29 * perDept} as last_ord, 0 as depth, null::int as parent, null::int as opd
       union all select gen_random_uuid(), o, o + ${perDept - 1}, 1, 1, o from generate_series(2, ${1 + 29 * perDept}, ${perDept}) o
       union all select gen_random_uuid(), o + 1 + b * ${perBidang}, o + (b + 1) * ${perBidang}, 2, o, o from generate_series(2, ${1 + 29 * perDept}, ${perDept}) o, generate_series(0, ${bidang - 1}) b
       union all select gen_random_uuid(), o + 1 + b * ${perBidang} + s, o + 1 + b * ${perBidang} + s, 3, o + 1 + b * ${perBidang}, o from generate_series(2, ${1 + 29 * perDept}, ${perDept}) o, generate_series(0, ${bidang - 1}) b, generate_series(1, ${offices}) s`,
    "create unique index on u (ord)",
    "insert into unit (id, code) select id, 'U' || ord from u",
    `insert into unit_node (tree_id, unit_id, parent_id, opd_id, name, kind, depth, ord, last_ord)
       select (select id from tree_version), u.id, v.id, o.id, 'Unit ' || u.ord, (array['kota', 'opd', 'bidang', 'subbagian'])[u.depth + 1], u.depth, u.ord, u.last_ord from u left join u v on v.ord = u.parent left join u o on o.ord = u.opd`,
    // Half of the people in the first two departments, the others evenly; number 1 leads the city, the next ones a unit each.
    `create temp table p on commit drop as
       select i, gen_random_uuid() as id, gen_random_uuid() as skp, case when i <= ${1 + 29 * perDept} then i
              else 2 + (case when i % 2 = 0 then i / 2 % 2 else (i * 7919) % 29 end) * ${perDept} + (i::bigint * 104729 % ${perDept})::int end as ord
         from generate_series(1, ${people}) i`,
    "create unique index on p (i); create index on p (ord); analyze p; analyze u",
    `insert into person (id, nip, name, jenis, golongan, job_family) select id, ${NIP}, 'Pegawai ' || i, 'pns', 'III/c', 'umum' from p`,
    `insert into account (person_id, login) select id, ${NIP} from p`,
    `create temp table j on commit drop as select gen_random_uuid() as id, u.id as unit_id, u.ord, u.depth, h.is_head from u cross join (values (true), (false)) h(is_head)`,
    "insert into jabatan (id, unit_id, name, jenis, is_head) select id, unit_id, case when is_head then 'Kepala' else 'Pelaksana' end, 'pelaksana', is_head from j",
    `insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from) select gen_random_uuid(), p.id, j.id, j.unit_id, 'definitif', '2020-01-01' from p join j on j.ord = p.ord and j.is_head = (p.i <= ${1 + 29 * perDept})`,
    // The head of the last office rates 200 people; everybody else is rated by the head of the own unit, heads by the head above.
    `create temp table r on commit drop as select p.id as pegawai, h.id as penilai, a.id as atasan, p.i, p.ord, p.skp from p join u on u.ord = p.ord
       join p h on h.i = case when p.i between ${2 + 29 * perDept} and ${1 + 29 * perDept + TEAM_SIZE} then ${1 + 29 * perDept} when p.i <= ${1 + 29 * perDept} then u.parent else p.ord end left join p a on a.i = 1`,
    "insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, valid_from) select gen_random_uuid(), pegawai, penilai, nullif(atasan, penilai), '2020-01-01' from r",
    "insert into role_assignment (id, person_id, role, valid_from) select gen_random_uuid(), p.id, d.role, '2020-01-01' from (values (1, 'wali_kota'), (2500, 'bkpsdm'), (2501, 'bkpsdm_analis')) d(i, role) join p using (i)",
    "insert into skp (id, person_id, year, status, pendekatan, effective_from, set_at) select skp, id, 2026, 'set', 'kuantitatif', '2026-01-01', '2026-01-10' from p",
    `create temp table h on commit drop as select p.i, p.skp, n, gen_random_uuid() as id, gen_random_uuid() as ind, gen_random_uuid() as line from p cross join generate_series(1, ${ROWS}) n`,
    "insert into hasil_kerja (id, skp_id, line_id, position, prioritas, text) select id, skp, line, n, 'utama', 'Dokumen pelayanan bagian ' || n || ' tersedia tepat waktu' from h",
    `insert into indikator (id, hasil_kerja_id, line_id, position, text, aspek, jenis, target, satuan, monthly_target)
       select ind, id, line, 1, 'Jumlah dokumen bagian ' || n, 'kuantitas', 'angka', 120, 'dokumen', array_fill(10::numeric, array[12]) from h`,
    reports(),
    `insert into report_row (id, report_id, hasil_kerja_id, indikator_id, position, target, realisasi, sentence, capaian)
       select gen_random_uuid(), m.id, h.id, h.ind, h.n, 10, 5 + (h.i + h.n) % 6, 'Selesai menurut rencana bulan ini.', (5 + (h.i + h.n) % 6) * 10 from monthly_report m join p on p.id = m.person_id join h on h.i = p.i where m.month = '${OPEN_MONTH}'`,
    "insert into evidence (id, owner_id, report_row_id, kind, title, register_number) select gen_random_uuid(), m.person_id, x.id, 'register', 'Register', '440/1/2026' from report_row x join monthly_report m on m.id = x.report_id where x.position = 1",
    `insert into daily_note (id, person_id, day, text) select gen_random_uuid(), p.id, date '${OPEN_MONTH}-01' + n, 'Melayani warga di loket dan mencatat hasilnya.' from p cross join generate_series(0, ${notes - 1}) n`,
    "insert into evaluation_period (id, year, kind, number, first_month, last_month, rating_from, rating_until, standar_id, closed_at) select gen_random_uuid(), 2026, 'triwulanan', 3, '2026-07', '2026-09', '2026-10-01', '2026-10-20', id, '2026-10-21' from standar_penilaian",
    `insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, indeks, digest, finalized_at)
       select gen_random_uuid(), e.id, r.pegawai, u.id, coalesce(o.id, u.id), u.ord, r.penilai, 'final', g.h, g.p, g.x, 90 + r.i % 20, 'x', '2026-10-15' from r join u on u.ord = r.ord left join u o on o.ord = u.opd cross join evaluation_period e
         cross join lateral (select * from (values (0, 'di_atas', 'di_atas', 'sangat_baik'), (1, 'di_bawah', 'sesuai', 'butuh_perbaikan'), (2, 'sesuai', 'sesuai', 'baik')) t(k, h, p, x) where k = least(r.i % 9, 2)) g`,
  ];
}

/** Every person in every month, month after month as they are opened; the open month is a draft for all with an even number, so that there is something to send. */
function reports(): string {
  return `
    insert into monthly_report (id, person_id, month, skp_id, unit_id, opd_id, unit_ord, penilai_id, kewajiban, status, submitted_at, is_late, receipt_number, checked_at, capaian)
      select gen_random_uuid(), p.id, m.month, case when m.month >= '2026-01' then p.skp end, u.id, coalesce(o.id, u.id), p.ord, r.penilai, k.kewajiban, s.status,
             case when s.status <> 'draft' then (m.month || '-25')::timestamptz end, s.status <> 'draft' and (p.i + m.n) % 11 = 0, case when s.status <> 'draft' then 'L-' || m.month || '-' || p.i end,
             case when s.status = 'checked' then (m.month || '-28')::timestamptz end, case when s.status <> 'draft' then 60 + (p.i * 31 + m.n * 17) % 60 + ((p.i + m.n) % 100) / 100.0 end
        from (select n, to_char(date '${OPEN_MONTH}-01' - make_interval(months => n), 'YYYY-MM') as month from generate_series(0, ${MONTHS - 1}) n) m cross join p
        join u on u.ord = p.ord left join u o on o.ord = u.opd left join r on r.pegawai = p.id
        cross join lateral (select case when (p.i + m.n) % 23 = 0 and m.n > 0 then 'cuti' else 'wajib_lapor' end as kewajiban) k
        cross join lateral (select case when k.kewajiban = 'cuti' then 'draft' when m.n = 0 then (case when p.i % 2 = 0 then 'draft' else 'submitted' end)
          when (p.i + m.n) % 17 = 0 then 'closed_unreviewed' when (p.i + m.n) % 29 = 0 then 'draft' else 'checked' end as status) s
       order by m.month, p.i`;
}

/** A real session for each of these people; gives the cookie headers in the same order. */
export async function sessionsFor(pool: pg.Pool, personIds: readonly string[]): Promise<string[]> {
  const tokens = personIds.map(() => randomBytes(32).toString("base64url"));
  await pool.query("insert into session (token_hash, person_id, expires_at) select h, p, now() + interval '12 hours' from unnest($1::text[], $2::uuid[]) d(h, p)", [tokens.map(hashToken), personIds]);
  return tokens.map((token) => `sid=${token}`);
}
