import { decideRekonsiliasi, listRekonsiliasi, readRekonsiliasi } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function rekonsiliasiRoutes(app: FastifyInstance): void {
  serve(app, listRekonsiliasi)(async ({ ctx, query }) => service.list(ctx, query.unit));
  serve(app, readRekonsiliasi)(async ({ ctx, params, query }) => service.read(ctx, params.id, query));
  serve(app, decideRekonsiliasi)(async ({ ctx, params, body }) => service.decide(ctx, params.id, body));
}
