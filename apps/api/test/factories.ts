import { createHash } from "node:crypto";
import type { Pool } from "pg";
import { v7 } from "uuid";
import { DEFAULT_STANDAR, type Role } from "@teraju/domain";

const SINCE = "2024-01-01";

/** Names of the people in `smallCity`; what each is stands beside the name. */
export type CityPerson =
  | "wali" // Wali Kota, no NIP
  | "kadisA" // head of Dinas A; rated by wali
  | "kabidA" // head of Bidang A1; rated by kadisA
  | "budi" | "citra" // staff of Bidang A1; rated by kabidA, atasan kadisA
  | "kapus" // head of Puskesmas A2 (below Dinas A); rated by kadisA
  | "dewi" // bidan at Puskesmas A2; rated by kapus, atasan kadisA
  | "kadisB" // head of Dinas B; rated by wali
  | "eko" // staff of Dinas B; rated by kadisB
  | "bkpsdm" | "analis" | "auditor" | "admin"; // staff of Dinas B with a city-wide role
export type CityUnit = "kota" | "dinasA" | "bidangA1" | "puskesmasA2" | "dinasB";
export type SmallCity = { people: Record<CityPerson, string>; units: Record<CityUnit, string>; treeId: string; standarId: string; ord: Record<CityUnit, number> };

const TREE: Record<CityUnit, { parent: CityUnit | null; opd: CityUnit | null; name: string; kind: string; depth: number; ord: number; last: number }> = {
  kota: { parent: null, opd: null, name: "Kota Langsa", kind: "kota", depth: 0, ord: 1, last: 5 },
  dinasA: { parent: "kota", opd: "dinasA", name: "Dinas A", kind: "opd", depth: 1, ord: 2, last: 4 },
  bidangA1: { parent: "dinasA", opd: "dinasA", name: "Bidang A1", kind: "bidang", depth: 2, ord: 3, last: 3 },
  puskesmasA2: { parent: "dinasA", opd: "dinasA", name: "Puskesmas A2", kind: "puskesmas", depth: 2, ord: 4, last: 4 },
  dinasB: { parent: "kota", opd: "dinasB", name: "Dinas B", kind: "opd", depth: 1, ord: 5, last: 5 },
};

type Seat = { unit: CityUnit; jabatan: string; jenis: string; isHead?: boolean; penilai?: CityPerson; atasan?: CityPerson; role?: Role; nip: string | null };
const SEATS: Record<CityPerson, Seat> = {
  wali: { unit: "kota", jabatan: "Wali Kota", jenis: "kepala_daerah", isHead: true, role: "wali_kota", nip: null },
  kadisA: { unit: "dinasA", jabatan: "Kepala Dinas A", jenis: "jpt_pratama", isHead: true, penilai: "wali", atasan: "wali", nip: "196801011990031001" },
  kabidA: { unit: "bidangA1", jabatan: "Kepala Bidang A1", jenis: "administrator", isHead: true, penilai: "kadisA", atasan: "wali", nip: "197502021998031002" },
  budi: { unit: "bidangA1", jabatan: "Pengolah Data", jenis: "pelaksana", penilai: "kabidA", atasan: "kadisA", nip: "198503032010011003" },
  citra: { unit: "bidangA1", jabatan: "Penata Kelola", jenis: "pelaksana", penilai: "kabidA", atasan: "kadisA", nip: "198604042010012004" },
  kapus: { unit: "puskesmasA2", jabatan: "Kepala Puskesmas A2", jenis: "fungsional", isHead: true, penilai: "kadisA", atasan: "wali", nip: "197905052003122005" },
  dewi: { unit: "puskesmasA2", jabatan: "Bidan Penyelia", jenis: "fungsional", penilai: "kapus", atasan: "kadisA", nip: "199006062023212006" },
  kadisB: { unit: "dinasB", jabatan: "Kepala Dinas B", jenis: "jpt_pratama", isHead: true, penilai: "wali", atasan: "wali", nip: "197007071995031007" },
  eko: { unit: "dinasB", jabatan: "Pranata Komputer Ahli Pertama", jenis: "fungsional", penilai: "kadisB", atasan: "wali", nip: "199208082015021008" },
  bkpsdm: { unit: "dinasB", jabatan: "Analis SDM Aparatur", jenis: "fungsional", penilai: "kadisB", atasan: "wali", role: "bkpsdm", nip: "198809092012011009" },
  analis: { unit: "dinasB", jabatan: "Analis SDM Aparatur Ahli Muda", jenis: "fungsional", penilai: "kadisB", atasan: "wali", role: "bkpsdm_analis", nip: "198710102011012010" },
  auditor: { unit: "dinasB", jabatan: "Auditor Ahli Muda", jenis: "fungsional", penilai: "kadisB", atasan: "wali", role: "auditor", nip: "198411112009011011" },
  admin: { unit: "dinasB", jabatan: "Pranata Komputer Ahli Muda", jenis: "fungsional", penilai: "kadisB", atasan: "wali", role: "admin_teknis", nip: "199112122014021012" },
};

