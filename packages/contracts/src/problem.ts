import * as z from "zod/mini";

export type { Refusal } from "@teraju/domain";

/** Every way in which a request can fail, and its HTTP status. `refused` carries the domain's codes. */
export const PROBLEM_STATUS = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  refused: 409,
  stale: 412,
  too_large: 413,
  unsupported: 415,
  too_many: 429,
  bug: 500,
  busy: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEM_STATUS;

/** The body of every answer that is not 2xx, as `application/problem+json`. Codes, never sentences: the screen has the words. */
export const problemBody = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  refusals: z.optional(z.array(z.string())),
  /** Where in the input, as a path such as `body.rows.0.realisasi`, and what is wrong with it. */
  fields: z.optional(z.array(z.object({ path: z.string(), code: z.string() }))),
  requestId: z.string(),
});
export type ProblemBody = z.output<typeof problemBody>;
