import { createInterface } from "node:readline";
import type { FaktaPenilaian, Predikat } from "@teraju/domain";
import type pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { finished } from "node:stream/promises";
import { recompute } from "./features/appraisal/decision.ts";

/** What one pass took, in seconds: reading from the database, computing, writing back. */
export type Pass = { read: number; compute: number; write: number };
export type Replay = { results: number; /** Final results whose facts are not stored: counted, not computed. */ withoutFacts: number; /** Stored otherwise than computed now, the first of them by id. */ differing: number; examples: { id: string; person: string; period: string; stored: Predikat; computed: Predikat }[]; seconds: Pass };

const EXAMPLES = 20;
/** Rows on their way at once, so that a nation's results need no more memory than a city's. */
const CHUNK = 500;

/** COPY's text form doubles backslashes; jsonb printed as text holds no other sign that it escapes. */
const unescaped = (line: string): string => line.replaceAll("\\\\", "\\");

/** Rows of a query as JSON values, streamed by COPY, in chunks. The client must not be used meanwhile. */
export async function* copyOut<T>(client: pg.ClientBase, query: string): AsyncGenerator<T[]> {
  const stream = client.query(copyTo(`copy (${query}) to stdout`));
  let rows: T[] = [];
  for await (const line of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    rows.push(JSON.parse(unescaped(line)) as T);
    if (rows.length < CHUNK) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

/** Writes lines of COPY's text form. */
export async function copyIn(client: pg.ClientBase, target: string, lines: readonly string[]): Promise<void> {
  const stream = client.query(copyFrom(`copy ${target} from stdin`));
  stream.end(lines.join(""));
  await finished(stream);
}

const seconds = (since: number): number => (performance.now() - since) / 1000;

/**
 * Every final result computed again from its stored facts in one pass, and compared in the database by digest, predikat, index and suggestions:
 * COPY out, compute, COPY into a table that the end of the transaction throws away. `year` null: of all years. Changes nothing.
 */
export async function replayResults(client: pg.ClientBase, year: number | null): Promise<Replay> {
  const only = year === null ? "" : ` join evaluation_period e on e.id = a.period_id and e.year = ${Math.trunc(year)}`;
  await client.query("begin");
  try {
    const lines: string[] = [];
    let compute = 0;
    const start = performance.now();
    for await (const rows of copyOut<{ id: string; facts: FaktaPenilaian }>(client, `select json_build_object('id', a.id, 'facts', a.facts) from appraisal a${only} where a.status = 'final' and a.facts is not null`)) {
      const from = performance.now();
      for (const { id, facts } of rows) {
        const { digest, predikat, indeks, saranHasilKerja, saranPerilaku } = recompute(facts);
        lines.push(`${[id, digest, predikat, indeks, saranHasilKerja, saranPerilaku].map((one) => one ?? "\\N").join("\t")}\n`);
      }
      compute += seconds(from);
    }
    const read = seconds(start) - compute;
    const written = performance.now();
    await client.query("create temp table again (id uuid primary key, digest text, predikat text, indeks numeric, saran_hasil_kerja text, saran_perilaku text) on commit drop");
    await copyIn(client, "again", lines);
    const { rows: differing } = await client.query<Replay["examples"][number]>(`
      select a.id, p.name as person, e.kind || ' ' || e.number || ' ' || e.year as period, a.predikat as stored, n.predikat as computed
        from again n join appraisal a using (id) join person p on p.id = a.person_id join evaluation_period e on e.id = a.period_id
       where (a.digest, a.predikat, a.indeks, a.saran_hasil_kerja, a.saran_perilaku) is distinct from (n.digest, n.predikat, n.indeks, n.saran_hasil_kerja, n.saran_perilaku) order by a.id`);
    const { rows: [without] } = await client.query<{ n: number }>(`select count(*)::int as n from appraisal a${only} where a.status = 'final' and a.facts is null`);
    return { results: lines.length, withoutFacts: without?.n ?? 0, differing: differing.length, examples: differing.slice(0, EXAMPLES), seconds: { read, compute, write: seconds(written) } };
  } finally {
    await client.query("rollback");
  }
}
