import type { BknRating, Month, PeriodeKind } from "@teraju/domain";
import type { Pool } from "pg";

/** A person's line in the newest kept report of e-Kinerja BKN whose months are exactly those of a period. */
export type BknLine = BknRating & { personId: string; reportId: string; line: number; title: string; pulledAt: string | null; ratedAt: string; penilai: string };
type Months = { kind: PeriodeKind; firstMonth: Month; lastMonth: Month };

const FIND = {
  name: "bkn_rating",
  // $1 people, $2 first and $3 last month, $4 whether it is the year. A definitive post before an acting one, a rated line before an empty one; a NIP may carry a spreadsheet's quote.
  text: `select distinct on (p.id) p.id as "personId", r.id as "reportId", b.line, r.title, r.pulled_at as "pulledAt", b.rated_at as "ratedAt", b.penilai_name as penilai, b.hasil_kerja as "hasilKerja", b.perilaku, b.predikat
    from person p join bkn_row b on b.nip in (p.nip, '''' || p.nip) join bkn_report r on r.id = b.report_id
   where p.id = any($1) and r.is_current and r.kind = 'penilaian' and r.first_month = $2 and r.last_month = $3 and (r.period_kind = 'tahunan') = $4
   order by p.id, b.is_acting, (b.hasil_kerja is null), r.kept_at desc, b.line`,
};
/** Who is in no such report is left out. One query. */
export async function findBknLines(pool: Pool, personIds: readonly string[], { kind, firstMonth, lastMonth }: Months): Promise<BknLine[]> {
  return (await pool.query<BknLine>({ ...FIND, values: [personIds, firstMonth, lastMonth, kind === "tahunan"] })).rows;
}
/** Null where no such report is kept, or the person is not in it. One query. */
export async function findBknLine(pool: Pool, personId: string, months: Months): Promise<BknLine | null> {
  return (await findBknLines(pool, [personId], months))[0] ?? null;
}
