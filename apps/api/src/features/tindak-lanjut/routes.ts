import { answerTindakLanjut, cancelTindakLanjut, listMyTindakLanjut, listUnitTindakLanjut, readTindakLanjut } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function tindakLanjutRoutes(app: FastifyInstance): void {
  serve(app, listMyTindakLanjut)(async ({ ctx, query }) => service.mine(ctx, query.month));
  serve(app, listUnitTindakLanjut)(async ({ ctx, params, query }) => service.ofUnit(ctx, params.unitId, query));
  serve(app, readTindakLanjut)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, answerTindakLanjut)(async ({ ctx, params, body }) => service.answer(ctx, params.id, body));
  serve(app, cancelTindakLanjut)(async ({ ctx, params, body }) => service.cancel(ctx, params.id, body));
}
