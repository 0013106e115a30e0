import { addKeberatanEvidence, answerKeberatanHearing, decideKeberatan, explainKeberatan, fileKeberatan, listKeberatan, listOpenKeberatan, printKeberatan, readKeberatan, readKeberatanMaterial, reassignKeberatan, recordHandover, recordKeberatanHearing } from "@teraju/contracts/keberatan";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { originOf } from "#http/origin.ts";
import { serve } from "#http/serve.ts";
import { decide } from "./decide.ts";
import { addEvidence } from "./evidence.ts";
import { printDocument } from "./document.ts";
import { recordHandoverOf } from "./handover.ts";
import { answerHearing, recordHearing } from "./hearing.ts";
import * as watch from "./watch.ts";
import * as service from "./service.ts";

export function keberatanRoutes(app: FastifyInstance, { secret }: Pick<Services, "secret">): void {
  serve(app, listKeberatan)(async ({ ctx, query }) => service.list(ctx, query.resultId));
  serve(app, readKeberatanMaterial)(async ({ ctx, params }) => service.material(ctx, params.id));
  serve(app, fileKeberatan)(async ({ ctx, body }) => service.file(ctx, body));
  serve(app, readKeberatan)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, printKeberatan)(async ({ ctx, params, request, reply }) => {
    const { pdf, name } = await printDocument(ctx, params.id, { origin: originOf(request), secret });
    reply.header("content-type", "application/pdf").header("content-disposition", `attachment; filename="${name}"`);
    return Buffer.from(pdf);
  });
  serve(app, addKeberatanEvidence)(async ({ ctx, params, body }) => addEvidence(ctx, params.id, body));
  serve(app, listOpenKeberatan)(async ({ ctx }) => watch.listOpenOf(ctx));
  serve(app, reassignKeberatan)(async ({ ctx, params, body }) => watch.reassign(ctx, params.id, body));
  serve(app, explainKeberatan)(async ({ ctx, params, body }) => service.explain(ctx, params.id, body));
  serve(app, recordKeberatanHearing)(async ({ ctx, params, body }) => recordHearing(ctx, params.id, body));
  serve(app, answerKeberatanHearing)(async ({ ctx, params, body }) => answerHearing(ctx, params, body));
  serve(app, decideKeberatan)(async ({ ctx, params, body }) => decide(ctx, params.id, body));
  serve(app, recordHandover)(async ({ ctx, params, body }) => recordHandoverOf(ctx, params.id, body));
}
