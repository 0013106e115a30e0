import { createHmac } from "node:crypto";
import type { Format, LocalDate, PrintedKind } from "@teraju/domain";
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

export type CheckedDocument = { kind: PrintedKind; format: Format; date: LocalDate; digest: string; isCurrent: boolean };
/** What anybody may know who holds the printed code: kind, day and hash, and whether a newer one has taken its place. Null for any other. */
export async function findDocumentByCode({ db }: Pick<Ctx, "db">, code: string): Promise<CheckedDocument | null> {
  const { rows } = await db.execute<CheckedDocument>(sql`
    select d.kind, d.format, d.date, d.digest,
           case d.kind
             when 'skp' then (select s.status = 'set' from skp s where s.id = d.source_id)
             when 'hasil_evaluasi' then (select a.is_current from appraisal a where a.id = d.source_id)
             when 'dokumen_evaluasi' then (select a.is_current from appraisal a where a.id = d.source_id)
             else coalesce((select a.is_current from appraisal a where a.id = d.source_id), true)
              and not exists (select from official_document n where n.source_id = d.source_id and n.person_id = d.person_id and n.kind = d.kind and n.format = d.format and (n.made_at, n.code) > (d.made_at, d.code))
           end as "isCurrent"
      from official_document d where d.code = ${code}`);
  return rows[0] ?? null;
}
