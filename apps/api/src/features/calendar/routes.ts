import { changeCalendar, previewCalendar, readCalendar, readCalendarFile, readDeadlines } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function calendarRoutes(app: FastifyInstance): void {
  serve(app, readCalendar)(async ({ ctx, query }) => service.read(ctx, query.year));
  serve(app, previewCalendar)(async ({ ctx, body }) => service.preview(ctx, body.changes));
  serve(app, readCalendarFile)(async ({ ctx, body }) => service.readFile(ctx, body.csv));
  serve(app, changeCalendar)(async ({ ctx, body }) => service.write(ctx, body.changes));
  serve(app, readDeadlines)(async ({ ctx, query }) => service.deadlines(ctx, query.month, query.unit));
}
