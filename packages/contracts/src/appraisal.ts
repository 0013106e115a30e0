import { ABSENCE_KIND, ARAH, ASPECT, CUTI, EKSPEKTASI, EVIDENCE_KIND, JENIS_INDIKATOR, KEWAJIBAN, MONTHLY_REPORT_STATUS, PERILAKU, PREDIKAT, PREDIKAT_ORGANISASI, PRIORITAS, UMPAN_BALIK_NADA, VERDICT } from "@teraju/domain";
import * as z from "zod/mini";
import { blindRatingView } from "./blind-rating.ts";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { Id, LocalDate, Month, optionalText, text, Version } from "./fields.ts";
import { yearStateBody, yearStateView } from "./year-state.ts";

export { type EvaluationPeriodView, evaluationPeriodView } from "./evaluation-period.ts";

const refusals = z.array(z.string());
const ekspektasi = z.enum(EKSPEKTASI);

export const listEvaluationPeriods = endpoint({
  method: "GET", path: "/api/evaluation-period", access: "signed_in", summary: "Evaluation periods, newest first",
  response: z.object({ periods: z.array(evaluationPeriodView) }),
});

const personRef = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
const monthMark = z.object({ month: Month, kewajiban: z.nullable(z.enum(KEWAJIBAN)), status: z.nullable(z.enum(MONTHLY_REPORT_STATUS)), isLate: z.boolean(), capaian: z.nullable(z.number()) });

const exemptView = z.object({ kind: z.enum(ABSENCE_KIND), cuti: z.nullable(z.enum(CUTI)), firstDay: LocalDate, lastDay: z.nullable(LocalDate), surat: z.nullable(z.object({ nomor: z.string(), tanggal: LocalDate })) });

const teamMember = z.object({
  person: personRef,
  /** As whom the actor rates: the penilai, or the atasan once the penilai is late. */
  as: z.enum(["penilai", "atasan"]),
  /** `unsaved`: no pair of ratings yet; `saved`: both, not yet final. */
  state: z.enum(["unsaved", "saved", "final", "not_judged"]),
  hasilKerja: z.nullable(ekspektasi), perilaku: z.nullable(ekspektasi),
  saranHasilKerja: z.nullable(ekspektasi), saranPerilaku: z.nullable(ekspektasi),
  months: z.array(monthMark),
  /** Why this person stands here: moved, Plt., penilai changed. */
  note: z.nullable(z.string()),
  /** What left no SKP on all days of the period, and so nothing to be rated. */
  exempt: z.nullable(exemptView),
});
export const readTeam = endpoint({
  method: "GET", path: "/api/appraisal/team", access: "signed_in", summary: "Whom the actor rates in a period",
  query: z.object({ period: Id }),
  response: z.object({
    period: evaluationPeriodView,
    members: z.array(teamMember),
    /** The departments of these people, and why their pola cannot be seen yet. */
    pola: z.array(z.object({ unit: z.object({ id: Id, name: z.string() }), refusals })),
  }),
});

const figureMonth = z.object({
  month: Month, target: z.nullable(z.number()), realisasi: z.nullable(z.number()), pembilang: z.nullable(z.number()), penyebut: z.nullable(z.number()),
  uraian: z.nullable(z.string()), sentence: z.nullable(z.string()), cause: z.nullable(z.string()), verdict: z.nullable(z.enum(VERDICT)), verdictNote: z.nullable(z.string()),
});
const basisRef = z.object({ aspect: z.enum(ASPECT), kind: z.enum(["evidence", "umpan_balik"]), id: Id });

