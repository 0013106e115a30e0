import { ARAH, EKSPEKTASI, JENIS_INDIKATOR, KALIBRASI_JAWABAN, PENGEMBALIAN_ANSWER, PREDIKAT, PREDIKAT_ORGANISASI, PRIORITAS, SEBAGAI, SUMBER_STATE, UMPAN_BALIK_NADA } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { clockView } from "./keberatan.ts";
import { Id, Instant, LocalDate, Month, optionalText } from "./fields.ts";

const ekspektasi = z.enum(EKSPEKTASI);
const predikat = z.enum(PREDIKAT);
const rated = z.object({ hasilKerja: ekspektasi, perilaku: ekspektasi, predikat });
const official = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()) });

export const listResults = endpoint({
  method: "GET", path: "/api/result", access: "signed_in", summary: "The actor's own results, newest first",
  response: z.object({ results: z.array(z.object({ id: Id, period: evaluationPeriodView, predikat, penilai: z.string(), finalizedOn: LocalDate, isOpened: z.boolean(), revision: z.int() })) }),
});

/** Evidence or umpan balik that a rating points at, as it stood then; `reply` is the pegawai's answer, also a later one. */
const basisView = z.union([
  z.object({ kind: z.literal("evidence"), id: Id, title: z.string(), bulan: Month }),
  z.object({ kind: z.literal("umpan_balik"), id: Id, dari: z.string(), isFromPenilai: z.boolean(), nada: z.enum(UMPAN_BALIK_NADA), text: z.string(), givenOn: LocalDate, reply: z.nullable(z.string()) }),
]);
const ratingView = z.object({ rating: ekspektasi, saran: z.nullable(ekspektasi), alasan: z.nullable(z.string()), dasar: z.array(basisView), cite: z.string() });

export const resultView = z.object({
  id: Id,
  period: evaluationPeriodView,
  pegawai: z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.string() }),
  penilai: z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), sebagai: z.enum(SEBAGAI) }),
  isMine: z.boolean(),
  predikat,
  hasilKerja: ratingView,
  perilaku: ratingView,
  behaviours: z.array(z.object({ perilaku: z.string(), rating: ekspektasi })),
  capaianOrganisasi: z.object({ unit: z.string(), predikat: z.enum(PREDIKAT_ORGANISASI) }),
  /** The city's index in percent, and how each indicator enters it; `share` are its points of the index. */
  indeks: z.nullable(z.number()),
  results: z.array(z.object({
    lineId: Id, text: z.string(), prioritas: z.enum(PRIORITAS), /** Null where the ratings come from e-Kinerja, which knows none of single results. */ rating: z.nullable(ekspektasi),
    indikator: z.array(z.object({ text: z.string(), jenis: z.enum(JENIS_INDIKATOR), arah: z.enum(ARAH), satuan: z.nullable(z.string()), target: z.nullable(z.number()), realisasi: z.nullable(z.number()), pembilang: z.nullable(z.number()), penyebut: z.nullable(z.number()), capaian: z.nullable(z.number()), bobot: z.nullable(z.number()), share: z.nullable(z.number()) })),
  })),
  decision: decisionView,
  digest: z.string(),
  rulebook: z.string(),
  finalizedOn: LocalDate,
  openedAt: z.nullable(Instant),
  revision: z.int(),
  isCurrent: z.boolean(),
  isAfterPola: z.boolean(),
  correctionReason: z.nullable(z.string()),
  revisions: z.array(z.object({ id: Id, revision: z.int(), predikat, finalizedOn: LocalDate, isCurrent: z.boolean() })),
  /** The right of keberatan: none where the law makes the result final; `until` runs from the pegawai's receipt, null before it. `handover`: a receipt on paper. */
  keberatan: z.object({
    isAllowed: z.boolean(), until: z.nullable(LocalDate), to: z.nullable(official), ground: decisionView,
    receivedOn: z.nullable(LocalDate), clock: z.nullable(clockView), handover: z.nullable(z.object({ on: LocalDate, isSigned: z.boolean() })),
  }),
  /** The signed document: delivered, given back, reported to the PyB, each with its clock (null: not begun). Once done, the clock stands still. */
  dokumen: z.object({
    langkah: z.array(z.object({ langkah: z.enum(["penyampaian", "pengembalian", "pelaporan"]), clock: z.nullable(clockView), doneOn: z.nullable(LocalDate), isLate: z.boolean() })),
    answer: z.nullable(z.enum(PENGEMBALIAN_ANSWER)),
    /** Reported while a keberatan ran: its outcome follows as a version of its own. */
    isKeberatanRunning: z.boolean(),
    actions: z.object({ giveBack: z.array(z.string()) }),
  }),
  /** Rapat kalibrasi: every answered proposal on this result, whatever came of it. */
  kalibrasi: z.object({
    proposals: z.array(z.object({
      by: z.string(), on: LocalDate, reason: z.string(), before: rated, after: rated, answer: z.enum(KALIBRASI_JAWABAN), words: z.string(), penilai: z.string(), answeredOn: LocalDate,
      /** The revision that came of it, once it is final. */
      outcomeId: z.nullable(Id),
    })),
  }),
  /** Where the predikat of the perangkat daerah are at odds with its capaian: what its head published, or that it is still owed. Null: nothing to explain. */
  pola: z.nullable(z.object({ unit: z.string(), isOwed: z.boolean(), explanation: z.nullable(z.object({ text: z.string(), by: z.string(), on: LocalDate, revision: z.int() })) })),
  /** Against e-Kinerja BKN, the official source: the newest kept report of these months, null where there is none. */
  reconciliation: z.object({ state: z.enum(SUMBER_STATE), laporan: z.nullable(z.string()), ditarik: z.nullable(z.string()) }),
  /** Where the two ratings were taken from; null where they were chosen here. */
  /** Of ratings that came on signed paper: when it was signed, who entered and who confirmed it; its scan is at `/api/result/:id/signed-paper`. */
  kertas: z.nullable(z.object({ nomor: z.nullable(z.string()), ditandatangani: LocalDate, sidik: z.string(), diisi: z.string(), dikonfirmasi: z.string() })),
  sumberResmi: z.nullable(z.object({ laporan: z.string(), baris: z.int(), ditarik: z.nullable(z.string()), penilai: z.string(), dinilai: z.string() })),
});
export type ResultView = z.output<typeof resultView>;

export const readResult = endpoint({
  method: "GET", path: "/api/result/:id", access: "appraisal.read", summary: "A final result with everything that it stands on; the pegawai's first opening is the receipt", refuses: [403],
  params: z.object({ id: Id }), response: resultView,
});

export const recomputeResult = endpoint({
  method: "POST", path: "/api/result/:id/recompute", access: "appraisal.read", summary: "Compute the result again from its stored facts and compare the digest", refuses: [403],
  params: z.object({ id: Id }),
  response: z.object({ isEqual: z.boolean(), stored: z.string(), computed: z.string(), predikat }),
});

/** Signed and back, or *menolak menandatangani*: once, by the pegawai. */
export const returnResult = endpoint({
  method: "POST", path: "/api/result/:id/return", access: "appraisal.read", summary: "The pegawai gives the signed document back, or refuses to sign", refuses: [403, 409, 412],
  params: z.object({ id: Id }), body: z.strictObject({ answer: z.enum(PENGEMBALIAN_ANSWER), note: optionalText(500) }), response: resultView,
});
