import {
  cancelDocumentJob, findDocumentPeople, listDocumentJobs, listDocuments, readDocumentJob, readDocumentJobFile, readDocumentPdf, readDocumentScope, readDocumentSignatures, readDocumentXlsx, readLetterheadImage, readLetterheads,
  removeLetterheadImage, setLetterhead, setLetterheadImage, signDocument, startPersonDocuments, startUnitDocuments,
} from "@teraju/contracts/documents";
import type { FastifyInstance } from "fastify";
import type { Services } from "../../context.ts";
import { originOf } from "#http/origin.ts";
import { serve } from "#http/serve.ts";
import { XLSX_TYPE } from "../../xlsx.ts";
import * as job from "./job.ts";
import * as letterhead from "./letterhead.ts";
import * as service from "./service.ts";
import * as signature from "./signature.ts";

const PRIVATE = { "x-content-type-options": "nosniff", "cache-control": "private, no-store" };
const attachment = (name: string): string => `attachment; filename="${name}"`;
const TYPES = { zip: "application/zip", pdf: "application/pdf", xlsx: XLSX_TYPE } as const;
const typeOf = (name: string): string => Object.entries(TYPES).find(([ending]) => name.endsWith(`.${ending}`))?.[1] ?? TYPES.zip;

export function documentRoutes(app: FastifyInstance, services: Services): void {
  const { secret, dataDir, queue } = services;

  serve(app, listDocuments)(async ({ ctx, query }) => service.list(ctx, query.person));
  serve(app, readDocumentPdf)(async ({ ctx, params, request, reply }) => {
    const { pdf, name } = await service.printOne(ctx, params, { origin: originOf(request), secret });
    reply.headers({ ...PRIVATE, "content-type": "application/pdf", "content-disposition": attachment(name) });
    return Buffer.from(pdf);
  });
  serve(app, readDocumentXlsx)(async ({ ctx, params, reply }) => {
    const { file, name } = await service.workbookOne(ctx, params);
    reply.headers({ ...PRIVATE, "content-type": XLSX_TYPE, "content-disposition": attachment(name) });
    return file;
  });
  serve(app, readDocumentSignatures)(async ({ ctx, params }) => signature.read(ctx, params));
  serve(app, signDocument)(async ({ ctx, params, body }) => signature.sign(ctx, params, body.digest));
  serve(app, readDocumentScope)(async ({ ctx }) => service.scope(ctx));
  serve(app, findDocumentPeople)(async ({ ctx, query }) => service.search(ctx, query.q));

  serve(app, startUnitDocuments)(async ({ ctx, params, body, request }) => job.start(ctx, { queue, origin: originOf(request) }, params, body));
  serve(app, startPersonDocuments)(async ({ ctx, params, body, request }) => job.start(ctx, { queue, origin: originOf(request) }, params, body));
  serve(app, listDocumentJobs)(async ({ ctx }) => job.list(ctx));
  serve(app, readDocumentJob)(async ({ ctx, params }) => job.read(ctx, params.id));
  serve(app, cancelDocumentJob)(async ({ ctx, params }) => job.cancel(ctx, queue, params.id));
  serve(app, readDocumentJobFile)(async ({ ctx, params, reply }) => {
    const { name, size, stream } = await job.download(ctx, dataDir, params.id);
    reply.headers({ ...PRIVATE, "content-type": typeOf(name), "content-length": size, "content-disposition": attachment(name) });
    return stream;
  });

  serve(app, readLetterheads)(async ({ ctx }) => letterhead.list(ctx));
  serve(app, setLetterhead)(async ({ ctx, params, body }) => letterhead.set(ctx, params.id, body));
  serve(app, readLetterheadImage)(async ({ ctx, params, reply }) => {
    const { mime, bytes } = await letterhead.readImage(ctx, params.slot);
    reply.headers({ ...PRIVATE, "content-type": mime });
    return bytes;
  });
  serve(app, setLetterheadImage)(async ({ ctx, params, body, request }) => letterhead.setImage(ctx, params.slot, { body, contentType: request.headers["content-type"] }));
  serve(app, removeLetterheadImage)(async ({ ctx, params }) => letterhead.removeImage(ctx, params.slot));
}
