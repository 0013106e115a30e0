import { setYearState } from "@teraju/contracts/appraisal";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function yearStateRoutes(app: FastifyInstance): void {
  serve(app, setYearState)(async ({ ctx, params, body }) => service.set(ctx, params, body));
}
