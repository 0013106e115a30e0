import { checkReport, giveVerdicts, readQueue, readReview, readReviewTeam, returnReport, type TeamView } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function reviewRoutes(app: FastifyInstance): void {
  serve(app, readQueue)(async ({ ctx }) => service.queue(ctx));
  serve(app, readReviewTeam)(async ({ ctx, query, reply }) => {
    reply.header("content-type", "application/json; charset=utf-8");
    // Ready-made text: Fastify sends a string of this type as it is. A test holds it to the contract.
    return (await service.team(ctx, query)) as unknown as TeamView;
  });
  serve(app, readReview)(async ({ ctx, params }) => service.read(ctx, params.reportId));
  serve(app, giveVerdicts)(async ({ ctx, params, body }) => service.giveVerdicts(ctx, params.reportId, body));
  serve(app, checkReport)(async ({ ctx, params, body }) => service.check(ctx, params.reportId, body));
  serve(app, returnReport)(async ({ ctx, params, body }) => service.sendBack(ctx, params.reportId, body));
}
