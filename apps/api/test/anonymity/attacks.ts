import { createHash } from "node:crypto";
import { inflateRawSync, inflateSync } from "node:zlib";
import type { Pool } from "pg";

/** What an attacker tries: each gives a share of right guesses, so that it can be set against blind guessing, or what it found. */
export type Row = { key: string; subject: string; mark: string };

/** Guesses that the rows of a person, in the order that the attacker sees, are by the raters in the order in which they answered. */
export function guessByOrder(seen: readonly Row[], sent: readonly Row[]): { right: number; tried: number; prior: number } {
  const bySubject = Map.groupBy(sent, (row) => row.subject);
  let [right, tried, prior] = [0, 0, 0];
  for (const [subject, rows] of Map.groupBy(seen, (row) => row.subject)) {
    const known = bySubject.get(subject) ?? [];
    if (known.length !== rows.length) continue;
    rows.forEach((row, i) => { right += row.mark === known[i]?.mark ? 1 : 0; });
    tried += rows.length;
    // Of blind guesses one in all is right, on average, whatever the number of rows.
    prior += 1;
  }
  return { right, tried, prior };
}

/** Kendall's tau between the places of the same marks in two orders: 1 the same, 0 unrelated. */
export function tauOf(seen: readonly string[], sent: readonly string[]): number {
  const place = new Map(sent.map((mark, i) => [mark, i]));
  const places = seen.flatMap((mark) => place.get(mark) ?? []);
  let [agree, all] = [0, 0];
  for (let i = 0; i < places.length; i += 1) {
    for (let j = i + 1; j < places.length; j += 1) {
      all += 1;
      agree += (places[i] ?? 0) < (places[j] ?? 0) ? 1 : -1;
    }
  }
  return all === 0 ? 0 : agree / all;
}

/** The newcomer's answer from two averages that were shown one after the other, both rounded to a tenth. */
export function newcomerFrom(before: { mean: number; n: number }, after: { mean: number; n: number }): number {
  return Math.round(after.mean * after.n - before.mean * before.n);
}

/** A hidden cell from a total and the cells that are shown; null where more than one is hidden. */
export function hiddenCell(total: { people: number; mean: number }, rows: readonly { people: number | null; mean: number | null }[]): number | null {
  if (rows.filter((row) => row.mean === null).length !== 1) return null;
  const shown = rows.flatMap((row) => (row.mean === null || row.people === null ? [] : [{ people: row.people, mean: row.mean }]));
  const people = total.people - shown.reduce((sum, row) => sum + row.people, 0);
  return people <= 0 ? null : (total.people * total.mean - shown.reduce((sum, row) => sum + row.people * row.mean, 0)) / people;
}

/** Which of these words occur in a text. */
export function found(text: string, words: readonly string[]): string[] {
  return words.filter((word) => text.includes(word));
}

/** Every row of every table as text: what a dump of the database holds. */
export async function dump(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>("select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, 'pgboss'::regnamespace) order by 1");
  const texts: string[] = [];
  for (const { name } of rows) texts.push(...(await pool.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map((one) => one.row));
  return texts.join("\n");
}

/** A mark of an answer that an attacker can recognise in the sealed table: the seven levels, unlike those of all others about the person. */
export function levelsOfNumber(number: number): number[] {
  const digest = createHash("sha256").update(String(number)).digest();
  return Array.from({ length: 7 }, (_, i) => ((digest[i] ?? 0) % 4) + 1);
}

const LOCAL_FILE = 0x04034b50;
const CENTRAL_FILE = 0x02014b50;
/** A zip's entries by its central directory, inflated, with their names and comments; for the files that we write ourselves. */
function zipText(file: Buffer): string {
  const parts: string[] = [file.toString("latin1")];
  for (let at = 0; at < file.length - 46; at += 1) {
    if (file.readUInt32LE(at) !== CENTRAL_FILE) continue;
    const [method, packed, nameLength, local] = [file.readUInt16LE(at + 10), file.readUInt32LE(at + 20), file.readUInt16LE(at + 28), file.readUInt32LE(at + 42)];
    parts.push(file.toString("utf8", at + 46, at + 46 + nameLength));
    if (file.readUInt32LE(local) !== LOCAL_FILE) continue;
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    const body = file.subarray(start, start + packed);
    parts.push((method === 8 ? inflateRawSync(body) : body).toString("utf8"));
  }
  return parts.join("\n");
}
/** A PDF as it lies there, and each of its deflated streams opened. */
function pdfText(file: Buffer): string {
  const parts: string[] = [file.toString("latin1")];
  for (let at = file.indexOf("stream"); at !== -1; at = file.indexOf("stream", at + 6)) {
    const start = file[at + 6] === 13 ? at + 8 : at + 7;
    const end = file.indexOf("endstream", start);
    if (end === -1) break;
    try {
      parts.push(inflateSync(file.subarray(start, end)).toString("latin1"));
    } catch {
      // Not deflated: it lies there as it is.
    }
    at = end;
  }
  return parts.join("\n");
}
/** Everything that a file says: what it holds, and what it says of itself. */
export function unpacked(file: Buffer): string {
  if (file.subarray(0, 2).toString() === "PK") return zipText(file);
  return file.subarray(0, 4).toString() === "%PDF" ? pdfText(file) : file.toString("utf8");
}
