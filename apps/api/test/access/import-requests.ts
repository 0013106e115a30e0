import type { Pool } from "pg";
import { v7 } from "uuid";
import type { SmallCity } from "../factories.ts";
import type { Request } from "./requests.ts";
import type { World } from "./world.ts";

const bkn = { kind: "penilaian", title: "Laporan", period: null, instansi: null, scope: "", pulledAt: null, rows: [] };

/** A file that was read and waits for its preview. */
export async function buildImport(pool: Pool, city: SmallCity): Promise<string> {
  const id = v7();
  await pool.query("insert into people_import (id, source, file_name, sha256, size_bytes, uploaded_by, uploaded_at, rows) values ($1,'bkn','laporan.csv',repeat('a',64),10,$2,now(),$3)",
    [id, city.people.bkpsdm, JSON.stringify({ source: "bkn", people: [{ line: 2, cells: { nip: "199501012020121001", nama: "Fajar" } }], units: [], bkn })]);
  return id;
}

const at = (url: string, body?: unknown): Request => ({ url, ...(body === undefined ? {} : { body }) });
const one = (w: World, tail: string, body?: unknown): Request => at(`/api/people-import/${w.importId}${tail}`, body);
/** Nobody has seen this version: who may act gets as far as "changed meanwhile". */
const version = 999;

/** Requests about files of people. */
export const IMPORT_REQUESTS: Readonly<Record<string, (w: World) => Request>> = {
  "GET /api/people-import": () => at("/api/people-import"),
  "PUT /api/people-import/:id/file": () => ({ url: `/api/people-import/${v7()}/file?name=pegawai.csv`, file: Buffer.from("NIP;Nama\n199501012020121001;Fajar\n"), type: "text/csv" }),
  "GET /api/people-import/:id": (w) => one(w, ""),
  "GET /api/people-import/:id/rows": (w) => one(w, "/rows?of=orang&group=bermasalah"),
  "GET /api/people-import/:id/problems": (w) => one(w, "/problems"),
  "GET /api/people-import/:id/progress": (w) => one(w, "/progress"),
  "POST /api/people-import/:id/apply": (w) => one(w, "/apply", { version, from: "2026-11-02", endMissing: false, digest: "a".repeat(64) }),
  "POST /api/people-import/:id/undo": (w) => one(w, "/undo", { version }),
  "POST /api/people-import/:id/discard": (w) => one(w, "/discard", { version }),
  "POST /api/people-import/:id/keep": (w) => one(w, "/keep", { version }),
  "GET /api/people-template": () => at("/api/people-template?isi=kosong&bentuk=csv"),
};
