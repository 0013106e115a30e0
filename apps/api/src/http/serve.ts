import { isBinary, problemBody, PROBLEM_STATUS, type Endpoint, type Output } from "@teraju/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import * as z from "zod/mini";
import type { Ctx, PublicCtx } from "../context.ts";
import { Problem } from "./problem.ts";
import { contextOf } from "./session.ts";

type Schema = z.ZodMiniType;
type Any = Endpoint<Schema, Schema, Schema | { binary: string | readonly string[] }, Schema | { binary: string | readonly string[] }>;
type Part<S> = S extends Schema ? z.output<S> : S extends { binary: string | readonly string[] } ? Buffer : undefined;
type BodyOf<E> = E extends Endpoint<Schema, Schema, infer B, Schema | { binary: string | readonly string[] }> ? Part<B> : never;
type ParamsOf<E> = E extends Endpoint<infer P, Schema, Schema | { binary: string | readonly string[] }, Schema | { binary: string | readonly string[] }> ? Part<P> : never;
type QueryOf<E> = E extends Endpoint<Schema, infer Q, Schema | { binary: string | readonly string[] }, Schema | { binary: string | readonly string[] }> ? Part<Q> : never;

/** What a handler is given: the parsed input, who asks, and Fastify's pair for headers and cookies. */
export type Call<E extends Any> = {
  readonly ctx: E["access"] extends "public" ? PublicCtx : Ctx;
  readonly params: ParamsOf<E>;
  readonly query: QueryOf<E>;
  readonly body: BodyOf<E>;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};
type Answer<E extends Any> = Output<E> extends ArrayBuffer ? Buffer | NodeJS.ReadableStream : Output<E>;

/** Statuses that any endpoint may answer with beside its own. */
const ALWAYS = [400, 401, 404, 413, 415, 429, 500, 503] as const;
/** A write that another site's page sends is turned away, whatever the endpoint. */
const OF_WRITES = [403] as const;

/**
 * The only way to register a route. Validation, serialisation and OpenAPI come from the endpoint; whoever is not signed in
 * is turned away here, unless the endpoint is public. What the access table says about the thing itself, the verb asks
 * with `mustPerson`, `mustUnit` or `mustRole`, since only the verb knows whom it is about.
 */
export function serve<const E extends Any>(app: FastifyInstance, e: E) {
  return (handler: (call: Call<E>) => Promise<Answer<E>>): void => {
    app.route({
      method: e.method,
      url: e.path,
      config: { access: e.access },
      schema: schemaOf(e),
      handler: async (request, reply) => {
        const ctx = contextOf(request);
        if (e.access !== "public" && ctx.actor === null) throw new Problem("unauthenticated");
        // The schemas above have parsed these three; the types say what they became.
        const answer = await handler({ ctx, params: request.params, query: request.query, body: request.body, request, reply } as unknown as Call<E>);
        if (reply.sent) return reply;
        if (e.response === undefined) return reply.code(204).send();
        return reply.send(answer);
      },
    });
  };
}

export function schemaOf(e: Any) {
  const refusals = Object.fromEntries([...ALWAYS, ...(e.method === "GET" ? [] : OF_WRITES), ...(e.refuses ?? [])].map((status) => [status, { description: `Problem: ${problemNames(status)}`, content: { "application/problem+json": { schema: problemBody } } }]));
  const good = e.response === undefined ? { 204: { description: "Done", ...NOTHING } } : isBinary(e.response) ? { 200: { description: "The file", content: fileOf(e.response) } } : { 200: e.response };
  return {
    summary: e.summary,
    operationId: `${e.method.toLowerCase()} ${e.path}`,
    ...(e.params && { params: e.params }),
    ...(e.query && { querystring: e.query }),
    ...(e.body && !isBinary(e.body) && { body: e.body }),
    ...(isBinary(e.body) && { consumes: [e.body.binary].flat() }),
    ...(isBinary(e.response) && { produces: [e.response.binary].flat() }),
    response: { ...good, ...refusals },
  };
}
function fileOf({ binary }: { binary: string | readonly string[] }): Record<string, { schema: Schema }> {
  return Object.fromEntries([binary].flat().map((type) => [type, { schema: z.file() }]));
}
const NOTHING = { content: { "application/json": { schema: z.null() } } };

function problemNames(status: number): string {
  return Object.entries(PROBLEM_STATUS).filter(([, s]) => s === status).map(([code]) => code).join(", ");
}