export const appraisalView = z.object({
  period: evaluationPeriodView,
  person: personRef,
  as: z.nullable(z.enum(["penilai", "atasan"])),
  appraisal: z.nullable(z.object({
    id: Id, version: Version, status: z.enum(["draft", "final"]), revision: z.int(), isAfterPola: z.boolean(), correctionReason: z.nullable(z.string()),
    hasilKerja: z.nullable(ekspektasi), perilaku: z.nullable(ekspektasi), alasanHasilKerja: z.nullable(z.string()), alasanPerilaku: z.nullable(z.string()),
    basis: z.array(basisRef),
    /** Only of a final one: no draft names a predikat. */
    predikat: z.nullable(z.enum(PREDIKAT)),
  })),
  results: z.array(z.object({
    lineId: Id, text: z.string(), prioritas: z.enum(PRIORITAS), rating: z.nullable(ekspektasi),
    indikator: z.array(z.object({
      id: Id, text: z.string(), jenis: z.enum(JENIS_INDIKATOR), arah: z.enum(ARAH), satuan: z.nullable(z.string()), targetText: z.nullable(z.string()),
      capaian: z.nullable(decisionView), months: z.array(figureMonth),
    })),
  })),
  perilaku: z.array(z.object({ perilaku: z.enum(PERILAKU), panduan: z.array(z.string()), /** The city's own words beside it; null: none. */ lokal: z.nullable(z.string()), ekspektasi: z.array(z.string()), rating: z.nullable(ekspektasi) })),
  months: z.array(monthMark),
  evidence: z.array(z.object({ id: Id, kind: z.enum(EVIDENCE_KIND), title: z.string(), mime: z.nullable(z.string()), url: z.nullable(z.string()), registerNumber: z.nullable(z.string()), month: Month, lineId: Id })),
  umpanBalik: z.array(z.object({
    id: Id, from: z.string(), isOwn: z.boolean(), month: Month, lineId: z.nullable(Id), perilaku: z.nullable(z.enum(PERILAKU)),
    nada: z.enum(UMPAN_BALIK_NADA), text: z.string(), givenOn: LocalDate, reply: z.nullable(z.string()),
    /** Whether it may carry "di bawah" today; if not, from which day. */
    carriesDiBawah: z.boolean(), carriesFrom: z.nullable(LocalDate),
  })),
  saranHasilKerja: decisionView,
  saranPerilaku: decisionView,
  /** The city's index: beside the ratings, never their ground. */
  indeks: decisionView,
  capaianOrganisasi: z.object({ unit: z.object({ id: Id, name: z.string() }), predikat: z.nullable(z.enum(PREDIKAT_ORGANISASI)), basis: z.nullable(z.string()) }),
  /** For who leads a unit: what its own capaian means for the rating hasil kerja (information). */
  kepalaUnit: z.nullable(decisionView),
  /** Of the year: whether what the saved ratings point at speaks for all of it; null of shorter periods. */
  keterkinian: z.nullable(decisionView),
  /** Of the year: the results of its shorter periods, what colleagues said (null: none released, or too few), promises kept of those due; null of shorter periods. */
  year: z.nullable(z.object({
    periodik: z.array(z.object({ id: Id, period: evaluationPeriodView, predikat: z.enum(PREDIKAT), hasilKerja: ekspektasi, perilaku: ekspektasi })),
    rekan: z.nullable(z.object({ semester: z.string(), rata: z.number(), n: z.int() })),
    janji: z.object({ ditepati: z.int(), jumlah: z.int() }),
  })),
  /** Of the year, where the standard has the two-blind step: the penilai's side of it. */
  duaSisi: z.nullable(blindRatingView),
  /** This person's line in e-Kinerja BKN's newest report of exactly these months, the official source; null where there is none. `isUsed`: the ratings are taken from it. */
  eKinerja: z.nullable(z.object({
    reportId: Id, line: z.int(), title: z.string(), pulledAt: z.nullable(z.string()), ratedAt: z.string(), penilai: z.string(),
    hasilKerja: z.nullable(ekspektasi), perilaku: z.nullable(ekspektasi), isUsed: z.boolean(), refusals,
  })),
  /** Of the year: what is not as in others'; null of shorter periods. */
  yearState: z.nullable(yearStateView),
  rules: z.object({ alasanMin: z.int(), catatanHari: z.int() }),
  actions: z.object({ save: refusals, finalize: refusals, correct: refusals }),
});
export type AppraisalView = z.output<typeof appraisalView>;

const params = z.object({ periodId: Id, personId: Id });

export const readAppraisal = endpoint({
  method: "GET", path: "/api/appraisal/:periodId/:personId", access: "appraisal.rate", summary: "All that is needed to rate one person's period", refuses: [403],
  params, response: appraisalView,
});

