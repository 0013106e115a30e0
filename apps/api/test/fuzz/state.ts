import type { Pool } from "pg";

/** Sessions live and attempts are counted whatever comes of a request: these two say nothing about a change. */
const RESTLESS = ["session", "login_attempt"];
/** Written by work that an earlier request began (a file that is read, documents that are drawn): it is done when it is done. */
const WRITTEN_LATER = ["people_import", "people_import_change", "people_import_progress", "bkn_report", "bkn_row", "document_job", "official_document"];

/** Sees whether the database is as it was, cheaply: a transaction that wrote anything has taken a number. */
export type Watch = { hasChanged(): Promise<boolean> };

async function tablesOf(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>("select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace order by 1");
  return rows.map((row) => row.name).filter((name) => !RESTLESS.includes(name) && !WRITTEN_LATER.includes(name));
}

/** Rows and content of all tables, and the head of the trail. */
export async function watch(pool: Pool): Promise<Watch> {
  const tables = await tablesOf(pool);
  // An array, because a function takes no more than a hundred arguments and there are more tables.
  const text = `select array_to_string(array[${tables.map((t) => `(select count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "${t}" t)`).join(", ")}], '/') as print`;
  const number = async (): Promise<string> => (await pool.query<{ n: string }>({ name: "next_transaction", text: "select pg_snapshot_xmax(pg_current_snapshot())::text as n" })).rows[0]?.n ?? "";
  const look = async (): Promise<string> => (await pool.query<{ print: string }>({ name: "print", text })).rows[0]?.print ?? "";
  let [next, print] = [await number(), await look()];
  return {
    async hasChanged() {
      const now = await number();
      if (now === next) return false;
      const after = await look();
      const isOther = after !== print;
      [next, print] = [now, after];
      return isOther;
    },
  };
}
