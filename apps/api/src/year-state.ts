import type { YearStateView } from "@teraju/contracts/year-state";
import { bagianKeadaan, type Decision, type KeadaanAkhirTahun, type LocalDate, type Periode, yearState } from "@teraju/domain";
import type { Pool } from "pg";

export type Recorded = yearState.YearState & { version: number; basis: string; setBy: string; setOn: LocalDate };
type Row = Omit<Recorded, "studi" | "keadaan"> & { keadaan: KeadaanAkhirTahun } & { [Key in keyof yearState.Studi]: yearState.Studi[Key] | null };

const STATE = {
  name: "year_state",
  text: `select y.version, y.keadaan, y.sejak, y.basis, y.lokasi, y.jenjang, y.akreditasi_pt as "akreditasiPT", y.akreditasi_prodi as "akreditasiProdi", y.ipk::float8 as ipk, y.is_gagal as "isGagal", p.name as "setBy", y.set_on as "setOn"
    from year_state y join person p on p.id = y.set_by where y.period_id = $1 and y.person_id = $2`,
};
/** What was recorded of a pegawai's year; null where nothing was. One query. */
export async function findYearState(pool: Pool, periodId: string, personId: string): Promise<Recorded | null> {
  const row = (await pool.query<Row>({ ...STATE, values: [periodId, personId] })).rows[0];
  if (row === undefined) return null;
  const { lokasi, jenjang, akreditasiPT, akreditasiProdi, ipk, isGagal, ...state } = row;
  return { ...state, studi: lokasi === null || jenjang === null || isGagal === null ? null : { lokasi, jenjang, akreditasiPT, akreditasiProdi, ipk, isGagal } };
}

const STUDI = `json_build_object('version', s.version, 'basis', s.basis, 'setBy', (select name from person where id = s.set_by), 'setOn', s.set_on,
  'studi', json_build_object('lokasi', s.lokasi, 'jenjang', s.jenjang, 'akreditasiPT', s.akreditasi_pt, 'akreditasiProdi', s.akreditasi_prodi, 'ipk', s.ipk, 'isGagal', s.is_gagal))`;
export type RecordedStudi = NonNullable<YearStateView["usul"]["studi"]>;
/** The studi of a person and a year as JSON, null where none is on record; both are SQL expressions. */
export const studiJson = (person: string, year: string): string => `(select ${STUDI} from study_record s where s.person_id = ${person} and s.year = ${year})`;

const CATATAN = {
  name: "year_state_record",
  text: `select p.jenis = 'pppk' as "isPppk", ${studiJson("p.id", "$3")} as studi,
      coalesce((select json_agg(json_build_object('kind', b.kind, 'cuti', b.cuti, 'validFrom', b.valid_from, 'validUntil', b.valid_until, 'surat', b.letter_number) order by b.valid_from) from absence b where b.person_id = p.id and b.valid_from <= $2), '[]') as ketidakhadiran
    from person p where p.id = $1`,
};
type CatatanRow = Pick<yearState.CatatanTahun, "isPppk" | "ketidakhadiran"> & { studi: RecordedStudi | null };
export type Usul = { keadaan: Decision<yearState.UsulKeadaan | null>; studi: RecordedStudi | null };

/** What the personnel records say of a person's year. One query. */
export async function findUsul(pool: Pool, personId: string, { year, selesai, endedOn }: { year: number; selesai: LocalDate; endedOn: LocalDate | null }): Promise<Usul> {
  const [row] = (await pool.query<CatatanRow>({ ...CATATAN, values: [personId, selesai, year] })).rows;
  const { isPppk = false, ketidakhadiran = [], studi = null } = row ?? {};
  return { keadaan: yearState.usulKeadaan({ akhir: selesai, endedOn, isPppk, ketidakhadiran }), studi };
}

/** As it goes over the wire, with what the rules make of it. */
export function yearStateView(periode: Periode, { state, endedOn, usul }: { state: Recorded | null; endedOn: LocalDate | null; usul: Usul }, set: string[]): YearStateView {
  const part = state === null ? null : bagianKeadaan(periode, state);
  return { endedOn, state, usul, perlakuan: part?.perlakuan ?? null, ipk: part?.ipk ?? null, actions: { set } };
}
