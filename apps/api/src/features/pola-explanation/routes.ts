import { listPolaExplanations, readPolaExplanation, readUnitPola, writePolaExplanation } from "@teraju/contracts/pola-explanation";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function polaExplanationRoutes(app: FastifyInstance): void {
  serve(app, listPolaExplanations)(async ({ ctx, query }) => service.list(ctx, query.period));
  serve(app, readUnitPola)(async ({ ctx, params }) => service.ofUnit(ctx, params.unitId));
  serve(app, readPolaExplanation)(async ({ ctx, params }) => service.read(ctx, params));
  serve(app, writePolaExplanation)(async ({ ctx, params, body }) => service.write(ctx, params, body));
}
