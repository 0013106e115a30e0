import type { Endpoint } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import type * as z from "zod/mini";
import { Problem } from "./problem.ts";
import { schemaOf, type Call } from "./serve.ts";
import { contextOf } from "./session.ts";

type Schema = z.ZodMiniType;
type Stream = Endpoint<Schema, Schema, Schema, { binary: string }>;

/**
 * The same as `serve` for a stream of events (SSE). The handler refuses by throwing before it sends anything; once it has sent, the
 * answer is its own, and it returns when it has handed the stream over.
 */
export function serveStream<const E extends Stream>(app: FastifyInstance, e: E) {
  return (handler: (call: Call<E>) => Promise<void>): void => {
    app.route({
      method: e.method, url: e.path, config: { access: e.access }, schema: schemaOf(e),
      // The handler decides: a refusal is an ordinary answer, whatever the client says it accepts.
      sse: "manual",
      handler: async (request, reply) => {
        const ctx = contextOf(request);
        if (ctx.actor === null) throw new Problem("unauthenticated");
        // The schemas have parsed these two; the types say what they became.
        await handler({ ctx, params: request.params, query: request.query, body: undefined, request, reply } as unknown as Call<E>);
        return reply;
      },
    });
  };
}
