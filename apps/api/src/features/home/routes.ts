import { readHome, readNotification } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function homeRoutes(app: FastifyInstance, files: { dataDir: string }): void {
  serve(app, readHome)(async ({ ctx }) => service.home(ctx, files));
  serve(app, readNotification)(async ({ ctx, params }) => service.markRead(ctx, params.id));
}
