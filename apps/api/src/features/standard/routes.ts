import { decideStandardDraft, discardStandardDraft, makeStandardDraft, proposeStandardDraft, readStandard, saveStandardDraft, tryStandardDraft } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";
import { whatIf } from "./what-if.ts";

export function standardRoutes(app: FastifyInstance): void {
  serve(app, readStandard)(async ({ ctx }) => service.read(ctx));
  serve(app, makeStandardDraft)(async ({ ctx, body }) => service.make(ctx, body));
  serve(app, saveStandardDraft)(async ({ ctx, params, body }) => service.save(ctx, params.id, body));
  serve(app, proposeStandardDraft)(async ({ ctx, params, body }) => service.settle(ctx, params.id, "propose", body.version));
  serve(app, discardStandardDraft)(async ({ ctx, params, body }) => service.settle(ctx, params.id, "discard", body.version));
  serve(app, decideStandardDraft)(async ({ ctx, params, body }) => service.decide(ctx, params.id, body));
  serve(app, tryStandardDraft)(async ({ ctx, params, query }) => whatIf(ctx, params.id, query.period));
}
