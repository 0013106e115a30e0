import { createHmac } from "node:crypto";
import type { Format, LocalDate, Penandatangan, PrintedKind } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Ctx } from "./context.ts";
import { officialDocument } from "#db/schema/documents.ts";
import type { DocumentContent } from "./pdf/form-content.ts";
import { digestOf } from "./pdf/form-documents.ts";

/** A document with what it is about: the SKP, the period (Formats B), the final result, the predikat of a year, or the plan. */
export type DocumentRef = { readonly kind: PrintedKind; readonly personId: string; readonly sourceId: string };
export type Made = { readonly ref: DocumentRef; readonly content: DocumentContent };

// Without letters and digits that a person takes for one another; 30 of them, as for minutes.
const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
const FAIR = 256 - (256 % LETTERS.length);

/**
 * The code of a document's check: the same content always has the same one, and nobody finds one without the server's secret
 * (30 letters to the 16th).
 */
export function codeOf(secret: string, { kind, personId, sourceId }: DocumentRef, digest: string): string {
  let letters = "";
  for (let round = 0; letters.length < 16; round += 1) {
    const bytes = createHmac("sha256", secret).update(`document|${kind}|${personId}|${sourceId}|${digest}|${round}`).digest();
    for (const byte of bytes) if (byte < FAIR && letters.length < 16) letters += LETTERS[byte % LETTERS.length] ?? "";
  }
  return letters.match(/.{4}/g)?.join("-") ?? letters;
}

/** Notes what is about to be printed, so that its code can be checked. One statement; what is known already stays as it is. */
export async function registerDocuments({ db, now }: Pick<Ctx, "db" | "now">, secret: string, made: readonly Made[]): Promise<string[]> {
  const rows = made.map(({ ref, content }) => {
    const digest = digestOf(content);
    return { code: codeOf(secret, ref, digest), kind: ref.kind, format: content.format, personId: ref.personId, sourceId: ref.sourceId, digest, date: content.date, madeAt: now };
  });
  if (rows.length > 0) await db.insert(officialDocument).values(rows).onConflictDoNothing();
  return rows.map(({ code }) => code);
}

export type CheckedDocument = { kind: PrintedKind; format: Format; date: LocalDate; digest: string; isCurrent: boolean; signatures: { place: Penandatangan; on: LocalDate }[] | null };
// As the pages say it: by a press of its own, by sending all reports that B.1.2 says, by giving the document back agreed, by filling a form.
const SIGNED = sql`
  select s.place, (s.signed_at at time zone 'Asia/Jakarta')::date as day from document_signature s where s.person_id = d.person_id and s.period_id = d.source_id and s.kind = d.kind and s.digest = d.digest
  union select 'pegawai', (max(m.submitted_at) at time zone 'Asia/Jakarta')::date from evaluation_period e join monthly_report m on m.month between e.first_month and e.last_month and m.status in ('submitted', 'checked', 'closed_unreviewed') join skp k on k.person_id = m.person_id and k.year = e.year and k.status = 'set'
   where d.kind = 'pendokumentasian' and e.id = d.source_id and m.person_id = d.person_id and not exists (select from document_signature s where s.person_id = d.person_id and s.period_id = d.source_id and s.kind = d.kind and s.digest = d.digest)
  having max(m.submitted_at) <= d.made_at and min(m.submitted_at) >= max(k.set_at)
  union all select 'pegawai', b.returned_on from result_return b where d.kind = 'dokumen_evaluasi' and b.appraisal_id = d.source_id and b.answer = 'setuju' and (d.format <> 'D.1.3' or exists (select from keberatan q where q.outcome_id = d.source_id))
  union all select case d.format when 'B.1.8' then 'pegawai' when 'B.1.10' then 'penilai' else 'pembimbing' end, f.written_on from development_form f join development_plan p on p.id = f.plan_id
   where d.kind = 'pembinaan' and f.plan_id = d.source_id and f.format = d.format and f.written_at is not null and f.written_by = case d.format when 'B.1.8' then p.person_id else p.penilai_id end`;
/** What anybody may know who holds the printed code: kind, day and hash, and whether a newer one has taken its place; which places are signed, and no names. Null for any other. */
export async function findDocumentByCode({ db }: Pick<Ctx, "db">, code: string): Promise<CheckedDocument | null> {
  const { rows } = await db.execute<CheckedDocument>(sql`
    select d.kind, d.format, d.date, d.digest,
           case d.kind
             when 'skp' then (select s.status = 'set' from skp s where s.id = d.source_id)
             when 'hasil_evaluasi' then (select a.is_current from appraisal a where a.id = d.source_id)
             when 'dokumen_evaluasi' then (select a.is_current from appraisal a where a.id = d.source_id)
             else coalesce((select a.is_current from appraisal a where a.id = d.source_id), true)
              and not exists (select from official_document n where n.source_id = d.source_id and n.person_id = d.person_id and n.kind = d.kind and n.format = d.format and (n.made_at, n.code) > (d.made_at, d.code))
           end as "isCurrent",
           case when d.kind in ('pendokumentasian', 'rekaman_umpan_balik', 'dokumen_evaluasi', 'pembinaan') and d.format <> 'KONSELING' then (select coalesce(json_agg(json_build_object('place', x.place, 'on', x.day) order by x.day, x.place), '[]') from (${SIGNED}) x) end as signatures
      from official_document d where d.code = ${code}`);
  return rows[0] ?? null;
}
