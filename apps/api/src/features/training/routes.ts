import { actOnPlace, listEffects, listNeeds, listTrainings, makeSession, makeTraining, nominate, readSessionPlaces, readTrainingStory } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { serve } from "#http/serve.ts";
import * as service from "./service.ts";
import { story } from "./story.ts";

export function trainingRoutes(app: FastifyInstance): void {
  serve(app, listTrainings)(async ({ ctx }) => service.catalogue(ctx));
  serve(app, makeTraining)(async ({ ctx, body }) => service.make(ctx, body));
  serve(app, listEffects)(async ({ ctx }) => service.effects(ctx));
  serve(app, listNeeds)(async ({ ctx }) => service.needs(ctx));
  serve(app, readTrainingStory)(async ({ ctx, reply }) => {
    const pdf = await story(ctx);
    reply.headers({ "x-content-type-options": "nosniff", "cache-control": "private, no-store", "content-type": "application/pdf", "content-disposition": `attachment; filename="pelatihan-dan-dampaknya-${ctx.today}.pdf"` });
    return Buffer.from(pdf);
  });
  serve(app, makeSession)(async ({ ctx, params, body }) => service.plan(ctx, params.id, body));
  serve(app, readSessionPlaces)(async ({ ctx, params }) => service.readSession(ctx, params.id));
  serve(app, nominate)(async ({ ctx, params, body }) => service.nominate(ctx, params.id, body));
  serve(app, actOnPlace)(async ({ ctx, params, body }) => service.act(ctx, params.id, body));
}
