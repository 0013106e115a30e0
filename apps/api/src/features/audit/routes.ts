import { drawSample, listAudit, verifyAudit } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function auditRoutes(app: FastifyInstance, { dataDir }: Services): void {
  serve(app, listAudit)(async ({ ctx, query }) => service.list(ctx, query));
  serve(app, verifyAudit)(async ({ ctx }) => service.verifyTrail(ctx, dataDir));
  serve(app, drawSample)(async ({ ctx, body }) => service.sample(ctx, body));
}
