import { decideReopening, grantExtension, listMissing, openCycle, proposeReopening, readCycle, readCycleMonth } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as reopening from "./reopening.ts";
import * as service from "./service.ts";

export function cycleRoutes(app: FastifyInstance): void {
  serve(app, readCycle)(async ({ ctx, query }) => service.read(ctx, query.year));
  serve(app, openCycle)(async ({ ctx, body }) => service.open(ctx, body.year));
  serve(app, readCycleMonth)(async ({ ctx, params }) => service.readMonth(ctx, params.month));
  serve(app, listMissing)(async ({ ctx, params, query }) => service.missing(ctx, params.month, query.unit));
  serve(app, grantExtension)(async ({ ctx, body }) => reopening.extend(ctx, body));
  serve(app, proposeReopening)(async ({ ctx, body }) => reopening.propose(ctx, body));
  serve(app, decideReopening)(async ({ ctx, params, body }) => reopening.decide(ctx, params.id, body));
}
