import { isDeepStrictEqual } from "node:util";
import type { FormBody, PlanView } from "@teraju/contracts";
import { addDays, development, officialDocument, type LocalDate, type Month } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { accessLog } from "#db/schema/audit.ts";
import { developmentForm } from "#db/schema/development.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { letterheadsOn } from "../../letterhead.ts";
import { registerDocuments } from "../../official-document.ts";
import { monthName } from "../../pdf/dates.ts";
import type { CatatanContent, PembinaanContent, Signed } from "../../pdf/form-content.ts";
import { digestOf, formDocument } from "../../pdf/form-documents.ts";
import { figureWords, TITLES } from "../../pdf/form-words.ts";
import { printForms } from "../../pdf/forms.ts";
import { printPdf } from "../../pdf/print.ts";
import { mustPerson } from "../../standing.ts";
import { targetWords } from "../documents/figures.ts";
import { partyOf, peopleOn } from "../documents/party.ts";
import * as queries from "./queries.ts";
import { mustFind, partiesOf, viewOf } from "./service.ts";
import { rencanaOf } from "./view.ts";

/** The record of a konseling has a reader of its own (features/konseling). */
type Format = Exclude<PembinaanContent["isi"]["format"], "KONSELING">;
const isFormulir = (format: Format): format is development.Formulir => development.FORMULIR.some((one) => one === format);

/** Fills a form once; the same words again are the same form. */
export async function write(ctx: Ctx, planId: string, body: FormBody): Promise<PlanView> {
  const { row, parties } = await mustFind(ctx, planId);
  const before = await queries.findForm(ctx.pool, planId, body.format);
  if (isDeepStrictEqual(before, body)) return viewOf(ctx, planId);
  refuseIf(development.formulirRefusals(rencanaOf(row), body.format, { parties, written: row.forms.map(({ format }) => format) }));
  await change(ctx, async (tx) => {
    await tx.insert(developmentForm).values({ planId, format: body.format, content: body, writtenBy: ctx.actor.personId, writtenOn: ctx.today, writtenAt: ctx.now });
    return { value: undefined, audit: { action: "development.form", target: { type: "development-plan", id: planId }, payload: { format: body.format } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23505") refuseIf(["written_already"]);
    throw error;
  });
  return viewOf(ctx, planId);
}

const RATING = { di_atas: "Di atas ekspektasi", sesuai: "Sesuai ekspektasi", di_bawah: "Di bawah ekspektasi" } as const;
const figureOn = (month: Month | null, capaian: number | null): string | null => (month === null || capaian === null ? null : `${figureWords(capaian, "%")} pada ${monthName(month)}`);
const catatanOf = ({ entries }: queries.PlanRow): CatatanContent[] =>
  entries.map(({ day, place, fact, cause, option, step, stepDue, changesTarget }) => ({ hari: day, tempat: place, fakta: fact, penyebab: cause, peluang: option, langkah: step, batas: stepDue, penyesuaian: changesTarget }));

async function isiOf(ctx: Ctx, row: queries.PlanRow, format: Format): Promise<PembinaanContent["isi"] | null> {
  if (isFormulir(format)) return queries.findForm(ctx.pool, row.id, format);
  const last = row.entries.at(-1);
  if (last === undefined || development.formatPelaksanaan(row) !== format) return null;
  const catatan = catatanOf(row);
  if (format === "B.1.7") return { format, keahlian: row.goal, dari: row.proposedOn, sampai: row.dueOn, perubahan: row.finding, ukuran: row.measure, catatan };
  const indikator = row.line === null ? [] : await queries.findIndikator(ctx.pool, row.personId, row.line.id, { day: last.day, since: row.proposedOn });
  const start = indikator.length === 0 ? await queries.findStart(ctx.pool, row) : null;
  return {
    format: "B.1.6", tujuan: row.goal, masalah: row.finding, catatan,
    indikator: indikator.length === 0
      ? [{ text: row.measure, target: row.measure, awal: start === null ? null : start.rating === null ? figureOn(start.month, start.capaian) : `${RATING[start.rating]} pada ${monthName(start.month)}`, progres: null }]
      : indikator.map((one) => ({ text: one.text, target: targetWords(one), awal: figureOn(one.startMonth, one.startCapaian), progres: figureOn(one.month, one.capaian) })),
  };
}

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
/** The day of what the form holds, not of its printing. */
const dayOf = (row: queries.PlanRow, format: Format): LocalDate => row.forms.find((one) => one.format === format)?.on ?? row.entries.at(-1)?.day ?? row.proposedOn;

/** A form of a plan as PDF, noted so that its code can be checked. `refused` where there is nothing to print, `not_found` for who may not read it. */
export async function print(ctx: Ctx, planId: string, format: Format, { origin, secret }: { origin: string; secret: string }): Promise<{ pdf: Uint8Array; name: string }> {
  const row = await queries.findPlan(ctx.pool, planId);
  if (row === null) throw new Problem("not_found");
  const { relations } = await mustPerson(ctx, "development.read", row.personId);
  if (!development.mayReadFormulir(format, partiesOf(relations))) throw new Problem("not_found");
  return printOf(ctx, row, format, { origin, secret });
}

/** Filling one of these forms is signing it, where it was filled by who stands under it. */
async function signedOf({ pool }: Ctx, { id, personId, penilaiId }: queries.PlanRow, format: development.Formulir, content: PembinaanContent): Promise<Signed | null> {
  const written = await queries.findWritten(pool, id, format);
  const [signer] = officialDocument.penandatangan({ format }).value;
  if (written === null || written.by !== (signer === "pegawai" ? personId : penilaiId)) return null;
  return { at: written.at, digest: digestOf(content), act: "Formulir diisi" };
}

/** The page itself, for a caller who has made sure that it may be read. */
export async function printOf(ctx: Ctx, row: queries.PlanRow, format: Format, { origin, secret }: { origin: string; secret: string }): Promise<{ pdf: Uint8Array; name: string }> {
  const isi = await isiOf(ctx, row, format);
  if (isi === null) throw new Problem("refused", { refusals: [isFormulir(format) ? "form_empty" : "journal_empty"] });
  const day = dayOf(row, format);
  const [heads, people] = await Promise.all([letterheadsOn(ctx.pool, ctx.today), peopleOn(ctx.pool, [row.personId, row.penilaiId].map((id) => ({ id, day })))]);
  const pegawai = people(row.personId, day);
  const year = day.slice(0, 4);
  const content: PembinaanContent = { kind: "pembinaan", format, instansi: `Pemerintah ${heads.city}`, first: `${year}-01-01`, last: addDays(`${Number(year) + 1}-01-01`, -1), pegawai: partyOf(pegawai), penilai: partyOf(people(row.penilaiId, day)), place: heads.place, date: day, notice: null, isi };
  const signed = isFormulir(format) ? await signedOf(ctx, row, format, content) : null;
  const made = { ref: { kind: "pembinaan", personId: row.personId, sourceId: row.id }, content } as const;
  const [code = ""] = await registerDocuments(ctx, secret, [made]);
  if (row.personId !== ctx.actor.personId) await ctx.db.insert(accessLog).values({ actorId: ctx.actor.personId, action: "document.pembinaan", subjectId: row.personId });
  const [title] = TITLES[format];
  const pdf = await printForms({ print: printPdf }, { title, date: day, documents: [formDocument({ ...content, signed }, heads.of(pegawai?.opdId ?? null), { url: `${origin}/verifikasi/${code}`, code })], files: heads.files });
  return { pdf, name: `${slug(`${format} ${title}`)}.pdf` };
}
