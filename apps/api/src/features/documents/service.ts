import type { DocumentPerson, findDocumentPeople, listDocuments, readDocumentScope } from "@teraju/contracts/documents";
import type { Output } from "@teraju/contracts/endpoint";
import { lastDayOf, addDays, access, type Format } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { accessLog } from "#db/schema/audit.ts";
import { Problem } from "#http/problem.ts";
import { letterheadsOn } from "../../letterhead.ts";
import { registerDocuments, type DocumentRef } from "../../official-document.ts";
import { formDocument, nameOf, whenOf } from "../../pdf/form-documents.ts";
import { printForms } from "../../pdf/forms.ts";
import { printPdf } from "../../pdf/print.ts";
import { mustPerson, type Span } from "../../standing.ts";
import { isAngkaKredit } from "./angka-kredit.ts";
import { writeDocuments } from "./content.ts";
import { findPerson, findScope, searchPeople } from "./scope-queries.ts";
import type { Written } from "./party.ts";
import { listToSign } from "./signature-queries.ts";
import { listSources, type Source } from "./sources.ts";
import { documentsWorkbook } from "./workbook.ts";

/**
 * The days that a document belongs to: who was penilai then may still read it. An SKP is of the year from the day on which it was set;
 * papers of a period are for who was penilai on its last day, as its result is; those of angka kredit on the last day of the year.
 */
function spanOf({ kind, year, period, date }: Pick<Source, "kind" | "year" | "period" | "date">): Span {
  if (isAngkaKredit(kind)) return { from: `${year}-12-31`, until: `${year + 1}-01-01` };
  if (period === null) return { from: date > `${year}-01-01` ? date : `${year}-01-01`, until: `${year + 1}-01-01` };
  const last = lastDayOf(period.lastMonth);
  return { from: last, until: addDays(last, 1) };
}

/** Three queries. Of somebody else's documents only those of the days on which the actor stood so to them. */
export async function list(ctx: Ctx, personId = ctx.actor.personId): Promise<Output<typeof listDocuments>> {
  await mustPerson(ctx, "document.read", personId);
  const [person, documents] = await Promise.all([findPerson(ctx.pool, personId, ctx.today), listSources(ctx.pool, personId)]);
  if (person === null) throw new Problem("not_found");
  return { person, documents };
}

/** The document as it is now, after the actor's right to it: `not_found` for what does not exist or is not theirs. */
export async function load(ctx: Ctx, ref: DocumentRef, action: "document.read" | "document.sign" = "document.read"): Promise<{ written: Written; heads: Awaited<ReturnType<typeof letterheadsOn>> }> {
  const source = (await listSources(ctx.pool, ref.personId)).find(({ kind, sourceId }) => kind === ref.kind && sourceId === ref.sourceId);
  // Whether there is such a document is told only to who may read it.
  await mustPerson(ctx, action, ref.personId, source === undefined ? undefined : spanOf(source));
  if (source === undefined) throw new Problem("not_found");
  const heads = await letterheadsOn(ctx.pool, ctx.today);
  const [written] = await writeDocuments(ctx.pool, [ref], heads);
  if (written === undefined) throw new Problem("not_found");
  if (ref.personId !== ctx.actor.personId) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: `document.${ref.kind}`, subjectId: ref.personId });
  return { written, heads };
}

const slug = (text: string): string => text.normalize("NFKD").replaceAll(/[^\w]+/g, "-").replaceAll(/^-|-$/g, "").toLowerCase().slice(0, 60);
/** "a-1-7-sasaran-kinerja-pegawai-2026-cut-nurhayati" */
const fileName = ({ content }: Written): string => slug(`${content.format satisfies Format} ${nameOf(content)} ${whenOf(content)}`) + `-${slug(content.pegawai.name)}`;

/** A document as PDF, noted so that its code can be checked. Equal content, letterhead and address give equal bytes. */
export async function printOne(ctx: Ctx, ref: DocumentRef, { origin, secret }: { origin: string; secret: string }): Promise<{ pdf: Uint8Array; name: string }> {
  const { written, heads } = await load(ctx, ref);
  const { content, opdId } = written;
  const [code = ""] = await registerDocuments(ctx, secret, [written]);
  const document = formDocument(content, heads.of(opdId), { url: `${origin}/verifikasi/${code}`, code });
  const pdf = await printForms({ print: printPdf }, { title: nameOf(content), date: content.date, documents: [document], files: heads.files });
  return { pdf, name: `${fileName(written)}.pdf` };
}

export async function workbookOne(ctx: Ctx, ref: DocumentRef): Promise<{ file: Buffer; name: string }> {
  const { written } = await load(ctx, ref);
  return { file: await documentsWorkbook([written.content]), name: `${fileName(written)}.xlsx` };
}

/** Two queries. Roles that may make any unit's documents see all units but the city itself. */
export async function scope(ctx: Ctx): Promise<Output<typeof readDocumentScope>> {
  const byRole = (action: "document.batch" | "letterhead.set"): boolean => access(action, { relations: [], roles: ctx.actor.roles }).length === 0;
  const actorId = ctx.actor.personId;
  const [found, toSign] = await Promise.all([findScope(ctx.pool, { actorId, isAll: byRole("document.batch"), today: ctx.today }), listToSign(ctx.pool, { actorId, today: ctx.today })]);
  return { ...found, toSign, mayFindPeople: found.units.length > 0, mayEditLetterhead: byRole("letterhead.set") };
}

export async function search(ctx: Ctx, q: string): Promise<Output<typeof findDocumentPeople>> {
  const isAll = access("document.read", { relations: [], roles: ctx.actor.roles }).length === 0;
  const people: DocumentPerson[] = await searchPeople(ctx.pool, { actorId: ctx.actor.personId, isAll, today: ctx.today, q });
  return { people };
}
