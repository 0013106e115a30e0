import { v7 } from "uuid";
import { tinyPng } from "../images.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

type Make = (w: World) => Request;
const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
/** Of a year without documents: who may, is refused by that alone, and nothing is made. */
const job = (scope: string): Request => at(`/api/document-job/${scope}`, { id: v7(), kinds: ["skp"], year: 2031, periodId: null, packaging: "zip" });

export const DOCUMENT_REQUESTS: Record<string, Make> = {
  "GET /api/document": () => at("/api/document"),
  "GET /api/document [of Budi]": (w) => at(`/api/document?person=${w.people.diri}`),
  "GET /api/document/:kind/:personId/:sourceId/pdf": (w) => at(`/api/document/dokumen_evaluasi/${w.people.diri}/${w.resultId}/pdf`),
  "GET /api/document/:kind/:personId/:sourceId/pdf [a draft]": (w) => at(`/api/document/dokumen_evaluasi/${w.people.diri}/${w.draftResultId}/pdf`),
  "GET /api/document/:kind/:personId/:sourceId/xlsx": (w) => at(`/api/document/hasil_evaluasi/${w.people.diri}/${w.resultId}/xlsx`),
  "GET /api/document/:kind/:personId/:sourceId/signature": (w) => at(`/api/document/rekaman_umpan_balik/${w.people.diri}/${w.q3}/signature`),
  // Over another content: who may sign is told that it is stale, or that there is nothing to sign, and nothing is written.
  "POST /api/document/:kind/:personId/:sourceId/signature": (w) => at(`/api/document/rekaman_umpan_balik/${w.people.diri}/${w.q3}/signature`, { digest: "0".repeat(64) }),
  "GET /api/document-scope": () => at("/api/document-scope"),
  "GET /api/document-person": () => at("/api/document-person?q=budi"),
  "POST /api/document-job/unit/:unitId [Bidang A1]": (w) => job(`unit/${w.city.units.bidangA1}`),
  "POST /api/document-job/unit/:unitId [Dinas A]": (w) => job(`unit/${w.city.units.dinasA}`),
  "POST /api/document-job/person/:personId": (w) => job(`person/${w.people.diri}`),
  "GET /api/document-job": () => at("/api/document-job"),
  "GET /api/document-job/:id": (w) => at(`/api/document-job/${w.documentJobId}`),
  "POST /api/document-job/:id/cancel": (w) => at(`/api/document-job/${w.documentJobId}/cancel`),
  "GET /api/document-job/:id/file": (w) => at(`/api/document-job/${w.documentJobId}/file`),
  "GET /api/letterhead": () => at("/api/letterhead"),
  "PUT /api/letterhead/:id": (w) => at(`/api/letterhead/${w.city.units.dinasA}`, { version: 999, name: null, address: "Jalan Lain", contact: null }),
  "GET /api/letterhead-image/:slot": () => at("/api/letterhead-image/daerah"),
  "PUT /api/letterhead-image/:slot": () => ({ url: "/api/letterhead-image/daerah", file: tinyPng(), type: "image/png" }),
  "DELETE /api/letterhead-image/:slot": () => at("/api/letterhead-image/negara"),
};
