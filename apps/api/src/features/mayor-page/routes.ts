import { readMayorPage } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import { mayorPage } from "./service.ts";

export function mayorPageRoutes(app: FastifyInstance): void {
  serve(app, readMayorPage)(async ({ ctx, query }) => mayorPage(ctx, query));
}
