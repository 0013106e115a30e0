import { giveActivationCode, listAccounts, setAccountState } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function accountRoutes(app: FastifyInstance): void {
  serve(app, listAccounts)(async ({ ctx, query }) => service.list(ctx, query));
  serve(app, giveActivationCode)(async ({ ctx, params }) => service.giveCode(ctx, params.personId));
  serve(app, setAccountState)(async ({ ctx, params, body }) => service.setState(ctx, params.personId, body.isActive));
}
