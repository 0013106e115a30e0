import { type LocalDate, type Month, isLocalDate } from "./calendar.ts";
import type { JenisPegawai } from "./vocabulary.ts";

/** Why a text is no NIP. */
export const ALASAN_NIP = [
  "excel_notation", // "1.98E+17": a spreadsheet has destroyed the number; it cannot be repaired
  "not_18_digits",
  "birth_date_impossible",
  "month_impossible", // digits 13-14: neither 01-12 (PNS) nor 21 (PPPK)
  "pppk_before_2019", // the first PPPK were appointed in 2019
  "sex_impossible", // digit 15: neither 1 nor 2
  "appointed_before_17",
] as const;
export type AlasanNip = (typeof ALASAN_NIP)[number];

export type Nip =
  | { valid: true; nip: string; jenis: JenisPegawai; lahir: LocalDate; /** Month of TMT CPNS; null for PPPK. */ tmt: Month | null; tahunPengangkatan: number; kelamin: "L" | "P"; urut: number }
  | { valid: false; alasan: AlasanNip };

const PPPK_CODE = "21";
const PPPK_SINCE = 2019;
const AGE_MIN = 17;

/** Turned 17 in the month of appointment at the latest; for a PPPK only the year is known. */
function isTooYoung(lahir: LocalDate, year: number, month: number | null): boolean {
  const years = year - Number(lahir.slice(0, 4));
  if (years !== AGE_MIN) return years < AGE_MIN;
  return month !== null && month < Number(lahir.slice(5, 7));
}

/**
 * Reads a NIP (or NI PPPK): 1–8 birth date, 9–14 TMT CPNS yyyymm (PPPK: year and "21"), 15 sex, 16–18 number.
 * Blanks, dots, apostrophes and dashes as people write them are ignored. There is no check digit.
 */
export function parseNip(text: string): Nip {
  if (/^\s*'?\d([.,]\d+)?e\+?\d+\s*$/i.test(text)) return { valid: false, alasan: "excel_notation" };
  const nip = text.replace(/[\s.'-]/g, "");
  if (!/^\d{18}$/.test(nip)) return { valid: false, alasan: "not_18_digits" };
  const lahir = `${nip.slice(0, 4)}-${nip.slice(4, 6)}-${nip.slice(6, 8)}`;
  if (!isLocalDate(lahir)) return { valid: false, alasan: "birth_date_impossible" };
  const [year, code, sex] = [Number(nip.slice(8, 12)), nip.slice(12, 14), nip.slice(14, 15)];
  const isPppk = code === PPPK_CODE;
  const month = Number(code);
  if (!isPppk && (month < 1 || month > 12)) return { valid: false, alasan: "month_impossible" };
  if (isPppk && year < PPPK_SINCE) return { valid: false, alasan: "pppk_before_2019" };
  if (sex !== "1" && sex !== "2") return { valid: false, alasan: "sex_impossible" };
  if (isTooYoung(lahir, year, isPppk ? null : month)) return { valid: false, alasan: "appointed_before_17" };
  return { valid: true, nip, jenis: isPppk ? "pppk" : "pns", lahir, tmt: isPppk ? null : `${nip.slice(8, 12)}-${code}`, tahunPengangkatan: year, kelamin: sex === "1" ? "L" : "P", urut: Number(nip.slice(15)) };
}
