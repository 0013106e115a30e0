import { addDays, type PredikatOrganisasi } from "@teraju/domain";
import type pg from "pg";
import { listPola } from "../../pola.ts";
import type { City } from "./city.ts";

/** Whose head still owes the words of the last period: the department that was planted for it. */
const OWING = "DLH";

/** What heads write, by the capaian of their department. */
const WORDS: Record<PredikatOrganisasi, string> = {
  istimewa: "Semua sasaran perjanjian kinerja terlampaui. Bukti tiap orang sudah dibaca, dan hasilnya memang merata di atas.",
  baik: "Rencana aksi tercapai di semua bidang. Tugas dibagi rata, maka hampir semua orang berada pada predikat yang sama. Bukti di bawah ekspektasi tidak ditemukan.",
  butuh_perbaikan: "Capaian turun karena pengadaan terlambat, di luar kendali sebagian besar pegawai. Hasil kerja tiap orang dinilai dari bukti tugasnya sendiri.",
  kurang: "Dua sasaran utama tidak tercapai karena anggaran digeser. Pegawai dinilai dari tugas yang tetap dapat dijalankan.",
  sangat_kurang: "Sebagian besar rencana aksi belum berjalan. Predikat tiap orang mengikuti bukti tugas yang sempat diselesaikan.",
};

/** Heads have explained what lies outside of the pola, three days after the last day for rating; of the last closed period one still owes it. */
export async function loadPolaExplanations(client: pg.PoolClient, { city, today }: { city: City; today: string }): Promise<void> {
  const owing = city.units.find(({ code }) => code === OWING)?.id;
  const owed = (await listPola(client, { unitIds: null, periodId: null, today })).filter(({ isOwed }) => isOwed);
  const [newest] = owed;
  for (const { period, unit, capaian, jumlah } of owed) {
    const on = addDays(period.ratingUntil, 3);
    if (capaian === null || on > today || (period.id === newest?.period.id && unit.id === owing)) continue;
    await client.query(
      `insert into pola_explanation (period_id, unit_id, revision, text, capaian, jumlah, author_id, written_on)
       select $1, $2, 1, $3, $4, $5, p.person_id, $6 from placement p join jabatan j on j.id = p.jabatan_id and j.is_head
        where p.unit_id = $2 and p.valid_from <= $6 and (p.valid_until is null or p.valid_until > $6) order by (p.kind = 'definitif') desc, p.valid_from desc limit 1`,
      [period.id, unit.id, WORDS[capaian], capaian, JSON.stringify(jumlah), on]);
  }
}
