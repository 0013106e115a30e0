import { applyReportImport, exportReportTemplate, previewReportImport, readReportImport } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { XLSX_TYPE } from "../../xlsx.ts";
import * as service from "./service.ts";
import { template } from "./template.ts";

export function reportImportRoutes(app: FastifyInstance): void {
  serve(app, readReportImport)(async ({ ctx, query }) => service.overview(ctx, query.month));
  serve(app, exportReportTemplate)(async ({ ctx, query, reply }) => {
    const file = await template(ctx, query.month);
    reply.header("content-type", XLSX_TYPE).header("content-disposition", `attachment; filename="capaian-${query.month}.xlsx"`);
    return file;
  });
  serve(app, previewReportImport)(async ({ ctx, query, body, request }) => service.preview(ctx, { ...query, body, contentType: request.headers["content-type"] }));
  serve(app, applyReportImport)(async ({ ctx, query, body, request }) => service.apply(ctx, { ...query, body, contentType: request.headers["content-type"] }));
}
