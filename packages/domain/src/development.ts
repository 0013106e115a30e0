/**
 * Rencana pengembangan: from something that was found, to help that both sides agree to, to a look back at three and six months
 * (PermenPANRB 6/2022 Pasal 20-21, Lampiran BAB III.D: bimbingan by coaching, mentoring, formal or informal training; konseling).
 */
import { addMonths, type LocalDate, type Month, monthOf } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import { type Party, reasons, type Transition, transitionRefusals } from "./workflow.ts";

/** Lampiran BAB III.D.3-4. `pelatihan` is formal training, `belajar_mandiri` informal. */
export const BENTUK_PEMBINAAN = ["coaching", "mentoring", "pelatihan", "belajar_mandiri", "konseling"] as const;
export type BentukPembinaan = (typeof BENTUK_PEMBINAAN)[number];

/** A training of the catalogue is formal, or one learns by oneself with its material. */
export const BENTUK_PELATIHAN = ["pelatihan", "belajar_mandiri"] as const satisfies readonly BentukPembinaan[];

/** Where the need was seen. `rekan`: the released aggregate, never a single voice. */
export const SUMBER_TEMUAN = ["umpan_balik", "rekan", "evaluasi", "keinginan"] as const;
export type SumberTemuan = (typeof SUMBER_TEMUAN)[number];

export const RENCANA_STATUS = ["proposed", "agreed", "done", "declined", "cancelled"] as const;
export type RencanaStatus = (typeof RENCANA_STATUS)[number];

export const ACTIONS = {
  agree: { from: ["proposed"], to: "agreed", by: ["owner", "penilai"] },
  decline: { from: ["proposed"], to: "declined", by: ["owner", "penilai"] },
  cancel: { from: ["proposed", "agreed"], to: "cancelled", by: ["owner", "penilai"] },
  record: { from: ["agreed"], to: "same", by: ["owner", "penilai"] },
  finish: { from: ["agreed"], to: "done", by: ["owner", "penilai"] },
  look: { from: ["done"], to: "same", by: ["owner", "penilai"] },
} as const satisfies Record<string, Transition<RencanaStatus>>;
export type Action = keyof typeof ACTIONS;

export type Rencana = { status: RencanaStatus; bentuk: BentukPembinaan; proposedBy: string; doneOn: LocalDate | null; /** Entries of its journal. */ entries: number; /** The office of personnel has set its konseling. */ isArranged: boolean; /** Months at which somebody looked back already. */ looked: readonly number[] };

/** Months after the help at which one looks back (fairness.md 5: the same measure at 3 and 6 months). */
export const LOOKS = [3, 6] as const;
export type Look = (typeof LOOKS)[number];

/** The first month in which that look can be made: the months between are over. */
export function lookFrom(doneOn: LocalDate, look: Look): Month {
  return addMonths(monthOf(doneOn), look + 1);
}

type Context = { actor: string; parties: readonly Party[]; today: LocalDate; note?: string | null; look?: Look };

const MIN_WORDS = 5;
const isBimbingan = ({ bentuk }: Pick<Rencana, "bentuk">): boolean => bentuk === "coaching" || bentuk === "mentoring";

/**
 * Why the action is not allowed now. Whoever proposed does not agree alone: a plan is two people's. Coaching and mentoring
 * are done only with an entry in the journal (Formats B.1.6, B.1.7); konseling is written down apart (konseling.ts), ends with its signed
 * record, and is given up by neither side once the office of personnel has set it. What is declined or given up says why.
 */
export function refusals(rencana: Rencana, action: Action, { actor, parties, today, note, look }: Context): Refusal[] {
  const isKonseling = rencana.bentuk === "konseling";
  return [
    ...transitionRefusals<RencanaStatus>(ACTIONS[action], rencana.status, parties),
    ...reasons({
      second_person_needed: (action === "agree" || action === "decline") && rencana.proposedBy === actor,
      words_too_short: (action === "decline" || action === "cancel" || action === "look") && (note ?? "").trim().length < MIN_WORDS,
      // Where the status alone would allow it.
      wrong_status: isKonseling && rencana.status === "agreed" && (action === "record" || action === "finish"),
      konseling_by_office: rencana.isArranged && (action === "decline" || action === "cancel"),
      journal_empty: action === "finish" && isBimbingan(rencana) && rencana.entries === 0,
      too_early: action === "look" && look !== undefined && rencana.doneOn !== null && monthOf(today) < lookFrom(rencana.doneOn, look),
      looked_already: action === "look" && look !== undefined && rencana.looked.includes(look),
    }),
  ];
}