/** Ratings of the results and behaviours as a list, in the order in which `readAppraisal` gives them; `-` where there is none yet. */
const ratingList = z.string().check(z.maxLength(2000), z.regex(/^((di_atas|sesuai|di_bawah|-)(,(di_atas|sesuai|di_bawah|-))*)?$/));
export const readSaran = endpoint({
  method: "GET", path: "/api/appraisal/:periodId/:personId/saran", access: "appraisal.rate", summary: "What the guide suggests for these ratings; never a predikat", refuses: [403],
  params, query: z.object({ hasil: ratingList, perilaku: ratingList }),
  response: z.object({ saranHasilKerja: decisionView, saranPerilaku: decisionView }),
});

/** `id` is made by the client; `version` null when nothing has been saved yet. */
export const saveAppraisal = endpoint({
  method: "PUT", path: "/api/appraisal/:periodId/:personId", access: "appraisal.rate", summary: "Save ratings, reasons and what they stand on", refuses: [403, 409, 412],
  params,
  body: z.strictObject({
    id: Id, version: z.nullable(Version),
    hasil: z.array(z.strictObject({ lineId: Id, rating: ekspektasi })).check(z.maxLength(100)),
    perilaku: z.array(z.strictObject({ perilaku: z.enum(PERILAKU), rating: ekspektasi })).check(z.maxLength(PERILAKU.length)),
    hasilKerja: z.nullable(ekspektasi), perilakuKerja: z.nullable(ekspektasi),
    alasanHasilKerja: optionalText(2000), alasanPerilaku: optionalText(2000),
    basis: z.array(z.strictObject({ aspect: z.enum(ASPECT), kind: z.enum(["evidence", "umpan_balik"]), id: Id })).check(z.maxLength(100)),
  }),
  response: appraisalView,
});

/** `version` null when nothing has been saved yet; the line is that which the penilai saw. */
export const adoptAppraisal = endpoint({
  method: "POST", path: "/api/appraisal/:periodId/:personId/adopt", access: "appraisal.rate", summary: "Take both ratings from e-Kinerja BKN's report; reason and evidence are asked for before the result is set", refuses: [403, 409, 412],
  params, body: z.strictObject({ id: Id, version: z.nullable(Version), reportId: Id, line: z.int().check(z.minimum(0), z.maximum(1_000_000)) }), response: appraisalView,
});
/** How the pegawai's year is where it is not like others': study, retirement, an ended contract. */
export const setYearState = endpoint({
  method: "PUT", path: "/api/appraisal/:periodId/:personId/year-state", access: "appraisal.rate", summary: "Record how a pegawai's year is, on its document", refuses: [403, 409, 412],
  params, body: yearStateBody, response: appraisalView,
});

export const finaliseAppraisal = endpoint({
  method: "POST", path: "/api/appraisal/:periodId/:personId/finalise", access: "appraisal.rate", summary: "Set the result: it never changes after this", refuses: [403, 409, 412],
  params, body: z.strictObject({ version: Version }), response: appraisalView,
});

/** Begins the next revision as a draft with the ratings of the final one, which stays as it is. */
export const correctAppraisal = endpoint({
  method: "POST", path: "/api/appraisal/:periodId/:personId/correct", access: "appraisal.rate", summary: "Begin the correction of a final result", refuses: [403, 409, 412],
  params, body: z.strictObject({ id: Id, version: Version, reason: text(2000) }), response: appraisalView,
});

export const readPola = endpoint({
  method: "GET", path: "/api/pola/:periodId/:unitId", access: "signed_in", summary: "A department's distribution beside the pattern, without names, after one's own ratings", refuses: [403, 409],
  params: z.object({ periodId: Id, unitId: Id }),
  response: z.object({
    unit: z.object({ id: Id, name: z.string() }), capaianOrganisasi: z.enum(PREDIKAT_ORGANISASI), people: z.int(), final: z.int(),
    jumlah: z.record(z.enum(PREDIKAT), z.int()), pola: decisionView,
  }),
});
