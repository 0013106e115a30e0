import * as c from "@teraju/contracts/kalibrasi";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as one from "./case.ts";
import * as service from "./service.ts";

export function kalibrasiRoutes(app: FastifyInstance): void {
  serve(app, c.listKalibrasi)(async ({ ctx, query }) => service.list(ctx, query.period));
  serve(app, c.readKalibrasi)(async ({ ctx, params }) => service.read(ctx, params));
  serve(app, c.openKalibrasi)(async ({ ctx, params, body }) => service.open(ctx, params, body));
  serve(app, c.attendKalibrasi)(async ({ ctx, params, body }) => service.attend(ctx, params, body));
  serve(app, c.proposeKalibrasi)(async ({ ctx, params, body }) => one.propose(ctx, params, body));
  serve(app, c.closeKalibrasi)(async ({ ctx, params, body }) => service.close(ctx, params, body));
  serve(app, c.readKalibrasiCase)(async ({ ctx, params }) => one.readCase(ctx, params));
  serve(app, c.markKalibrasiCaseRead)(async ({ ctx, params }) => one.markRead(ctx, params));
  serve(app, c.answerKalibrasi)(async ({ ctx, params, body }) => one.answer(ctx, params.id, body));
}
