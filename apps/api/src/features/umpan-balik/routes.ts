import { answerUmpanBalik, giveUmpanBalik, listColleagues, listTopics, listUmpanBalik, readUmpanBalik, replyUmpanBalik, requestUmpanBalik } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function umpanBalikRoutes(app: FastifyInstance): void {
  serve(app, listUmpanBalik)(async ({ ctx, query }) => service.list(ctx, query));
  serve(app, listTopics)(async ({ ctx, query }) => service.topics(ctx, query));
  serve(app, listColleagues)(async ({ ctx, query }) => service.colleagues(ctx, query.q ?? ""));
  serve(app, giveUmpanBalik)(async ({ ctx, body }) => service.give(ctx, body));
  serve(app, requestUmpanBalik)(async ({ ctx, body }) => service.request(ctx, body));
  serve(app, answerUmpanBalik)(async ({ ctx, params, body }) => service.answer(ctx, params.id, body));
  serve(app, replyUmpanBalik)(async ({ ctx, params, body }) => service.reply(ctx, params.id, body));
  serve(app, readUmpanBalik)(async ({ ctx, params }) => service.markRead(ctx, params.id));
}
