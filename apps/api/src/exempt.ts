import { type AbsenceKind, type Cuti, type LocalDate, TANPA_SKP } from "@teraju/domain";
import type { Pool } from "pg";

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(", ");
/** What leaves no SKP, as SQL over the absence `t`: made from the domain's own list. */
const LEAVES_NO_SKP = (t: string): string => `(${t}.kind in (${quoted(TANPA_SKP.kind)}) or ${t}.cuti in (${quoted(TANPA_SKP.cuti)}))`;

/** Why nothing of somebody's period is rated: the kind, since when, until when as far as it is known, and its letter. */
export type Exempt = { kind: AbsenceKind; cuti: Cuti | null; firstDay: LocalDate; lastDay: LocalDate | null; surat: { nomor: string; tanggal: LocalDate } | null };

/**
 * SQL for what exempts a person on every day of [from, until] on which they held a post: PermenPANRB 6/2022 Lampiran BAB II huruf C angka 8
 * leaves them no SKP, and so nothing to be rated. Null where one day was worked. The arguments are expressions; the newest keputusan is named.
 */
export const exemptOf = (person: string, from: string, until: string): string => `(
  select json_build_object('kind', x.kind, 'cuti', x.cuti, 'firstDay', x.valid_from, 'lastDay', x.valid_until - 1,
      'surat', case when x.letter_number is not null then json_build_object('nomor', x.letter_number, 'tanggal', x.letter_date) end)
    from absence x where x.person_id = ${person} and ${LEAVES_NO_SKP("x")} and x.valid_from <= ${until} and (x.valid_until is null or x.valid_until > ${from})
     and (select range_agg(daterange(xb.valid_from, xb.valid_until)) from absence xb where xb.person_id = ${person} and ${LEAVES_NO_SKP("xb")})
      @> ((select range_agg(daterange(xs.valid_from, xs.valid_until)) from placement xs where xs.person_id = ${person} and xs.kind = 'definitif') * datemultirange(daterange(${from}, ${until}, '[]')))
   order by x.valid_from desc limit 1)`;

export async function findExempt(pool: Pool, personId: string, { from, until }: { from: LocalDate; until: LocalDate }): Promise<Exempt | null> {
  const { rows } = await pool.query<{ exempt: Exempt | null }>({ name: "exempt_in_period", text: `select ${exemptOf("$1::uuid", "$2::date", "$3::date")} as exempt`, values: [personId, from, until] });
  return rows[0]?.exempt ?? null;
}

/** The first and the last day of an evaluation period `e`, as SQL. */
export const PERIOD_DAYS = { from: "(e.first_month || '-01')::date", until: "((e.last_month || '-01')::date + interval '1 month' - interval '1 day')::date" } as const;
