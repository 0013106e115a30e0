import { actOnPlan, listTeamPlans, lookBack, proposePlan, readDevelopment, writeEntry } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function developmentRoutes(app: FastifyInstance): void {
  serve(app, readDevelopment)(async ({ ctx, params }) => service.read(ctx, params.personId));
  serve(app, proposePlan)(async ({ ctx, params, body }) => service.propose(ctx, params.personId, body));
  serve(app, actOnPlan)(async ({ ctx, params, body }) => service.act(ctx, params.id, body));
  serve(app, writeEntry)(async ({ ctx, params, body }) => service.write(ctx, params.id, body));
  serve(app, lookBack)(async ({ ctx, params, body }) => service.lookAgain(ctx, params.id, params.look === "3" ? 3 : 6, body));
  serve(app, listTeamPlans)(async ({ ctx }) => service.team(ctx));
}
