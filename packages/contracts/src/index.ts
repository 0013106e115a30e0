export * from "./endpoint.ts";
export * from "./fields.ts";
export * from "./health.ts";
export * from "./problem.ts";
export * from "./session.ts";
