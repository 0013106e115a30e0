import { endRole, findRoleHolders, giveRole, listRoleAssignments } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function accessRolesRoutes(app: FastifyInstance): void {
  serve(app, listRoleAssignments)(async ({ ctx }) => service.list(ctx));
  serve(app, findRoleHolders)(async ({ ctx, query }) => service.findHolders(ctx, query.q));
  serve(app, giveRole)(async ({ ctx, body }) => service.give(ctx, body));
  serve(app, endRole)(async ({ ctx, params, body }) => service.end(ctx, params.id, body.until));
}
