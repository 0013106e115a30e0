import type { LocalDate, Month } from "@teraju/domain";
import { clock, dateParts, dayAndDate, monthName, shortDate } from "./dates.ts";
import { qrMark, signatureLines, verificationBox, type Letterhead, type Official, type Signature, type Verification } from "./official.ts";
import { printPdf } from "./print.ts";

const KEHADIRAN = {
  hadir: "Hadir", belum_dikonfirmasi: "Belum dikonfirmasi", izin: "Izin", sakit: "Sakit", cuti: "Cuti", dinas_luar: "Dinas luar", dinas_jaga: "Dinas jaga",
} as const;
const JANJI = { terbuka: "Belum dibahas", sudah: "Sudah", sebagian: "Sebagian", belum: "Belum", ditutup: "Ditutup" } as const;

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
  readonly secretary: Official;
  readonly attendance: readonly { readonly name: string; readonly jabatan: string; readonly state: keyof typeof KEHADIRAN }[];
  /** Words of the secretary before and after the record. */
  readonly opening: string | null;
  readonly closing: string | null;
  /** Promises of earlier meetings, as this one found them. */
  readonly promises: readonly { readonly text: string; readonly owner: string; readonly due: LocalDate; readonly state: keyof typeof JANJI; /** Months it was carried. */ readonly carried: number }[];
  /** One per person spoken of, in the order of the meeting; `points` are labelled lines ("Kendala", "Bantuan yang diminta"). */
  readonly people: readonly { readonly name: string; readonly jabatan: string; readonly headline: string | null; readonly points: readonly { readonly label: string; readonly text: string }[] }[];
  readonly decisions: readonly { readonly text: string; readonly owner: string; readonly due: LocalDate | null }[];
  readonly addenda: readonly { readonly text: string; readonly by: Official; /** Day it was added. */ readonly date: LocalDate }[];
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
    subject: `${data.unit} · laporan bulan ${monthName(data.month)}`,
    state: data.signatures.every(({ signed }) => signed !== null) ? null : "Konsep, belum ditandatangani lengkap",
    day: dayAndDate(data.date),
    time: `Pukul ${clock(data.startedAt)} sampai ${clock(data.endedAt)} WIB`,
    present: presence(data.attendance.map(({ state }) => state)),
    decisions: data.decisions.map(({ text, owner, due }) => ({ text, owner, due: due === null ? "–" : shortDate(due) })),
    promises: data.promises.map(({ text, owner, due, state, carried }) => ({ text, owner, due: shortDate(due), state: JANJI[state], carried: carried > 0 ? `dibawa ${carried} bulan` : null })),
    attendance: data.attendance.map(({ name, jabatan, state }) => ({ name, jabatan, state: KEHADIRAN[state] })),
    addenda: data.addenda.map(({ text, by, date }) => ({ text, by: `${by.name}, ${by.jabatan}, ${shortDate(date)}` })),
    signatures: signatureLines(data.signatures),
    verification: verificationBox(data.verification),
  }, data.verification === null ? "" : qrMark(data.verification.url));
}

/** "18 orang: 15 hadir, 1 sakit, 2 dinas luar" */
function presence(states: readonly (keyof typeof KEHADIRAN)[]): string {
  if (states.length === 0) return "Tidak ada peserta yang tercatat";
  const kinds = Object.keys(KEHADIRAN).filter((kind): kind is keyof typeof KEHADIRAN => kind in KEHADIRAN);
  const counts = kinds.map((kind) => ({ kind, n: states.filter((state) => state === kind).length })).filter(({ n }) => n > 0);
  return `${states.length} orang: ${counts.map(({ kind, n }) => `${n} ${KEHADIRAN[kind].toLowerCase()}`).join(", ")}`;
}
