import { setAbsence } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function monthStateRoutes(app: FastifyInstance): void {
  serve(app, setAbsence)(async ({ ctx, body }) => service.setAbsence(ctx, body));
}
