import { JENIS_JABATAN, UNIT_KIND, type JenisJabatan, type JenisPegawai, type UnitKind } from "../vocabulary.ts";
import { headingKey } from "./headings.ts";

export type SeatKind = "definitif" | "plt" | "plh";

/** `undefined`: the words are none that we know. */
export function readJenis(text: string): JenisPegawai | undefined {
  const key = headingKey(text);
  if (key === "pns" || key === "cpns") return "pns";
  return /^(pppk|p3k)( penuh waktu| paruh waktu)?$/.test(key) ? "pppk" : undefined;
}

const RUANG = /^(i|ii|iii|iv)\s*[/. ]?\s*([a-e])$/i;
const GOLONGAN_PPPK = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII"];
/** "III/c" of a PNS, "IX" of a PPPK (rules §5); `null` where nothing stands, `undefined` where it is none. */
export function readGolongan(text: string): string | null | undefined {
  if (text === "") return null;
  const pns = RUANG.exec(text.trim());
  if (pns !== null) return pns[2]?.toLowerCase() === "e" && pns[1]?.toUpperCase() !== "IV" ? undefined : `${pns[1]?.toUpperCase()}/${pns[2]?.toLowerCase()}`;
  const pppk = text.trim().toUpperCase();
  return GOLONGAN_PPPK.includes(pppk) ? pppk : undefined;
}

const JENIS_JABATAN_WORDS: Record<string, JenisJabatan> = {
  "jabatan pimpinan tinggi pratama": "jpt_pratama", "pimpinan tinggi pratama": "jpt_pratama", "jabatan administrator": "administrator", "jabatan pengawas": "pengawas", "jabatan pelaksana": "pelaksana",
  "fungsional umum": "pelaksana", "jabatan fungsional umum": "pelaksana", "jabatan fungsional": "fungsional", "jabatan fungsional tertentu": "fungsional", "fungsional tertentu": "fungsional", jf: "fungsional",
};
/** `null` where nothing certain stands: e-Kinerja's "Struktural" is any of three. */
export function readJenisJabatan(text: string): JenisJabatan | null | undefined {
  const key = headingKey(text);
  if (key === "" || key === "struktural" || key === "jabatan struktural") return null;
  return JENIS_JABATAN.find((jenis) => jenis !== "kepala_daerah" && headingKey(jenis) === key) ?? JENIS_JABATAN_WORDS[key];
}

export function readUnitKind(text: string): UnitKind | undefined {
  return UNIT_KIND.find((kind) => headingKey(kind) === headingKey(text));
}

const YES = ["ya", "y", "true", "1", "benar"];
const NO = ["", "tidak", "t", "n", "false", "0", "bukan"];
export function readYesNo(text: string): boolean | undefined {
  const key = headingKey(text);
  if (YES.includes(key)) return true;
  return NO.includes(key) ? false : undefined;
}

const ACTING: Record<string, SeatKind> = { definitif: "definitif", plt: "plt", "pelaksana tugas": "plt", pj: "plt", pjb: "plt", penjabat: "plt", plh: "plh", "pelaksana harian": "plh" };
/** e-Kinerja's column may only say that it is acting at all; then the name of the post says as what. A penjabat counts as Plt. */
export function readSeatKind(text: string, jabatan: string): SeatKind | undefined {
  const isActing = readYesNo(text);
  if (isActing === false) return /^plh\b/i.test(jabatan) ? "plh" : /^(plt|pj)\b/i.test(jabatan) ? "plt" : "definitif";
  if (isActing === true) return /\bplh\b/i.test(jabatan) ? "plh" : "plt";
  return ACTING[headingKey(text)];
}

/** The post itself, without the words that say it is held for a while: "Plt. Kepala Bidang" is the post Kepala Bidang. */
export function postName(jabatan: string): string {
  return jabatan.replace(/^(plt|plh|pj)\b\.?\s*/i, "").trim();
}
