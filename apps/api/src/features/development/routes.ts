import { actOnPlan, listReports, listTeamPlans, lookBack, proposePlan, readDevelopment, readPlanForm, readReport, receiveReport, writeEntry, writePlanForm } from "@teraju/contracts";
import type { FastifyInstance, FastifyReply } from "fastify";
import { serve } from "#http/serve.ts";
import { originOf } from "#http/origin.ts";
import * as forms from "./forms.ts";
import * as reports from "./reports.ts";
import * as service from "./service.ts";

function sent(reply: FastifyReply, { pdf, name }: { pdf: Uint8Array; name: string }): Buffer {
  reply.headers({ "x-content-type-options": "nosniff", "cache-control": "private, no-store", "content-type": "application/pdf", "content-disposition": `attachment; filename="${name}"` });
  return Buffer.from(pdf);
}

export function developmentRoutes(app: FastifyInstance, { secret }: { secret: string }): void {
  serve(app, readDevelopment)(async ({ ctx, params }) => service.read(ctx, params.personId));
  serve(app, proposePlan)(async ({ ctx, params, body }) => service.propose(ctx, params.personId, body));
  serve(app, actOnPlan)(async ({ ctx, params, body }) => service.act(ctx, params.id, body));
  serve(app, writeEntry)(async ({ ctx, params, body }) => service.write(ctx, params.id, body));
  serve(app, lookBack)(async ({ ctx, params, body }) => service.lookAgain(ctx, params.id, params.look === "3" ? 3 : 6, body));
  serve(app, writePlanForm)(async ({ ctx, params, body }) => forms.write(ctx, params.id, body));
  serve(app, readPlanForm)(async ({ ctx, params, request, reply }) => {
    return sent(reply, await forms.print(ctx, params.id, params.format, { origin: originOf(request), secret }));
  });
  serve(app, listReports)(async ({ ctx }) => reports.list(ctx));
  serve(app, receiveReport)(async ({ ctx, params }) => reports.receive(ctx, params.id));
  serve(app, readReport)(async ({ ctx, params, request, reply }) => sent(reply, await reports.print(ctx, params.id, { origin: originOf(request), secret })));
  serve(app, listTeamPlans)(async ({ ctx }) => service.team(ctx));
}
