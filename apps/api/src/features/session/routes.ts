import { activate, readSession, signIn, signOut, signOutEverywhere } from "@teraju/contracts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Services } from "../../context.ts";
import { cookieName } from "#http/session.ts";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function sessionRoutes(app: FastifyInstance, { clock, secret }: Services): void {
  serve(app, signIn)(async ({ ctx, body, request, reply }) => {
    const { personId, token } = await service.signIn(ctx, secret, body);
    setCookie(request, reply, token);
    return service.describe(ctx, personId, clock.isDemo);
  });
  serve(app, activate)(async ({ ctx, body, request, reply }) => {
    const { personId, token } = await service.activate(ctx, secret, body);
    setCookie(request, reply, token);
    return service.describe(ctx, personId, clock.isDemo);
  });
  serve(app, readSession)(async ({ ctx }) => service.describe(ctx, ctx.actor.personId, clock.isDemo));
  serve(app, signOut)(async ({ ctx, request, reply }) => {
    await service.closeSessions(ctx, request.cookies[cookieName(request)] ?? "");
    dropCookie(request, reply);
  });
  serve(app, signOutEverywhere)(async ({ ctx, request, reply }) => {
    await service.closeSessions(ctx, null);
    dropCookie(request, reply);
  });
}

function setCookie(request: FastifyRequest, reply: FastifyReply, token: string): void {
  reply.setCookie(cookieName(request), token, { httpOnly: true, sameSite: "lax", path: "/", secure: request.protocol === "https" });
}
function dropCookie(request: FastifyRequest, reply: FastifyReply): void {
  reply.clearCookie(cookieName(request), { httpOnly: true, sameSite: "lax", path: "/", secure: request.protocol === "https" });
  // Whatever this browser kept of the person goes with the session.
  reply.header("clear-site-data", '"cache", "storage"');
}
