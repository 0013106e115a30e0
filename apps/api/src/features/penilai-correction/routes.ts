import { acceptPenilaiCorrection, askPenilaiCorrection, declinePenilaiCorrection, listPenilaiCorrections, previewPenilaiCorrection, readMyPenilai, withdrawPenilaiCorrection } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as decide from "./decide.ts";
import * as service from "./service.ts";

export function penilaiCorrectionRoutes(app: FastifyInstance): void {
  serve(app, readMyPenilai)(async ({ ctx }) => service.mine(ctx));
  serve(app, askPenilaiCorrection)(async ({ ctx, body }) => service.ask(ctx, body));
  serve(app, withdrawPenilaiCorrection)(async ({ ctx, params, body }) => service.withdraw(ctx, params.id, body.version));
  serve(app, listPenilaiCorrections)(async ({ ctx }) => decide.queue(ctx));
  serve(app, previewPenilaiCorrection)(async ({ ctx, params, query }) => decide.preview(ctx, params.id, query));
  serve(app, acceptPenilaiCorrection)(async ({ ctx, params, body }) => decide.accept(ctx, params.id, body));
  serve(app, declinePenilaiCorrection)(async ({ ctx, params, body }) => decide.decline(ctx, params.id, body));
}
