import type { AlasanNip } from "../nip.ts";

/** What a line about a person may say, in the order of our template, with the names of headings that we take for it: ours first, then e-Kinerja's. */
export const PERSON_HEADINGS = {
  id: ["ID Teraju"],
  nip: ["NIP", "NIP/NI PPPK", "NI PPPK"],
  nama: ["Nama", "Nama Pegawai"],
  jenis: ["Jenis Pegawai", "jenis_pegawai"],
  golongan: ["Golongan", "golru", "Gol/Ruang"],
  rumpun: ["Rumpun Jabatan"],
  kodeUnit: ["Kode Unit"],
  unit: ["Unit", "Nama Unit Kerja", "skp_unor"],
  unitInduk: ["Perangkat Daerah", "OPD", "SKPK", "skp_unor_induk"],
  jabatan: ["Jabatan", "Nama Jabatan", "skp_jabatan"],
  jenisJabatan: ["Jenis Jabatan", "skp_jenis_jabatan"],
  jenjang: ["Jenjang"],
  pimpinan: ["Pimpinan Unit"],
  status: ["Status Penempatan", "is_skp_plt_plh_pjb"],
  penilai: ["NIP Penilai", "pegawai_atasan_nip"],
  atasan: ["NIP Atasan Penilai"],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type PersonField = keyof typeof PERSON_HEADINGS;
export const PERSON_FIELDS = Object.keys(PERSON_HEADINGS) as readonly PersonField[];

export const UNIT_HEADINGS = {
  kodeUnit: ["Kode Unit"],
  namaUnit: ["Nama Unit"],
  namaPendek: ["Nama Pendek"],
  jenisUnit: ["Jenis Unit"],
  kodeInduk: ["Kode Induk"],
} as const satisfies Record<string, readonly [string, ...string[]]>;
export type UnitField = keyof typeof UNIT_HEADINGS;
export const UNIT_FIELDS = Object.keys(UNIT_HEADINGS) as readonly UnitField[];

export type ImportField = PersonField | UnitField;

/** What becomes of a line. `sama` says what we know already; `hilang` is who stands in one of the file's departments, but not in the file. */
export const IMPORT_GROUP = ["bermasalah", "baru", "pindah", "berubah", "hilang", "sama"] as const;
export type ImportGroup = (typeof IMPORT_GROUP)[number];

/** Why a line cannot be carried out; the screen has a sentence for each. */
export const ROW_PROBLEMS = [
  "nip_missing", // a PNS has a NIP; only a PPPK's may be "belum terbit"
  "nip_excel_notation", "nip_not_18_digits", "nip_birth_date_impossible", "nip_month_impossible", "nip_pppk_before_2019", "nip_sex_impossible", "nip_appointed_before_17",
  "nip_jenis_differs", // the digits say PPPK, the column PNS, or the other way round
  "nip_of_other", // that NIP is another person's
  "nip_changed", // somebody who has a NIP gets another one: a person's eye, not an import
  "id_unknown", // no person of ours has this ID
  "pejabat", // the Wali Kota and who else has no NIP by office is not kept by files
  "name_missing", "text_too_long", "text_forbidden",
  "jenis_unknown", "golongan_unknown", "jenis_jabatan_unknown", "status_unknown", "pimpinan_unknown",
  "jabatan_missing", "unit_missing", "unit_unknown",
  "unit_closes", // the unit is in the tree of that day, but not in one that is already planned
  "post_closes", // the post closes on a day that is already planned: nobody is put on it without end
  "unit_ambiguous", // the name alone fits several units
  "two_definitive", // two definitive posts of one person
  "same_row_twice",
  "same_post_twice", // the same post in two ways, such as definitive and as Plt.
  "penilai_unknown", "penilai_excel_notation", "penilai_self", "penilai_without_post",
  "penilai_circle", // following who rates whom leads back to the start
  "penilai_has_problem", // the penilai is new, and their own line cannot be carried out
  "still_penilai", // left out of the file, but rates others: they need another penilai first
  "head_twice", // the unit already has a definitive head
  "later_record", // a record of ours begins on that day or later: nothing dated is overwritten
  "unit_code_missing", "unit_name_missing", "unit_kind_unknown", "unit_twice", "parent_unknown", "parent_circle",
  "unit_code_used", // a unit that is no more, or is still to come, has that code
  "unit_root", // the city itself is not moved by a file
] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number];
/** Every reason why a text is no NIP has its code here. */
type NipCodes = `nip_${AlasanNip}`;
export const nipProblem = (alasan: AlasanNip): RowProblemCode & NipCodes => `nip_${alasan}`;

export type RowProblem = { readonly line: number; readonly field: ImportField | null; readonly code: RowProblemCode; /** What stands there, as far as it helps to find it. */ readonly value: string | null };
export type FieldChange = { readonly field: ImportField; readonly before: string | null; readonly after: string | null };

export type PersonCells = { readonly line: number; readonly cells: Partial<Record<PersonField, string>> };
export type UnitCells = { readonly line: number; readonly cells: Partial<Record<UnitField, string>> };

const LONGEST_VALUE = 60;
/** A problem of one line; a long value is cut, since it only helps to find the cell. */
export const fault = (line: number, field: ImportField | null, code: RowProblemCode, value: string | null = null): RowProblem => ({ line, field, code, value: value === null ? null : value.slice(0, LONGEST_VALUE) });
