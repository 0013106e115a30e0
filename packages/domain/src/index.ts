/** The public face: names and shapes of design/public-face.md. The only barrel of this package. */
export * from "./calendar.ts";
export { type Citation, type Decision, isDecision } from "./decision.ts";
export { NOTES } from "./notes.ts";
export * from "./refusal.ts";
export { roundHalfUp } from "./rounding.ts";
export * from "./standar.ts";
export * from "./vocabulary.ts";
export type { Party, Transition } from "./workflow.ts";

export * as appraisal from "./appraisal.ts";
export * as monthlyReport from "./monthly-report.ts";
export * as skp from "./skp.ts";
export { jendelaLaporan, completeReport, ketepatanLaporan } from "./monthly-report.ts";

export * from "./regulations/permenpanrb-6-2022.ts";
export * from "./access.ts";
