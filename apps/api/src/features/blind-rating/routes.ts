import { explainBlindGap, listBlindRatings, readBlindRating, sendBlindRating } from "@teraju/contracts/blind-rating";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";

export function blindRatingRoutes(app: FastifyInstance): void {
  serve(app, listBlindRatings)(async ({ ctx }) => service.list(ctx));
  serve(app, readBlindRating)(async ({ ctx, params }) => service.read(ctx, params));
  serve(app, sendBlindRating)(async ({ ctx, params, body }) => service.send(ctx, params, body));
  serve(app, explainBlindGap)(async ({ ctx, params, body }) => service.explain(ctx, params, body));
}
