import { listResults, readResult, recomputeResult, returnResult } from "@teraju/contracts/result";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { giveBack } from "./give-back.ts";
import * as service from "./service.ts";

export function resultRoutes(app: FastifyInstance): void {
  serve(app, listResults)(async ({ ctx }) => service.list(ctx));
  serve(app, readResult)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, recomputeResult)(async ({ ctx, params }) => service.check(ctx, params.id));
  serve(app, returnResult)(async ({ ctx, params, body }) => {
    await giveBack(ctx, params.id, body);
    return service.read(ctx, params.id);
  });
}
