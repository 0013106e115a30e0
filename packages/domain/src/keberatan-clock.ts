/** The days of a keberatan: who has them, from when they run, and how they are counted (PermenPANRB 6/2022 Lampiran BAB IV.A and V). */
import { addDays, isHariKerja, type Kalender, kalenderPada, type LocalDate, selisihHariKerja, weekday } from "./calendar.ts";
import { noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { permenpanrb6 } from "./regulations/permenpanrb-6-2022.ts";
import type { Sebagai } from "./vocabulary.ts";

/**
 * Lampiran BAB IV.A.11 and 12: a result is final, without keberatan, when the atasan set it in place of a late penilai, and for
 * those whom the kepala daerah evaluates. Of a decision on a keberatan BAB V.B knows no second one.
 */
export const hakKeberatan = rule({
  name: "Hak keberatan",
  cite: ({ sebagai }) => permenpanrb6(sebagai === "pemutus_keberatan" ? "Lampiran BAB V huruf B angka 5 dan 7" : "Lampiran BAB IV huruf A angka 11 dan 12"),
  decide: ({ sebagai, isKepalaDaerah }: { sebagai: Sebagai; isKepalaDaerah: boolean }) =>
    noted(sebagai === "penilai" && !isKepalaDaerah, sebagai === "pemutus_keberatan" && NOTES.keputusanKeberatanAkhir),
});

/**
 * Lampiran BAB V.A.5–6: the pegawai receives the document on the day of opening it, or of a recorded hand-over on paper, whichever
 * came first; refusing to sign does not undo the receipt. Null: not yet received.
 */
export const penerimaanHasil = rule({
  name: "Penerimaan hasil evaluasi",
  cite: permenpanrb6("Lampiran BAB V huruf A angka 5 dan 6, huruf B angka 2"),
  decide: ({ dibuka, diserahkan }: { dibuka: LocalDate | null; diserahkan: LocalDate | null }) => {
    if (diserahkan !== null && (dibuka === null || diserahkan < dibuka)) return noted<LocalDate | null>(diserahkan, NOTES.diterimaDenganSerahTerima);
    return noted<LocalDate | null>(dibuka, dibuka === null ? NOTES.belumDiterima : NOTES.diterimaSaatDibuka);
  },
});

/** A clock counted aloud: so that anybody can count along on a wall calendar. */
export type HitunganTenggat = {
  mulai: LocalDate; sampai: LocalDate;
  /** Working days in all; those gone by, today included; those left, today not included: 0 on the last day. Negative: so many late. */
  hari: number; ke: number; sisa: number;
  /** Days off on what would have been working days, and replacement days that count, within the clock. */
  libur: LocalDate[]; pengganti: LocalDate[];
};

/** How a deadline that `jatuhTempo` set runs from `mulai` to `sampai`, seen from `today`. */
export function hitunganTenggat({ mulai, sampai, today, kalender: whole }: { mulai: LocalDate; sampai: LocalDate; today: LocalDate; kalender: Kalender }): HitunganTenggat {
  // Counted with what was known while it ran: what was corrected afterwards did not move it.
  const kalender = kalenderPada(whole, sampai);
  const days: LocalDate[] = [];
  for (let day = addDays(mulai, 1); day <= sampai; day = addDays(day, 1)) days.push(day);
  const isWeekdayNumber = (day: LocalDate): boolean => weekday(day) <= 5;
  return {
    mulai, sampai,
    hari: selisihHariKerja(mulai, sampai, kalender),
    ke: selisihHariKerja(mulai, today, kalender),
    sisa: today <= sampai ? selisihHariKerja(today, sampai, kalender) : -selisihHariKerja(sampai, today, kalender),
    libur: days.filter((day) => isWeekdayNumber(day) && !isHariKerja(day, kalender)),
    pengganti: days.filter((day) => isHariKerja(day, kalender) && (!isWeekdayNumber(day) || kalender.hariKerjaPengganti.includes(day))),
  };
}
