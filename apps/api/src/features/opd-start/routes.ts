import { listOpdStarts, setOpdStarts } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function opdStartRoutes(app: FastifyInstance): void {
  serve(app, listOpdStarts)(async ({ ctx }) => service.list(ctx));
  serve(app, setOpdStarts)(async ({ ctx, body }) => service.set(ctx, body));
}
