import type { LocalDate, peopleImport as rules } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { QueryResultRow } from "pg";
import type { Tx } from "#db/audit.ts";

/** Anything that answers one statement: the pool, or an open transaction (`readsOf`). */
export type Reads = { query<R extends QueryResultRow>(statement: { name: string; text: string; values?: unknown[] }): Promise<{ rows: R[] }> };
/** The same statements inside of a transaction: the numbered places become parameters of its own kind. */
export function readsOf(tx: Pick<Tx, "execute">): Reads {
  return {
    query: async <R extends QueryResultRow>({ text, values = [] }: { text: string; values?: unknown[] }) => {
      const parts = text.split(/(\$\d+)/).map((part) => (/^\$\d+$/.test(part) ? sql`${sql.param(values[Number(part.slice(1)) - 1])}` : sql.raw(part)));
      // Drizzle's own name for the same type.
      return { rows: (await tx.execute<R>(sql.join(parts))).rows as R[] };
    },
  };
}

const ON = (t: string): string => `${t}.valid_from <= $1::date and (${t}.valid_until is null or ${t}.valid_until > $1::date)`;

const STATE = {
  units: `select n.unit_id as id, u.code, n.name, n.short_name as "shortName", n.kind, n.parent_id as "parentId", n.opd_id as "opdId",
      (select min(o.valid_from)::text from tree_version o where o.valid_from > $1::date and not exists (select from unit_node x where x.tree_id = o.id and x.unit_id = n.unit_id)) as until
    from unit_node n join unit u on u.id = n.unit_id join tree_version t on t.id = n.tree_id where ${ON("t")} order by n.ord`,
  posts: `select j.id, j.unit_id as "unitId", j.name, j.jenis, j.jenjang, j.is_head as "isHead", j.valid_until::text as until from jabatan j
    where (j.valid_from is null or j.valid_from <= $1::date) and (j.valid_until is null or j.valid_until > $1::date) order by j.id`,
  codes: `select u.code from unit u where not exists (select from unit_node n join tree_version t on t.id = n.tree_id where n.unit_id = u.id and ${ON("t")}) order by 1`,
  // Each person's posts and penilai are put together once, not asked for per person: a city of 10,000 is read in a fifth of a second.
  people: `
    with seat as (select s.person_id, json_agg(json_build_object('id', s.id, 'postId', s.jabatan_id, 'unitId', s.unit_id, 'kind', s.kind, 'validFrom', s.valid_from) order by s.id) as seats from placement s where ${ON("s")} group by 1),
    later_seat as (select distinct person_id from placement where valid_from >= $1::date), later_rater as (select distinct pegawai_id from penilai_relation where valid_from >= $1::date)
    select p.id, p.nip, a.login, p.name, p.jenis, p.golongan, p.job_family as rumpun, coalesce(seat.seats, '[]') as seats,
      case when r.id is null then null else json_build_object('id', r.id, 'penilaiId', r.penilai_id, 'atasanId', r.atasan_id, 'validFrom', r.valid_from) end as penilai,
      later_seat.person_id is not null as "hasLaterSeat", later_rater.pegawai_id is not null as "hasLaterPenilai"
      from person p left join account a on a.person_id = p.id left join seat on seat.person_id = p.id left join penilai_relation r on r.pegawai_id = p.id and ${ON("r")}
      left join later_seat on later_seat.person_id = p.id left join later_rater on later_rater.pegawai_id = p.id order by p.id`,
  later: `select exists (select from tree_version where valid_from >= $1::date) as is`,
};

/** The city as it stands on that day, as the domain compares it with a file. Five statements. */
export async function loadState(pool: Reads, day: LocalDate): Promise<rules.CityState> {
  const units = await pool.query<rules.StateUnit>({ name: "import_units", text: STATE.units, values: [day] });
  const posts = await pool.query<rules.StatePost>({ name: "import_posts", text: STATE.posts, values: [day] });
  const people = await pool.query<rules.StatePerson>({ name: "import_people", text: STATE.people, values: [day] });
  const codes = await pool.query<{ code: string }>({ name: "import_other_codes", text: STATE.codes, values: [day] });
  const later = await pool.query<{ is: boolean }>({ name: "import_later_tree", text: STATE.later, values: [day] });
  return { units: units.rows, posts: posts.rows, people: people.rows, hasLaterTree: later.rows[0]?.is ?? false, otherCodes: codes.rows.map(({ code }) => code) };
}

/** What was read from a file, as it is kept with the upload. */
export type StoredRows = { source: rules.ImportSource; people: rules.PersonCells[]; units: rules.UnitCells[]; bkn: rules.BknReport | null };
export type ImportRow = {
  id: string; version: number; source: rules.ImportSource; status: rules.PeopleImportStatus; fileName: string; sha256: string; uploadedById: string; uploadedBy: string; uploadedAt: Date;
  effectiveFrom: LocalDate | null; endMissing: boolean | null; counts: rules.ImportDiff["counts"] | null;
};
const LINE = `i.id, i.version, i.source, i.status, i.file_name as "fileName", i.sha256, i.uploaded_by as "uploadedById", p.name as "uploadedBy", i.uploaded_at as "uploadedAt",
  i.effective_from as "effectiveFrom", i.end_missing as "endMissing", i.counts from people_import i join person p on p.id = i.uploaded_by`;

export async function findImport(pool: Reads, id: string): Promise<ImportRow | null> {
  return (await pool.query<ImportRow>({ name: "import_one", text: `select ${LINE} where i.id = $1`, values: [id] })).rows[0] ?? null;
}
/** The last ones, newest first. */
export async function findImports(pool: Reads): Promise<ImportRow[]> {
  return (await pool.query<ImportRow>({ name: "import_list", text: `select ${LINE} order by i.uploaded_at desc, i.id desc limit 30` })).rows;
}
/** Null where the file was put away. */
export async function findRows(pool: Reads, id: string): Promise<StoredRows | null> {
  return (await pool.query<{ rows: StoredRows | null }>({ name: "import_rows", text: "select rows from people_import where id = $1", values: [id] })).rows[0]?.rows ?? null;
}

export async function findKeptAt(pool: Reads, importId: string): Promise<string | null> {
  return (await pool.query<{ at: Date }>({ name: "import_kept", text: "select kept_at as at from bkn_report where import_id = $1 order by kept_at desc limit 1", values: [importId] })).rows[0]?.at.toISOString() ?? null;
}

export type Progress = { step: "read" | "units" | "people" | "posts" | "raters" | "reports" | "trail"; done: number; total: number };
export async function findProgress(pool: Reads, id: string): Promise<Progress | null> {
  return (await pool.query<Progress>({ name: "import_progress", text: "select step, done, total from people_import_progress where import_id = $1", values: [id] })).rows[0] ?? null;
}
/** On a connection of its own: what stands inside of the open transaction nobody else would see. */
export async function writeProgress(pool: Reads, id: string, { step, done, total }: Progress, now: string): Promise<void> {
  await pool.query({
    name: "import_progress_write", text: `insert into people_import_progress (import_id, step, done, total, at) values ($1, $2, $3, $4, $5)
      on conflict (import_id) do update set step = excluded.step, done = excluded.done, total = excluded.total, at = excluded.at`, values: [id, step, done, total, now],
  });
}
