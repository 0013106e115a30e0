import { readSiasn, sendSiasn } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function siasnRoutes(app: FastifyInstance, { siasn }: Services): void {
  serve(app, readSiasn)(async ({ ctx, params }) => service.read(ctx, params.id, siasn));
  serve(app, sendSiasn)(async ({ ctx, params }) => service.send(ctx, params.id, siasn));
}
