import { SUMBER_STATE } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { AskedMonth, Id, Instant, LocalDate, Month, text } from "./fields.ts";
import { kewajiban, monthMark, reportStatus } from "./monthly-report.ts";

const Count = z.int();
const predikat = z.enum(["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]);
const predikatOrganisasi = z.enum(["istimewa", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]);
const ekspektasi = z.enum(["di_atas", "sesuai", "di_bawah"]);
const periodKind = z.enum(["bulanan", "triwulanan", "tahunan"]);
/** How many per predikat; keys as in the quadrant. */
const distribution = z.record(predikat, Count);
const unitRef = z.object({ id: Id, name: z.string(), kind: z.string() });

/** What asks for the head's eye, most pressing first; `kind` becomes words and a button. */
const attention = z.object({
  kind: z.enum(["waiting_review", "help_wanted", "low_capaian", "falling_unit", "capaian_organisasi_missing", "often_late"]),
  person: z.nullable(z.object({ id: Id, name: z.string(), unit: z.string() })),
  unit: z.nullable(unitRef),
  count: Count,
  /** Working days that the oldest has waited; percent reached; months in a row: as `kind` says. */
  figure: z.nullable(z.number()),
  text: z.nullable(z.string()),
});

export const readOpdDashboard = endpoint({
  method: "GET", path: "/api/opd-dashboard/:unitId", access: "opd-dashboard.read", summary: "A department's month: completion, capaian by unit, what needs attention, the last closed period",
  params: z.object({ unitId: Id }), query: z.object({ month: z.optional(AskedMonth) }),
  response: z.object({
    unit: unitRef,
    /** From the department down to this unit. */
    trail: z.array(unitRef),
    month: Month,
    /** Months that can be chosen, newest first. */
    months: z.array(Month),
    window: z.object({ buka: LocalDate, batas: LocalDate, periksaSampai: LocalDate, tutup: LocalDate }),
    completion: z.object({ obliged: Count, submitted: Count, missing: Count, late: Count, checked: Count, excused: Count, missingMost: z.nullable(z.object({ unit: z.string(), /** The unit's own direct staff, not an office below it. */ isDirect: z.boolean(), count: Count })) }),
    /** Median capaian in percent of each office below, by month; null where nobody reported. */
    heat: z.object({ months: z.array(Month), rows: z.array(z.object({ unit: unitRef, isDirect: z.boolean(), cells: z.array(z.object({ median: z.nullable(z.number()), n: Count, /** Before the month from which the OPD uses Teraju: tidak tercatat, never a zero. */ isUnrecorded: z.boolean() })), fallingMonths: Count })) }),
    attention: z.array(attention),
    period: z.nullable(z.object({
      id: Id, year: z.int(), kind: periodKind, number: z.int(), rated: Count, distribution,
      capaianOrganisasi: z.nullable(predikatOrganisasi),
      /** The guidance beside it (SE MenPANRB 3/2023); null under 50 rated people or without the unit's own result. */
      pola: z.nullable(z.object({ sesuai: z.boolean(), temuan: z.array(z.string()), /** The share that guidance gives the largest group, 0–1. */ batas: z.nullable(z.number()), predikat: z.nullable(predikat) })),
      matrix: z.array(z.object({ hasilKerja: ekspektasi, perilaku: ekspektasi, n: Count })),
      /** How many people's results are in each state beside e-Kinerja BKN, the official source. */
      official: z.record(z.enum(SUMBER_STATE), Count),
    })),
    trend: z.array(z.object({ month: Month, obliged: Count, submitted: Count, onTime: Count })),
  }),
});

const personLine = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.string(), status: reportStatus, kewajiban, isLate: z.boolean(), capaian: z.nullable(z.number()), submittedAt: z.nullable(Instant) });
export const listOpdPeople = endpoint({
  method: "GET", path: "/api/opd-dashboard/:unitId/people", access: "opd-dashboard.read", summary: "The people behind a figure of the dashboard",
  params: z.object({ unitId: Id }),
  query: z.object({ month: AskedMonth, state: z.optional(z.enum(["all", "missing", "submitted", "late", "waiting", "excused"])), after: z.optional(text(300)) }),
  response: z.object({ people: z.array(personLine), next: z.nullable(z.string()) }),
});

export const listMatrixPeople = endpoint({
  method: "GET", path: "/api/opd-dashboard/:unitId/matrix", access: "opd-dashboard.read", summary: "The names in one cell of the quadrant",
  params: z.object({ unitId: Id }), query: z.object({ period: Id, hasilKerja: ekspektasi, perilaku: ekspektasi }),
  response: z.object({ people: z.array(z.object({ id: Id, appraisalId: Id, name: z.string(), unit: z.string(), predikat })) }),
});

export const readPersonYear = endpoint({
  method: "GET", path: "/api/person-year/:personId", access: "monthly-report.read", summary: "One person's last twelve months and results, for who may see them",
  params: z.object({ personId: Id }),
  response: z.object({
    person: z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()), penilai: z.nullable(z.string()) }),
    months: z.array(z.extend(monthMark, { reportId: Id })),
    results: z.array(z.object({ appraisalId: Id, year: z.int(), kind: periodKind, number: z.int(), predikat })),
  }),
});

export const remindLate = endpoint({
  method: "POST", path: "/api/opd-dashboard/:unitId/remind", access: "opd-dashboard.remind", summary: "Remind those who have not reported, in the app; gives the names for a message of one's own", refuses: [403, 409],
  params: z.object({ unitId: Id }), body: z.strictObject({ month: AskedMonth }),
  response: z.object({ reminded: z.array(z.object({ id: Id, name: z.string() })), alreadyToday: Count, batas: LocalDate }),
});

export const exportOpd = endpoint({
  method: "GET", path: "/api/opd-dashboard/:unitId/export", access: "opd-dashboard.read", summary: "The department's month as XLSX",
  params: z.object({ unitId: Id }), query: z.object({ month: AskedMonth }),
  response: { binary: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
});