/** A city of five units and thirteen people in which every relation of the access table occurs. */
export async function smallCity(pool: Pool): Promise<SmallCity> {
  const units = mapKeys(TREE, () => v7());
  const people = mapKeys(SEATS, () => v7());
  const treeId = v7();
  const standarId = v7();
  await pool.query("insert into tree_version (id, legal_basis, valid_from) values ($1, 'Qanun percobaan', $2)", [treeId, SINCE]);
  await pool.query("insert into standar_penilaian (id, name, legal_basis, parameters, valid_from) values ($1, 'Standar percobaan', 'Perwal percobaan', $2, $3)", [standarId, JSON.stringify(DEFAULT_STANDAR), SINCE]);
  for (const [key, n] of entries(TREE)) {
    await pool.query("insert into unit (id, code) values ($1, $2)", [units[key], key]);
    await pool.query("insert into unit_node (tree_id, unit_id, parent_id, opd_id, name, kind, depth, ord, last_ord) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)",
      [treeId, units[key], n.parent && units[n.parent], n.opd && units[n.opd], n.name, n.kind, n.depth, n.ord, n.last]);
  }
  for (const [key, s] of entries(SEATS)) await addPerson(pool, { id: people[key], name: key, nip: s.nip, unitId: units[s.unit], jabatan: s.jabatan, jenisJabatan: s.jenis, isHead: s.isHead, role: s.role });
  for (const [key, s] of entries(SEATS)) {
    if (s.penilai) await addPenilai(pool, { pegawaiId: people[key], penilaiId: people[s.penilai], atasanId: s.atasan && people[s.atasan] });
  }
  return { people, units, treeId, standarId, ord: mapKeys(TREE, (n) => n.ord) };
}

type NewPerson = { id?: string; name: string; nip?: string | null; unitId: string; jabatan?: string; jenisJabatan?: string; isHead?: boolean; role?: Role; from?: string; until?: string | null };
/** A person on a post, definitive from `from` on. Gives the person's id. */
export async function addPerson(pool: Pool, p: NewPerson): Promise<string> {
  const id = p.id ?? v7();
  const jabatanId = v7();
  const jenis = p.nip === null || p.nip === undefined ? (p.jenisJabatan === "kepala_daerah" ? "pejabat" : "pppk") : p.nip.slice(12, 14) === "21" ? "pppk" : "pns";
  await pool.query("insert into person (id, nip, name, jenis) values ($1,$2,$3,$4)", [id, p.nip ?? null, p.name, jenis]);
  await pool.query("insert into account (person_id, login) values ($1,$2)", [id, p.nip ?? p.name]);
  await pool.query("insert into jabatan (id, unit_id, name, jenis, is_head) values ($1,$2,$3,$4,$5)", [jabatanId, p.unitId, p.jabatan ?? "Pelaksana", p.jenisJabatan ?? "pelaksana", p.isHead ?? false]);
  await pool.query("insert into placement (id, person_id, jabatan_id, unit_id, kind, valid_from, valid_until) values ($1,$2,$3,$4,'definitif',$5,$6)", [v7(), id, jabatanId, p.unitId, p.from ?? SINCE, p.until ?? null]);
  if (p.role) await pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,$3,$4)", [v7(), id, p.role, SINCE]);
  return id;
}

export async function addPenilai(pool: Pool, r: { pegawaiId: string; penilaiId: string; atasanId?: string; from?: string; until?: string | null }): Promise<void> {
  await pool.query("insert into penilai_relation (id, pegawai_id, penilai_id, atasan_id, valid_from, valid_until) values ($1,$2,$3,$4,$5,$6)", [v7(), r.pegawaiId, r.penilaiId, r.atasanId ?? null, r.from ?? SINCE, r.until ?? null]);
}

/** From `on` another penilai rates this person: the relation in force ends, the next begins. */
export async function movePenilai(pool: Pool, r: { pegawaiId: string; to: string; on: string }): Promise<void> {
  await pool.query("update penilai_relation set valid_until = $2 where pegawai_id = $1 and valid_until is null", [r.pegawaiId, r.on]);
  await addPenilai(pool, { pegawaiId: r.pegawaiId, penilaiId: r.to, from: r.on });
}

