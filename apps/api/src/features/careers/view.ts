import type { CareerView } from "@teraju/contracts";
import { angkaKreditMinimal, career, JENJANG, POTENSIAL, tanggalKenaikanPangkat, type Jenjang, type LocalDate, type Potensial } from "@teraju/domain";
import type { Row } from "./queries.ts";

const SHOWN_YEARS = 3;
const isJenjang = (text: string | null): text is Jenjang => JENJANG.some((one) => one === text);
const isPotensial = (text: string): text is Potensial => POTENSIAL.some((one) => one === text);

const factOf = (row: Row, jenis: career.JenisFakta): career.Fakta | undefined => row.facts.find((one) => one.jenis === jenis);
const answer = (row: Row, jenis: career.JenisFakta, yes: string): boolean | null => {
  const fact = factOf(row, jenis);
  return fact === undefined ? null : fact.nilai === yes;
};

const nextDate = (today: LocalDate): LocalDate => tanggalKenaikanPangkat(today)[0] ?? today;

/** What the rules of a career look at, from what is on record. */
export function karierOf(row: Row, today: LocalDate): career.Karier {
  const pak = factOf(row, "angka_kredit");
  const pangkat = factOf(row, "pangkat");
  return {
    jenis: row.jenis, golongan: row.golongan, jenjang: row.jenjang, riwayat: row.riwayat, predikat: row.predikat, tahunIni: Number(today.slice(0, 4)),
    pak: pak === undefined ? null : { nilai: Number(pak.nilai), perTanggal: pak.perTanggal },
    ujiKompetensi: answer(row, "uji_kompetensi", "lulus"), lowongan: answer(row, "lowongan", "ada"), penetapanPrestasi: answer(row, "penetapan_prestasi", "ada"),
    pangkat: pangkat === undefined ? null : { golongan: pangkat.nilai, sejak: pangkat.perTanggal }, pada: nextDate(today),
  };
}

/** The latest assessed potensial; null where none was: never guessed. */
export function potensialOf(row: Row): Potensial | null {
  const nilai = factOf(row, "potensial")?.nilai;
  return nilai !== undefined && isPotensial(nilai) ? nilai : null;
}

export const personOf = ({ id, name, golongan, jabatan, unit }: Row): CareerView["person"] => ({ id, name, golongan, jabatan, unit });

/** `withPotensial`: an assessment is BKPSDM's paper; the pegawai is told of it by them, not by a page. */
export function toView(row: Row, today: LocalDate, { withPotensial }: { withPotensial: boolean }): CareerView {
  const karier = karierOf(row, today);
  const pak = factOf(row, "angka_kredit");
  const kumulatif = career.angkaKreditKumulatif(karier);
  return {
    person: personOf(row), jenjang: row.jenjang,
    predikat: Array.from({ length: SHOWN_YEARS }, (_, index) => karier.tahunIni - SHOWN_YEARS + index).map((tahun) => {
      const one = row.predikat.find((other) => other.tahun === tahun);
      return { tahun, predikat: one?.predikat ?? null, sumber: one?.sumber ?? null };
    }),
    facts: row.facts.filter(({ jenis }) => withPotensial || jenis !== "potensial"),
    angkaKredit: kumulatif === null || pak === undefined || !isJenjang(row.jenjang) ? null : { pak: { nilai: Number(pak.nilai), perTanggal: pak.perTanggal, sumber: pak.sumber }, ...kumulatif, minimal: angkaKreditMinimal({ jenjang: row.jenjang }).value },
    pangkat: career.kesiapanPangkat(karier), kenaikanJenjang: career.kesiapanJenjang(karier), prestasi: career.kesiapanPrestasi(karier),
    tanggal: tanggalKenaikanPangkat(today),
  };
}
