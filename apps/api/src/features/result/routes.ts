import { listResults, readResult, recomputeResult } from "@teraju/contracts/result";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function resultRoutes(app: FastifyInstance): void {
  serve(app, listResults)(async ({ ctx }) => service.list(ctx));
  serve(app, readResult)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, recomputeResult)(async ({ ctx, params }) => service.check(ctx, params.id));
}
