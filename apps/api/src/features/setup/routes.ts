import { readSetup, recordKepalaDaerah } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as kepalaDaerah from "./kepala-daerah.ts";
import * as service from "./service.ts";

export function setupRoutes(app: FastifyInstance): void {
  serve(app, readSetup)(async ({ ctx }) => service.read(ctx));
  serve(app, recordKepalaDaerah)(async ({ ctx, body }) => kepalaDaerah.record(ctx, body));
}
