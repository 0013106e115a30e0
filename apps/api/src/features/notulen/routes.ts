import {
  addAddendum, editNotulen, enterPaperMeeting, readCityMeetingFigures, readNotulen, readNotulenPdf, readNotulenScan, readUnitMeetingFigures, signNotulen, uploadNotulenScan, verifyNotulen,
} from "@teraju/contracts";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { originOf } from "#http/origin.ts";
import { serve } from "#http/serve.ts";
import { dispositionOf } from "../evidence/files.ts";
import { cityFigures, unitFigures } from "./figures.ts";
import { enterPaper, readScan, uploadScan } from "./paper.ts";
import { printNotulen } from "./print.ts";
import * as service from "./service.ts";

const PRIVATE = { "x-content-type-options": "nosniff", "cache-control": "private, no-store" };

export function notulenRoutes(app: FastifyInstance, { dataDir }: Pick<Services, "dataDir">): void {
  serve(app, readNotulen)(async ({ ctx, params }) => service.read(ctx, params.id));
  serve(app, editNotulen)(async ({ ctx, params, body }) => service.edit(ctx, params.id, body));
  serve(app, signNotulen)(async ({ ctx, params, body }) => service.sign(ctx, params.id, body.version));
  serve(app, addAddendum)(async ({ ctx, params, body }) => service.addAddendum(ctx, params.id, body));
  serve(app, readNotulenPdf)(async ({ ctx, params, request, reply }) => {
    const pdf = await printNotulen(ctx, params.id, originOf(request));
    reply.headers({ ...PRIVATE, "content-type": "application/pdf", "content-disposition": 'inline; filename="notulen.pdf"' });
    return Buffer.from(pdf);
  });
  serve(app, enterPaperMeeting)(async ({ ctx, params, body }) => enterPaper(ctx, params.id, body));
  serve(app, uploadNotulenScan)(async ({ ctx, params, query, body, request }) => uploadScan(ctx, dataDir, params.id, { title: query.title, body, contentType: request.headers["content-type"] }));
  serve(app, readNotulenScan)(async ({ ctx, params, reply }) => {
    const { title, mime, size, stream } = await readScan(ctx, dataDir, params.id);
    reply.headers({ ...PRIVATE, "content-type": mime, "content-length": size, "content-disposition": dispositionOf(title, mime), "content-security-policy": "sandbox; default-src 'none'" });
    return stream;
  });
  serve(app, verifyNotulen)(async ({ ctx, params }) => service.verify(ctx, params.code));
  serve(app, readUnitMeetingFigures)(async ({ ctx, params, query }) => unitFigures(ctx, params.unitId, query.year));
  serve(app, readCityMeetingFigures)(async ({ ctx, query }) => cityFigures(ctx, query.year));
}
