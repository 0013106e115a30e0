import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "../factories.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

/** A change of the tree that is planned for a day to come, as its row says; nothing of it was written. */
export async function buildOrganisation(pool: Pool, city: SmallCity): Promise<string> {
  const id = v7();
  await pool.query("insert into reorganisation (id, effective_from, legal_basis, steps, outcome, journal, applied_by, applied_at) values ($1,'2027-02-01','Qanun percobaan',$2,$3,$4,$5,now())", [
    id, JSON.stringify([{ kind: "rename", unitId: city.units.bidangA1, name: "Bidang Baru", shortName: null }]), JSON.stringify({ moved: 0, handOvers: [], people: [] }), JSON.stringify({ rows: [], posts: [], units: [], notices: [] }), city.people.bkpsdm]);
  return id;
}

const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
/** A unit that nobody knows: who may act is told so, and nothing changes. */
const steps = (): unknown[] => [{ kind: "close", unitId: v7() }];

/** Requests about the organisation in time. */
export const ORGANISATION_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/organisation": () => at("/api/organisation?on=2026-11-23"),
  "GET /api/organisation/unit/:unitId": (w) => at(`/api/organisation/unit/${w.city.units.bidangA1}`),
  "GET /api/organisation/unit/:unitId [of another OPD]": (w) => at(`/api/organisation/unit/${w.city.units.dinasB}`),
  "GET /api/organisation/person": () => at("/api/organisation/person?q=budi"),
  "POST /api/organisation/preview": () => at("/api/organisation/preview", { from: "2027-03-01", steps: steps() }),
  "GET /api/organisation/change": () => at("/api/organisation/change"),
  "POST /api/organisation/change": () => at("/api/organisation/change", { id: v7(), from: "2027-03-01", legalBasis: "Qanun percobaan", steps: steps() }),
  "POST /api/organisation/change/:id/take-back": (w) => at(`/api/organisation/change/${w.reorganisationId}/take-back`, { version: 999 }),
};
