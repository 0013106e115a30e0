import { addEvidence, readEvidenceFile, removeEvidence, uploadEvidence } from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { serve } from "#http/serve.ts";
import { dispositionOf } from "./files.ts";
import * as service from "./service.ts";

export function evidenceRoutes(app: FastifyInstance, { dataDir }: Pick<Services, "dataDir">): void {
  serve(app, uploadEvidence)(async ({ ctx, params, query, body, request }) => {
    const { title, ...target } = query;
    return service.upload(ctx, dataDir, { id: params.id, target, title, body, contentType: request.headers["content-type"] });
  });
  serve(app, addEvidence)(async ({ ctx, body }) => service.addWords(ctx, body));
  serve(app, removeEvidence)(async ({ ctx, params }) => service.remove(ctx, dataDir, params.id));
  serve(app, readEvidenceFile)(async ({ ctx, params, reply }) => {
    const file = await service.read(ctx, dataDir, params.id);
    reply.headers({
      "content-type": file.mime, "content-length": file.size, "content-disposition": dispositionOf(file.title, file.mime), "x-content-type-options": "nosniff",
      "content-security-policy": "sandbox; default-src 'none'", "cache-control": "private, no-store",
    });
    return file.stream;
  });
}
