import * as c from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as method from "./method.ts";
import * as mirror from "./mirror.ts";
import * as page from "./page.ts";
import * as signal from "./signal.ts";
import * as unit from "./unit.ts";
import * as warmUp from "./warm-up.ts";

export function fairnessRoutes(app: FastifyInstance): void {
  serve(app, c.readRaterMirror)(async ({ ctx }) => mirror.read(ctx));
  serve(app, c.readWarmUp)(async ({ ctx }) => warmUp.read(ctx));
  serve(app, c.answerWarmUp)(async ({ ctx, body }) => warmUp.answer(ctx, body));
  serve(app, c.readFairness)(async ({ ctx, query }) => page.read(ctx, query.period));
  serve(app, c.readUnitFairness)(async ({ ctx, params, query }) => unit.read(ctx, params.unitId, query.period));
  serve(app, c.readSignal)(async ({ ctx, params }) => signal.read(ctx, params.id));
  serve(app, c.replySignal)(async ({ ctx, params, body }) => signal.reply(ctx, params.id, body));
  serve(app, c.judgeSignal)(async ({ ctx, params, body }) => signal.judge(ctx, params.id, body));
  serve(app, c.listMySignals)(async ({ ctx }) => signal.mine(ctx));
  serve(app, c.readFairnessMethod)(async ({ ctx }) => method.read(ctx));
}
