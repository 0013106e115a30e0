import type { LocalDate, Month } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Pool } from "pg";
import type { Tx } from "#db/audit.ts";
import { inForce } from "../../person-sql.ts";
import { HEAD, ROWS, type HeadRow, type StoredRow } from "../../report.ts";
import { type Post, postJson } from "../../rhythm.ts";

/** Whether the actor $1 is the penilai of a person `p` on day $2: the one relation that the access table's line asks for. */
const STANDING = `exists (select from penilai_relation l where l.penilai_id = $1 and l.pegawai_id = p.id and ${inForce("l", "$2::date")}) as "isBawahan"`;

export type Row = StoredRow & { indikator: string; isImported: boolean };
export type Person = { personId: string; nip: string; name: string; isBawahan: boolean; post: Post };
export type Found = Person & { reports: (HeadRow & { rows: Row[] })[] };

const FIND = {
  name: "report_import_find",
  text: `select p.id as "personId", p.nip, p.name, ${STANDING}, ${postJson("p.id", "$2::date")} as post,
      coalesce((select json_agg(w) from (${HEAD}, coalesce((select json_agg(q order by q.position) from (${ROWS}, i.text as indikator, x.imported_by is not null as "isImported"
            from report_row x join indikator i on i.id = x.indikator_id join hasil_kerja h on h.id = x.hasil_kerja_id where x.report_id = r.id) q), '[]') as rows
          from monthly_report r where r.person_id = p.id and r.month = any ($4::text[])) w), '[]') as reports
    from person p where p.nip = any ($3::text[])`,
};
/** Those of these NIP that exist, whether the actor rates them, and their reports of these months with all rows. */
export async function findReports(pool: Pool, asked: { actorId: string; today: LocalDate; nips: readonly string[]; months: readonly Month[] }): Promise<Found[]> {
  return (await pool.query<Found>({ ...FIND, values: [asked.actorId, asked.today, asked.nips, asked.months] })).rows;
}

export type Listed = Person & { status: string | null; kewajiban: string | null; rows: { indikator: string; satuan: string | null; target: number | null; jenis: string; isDue: boolean }[] };
const LIST = {
  name: "report_import_list",
  text: `select * from (select p.id as "personId", p.nip, p.name, ${STANDING}, ${postJson("p.id", "$2::date")} as post, r.status, r.kewajiban,
        coalesce((select json_agg(json_build_object('indikator', i.text, 'satuan', i.satuan, 'target', x.target::float8, 'jenis', i.jenis, 'isDue', i.monthly_target is null or i.monthly_target[substr(r.month, 6)::int] is not null) order by x.position)
          from report_row x join indikator i on i.id = x.indikator_id where x.report_id = r.id and r.status = 'draft'), '[]') as rows
      from person p left join monthly_report r on r.person_id = p.id and r.month = $3 where p.nip is not null and p.jenis <> 'pejabat') k
    where $4 or k."isBawahan" order by name, "personId" limit 5000`,
};
/** Everybody of the actor's, or of the city, with the month's draft. */
export async function listPeople(pool: Pool, asked: { actorId: string; today: LocalDate; month: Month; all: boolean }): Promise<Listed[]> {
  return (await pool.query<Listed>({ ...LIST, values: [asked.actorId, asked.today, asked.month, asked.all] })).rows;
}

export type Fill = { rowId: string; realisasi: number | null; pembilang: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; cause: string | null; capaian: number | null };
/** Locks the drafts at the versions that were read; how many of them still were so. */
export async function takeDrafts(tx: Tx, reports: readonly { id: string; version: number }[]): Promise<number> {
  const { rowCount } = await tx.execute(sql`
    update monthly_report r set version = r.version + 1 from jsonb_to_recordset(${JSON.stringify(reports)}::jsonb) d(id uuid, version int)
     where r.id = d.id and r.version = d.version and r.status = 'draft'`);
  return rowCount ?? 0;
}
export async function fillRows(tx: Tx, fills: readonly Fill[], mark: { by: string; on: LocalDate; source: string }): Promise<void> {
  await tx.execute(sql`
    update report_row x set realisasi = d.realisasi, pembilang = d.pembilang, penyebut = d.penyebut, uraian = d.uraian, sentence = d.sentence, cause = d.cause, capaian = d.capaian,
           imported_by = ${mark.by}::uuid, imported_on = ${mark.on}::date, import_source = ${mark.source}::text
      from jsonb_to_recordset(${JSON.stringify(fills)}::jsonb) d("rowId" uuid, realisasi numeric, pembilang numeric, penyebut numeric, uraian text, sentence text, cause text, capaian numeric)
     where x.id = d."rowId"`);
}
