import { decideKeberatan, explainKeberatan, fileKeberatan, listKeberatan, readKeberatan, readKeberatanMaterial, recordHandover } from "@teraju/contracts/keberatan";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { decide } from "./decide.ts";
import { recordHandoverOf } from "./handover.ts";
import * as service from "./service.ts";

export function keberatanRoutes(app: FastifyInstance): void {
  serve(app, listKeberatan)(async ({ ctx, query }) => service.list(ctx, query.resultId));
  serve(app, readKeberatanMaterial)(async ({ ctx, params }) => service.material(ctx, params.id));
  serve(app, fileKeberatan)(async ({ ctx, body }) => service.file(ctx, body));
  serve(app, readKeberatan)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, explainKeberatan)(async ({ ctx, params, body }) => service.explain(ctx, params.id, body));
  serve(app, decideKeberatan)(async ({ ctx, params, body }) => decide(ctx, params.id, body));
  serve(app, recordHandover)(async ({ ctx, params, body }) => recordHandoverOf(ctx, params.id, body));
}
