import { adoptAppraisal, correctAppraisal, finaliseAppraisal, listEvaluationPeriods, readAppraisal, readPola, readSaran, readTeam, saveAppraisal } from "@teraju/contracts/appraisal";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { adopt } from "./adopt.ts";
import { correct } from "./correct.ts";
import { readPolaOf } from "./pola.ts";
import * as service from "./service.ts";

export function appraisalRoutes(app: FastifyInstance): void {
  serve(app, listEvaluationPeriods)(async ({ ctx }) => service.readPeriods(ctx));
  serve(app, readTeam)(async ({ ctx, query }) => service.team(ctx, query.period));
  serve(app, readAppraisal)(async ({ ctx, params }) => service.read(ctx, params));
  serve(app, readSaran)(async ({ ctx, params, query }) => service.saran(ctx, params, query));
  serve(app, saveAppraisal)(async ({ ctx, params, body }) => service.save(ctx, params, body));
  serve(app, adoptAppraisal)(async ({ ctx, params, body }) => adopt(ctx, params, body));
  serve(app, finaliseAppraisal)(async ({ ctx, params, body }) => service.finalise(ctx, params, body));
  serve(app, correctAppraisal)(async ({ ctx, params, body }) => correct(ctx, params, body));
  serve(app, readPola)(async ({ ctx, params }) => readPolaOf(ctx, params.periodId, params.unitId));
}
