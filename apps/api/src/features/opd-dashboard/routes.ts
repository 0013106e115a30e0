import { exportOpd, listMatrixPeople, listOpdPeople, readOpdDashboard, readPersonYear, remindLate } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { XLSX_TYPE } from "../../xlsx.ts";
import * as service from "./service.ts";

export function opdDashboardRoutes(app: FastifyInstance): void {
  serve(app, readOpdDashboard)(async ({ ctx, params, query }) => service.dashboard(ctx, { ...params, ...query }));
  serve(app, listOpdPeople)(async ({ ctx, params, query }) => service.people(ctx, { ...params, ...query }));
  serve(app, listMatrixPeople)(async ({ ctx, params, query }) => service.matrixPeople(ctx, { ...params, ...query }));
  serve(app, readPersonYear)(async ({ ctx, params }) => service.personYear(ctx, params.personId));
  serve(app, remindLate)(async ({ ctx, params, body }) => service.remind(ctx, { ...params, ...body }));
  serve(app, exportOpd)(async ({ ctx, params, query, reply }) => {
    const { file, name } = await service.exportMonth(ctx, { ...params, ...query });
    reply.header("content-type", XLSX_TYPE).header("content-disposition", `attachment; filename="${name}"`);
    return file;
  });
}
