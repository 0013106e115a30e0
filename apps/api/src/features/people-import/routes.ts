import { applyPeopleImport, discardPeopleImport, exportImportProblems, exportPeopleTemplate, keepBknReport, listPeopleImports, previewPeopleImport, readImportProgress, readImportRows, undoPeopleImport, uploadPeopleImport } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { XLSX_TYPE } from "../../xlsx.ts";
import { apply } from "./apply.ts";
import { keepReport } from "./keep.ts";
import * as service from "./service.ts";
import * as template from "./template.ts";
import { undo } from "./undo.ts";

export function peopleImportRoutes(app: FastifyInstance): void {
  serve(app, listPeopleImports)(async ({ ctx }) => service.list(ctx));
  serve(app, uploadPeopleImport)(async ({ ctx, params, query, body, request }) => service.upload(ctx, params.id, { name: query.name, body, contentType: request.headers["content-type"] }));
  serve(app, previewPeopleImport)(async ({ ctx, params, query }) => service.preview(ctx, params.id, query));
  serve(app, readImportRows)(async ({ ctx, params, query }) => service.rows(ctx, params.id, query));
  serve(app, exportImportProblems)(async ({ ctx, params, query, reply }) => {
    const file = await template.exportProblems(ctx, params.id, query);
    reply.header("content-type", XLSX_TYPE).header("content-disposition", "attachment; filename=\"masalah-impor.xlsx\"");
    return file;
  });
  serve(app, applyPeopleImport)(async ({ ctx, params, body }) => apply(ctx, params.id, body));
  serve(app, readImportProgress)(async ({ ctx, params }) => service.progress(ctx, params.id));
  serve(app, undoPeopleImport)(async ({ ctx, params, body }) => undo(ctx, params.id, body.version));
  serve(app, discardPeopleImport)(async ({ ctx, params, body }) => service.discard(ctx, params.id, body.version));
  serve(app, keepBknReport)(async ({ ctx, params, body }) => keepReport(ctx, params.id, body.version));
  serve(app, exportPeopleTemplate)(async ({ ctx, query, reply }) => {
    const file = await template.exportTemplate(ctx, query);
    reply.header("content-type", file.type).header("content-disposition", `attachment; filename="${file.name}"`);
    return file.bytes;
  });
}
