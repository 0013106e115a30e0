import { listMyReports, readMyReport, saveReport, submitReport, withdrawReport } from "@teraju/contracts";
import { monthsFrom } from "@teraju/domain";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function monthlyReportRoutes(app: FastifyInstance): void {
  serve(app, listMyReports)(async ({ ctx, query }) => ({ year: Number(query.year), months: await service.monthMarks(ctx, monthsFrom(`${query.year}-01`, `${query.year}-12`)) }));
  serve(app, readMyReport)(async ({ ctx, params }) => service.readMine(ctx, params.month));
  serve(app, saveReport)(async ({ ctx, params, body }) => service.save(ctx, params.id, body));
  serve(app, submitReport)(async ({ ctx, params, body }) => service.submit(ctx, params.id, body));
  serve(app, withdrawReport)(async ({ ctx, params, body }) => service.withdraw(ctx, params.id, body.version));
}
