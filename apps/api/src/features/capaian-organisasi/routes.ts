import { listCapaianOrganisasi, setCapaianOrganisasi } from "@teraju/contracts/capaian-organisasi";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function capaianOrganisasiRoutes(app: FastifyInstance): void {
  serve(app, listCapaianOrganisasi)(async ({ ctx, query }) => service.list(ctx, query.period));
  serve(app, setCapaianOrganisasi)(async ({ ctx, params, body }) => service.set(ctx, params, body));
}
