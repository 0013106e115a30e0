import { PROBLEM_STATUS, type ProblemBody, type ProblemCode } from "@teraju/contracts";
import type { Refusal } from "@teraju/domain";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { isUnreachable } from "#db/unreachable.ts";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";

type Field = { path: string; code: string };
type Details = { refusals?: readonly Refusal[]; fields?: readonly Field[]; retryAfterSeconds?: number };

/** A request that cannot be granted. What the server does not know about itself is no Problem but a bug, and throws. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Details;
  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
}

/** The refusals of the domain as one Problem; none, and nothing happens. */
export function refuseIf(refusals: readonly Refusal[], details: Omit<Details, "refusals"> = {}): void {
  if (refusals.length > 0) throw new Problem("refused", { ...details, refusals });
}

const TITLES: Record<ProblemCode, string> = {
  invalid: "The input is not as the contract says",
  unauthenticated: "Not signed in",
  forbidden: "Not allowed",
  not_found: "Not found",
  refused: "Not possible now",
  stale: "Changed by somebody else meanwhile",
  too_large: "Too large",
  unsupported: "Media type not supported",
  too_many: "Too many attempts",
  bug: "A fault on our side",
  busy: "Busy, try again",
};

/** Fastify's own errors by status, PostgreSQL's by code: the one place that maps what we did not throw. */
function fromForeignError(error: FastifyError): Problem {
  if (hasZodFastifySchemaValidationErrors(error)) {
    const part = error.validationContext ?? "body";
    return new Problem("invalid", { fields: error.validation.map((v) => ({ path: `${part}${v.instancePath === "/" ? "" : v.instancePath.replaceAll("/", ".")}`, code: fieldCode(v.keyword, v.message) })) });
  }
  if (isUnreachable(error)) return new Problem("busy", { retryAfterSeconds: 2 });
  const postgres = postgresCode(error);
  if (postgres === "40001" || postgres === "40P01" || postgres === "55P03" || postgres === "57014" || postgres === "53300") return new Problem("busy", { retryAfterSeconds: 2 });
  switch (error.statusCode) {
    case 400: return new Problem("invalid");
    case 404: return new Problem("not_found");
    case 413: return new Problem("too_large");
    // A part of the address longer than any of ours: nothing lies there.
    case 414: return new Problem("not_found");
    case 415: return new Problem("unsupported");
    case 429: return new Problem("too_many");
    case 503: return new Problem("busy", { retryAfterSeconds: 2 });
    default: return new Problem("bug");
  }
}

/** Our own refinements name their code as the message; zod's have it as the kind. */
function fieldCode(keyword: string, message: string | undefined): string {
  return keyword === "custom" && message !== undefined && /^[a-z_]+$/.test(message) ? message : keyword;
}

/** PostgreSQL's five-letter code, also below the wrapper that Drizzle puts around it. */
export function postgresCode(error: unknown): string | null {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    if ("code" in e && typeof e.code === "string" && /^[0-9A-Z]{5}$/.test(e.code)) return e.code;
  }
  return null;
}

/** The app's one error handler: problem+json, with the request id and never the text of a bug. */
export function answerError(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof Problem ? error : fromForeignError(error);
  if (problem.code === "bug") request.log.error({ err: error }, "bug");
  return sendProblem(problem, request, reply);
}

/** The same for routes whose log must not say who asked what: of a bug only the route and the database's code, no text, no id of the request. */
export function answerErrorQuietly(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = error instanceof Problem ? error : fromForeignError(error);
  if (problem.code === "bug") request.server.log.error({ route: request.routeOptions.url, name: error.name, postgres: postgresCode(error) }, "bug");
  return sendProblem(problem, request, reply);
}

export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { refusals, fields, retryAfterSeconds } = problem.details;
  const status = PROBLEM_STATUS[problem.code];
  const body: ProblemBody = {
    type: `urn:teraju:problem:${problem.code}`, title: TITLES[problem.code], status, code: problem.code,
    ...(refusals && { refusals: [...refusals] }), ...(fields && { fields: [...fields] }), requestId: request.id,
  };
  if (retryAfterSeconds !== undefined) reply.header("retry-after", String(retryAfterSeconds));
  // Serialised here: the route's own serialisers know only its good answers.
  return reply.code(status).header("content-type", "application/problem+json; charset=utf-8").serializer((x: unknown) => JSON.stringify(x)).send(body);
}
