import { exportCityRecap, readCityDashboard } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { XLSX_TYPE } from "../../xlsx.ts";
import * as service from "./service.ts";

export function cityDashboardRoutes(app: FastifyInstance): void {
  serve(app, readCityDashboard)(async ({ ctx, query }) => service.dashboard(ctx, query));
  serve(app, exportCityRecap)(async ({ ctx, query, reply }) => {
    reply.header("content-type", XLSX_TYPE).header("content-disposition", `attachment; filename="rekap-bulanan-${query.month}.xlsx"`);
    return service.exportRecap(ctx, query.month);
  });
}
