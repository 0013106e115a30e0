import { confirmSignedRating, enterSignedRating, listSignedRatings, readResultPaper, readSignedRating, readSignedRatingScan, returnSignedRating, uploadSignedRatingScan } from "@teraju/contracts/signed-rating";
import type { FastifyInstance, FastifyReply } from "fastify";
import type { Services } from "../../context.ts";
import { serve } from "#http/serve.ts";
import { dispositionOf } from "../evidence/files.ts";
import { open, openOfResult, type OpenScan, upload } from "./scan.ts";
import * as service from "./service.ts";

function give(reply: FastifyReply, { title, mime, size, stream }: OpenScan): NodeJS.ReadableStream {
  reply.headers({ "x-content-type-options": "nosniff", "cache-control": "private, no-store", "content-type": mime, "content-length": size, "content-disposition": dispositionOf(title, mime), "content-security-policy": "sandbox; default-src 'none'" });
  return stream;
}

export function signedRatingRoutes(app: FastifyInstance, { dataDir }: Pick<Services, "dataDir">): void {
  serve(app, listSignedRatings)(async ({ ctx, query }) => service.list(ctx, query.period));
  serve(app, readSignedRating)(async ({ ctx, params }) => service.read(ctx, params));
  serve(app, enterSignedRating)(async ({ ctx, params, body }) => service.enter(ctx, params, body));
  serve(app, uploadSignedRatingScan)(async ({ ctx, params, query, body, request }) => upload(ctx, dataDir, params, { title: query.title, body, contentType: request.headers["content-type"] }));
  serve(app, readSignedRatingScan)(async ({ ctx, params, reply }) => give(reply, await open(ctx, dataDir, params)));
  serve(app, confirmSignedRating)(async ({ ctx, params, body }) => service.confirm(ctx, params, body));
  serve(app, returnSignedRating)(async ({ ctx, params, body }) => service.sendBack(ctx, params, body));
  serve(app, readResultPaper)(async ({ ctx, params, reply }) => give(reply, await openOfResult(ctx, dataDir, params.id)));
}
