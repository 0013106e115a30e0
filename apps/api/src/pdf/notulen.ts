import type { Kehadiran, LocalDate, Month } from "@teraju/domain";
import { clock, dateParts, dayAndClock, dayAndDate, monthName, shortDate } from "./dates.ts";
import { inGroups, qrMark, signatureLines, verificationBox, type Letterhead, type Official, type Signature, type Verification } from "./official.ts";
import { printPdf } from "./print.ts";

/** In the order in which they are counted. */
const KEHADIRAN: Record<Kehadiran, string> = {
  hadir: "Hadir", belum_dikonfirmasi: "Belum dikonfirmasi", izin: "Izin", sakit: "Sakit", cuti: "Cuti", dinas_luar: "Dinas luar", dinas_jaga: "Dinas jaga",
};
const JANJI = { lewat: "Lewat tenggat", terbuka: "Belum selesai", sebagian: "Sebagian", selesai: "Selesai", dibatalkan: "Dibatalkan" } as const;
export type JanjiState = keyof typeof JANJI;

/** Minutes of an evaluation meeting. Private reasons of an absence are no part of it: there is no field for them. */
export type NotulenData = {
  readonly letterhead: Letterhead;
  /** Letter number as typed; null while there is none. */
  readonly number: string | null;
  readonly unit: string;
  /** The month that was evaluated. */
  readonly month: Month;
  readonly date: LocalDate;
  /** ISO instants. */
  readonly startedAt: string;
  readonly endedAt: string;
  readonly place: string;
  readonly leader: Official;
  /** Null while nobody takes the minutes: then only the leader has a place to sign. */
  readonly secretary: Official | null;
  readonly attendance: readonly { readonly name: string; readonly jabatan: string; readonly state: Kehadiran }[];
  /** True when it was held on paper and entered afterwards. */
  readonly isPaper: boolean;
  /** Words of the secretary before and after the record. */
  readonly opening: string | null;
  readonly closing: string | null;
  /** Promises of earlier meetings, as this one found them. */
  readonly promises: readonly { readonly text: string; readonly owner: string; readonly due: LocalDate; readonly state: JanjiState; /** Months it was carried. */ readonly carried: number }[];
  /**
   * One per person or unit spoken of, in the order of the meeting. `note`: "Ditunda", "Disampaikan oleh …"; `figures`: "17 dari 20 bayi",
   * one line for each row of the report; `points`: labelled lines ("Kendala", "Bantuan yang diminta", "Ringkasan").
   */
  readonly people: readonly { readonly name: string; readonly jabatan: string; readonly note: string | null; readonly headline: string | null; readonly figures: readonly string[]; readonly points: readonly { readonly label: string; readonly text: string }[] }[];
  readonly decisions: readonly { readonly text: string; readonly owner: string; readonly due: LocalDate; /** Whose slide was on screen. */ readonly about: string | null }[];
  readonly addenda: readonly { readonly number: number; readonly text: string; readonly by: string; /** ISO instant. */ readonly at: string; /** SHA-256 of the addendum, 64 hex digits. */ readonly digest: string }[];
  /** From left to right; by custom the secretary, then the leader. Signed or not. */
  readonly signatures: readonly Signature[];
  /** Null for a draft, which nobody can check. */
  readonly verification: Verification | null;
};

/**
 * Notulen rapat evaluasi, A4, tagged (PDF/UA-1).
 * @returns the file's bytes; equal data give equal bytes.
 */
export function notulenPdf(data: NotulenData): Promise<Uint8Array> {
  const { letterhead, number, place, leader, secretary, opening, closing, people } = data;
  return printPdf("notulen", {
    title: "Notulen rapat evaluasi kinerja",
    author: letterhead.offices.at(-1) ?? letterhead.government,
    date: dateParts(data.date),
    footer: `Notulen rapat evaluasi kinerja ${monthName(data.month)} · ${data.unit}`,
    letterhead, number, place, leader, secretary, opening, closing, people,
    note: data.isPaper ? "Rapat ini diselenggarakan tanpa aplikasi; isinya dicatat kemudian dari notulen kertas yang ditandatangani." : null,
    subject: `${data.unit} · laporan bulan ${monthName(data.month)}`,
    state: data.secretary !== null && data.signatures.every(({ signed }) => signed !== null) ? null : "Konsep, belum ditandatangani lengkap",
    day: dayAndDate(data.date),
    time: `Pukul ${clock(data.startedAt)} sampai ${clock(data.endedAt)} WIB`,
    present: presence(data.attendance.map(({ state }) => state)),
    decisions: data.decisions.map(({ text, owner, due, about }) => ({ text, owner, due: shortDate(due), about })),
    promises: data.promises.map(({ text, owner, due, state, carried }) => ({ text, owner, due: shortDate(due), state: JANJI[state], carried: carried > 0 ? `dibawa ${carried} bulan` : null })),
    attendance: data.attendance.map(({ name, jabatan, state }) => ({ name, jabatan, state: KEHADIRAN[state] })),
    addenda: data.addenda.map(({ number, text, by, at, digest }) => ({ number, text, by: `${by}, ${dayAndClock(at)}`, digest: inGroups(digest) })),
    signatures: signatureLines(data.signatures),
    verification: verificationBox(data.verification),
  }, data.verification === null ? {} : { marks: [qrMark(data.verification.url)] });
}

/** "18 orang: 15 hadir, 1 sakit, 2 dinas luar" */
function presence(states: readonly Kehadiran[]): string {
  if (states.length === 0) return "Tidak ada peserta yang tercatat";
  const counts = Object.entries(KEHADIRAN).map(([kind, word]) => ({ word: word.toLowerCase(), n: states.filter((state) => state === kind).length }));
  return `${states.length} orang: ${counts.filter(({ n }) => n > 0).map(({ word, n }) => `${n} ${word}`).join(", ")}`;
}