export type SetSkp = { skpId: string; lines: { hasilKerjaId: string; lineId: string; indikatorId: string }[] };
/** A set SKP of the year with one kuantitatif indicator per given target; every month's target is the twelfth part. */
export async function addSkp(pool: Pool, s: { personId: string; year: number; penilaiId?: string; unitId?: string; targets?: number[] }): Promise<SetSkp> {
  const skpId = v7();
  await pool.query("insert into skp (id, person_id, year, status, pendekatan, penilai_id, unit_id, effective_from, set_at) values ($1,$2,$3,'set','kuantitatif',$4,$5,$6,now())",
    [skpId, s.personId, s.year, s.penilaiId ?? null, s.unitId ?? null, `${s.year}-01-01`]);
  const lines: SetSkp["lines"] = [];
  for (const [i, target] of (s.targets ?? [240, 120]).entries()) {
    const line = { hasilKerjaId: v7(), lineId: v7(), indikatorId: v7() };
    await pool.query("insert into hasil_kerja (id, skp_id, line_id, position, prioritas, text) values ($1,$2,$3,$4,'utama',$5)", [line.hasilKerjaId, skpId, line.lineId, i + 1, `Hasil kerja ${i + 1} tersedia`]);
    await pool.query("insert into indikator (id, hasil_kerja_id, line_id, position, text, aspek, jenis, arah, target, satuan, monthly_target) values ($1,$2,$3,1,$4,'kuantitas','angka','maks',$5,'dokumen',$6)",
      [line.indikatorId, line.hasilKerjaId, v7(), `Jumlah dokumen ${i + 1}`, target, Array.from({ length: 12 }, () => target / 12)]);
    lines.push(line);
  }
  return { skpId, lines };
}

export type AddedReport = { reportId: string; rowIds: string[] };
/** A person's month with a row per line of the SKP, in any status; figures default to the target (20 and 10). */
export async function addReport(pool: Pool, city: SmallCity, r: {
  personId: string; unit: CityUnit; month: string; skp: SetSkp; penilaiId?: string; status?: "draft" | "submitted" | "returned" | "checked" | "closed_unreviewed";
  realisasi?: (number | null)[]; target?: number[]; submittedAt?: string;
}): Promise<AddedReport> {
  const reportId = v7();
  const status = r.status ?? "draft";
  const sent = status === "draft" ? null : (r.submittedAt ?? `${r.month}-28T03:00:00Z`);
  const opd = TREE[r.unit].opd ?? r.unit;
  await pool.query(
    `insert into monthly_report (id, person_id, month, skp_id, unit_id, opd_id, unit_ord, penilai_id, kewajiban, status, submitted_at, receipt_number, capaian)
     values ($1,$2,$3,$4,$5,$6,$7,$8,'wajib_lapor',$9,$10,$11,$12)`,
    [reportId, r.personId, r.month, r.skp.skpId, city.units[r.unit], city.units[opd], city.ord[r.unit], r.penilaiId ?? null, status, sent,
      sent === null ? null : `P-${createHash("sha256").update(reportId).digest("hex").slice(0, 10)}`, sent === null ? null : 100]);
  const rowIds: string[] = [];
  for (const [i, line] of r.skp.lines.entries()) {
    const rowId = v7();
    const target = r.target?.[i] ?? (i === 0 ? 20 : 10);
    const figure = r.realisasi === undefined ? (sent === null ? null : target) : (r.realisasi[i] ?? null);
    await pool.query("insert into report_row (id, report_id, hasil_kerja_id, indikator_id, position, target, realisasi, sentence, capaian) values ($1,$2,$3,$4,$5,$6,$7,$8,$9)",
      [rowId, reportId, line.hasilKerjaId, line.indikatorId, i + 1, target, figure, sent === null ? null : "Selesai sesuai rencana.", figure === null ? null : (figure / target) * 100]);
    rowIds.push(rowId);
  }
  return { reportId, rowIds };
}

/** How many audit rows stand for this action on this target. */
export async function auditCount(pool: Pool, action: string, targetId?: string): Promise<number> {
  const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from audit where action = $1 and ($2::text is null or target_id = $2)", [action, targetId ?? null]);
  return rows[0]?.n ?? 0;
}

function entries<K extends string, V>(o: Record<K, V>): [K, V][] {
  return Object.entries(o) as [K, V][];
}
function mapKeys<K extends string, V, W>(o: Record<K, V>, f: (v: V) => W): Record<K, W> {
  return Object.fromEntries(entries(o).map(([k, v]) => [k, f(v)])) as Record<K, W>;
}
