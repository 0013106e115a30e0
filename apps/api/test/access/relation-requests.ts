import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "../factories.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

export type RelationWorld = { actingId: string; pimpinanId: string; /** An "Atasan saya salah" of Dinas B. */ correctionId: string };
/** The Plt. of Bidang A1 as it stands, the head of Dinas B as a further pimpinan of Budi, and what that head asks about himself. */
export async function buildRelations(pool: Pool, { people, units }: SmallCity): Promise<RelationWorld> {
  const { rows } = await pool.query<{ id: string }>("select id from placement where kind = 'plt' and unit_id = $1", [units.bidangA1]);
  const pimpinanId = v7();
  await pool.query("insert into pimpinan_relation (id, pegawai_id, pimpinan_id, task, valid_from) values ($1,$2,$3,'Tim penyusun profil kota','2026-11-02')", [pimpinanId, people.budi, people.kadisB]);
  const correctionId = v7();
  await pool.query("insert into penilai_correction (id, pegawai_id, penilai_id, reason, asked_on) values ($1,$2,$3,'Bukan atasan saya.','2026-11-20')", [correctionId, people.kadisB, people.wali]);
  return { actingId: rows[0]?.id ?? "", pimpinanId, correctionId };
}

const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
const basis = "Surat perintah percobaan";
/** Nobody has seen this penilai on record: who may act is told that it changed meanwhile, and nothing changes. */
const line = (w: World) => ({ penilaiId: w.city.people.kadisB, from: "2026-11-02", basis, before: v7() });
const accepted = (...people: string[]) => ({ people: people.map((personId) => ({ personId, penilaiId: v7() })), from: "2026-11-02", basis });
/** It ends before it begins. */
const acting = (w: World, unitId: string) => ({ id: v7(), personId: w.city.people.citra, unitId, kind: "plh", from: "2026-12-02", until: "2026-12-01", basis, hasDelegasi: false });

/** Requests about who rates whom. */
export const RELATION_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/penilai-relation": () => at("/api/penilai-relation"),
  "GET /api/penilai-relation [of another OPD]": (w) => at(`/api/penilai-relation?opd=${w.city.units.dinasB}`),
  "GET /api/penilai-relation/person/:personId": (w) => at(`/api/penilai-relation/person/${w.people.diri}`),
  "GET /api/penilai-relation/person/:personId [of another OPD]": (w) => at(`/api/penilai-relation/person/${w.people.opdLain}`),
  "POST /api/penilai-relation/person/:personId": (w) => at(`/api/penilai-relation/person/${w.people.diri}`, line(w)),
  "POST /api/penilai-relation/person/:personId [of another OPD]": (w) => at(`/api/penilai-relation/person/${w.people.opdLain}`, line(w)),
  "POST /api/penilai-relation/adopt": (w) => at("/api/penilai-relation/adopt", accepted(w.people.diri)),
  "POST /api/penilai-relation/adopt [of two OPDs]": (w) => at("/api/penilai-relation/adopt", accepted(w.people.diri, w.people.opdLain)),
  "GET /api/penilai-relation/people": () => at("/api/penilai-relation/people?q=bu"),
  "GET /api/acting": () => at("/api/acting"),
  "POST /api/acting": (w) => at("/api/acting", acting(w, w.city.units.bidangA1)),
  "POST /api/acting [of another OPD]": (w) => at("/api/acting", acting(w, w.city.units.dinasB)),
  // As early as it began: who may end it is refused by that alone.
  "POST /api/acting/:id/end": (w) => at(`/api/acting/${w.relations.actingId}/end`, { on: "2026-11-01" }),
  "POST /api/pimpinan": (w) => at("/api/pimpinan", { id: v7(), pegawaiId: w.people.diri, pimpinanId: w.city.people.kadisB, task: "Tim percobaan", from: "2026-12-02", until: "2026-12-01" }),
  "POST /api/pimpinan/:id/end": (w) => at(`/api/pimpinan/${w.relations.pimpinanId}/end`, { on: "2026-11-02" }),
};