/** Looks that can be made now and were not yet. */
export function looksDue({ status, doneOn, looked }: Pick<Rencana, "status" | "doneOn" | "looked">, today: LocalDate): Look[] {
  if (status !== "done" || doneOn === null) return [];
  return LOOKS.filter((look) => monthOf(today) >= lookFrom(doneOn, look) && !looked.includes(look));
}

/** The form of guidance by coaching or mentoring that its journal fills (Lampiran BAB III.D.4.e-f); none for the other kinds. */
export function formatPelaksanaan({ bentuk }: Pick<Rencana, "bentuk">): "B.1.6" | "B.1.7" | null {
  if (bentuk === "coaching") return "B.1.6";
  return bentuk === "mentoring" ? "B.1.7" : null;
}

/** Forms that somebody fills once: what the pegawai says of the guidance, their competences after it, and a report on a problem of behaviour. */
export const FORMULIR = ["B.1.8", "B.1.9", "B.1.10"] as const;
export type Formulir = (typeof FORMULIR)[number];

/** The nine criteria of Format B.1.8, three each about the pegawai, who guided, and both. */
export const KRITERIA_BIMBINGAN = [
  "Saya merasa diperhatikan dan dipahami", "Saya merasa tindakan/langkah yang telah saya lakukan dihargai", "Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya",
  "Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat", "Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat positif", "Lebih banyak menggunakan metode bertanya dibandingkan menggurui",
  "Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut", "Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan kinerja ini", "Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini",
] as const;
export const JAWABAN_BIMBINGAN = ["ya", "sebagian", "tidak"] as const;

/** Format B.1.9: eight kompetensi manajerial, one sosio kultural; teknis ones are named by who fills it. */
export const KOMPETENSI = [
  "Integritas", "Kerjasama", "Komunikasi", "Orientasi pada Hasil", "Pelayanan Publik", "Pengembangan Diri dan Orang Lain", "Mengelola Perubahan", "Pengambilan Keputusan", "Perekat dan Pemersatu Bangsa",
] as const;

/** Which of the once-filled forms belong to a plan: B.1.10 stands before konseling, the other two follow coaching and mentoring. */
export function formulirOf(rencana: Pick<Rencana, "bentuk">): Formulir[] {
  if (isBimbingan(rencana)) return ["B.1.8", "B.1.9"];
  return rencana.bentuk === "konseling" ? ["B.1.10"] : [];
}

/** Why somebody cannot fill this form now. `written`: forms of the plan that are filled already. */
export function formulirRefusals(rencana: Rencana, formulir: Formulir, { parties, written }: { parties: readonly Party[]; written: readonly string[] }): Refusal[] {
  const by: Party = formulir === "B.1.8" ? "owner" : "penilai";
  const isOpen = formulir === "B.1.10" ? rencana.status === "proposed" || rencana.status === "agreed" : rencana.status === "done";
  return reasons({ not_yours: !parties.includes(by), wrong_status: !formulirOf(rencana).includes(formulir) || !isOpen, written_already: written.includes(formulir) });
}

/**
 * Who reads which form, `parties` empty for a superior's superior: B.1.8 goes past who guided to their superior (BAB III.D.4.g); B.1.10 is
 * between the two, as konseling is, and goes to the office of personnel, which reads it by a right of its own (BAB III.D.5.c).
 */
export function mayReadFormulir(formulir: Formulir | "B.1.6" | "B.1.7", parties: readonly Party[]): boolean {
  if (formulir === "B.1.8") return !parties.includes("penilai");
  return formulir !== "B.1.10" || parties.length > 0;
}

/** A place in a training: asked for, given or not, attended or not. */
export const PESERTA_STATUS = ["nominated", "accepted", "refused", "withdrawn"] as const;
export type PesertaStatus = (typeof PESERTA_STATUS)[number];

export type Peserta = { status: PesertaStatus; hasEnded: boolean; taken: number; places: number };

/** Why somebody cannot be given a place, or be marked as having attended. */
export function pesertaRefusals({ status, hasEnded, taken, places }: Peserta, action: "accept" | "refuse" | "withdraw" | "attend"): Refusal[] {
  return reasons({
    wrong_status: action === "attend" ? status !== "accepted" : action === "withdraw" ? status !== "nominated" && status !== "accepted" : status !== "nominated",
    training_full: action === "accept" && taken >= places,
    training_over: (action === "accept" || action === "withdraw") && hasEnded,
    training_not_over: action === "attend" && !hasEnded,
  });
}
