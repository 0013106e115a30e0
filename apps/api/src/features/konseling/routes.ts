import { arrangeKonseling, countTraining, findKonselor, followKonseling, listKonseling, listKonselor, noteKonseling, printKonseling, readKonseling, recordCertificate, signKonseling } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import { originOf } from "#http/origin.ts";
import { serve } from "#http/serve.ts";
import * as konselor from "./konselor.ts";
import { print } from "./print.ts";
import * as service from "./service.ts";

export function konselingRoutes(app: FastifyInstance, { secret }: { secret: string }): void {
  serve(app, listKonseling)(async ({ ctx }) => service.list(ctx));
  serve(app, readKonseling)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, arrangeKonseling)(async ({ ctx, params, body }) => service.arrange(ctx, params.id, body));
  serve(app, noteKonseling)(async ({ ctx, params, body }) => service.note(ctx, params.id, body));
  serve(app, signKonseling)(async ({ ctx, params, body }) => service.sign(ctx, params.id, body));
  serve(app, followKonseling)(async ({ ctx, params, body }) => service.follow(ctx, params.id, body));
  serve(app, printKonseling)(async ({ ctx, params, request, reply }) => {
    const { pdf, name } = await print(ctx, params.id, { origin: originOf(request), secret });
    reply.headers({ "x-content-type-options": "nosniff", "cache-control": "private, no-store", "content-type": "application/pdf", "content-disposition": `attachment; filename="${name}"` });
    return Buffer.from(pdf);
  });
  serve(app, listKonselor)(async ({ ctx }) => konselor.list(ctx));
  serve(app, countTraining)(async ({ ctx, params, body }) => konselor.count(ctx, params.id, body));
  serve(app, recordCertificate)(async ({ ctx, body }) => konselor.record(ctx, body));
  serve(app, findKonselor)(async ({ ctx, query }) => konselor.find(ctx, query.q));
}
