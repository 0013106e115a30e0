/**
 * Days on which the five-day week does not hold.
 * 2025: SKB Menteri Agama, Menteri Ketenagakerjaan and Menteri PANRB 1017/2024, 2/2024, 2/2024, with its amendment of 2025 for 18 August.
 * 2026: SKB 1497/2025, 2/2025, 5/2025 (19 September 2025).
 * Both lists agree in several independent reprints. Cuti bersama counts as libur for ASN; days on a weekend are listed too, for the calendar page.
 * 2027: no SKB was found. Fixed dates are certain; moving ones are ASSUMED from astronomical calendars and say so in their basis.
 */
export type HolidayData = { day: string; kind: "libur" | "pengganti"; name: string; basis: string };

const SKB_2025 = "SKB 3 Menteri Nomor 1017/2024, 2/2024, 2/2024";
const SKB_2025_AMENDED = "Perubahan SKB 3 Menteri tentang Hari Libur 2025 (Agustus 2025)";
const SKB_2026 = "SKB 3 Menteri Nomor 1497/2025, 2/2025, 5/2025";
const ASSUMED_2027 = "Perkiraan, menunggu SKB 3 Menteri 2027";
const FIXED_2027 = "Keppres 8/2024 (tanggal tetap)";
/** Written as a city would decide it after the model of Keputusan Gubernur Aceh 100.3.3.1/845/2024; the two pairs are invented for the demo. */
const LOCAL = "Keputusan Wali Kota (contoh demo)";

const libur = (basis: string, days: readonly (readonly [day: string, name: string])[]): HolidayData[] =>
  days.map(([day, name]) => ({ day, kind: "libur", name, basis }));

export const HOLIDAYS: readonly HolidayData[] = [
  ...libur(SKB_2025, [
    ["2025-01-01", "Tahun Baru 2025 Masehi"], ["2025-01-27", "Isra Mikraj Nabi Muhammad saw."], ["2025-01-28", "Cuti bersama Tahun Baru Imlek 2576 Kongzili"],
    ["2025-01-29", "Tahun Baru Imlek 2576 Kongzili"], ["2025-03-28", "Cuti bersama Hari Suci Nyepi"], ["2025-03-29", "Hari Suci Nyepi Tahun Baru Saka 1947"],
    ["2025-03-31", "Idulfitri 1446 Hijriah"], ["2025-04-01", "Idulfitri 1446 Hijriah"], ["2025-04-02", "Cuti bersama Idulfitri"], ["2025-04-03", "Cuti bersama Idulfitri"],
    ["2025-04-04", "Cuti bersama Idulfitri"], ["2025-04-07", "Cuti bersama Idulfitri"], ["2025-04-18", "Wafat Yesus Kristus"], ["2025-04-20", "Kebangkitan Yesus Kristus (Paskah)"],
    ["2025-05-01", "Hari Buruh Internasional"], ["2025-05-12", "Hari Raya Waisak 2569 BE"], ["2025-05-13", "Cuti bersama Waisak"], ["2025-05-29", "Kenaikan Yesus Kristus"],
    ["2025-05-30", "Cuti bersama Kenaikan Yesus Kristus"], ["2025-06-01", "Hari Lahir Pancasila"], ["2025-06-06", "Iduladha 1446 Hijriah"], ["2025-06-09", "Cuti bersama Iduladha"],
    ["2025-06-27", "1 Muharam Tahun Baru Islam 1447 Hijriah"], ["2025-08-17", "Proklamasi Kemerdekaan"], ["2025-09-05", "Maulid Nabi Muhammad saw."],
    ["2025-12-25", "Kelahiran Yesus Kristus"], ["2025-12-26", "Cuti bersama Kelahiran Yesus Kristus"],
  ]),
  ...libur(SKB_2025_AMENDED, [["2025-08-18", "Cuti bersama Proklamasi Kemerdekaan"]]),
  ...libur(SKB_2026, [
    ["2026-01-01", "Tahun Baru 2026 Masehi"], ["2026-01-16", "Isra Mikraj Nabi Muhammad saw."], ["2026-02-16", "Cuti bersama Tahun Baru Imlek 2577 Kongzili"],
    ["2026-02-17", "Tahun Baru Imlek 2577 Kongzili"], ["2026-03-18", "Cuti bersama Hari Suci Nyepi"], ["2026-03-19", "Hari Suci Nyepi Tahun Baru Saka 1948"],
    ["2026-03-20", "Cuti bersama Idulfitri"], ["2026-03-21", "Idulfitri 1447 Hijriah"], ["2026-03-22", "Idulfitri 1447 Hijriah"], ["2026-03-23", "Cuti bersama Idulfitri"],
    ["2026-03-24", "Cuti bersama Idulfitri"], ["2026-04-03", "Wafat Yesus Kristus"], ["2026-04-05", "Kebangkitan Yesus Kristus (Paskah)"], ["2026-05-01", "Hari Buruh Internasional"],
    ["2026-05-14", "Kenaikan Yesus Kristus"], ["2026-05-15", "Cuti bersama Kenaikan Yesus Kristus"], ["2026-05-27", "Iduladha 1447 Hijriah"], ["2026-05-28", "Cuti bersama Iduladha"],
    ["2026-05-31", "Hari Raya Waisak 2570 BE"], ["2026-06-01", "Hari Lahir Pancasila"], ["2026-06-16", "1 Muharam Tahun Baru Islam 1448 Hijriah"], ["2026-08-17", "Proklamasi Kemerdekaan"],
    ["2026-08-25", "Maulid Nabi Muhammad saw."], ["2026-12-24", "Cuti bersama Kelahiran Yesus Kristus"], ["2026-12-25", "Kelahiran Yesus Kristus"],
  ]),
  ...libur(FIXED_2027, [
    ["2027-01-01", "Tahun Baru 2027 Masehi"], ["2027-05-01", "Hari Buruh Internasional"], ["2027-06-01", "Hari Lahir Pancasila"],
    ["2027-08-17", "Proklamasi Kemerdekaan"], ["2027-12-25", "Kelahiran Yesus Kristus"],
  ]),
  ...libur(ASSUMED_2027, [
    ["2027-01-05", "Isra Mikraj Nabi Muhammad saw."], ["2027-02-06", "Tahun Baru Imlek 2578 Kongzili"], ["2027-03-08", "Hari Suci Nyepi Tahun Baru Saka 1949"],
    ["2027-03-10", "Idulfitri 1448 Hijriah"], ["2027-03-11", "Idulfitri 1448 Hijriah"], ["2027-03-26", "Wafat Yesus Kristus"], ["2027-03-28", "Kebangkitan Yesus Kristus (Paskah)"],
    ["2027-05-06", "Kenaikan Yesus Kristus"], ["2027-05-17", "Iduladha 1448 Hijriah"], ["2027-05-20", "Hari Raya Waisak 2571 BE"], ["2027-06-06", "1 Muharam Tahun Baru Islam 1449 Hijriah"],
    ["2027-08-15", "Maulid Nabi Muhammad saw."],
  ]),
  // Aceh: an additional day before Iduladha (meugang) is given free and a Saturday is worked instead.
  ...libur(LOCAL, [["2025-06-05", "Meugang Iduladha"], ["2026-05-26", "Meugang Iduladha"]]),
  { day: "2025-06-14", kind: "pengganti", name: "Hari kerja pengganti meugang Iduladha", basis: LOCAL },
  { day: "2026-06-06", kind: "pengganti", name: "Hari kerja pengganti meugang Iduladha", basis: LOCAL },
];
