import { exportMyMonth, exportSkp } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { XLSX_TYPE } from "../../xlsx.ts";
import * as service from "./service.ts";

export function eKinerjaRoutes(app: FastifyInstance): void {
  serve(app, exportMyMonth)(async ({ ctx, params, reply }) => {
    const file = await service.exportMonth(ctx, params.month);
    reply.header("content-type", XLSX_TYPE).header("content-disposition", `attachment; filename="e-kinerja-${params.month}.xlsx"`);
    return file;
  });
  serve(app, exportSkp)(async ({ ctx, params, reply }) => {
    const { file, year } = await service.exportPlan(ctx, params.id);
    reply.header("content-type", XLSX_TYPE).header("content-disposition", `attachment; filename="e-kinerja-skp-${year}.xlsx"`);
    return file;
  });
}
