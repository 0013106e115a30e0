export * from "./appraisal.ts";
export * from "./audit.ts";
export * from "./monthly-report.ts";
export * from "./organisation.ts";
export * from "./people.ts";
export * from "./skp.ts";
export * from "./standard.ts";
export * from "./umpan-balik.ts";
