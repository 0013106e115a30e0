import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "../factories.ts";
import { addProposedDraft, addReopening, valuesWith } from "../standard-factories.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

export type StandardWorld = { /** Handed over by BKPSDM's analis. */ draftId: string; reopeningId: string };

export async function buildStandards(pool: Pool, city: SmallCity): Promise<StandardWorld> {
  return { draftId: await addProposedDraft(pool, city.people.analis), reopeningId: await addReopening(pool, { month: "2026-02", unitId: city.units.dinasB, madeBy: city.people.bkpsdm }) };
}

const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
const draft = (w: World, tail: string, body?: unknown): Request => at(`/api/standard/draft/${w.standards.draftId}${tail}`, body);
const content = { name: "Standar lain", legalBasis: "Peraturan Wali Kota 8/2026", validFrom: "2027-02-01", values: valuesWith() };
const changes = [{ day: "2027-06-01", kind: null, name: "", basis: "Bukan hari libur" }];

/** Requests about standards, calendar and cycles; none changes anything. */
export const STANDARD_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/standard": () => at("/api/standard"),
  // The id is taken by another draft.
  "POST /api/standard/draft": (w) => at("/api/standard/draft", { id: w.standards.draftId, ...content }),
  "PUT /api/standard/draft/:id": (w) => draft(w, "", { version: 999, ...content }),
  "POST /api/standard/draft/:id/propose": (w) => draft(w, "/propose", { version: 999 }),
  "POST /api/standard/draft/:id/discard": (w) => draft(w, "/discard", { version: 999 }),
  // Nothing is changed by it: that alone stands against it.
  "POST /api/standard/draft/:id/decision": (w) => draft(w, "/decision", { version: 999, publish: true, note: null }),
  "GET /api/standard/draft/:id/what-if": (w) => draft(w, `/what-if?period=${w.careers.yearId}`),
  "GET /api/calendar": () => at("/api/calendar?year=2027"),
  "GET /api/deadline": () => at("/api/deadline?month=2026-11"),
  "POST /api/calendar/preview": () => at("/api/calendar/preview", { changes }),
  "POST /api/calendar/file": () => at("/api/calendar/file", { csv: "tanggal;jenis;nama;dasar\n2027-06-01;libur;Hari Lahir Pancasila;SKB 3 Menteri" }),
  "PUT /api/calendar": () => at("/api/calendar", { changes }),
  "GET /api/cycle": () => at("/api/cycle?year=2027"),
  "POST /api/cycle": () => at("/api/cycle", { year: 2030 }),
  "GET /api/cycle/month/:month": () => at("/api/cycle/month/2026-10"),
  "GET /api/cycle/month/:month/missing": (w) => at(`/api/cycle/month/2026-10/missing?unit=${w.city.units.dinasA}`),
  // A month long closed is not extended, and one that is open not opened again.
  "POST /api/cycle/extension": (w) => at("/api/cycle/extension", { id: v7(), month: "2026-01", unitId: w.city.units.dinasA, extraDays: 2, cause: "listrik", reason: "Listrik padam dua hari." }),
  "POST /api/cycle/reopening": (w) => at("/api/cycle/reopening", { id: v7(), month: "2026-11", unitId: w.city.units.dinasA, reason: "Register bulan itu tertukar dengan bulan lain." }),
  "POST /api/cycle/reopening/:id/decision": (w) => at(`/api/cycle/reopening/${w.standards.reopeningId}/decision`, { version: 999, confirm: true, note: null }),
};
