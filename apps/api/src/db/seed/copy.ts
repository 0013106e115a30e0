import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** What a column takes; an array becomes a PostgreSQL array of numbers, an object becomes JSON. */
export type Cell = string | number | boolean | null | readonly (number | null)[] | { json: unknown };
export type AddRow = (...cells: readonly Cell[]) => void;

const CHUNK = 1_000_000;
const ALLOWED_AHEAD = 24_000_000;

/** Fills tables with COPY over one connection while the caller goes on generating. */
export type Loader = {
  /** Names the columns of a table once; gives the function that adds a row. */
  table(name: string, columns: readonly string[]): AddRow;
  /** Lets the database catch up when it is far behind; call it now and then. */
  breathe(): Promise<void>;
  /** Sends what is left and waits for the database to have taken everything. */
  finish(): Promise<Record<string, number>>;
};

/** The client must not be used for anything else until `finish` is over. */
export function createLoader(client: pg.PoolClient): Loader {
  const buffers: { statement: string; lines: string[]; bytes: number }[] = [];
  const counts: Record<string, number> = {};
  let sending: Promise<void> = Promise.resolve();
  let ahead = 0;

  function send(buffer: (typeof buffers)[number]): void {
    const text = buffer.lines.join("");
    buffer.lines = [];
    buffer.bytes = 0;
    ahead += text.length;
    sending = sending.then(async () => {
      const stream = client.query(copyFrom(buffer.statement));
      stream.end(text);
      await finished(stream);
      ahead -= text.length;
    });
    // Whoever awaits `sending` hears of it; until then it is not an unhandled rejection.
    sending.catch(() => undefined);
  }

  return {
    table(name, columns) {
      const buffer = { statement: `copy ${name} (${columns.join(", ")}) from stdin`, lines: [] as string[], bytes: 0 };
      buffers.push(buffer);
      counts[name] ??= 0;
      return (...cells) => {
        const line = `${cells.map(encode).join("\t")}\n`;
        buffer.lines.push(line);
        buffer.bytes += line.length;
        counts[name] = (counts[name] ?? 0) + 1;
        if (buffer.bytes > CHUNK) send(buffer);
      };
    },
    async breathe() {
      await (ahead > ALLOWED_AHEAD ? sending : new Promise((resolve) => setImmediate(resolve)));
    },
    async finish() {
      for (const buffer of buffers) if (buffer.lines.length > 0) send(buffer);
      await sending;
      return counts;
    },
  };
}

const SPECIAL = /[\\\t\n\r]/;

function encode(cell: Cell): string {
  if (cell === null) return "\\N";
  if (typeof cell === "string") return SPECIAL.test(cell) ? escape(cell) : cell;
  if (typeof cell === "number") return String(cell);
  if (typeof cell === "boolean") return cell ? "t" : "f";
  if ("json" in cell) return escape(JSON.stringify(cell.json));
  return `{${cell.map((item) => (item === null ? "NULL" : item)).join(",")}}`;
}

function escape(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}

type Wall = { on: string; name: string; definition: string };

/**
 * Takes down foreign keys and secondary indexes of the tables while `work` loads, then puts the same ones back:
 * building an index once and checking a key set-wise is several times faster than row by row. Runs inside the caller's
 * transaction, so that no reader ever sees the tables without them.
 */
export async function withoutWalls<T>(client: pg.PoolClient, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  const keys = await client.query<Wall>(
    `select conrelid::regclass::text as on, conname as name, pg_get_constraintdef(oid) as definition
       from pg_constraint where contype = 'f' and conrelid = any($1::regclass[]) order by conname`, [tables]);
  const indexes = await client.query<Wall>(
    `select indrelid::regclass::text as on, indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition
       from pg_index where indrelid = any($1::regclass[]) and not indisprimary
        and not exists (select from pg_constraint where conindid = indexrelid) order by 2`, [tables]);
  for (const key of keys.rows) await client.query(`alter table ${key.on} drop constraint "${key.name}"`);
  for (const index of indexes.rows) await client.query(`drop index ${index.name}`);
  const result = await work();
  await client.query("set local maintenance_work_mem = '256MB'");
  for (const index of indexes.rows) await client.query(index.definition);
  for (const key of keys.rows) await client.query(`alter table ${key.on} add constraint "${key.name}" ${key.definition}`);
  return result;
}
