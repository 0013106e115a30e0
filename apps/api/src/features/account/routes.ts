import { giveActivationCode, listAccounts, listLetters, printLetters, setAccountState } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { originOf } from "#http/origin.ts";
import { serve } from "#http/serve.ts";
import { giveCode } from "./code.ts";
import * as letters from "./letters.ts";
import * as service from "./service.ts";

export function accountRoutes(app: FastifyInstance): void {
  serve(app, listAccounts)(async ({ ctx, query }) => service.list(ctx, query));
  serve(app, giveActivationCode)(async ({ ctx, params, body }) => giveCode(ctx, params.personId, body));
  serve(app, setAccountState)(async ({ ctx, params, body }) => service.setState(ctx, params.personId, body.isActive));
  serve(app, listLetters)(async ({ ctx }) => letters.list(ctx));
  serve(app, printLetters)(async ({ ctx, params, body, request, reply }) => {
    const pdf = await letters.print(ctx, params.unitId, { again: body.again, origin: originOf(request) });
    reply.headers({ "x-content-type-options": "nosniff", "cache-control": "no-store", "content-type": "application/pdf", "content-disposition": 'inline; filename="surat-akun.pdf"' });
    return Buffer.from(pdf);
  });
}
