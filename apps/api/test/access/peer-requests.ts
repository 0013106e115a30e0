import { v7 } from "uuid";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

/** Nobody has seen this version: who may act gets as far as "changed meanwhile" or a refusal of state, and changes nothing. */
const version = 999;
const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
const cycle = (w: World, tail: string, body?: unknown): Request => at(`/api/peer-cycle/${w.peers.answeredId}${tail}`, body);
const released = (w: World, tail: string, body?: unknown): Request => at(`/api/peer-cycle/${w.peers.releasedId}${tail}`, body);
const form = (w: World, tail: string, body?: unknown): Request => at(`/api/peer-form/${w.peers.formId}${tail}`, body);
const content = { answers: [], suggestion: null };

/** Requests about umpan balik rekan and kewajaran penilaian. */
export const PEER_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/peer-cycle": () => at("/api/peer-cycle"),
  // The same again is the same cycle.
  "POST /api/peer-cycle": (w) => at("/api/peer-cycle", { id: w.peers.answeredId, year: 2026, semester: 2, answersFrom: "2026-11-16", answersUntil: "2026-11-30" }),
  "PUT /api/peer-cycle/:id/verifier": (w) => cycle(w, "/verifier", { version, inspektoratId: w.city.people.auditor, analisId: w.city.people.analis }),
  "PUT /api/peer-cycle/:id/last-day": (w) => cycle(w, "/last-day", { version, answersUntil: "2026-12-01" }),
  ...Object.fromEntries((["draw", "replace", "close", "seal", "release"] as const).map((step) => [`POST /api/peer-cycle/:id/${step}`, (w: World) => cycle(w, `/${step}`, { version })])),
  "GET /api/peer-cycle/:id/rollup": (w) => released(w, "/rollup"),
  "GET /api/peer-cycle/:id/verification": (w) => released(w, "/verification"),
  "POST /api/peer-cycle/:id/verdict": (w) => released(w, "/verdict", { digest: "0".repeat(64), statement: "Dihitung ulang." }),
  "GET /api/peer-preparation": () => at("/api/peer-preparation"),
  "GET /api/peer-preparation/person": () => at("/api/peer-preparation/person?q=cit"),
  "PUT /api/peer-preparation/:cycleId/choice": (w) => at(`/api/peer-preparation/${w.peers.answeredId}/choice`, { vetoes: [], suggestions: [] }),
  "PUT /api/peer-preparation/:cycleId/relation": (w) => at(`/api/peer-preparation/${w.peers.answeredId}/relation`, { relations: [] }),
  "GET /api/relation-declaration": (w) => at(`/api/relation-declaration?cycle=${w.peers.answeredId}`),
  "GET /api/peer-form": () => at("/api/peer-form"),
  "GET /api/peer-form/:id": (w) => form(w, ""),
  "PUT /api/peer-form/:id": (w) => form(w, "", content),
  "POST /api/peer-form/:id/send": (w) => form(w, "/send", content),
  "POST /api/peer-form/:id/decline": (w) => form(w, "/decline", { reason: "lainnya" }),
  // A form that was declined before still gives hints: nothing is kept.
  "POST /api/peer-form/:id/hint": (w) => form(w, "/hint", { text: "Sudah baik." }),
  "GET /api/peer-proof": () => at("/api/peer-proof"),
  "GET /api/peer-result": () => at("/api/peer-result"),
  "GET /api/peer-result/:cycleId/:personId": (w) => at(`/api/peer-result/${w.peers.releasedId}/${w.people.diri}`),
  "GET /api/rater-mirror": () => at("/api/rater-mirror"),
  "GET /api/rater-mirror/warm-up": () => at("/api/rater-mirror/warm-up"),
  "POST /api/rater-mirror/warm-up": () => at("/api/rater-mirror/warm-up", { id: v7(), levels: [2, 3, 4, 1] }),
  "GET /api/fairness": (w) => at(`/api/fairness?period=${w.q2}`),
  "GET /api/fairness/mine": () => at("/api/fairness/mine"),
  "GET /api/fairness/method": () => at("/api/fairness/method"),
  "GET /api/fairness/unit/:unitId": (w) => at(`/api/fairness/unit/${w.city.units.dinasA}?period=${w.q2}`),
  "GET /api/fairness/signal/:id": (w) => at(`/api/fairness/signal/${w.peers.signalId}`),
  "POST /api/fairness/signal/:id/reply": (w) => at(`/api/fairness/signal/${w.peers.signalId}/reply`, { version, text: "Ada buktinya." }),
  "POST /api/fairness/signal/:id/outcome": (w) => at(`/api/fairness/signal/${w.peers.otherSignalId}/outcome`, { version, outcome: "dijelaskan", note: "Sudah dijelaskan dengan bukti." }),
};
