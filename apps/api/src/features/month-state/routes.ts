import { importAbsences, listAbsences, readAbsenceFile, readKategoriIpk, removeAbsence, setAbsence } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { importFile, readFile } from "./import.ts";
import * as service from "./service.ts";

export function monthStateRoutes(app: FastifyInstance): void {
  serve(app, setAbsence)(async ({ ctx, body }) => service.setAbsence(ctx, body));
  serve(app, listAbsences)(async ({ ctx, query }) => service.listAbsences(ctx, query.personId));
  serve(app, readKategoriIpk)(async ({ query }) => ({ kategori: service.kategoriOf(query) }));
  serve(app, readAbsenceFile)(async ({ ctx, body }) => readFile(ctx, body.csv));
  serve(app, importAbsences)(async ({ ctx, body }) => importFile(ctx, body.csv));
  serve(app, removeAbsence)(async ({ ctx, params }) => service.removeAbsence(ctx, params.id));
}
