import type { YearStateView } from "@teraju/contracts/year-state";
import { bagianKeadaan, type KeadaanAkhirTahun, type LocalDate, type Periode, type yearState } from "@teraju/domain";
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

/** As it goes over the wire, with what the rules make of it. */
export function yearStateView(periode: Periode, { state, endedOn }: { state: Recorded | null; endedOn: LocalDate | null }, set: string[]): YearStateView {
  const part = state === null ? null : bagianKeadaan(periode, state);
  return { endedOn, state, perlakuan: part?.perlakuan ?? null, ipk: part?.ipk ?? null, actions: { set } };
}
