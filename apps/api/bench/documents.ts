/** Official documents of one department as jobs, end to end (database, two threads of print, file on disk): SKP in a zip and merged, records with their evidence; then print alone of the longest forms. */
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDb } from "#db/client.ts";
import type pg from "pg";
import { v7 } from "uuid";
import { workDocuments } from "../src/features/documents/runner.ts";
import { formDocument } from "../src/pdf/form-documents.ts";
import { fixtureOf, KOP } from "../src/pdf/forms.fixture.ts";
import { createQueue } from "../src/queue.ts";
import { printForms } from "../src/pdf/forms.ts";
import { createPrinter } from "../src/pdf/print.ts";
import { TODAY } from "./city.ts";
import { race } from "./measure.ts";

const PEOPLE = 300;
const MOST_SECONDS = 20;
const LEAST_PER_SECOND = 20;
const THREADS = 2;

type Bench = { readonly pool: pg.Pool; readonly goal: (name: string, isReached: boolean) => void };
const JOBS = [
  { name: "SKP (A.1.7 with A.1.8), zip", kind: "skp", packaging: "zip" },
  { name: "SKP (A.1.7 with A.1.8), merged", kind: "skp", packaging: "merged" },
  { name: "records of a quarter with evidence (B.1.2), zip", kind: "pendokumentasian", packaging: "zip" },
] as const;

export async function measureDocuments({ pool, goal }: Bench): Promise<void> {
  for (const { name, kind, packaging } of JOBS) {
    const job = await ofDepartment(pool, kind, packaging);
    const before = process.cpuUsage();
    const { seconds, done, bytes } = await runOne(pool, job);
    const { user, system } = process.cpuUsage(before);
    const cpuMs = (user + system) / 1000 / done;
    // A unit of another size counts as many documents a second as it has.
    const whole = (seconds / done) * PEOPLE;
    console.log(`documents, job: ${done} ${name} of one unit in ${seconds.toFixed(1)} s, ${(done / seconds).toFixed(1)} a second, ${(bytes / 1e6).toFixed(1)} MB; ${PEOPLE} would take ${whole.toFixed(1)} s; ${cpuMs.toFixed(0)} ms of processor a document in this process: two cores of its own would give at most ${((2 * 1000) / cpuMs).toFixed(0)} a second`);
    goal(`${name}: one department of ${PEOPLE} within ${MOST_SECONDS} s`, whole <= MOST_SECONDS);
    goal(`${name}: at least ${LEAST_PER_SECOND} documents a second`, done / seconds >= LEAST_PER_SECOND);
  }
  for (const format of ["A.1.7", "C.1.3", "D.1.1"] as const) console.log(`documents, print alone: Format ${format} ${(await printRate(format)).toFixed(1)} a second on ${THREADS} threads`);
}

/** The unit whose size is nearest to that of an OPD of 300, as a job of its documents. */
async function ofDepartment(pool: pg.Pool, kind: "skp" | "pendokumentasian", packaging: "zip" | "merged"): Promise<string> {
  const { rows } = await pool.query<{ id: string; owner: string }>(
    `select o.unit_id as id, (select p.id from person p limit 1) as owner from unit_node o join tree_version t on t.id = o.tree_id and t.valid_until is null
      order by abs((select count(*) from placement p join unit_node n on n.unit_id = p.unit_id and n.tree_id = o.tree_id where n.ord between o.ord and o.last_ord) - $1) limit 1`, [PEOPLE]);
  const id = v7();
  await pool.query(
    `insert into document_job (id, owner_id, unit_id, kinds, year, period_id, packaging, origin, total, created_at)
     values ($1, $2, $3, array[$4::text], $5, (select id from evaluation_period where $4 <> 'skp' order by year desc, number desc limit 1), $6, 'http://localhost', 1, now())`,
    [id, rows[0]?.owner, rows[0]?.id, kind, Number(TODAY.slice(0, 4)), packaging]);
  return id;
}

async function runOne(pool: pg.Pool, id: string): Promise<{ seconds: number; done: number; bytes: number }> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "teraju-bench-documents-"));
  const queue = createQueue(pool, (error) => { throw error; });
  await workDocuments({ pool, db: createDb(pool), clock: { today: () => TODAY, now: () => `${TODAY}T03:00:00.000Z`, isDemo: false }, queue, secret: "rahasia-khusus-untuk-pengukuran", dataDir });
  const start = performance.now();
  await queue.send("documents", { id });
  for (;;) {
    const { rows } = await pool.query<{ status: string; done: number }>("select status, done from document_job where id = $1", [id]);
    const job = rows[0];
    if (job?.status === "failed") throw new Error("the job of documents failed");
    if (job?.status === "done") {
      const seconds = (performance.now() - start) / 1000;
      const { size } = await stat(path.join(dataDir, "documents", id));
      await queue.stop();
      await rm(dataDir, { recursive: true });
      return { seconds, done: job.done, bytes: size };
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function printRate(format: "A.1.7" | "C.1.3" | "D.1.1"): Promise<number> {
  const printer = createPrinter(THREADS);
  const one = (n: number): Promise<Uint8Array> => {
    const content = fixtureOf(format);
    const code = `ABCD-EFGH-JKMN-${String(2000 + n).slice(-4)}`;
    const named = { ...content, pegawai: { ...content.pegawai, name: `Pegawai ${n}` } };
    return printForms(printer, { title: "Dokumen", date: content.date, documents: [formDocument(named, KOP, { url: `https://contoh.go.id/verifikasi/${code}`, code })], files: [] });
  };
  await Promise.all([one(0), one(1)]);
  const items = Array.from({ length: 100 }, (_, i) => i + 2);
  const { seconds } = await race(items, THREADS * 2, async (n) => { await one(n); });
  await printer.stop();
  return items.length / seconds;
}
