import { createHash } from "node:crypto";
import { firstDayOf, lastDayOf, officialDocument, PERILAKU, sumberState, type FaktaPenilaian, type LocalDate, type Periode, type SumberState } from "@teraju/domain";
import type { Pool } from "pg";
import { type BknLine, findBknLines } from "../../bkn-rating.ts";
import type { Letterheads } from "../../letterhead.ts";
import type { DocumentRef } from "../../official-document.ts";
import type { DokumenEvaluasiContent, HasilContent, HasilEvaluasiContent, PerilakuContent, RecordContent, SkpContent, UmpanBalikContent, UmpanBalikRecordContent } from "../../pdf/form-content.ts";
import { ownerPlace } from "../../owner-place.ts";
import { longDate } from "../../pdf/dates.ts";
import { keberatanContent } from "../keberatan/document.ts";
import { angkaKreditDocuments, isAngkaKredit } from "./angka-kredit.ts";
import { indikatorContent } from "./figures.ts";
import { partyOf, peopleOn, type Written } from "./party.ts";
import { listFigures, listHeard, listPenilai, listPeriodRows, listPlans, type Figure, type Heard, type PeriodRow, type Plan } from "./queries.ts";
import { signedRecord } from "./record.ts";
import { listResults, type ResultOfDocument } from "./result-queries.ts";
import { listSignatures } from "./signature-queries.ts";

type Period = { periode: Periode; first: LocalDate; last: LocalDate };
const periodOf = ({ kind, year, number, firstMonth, lastMonth }: PeriodRow): Period => ({ periode: { kind, year, number, firstMonth, lastMonth }, first: firstDayOf(firstMonth), last: lastDayOf(lastMonth) });
const heardOf = ({ from, on, text, reply }: Heard): UmpanBalikContent => ({ from, on, text, reply });

/** What was planned and, where a period is given, done and heard about it. */
function workOf(plan: Plan, period: { periode: Periode; figures: readonly Figure[]; heard: readonly Heard[]; facts: FaktaPenilaian | null } | null): { hasil: HasilContent[]; perilaku: PerilakuContent[]; umum: UmpanBalikContent[] } {
  const heard = period?.heard ?? [];
  const facts = new Map(period?.facts?.hasil.flatMap(({ indikator }) => indikator.map((one) => [one.id, one] as const)));
  const hasil = plan.hasil.map(({ lineId, prioritas, text, assignedBy, intervened, indikator }): HasilContent => ({
    prioritas, text, assignedBy, intervened,
    indikator: indikator.map((one) => indikatorContent(one, period === null ? null : { periode: period.periode, figures: period.figures, fact: facts.get(one.lineId) ?? null })),
    umpanBalik: heard.filter((one) => one.lineId === lineId).map(heardOf),
  }));
  const perilaku = PERILAKU.map((name): PerilakuContent => ({ perilaku: name, ekspektasi: plan.perilaku.find((one) => one.perilaku === name)?.ekspektasi ?? null, umpanBalik: heard.filter((one) => one.perilaku === name).map(heardOf) }));
  const lines = new Set(plan.hasil.map(({ lineId }) => lineId));
  return { hasil, perilaku, umum: heard.filter((one) => one.perilaku === null && (one.lineId === null || !lines.has(one.lineId))).map(heardOf) };
}

/** What pegawai and penilai agreed: bindings to the superior's SKP may come later and are no part of it. */
function planDigest({ hasil, perilaku, lampiran }: Plan): string {
  return createHash("sha256").update(JSON.stringify({ hasil: hasil.map(({ intervened: _, ...one }) => one), perilaku, lampiran }), "utf8").digest("hex");
}

async function skpDocuments(pool: Pool, refs: readonly DocumentRef[], { city, place }: Letterheads): Promise<Written[]> {
  const plans = await listPlans(pool, { ids: refs.map(({ sourceId }) => sourceId) });
  const dayOf = ({ setOn, effectiveFrom }: Plan): LocalDate => setOn ?? effectiveFrom;
  const people = await peopleOn(pool, plans.flatMap((plan) => [plan.personId, plan.penilaiId].map((id) => ({ id, day: dayOf(plan) }))));
  return plans.map((plan): Written => {
    const { personId, year, pendekatan, isPimpinan, lampiran, proposedAt, setAt } = plan;
    const day = dayOf(plan);
    const pegawai = people(personId, day);
    const texts = (kind: Plan["lampiran"][number]["kind"]): string[] => lampiran.filter((one) => one.kind === kind).map(({ text }) => text);
    const digest = planDigest(plan);
    const { hasil, perilaku } = workOf(plan, null);
    const content: SkpContent = {
      kind: "skp", format: officialDocument.formatSkp({ pendekatan, isPimpinan }).value, instansi: `Pemerintah ${city}`, first: `${year}-01-01`, last: `${year}-12-31`, pegawai: partyOf(pegawai), penilai: partyOf(people(plan.penilaiId, day)), place, date: day,
      notice: plan.status === "set" ? null : `SKP versi ${plan.revision} ini sudah diganti oleh versi yang lebih baru.`,
      pendekatan, isPimpinan, hasil, perilaku, lampiran: { sumber_daya: texts("sumber_daya"), pertanggungjawaban: texts("pertanggungjawaban"), konsekuensi: texts("konsekuensi") },
      signed: { pegawai: proposedAt === null ? null : { at: proposedAt, digest }, penilai: setAt === null ? null : { at: setAt, digest } },
    };
    return { ref: { kind: "skp", personId, sourceId: plan.id }, content, opdId: pegawai?.opdId ?? null };
  });
}

/** Formats B of one period: people without an SKP in force have none. */
export async function recordDocuments(pool: Pick<Pool, "query">, refs: readonly DocumentRef[], row: PeriodRow, { city, place }: Letterheads): Promise<Written[]> {
  const { periode, first, last } = periodOf(row);
  const ids = [...new Set(refs.map(({ personId }) => personId))];
  const [plans, figures, heard, penilai, signatures] = await Promise.all([
    listPlans(pool, { people: ids, year: periode.year }), listFigures(pool, ids, periode.firstMonth, periode.lastMonth), listHeard(pool, ids, periode.firstMonth, periode.lastMonth), listPenilai(pool, ids, last), listSignatures(pool, ids, row.id),
  ]);
  const people = await peopleOn(pool, ids.flatMap((id) => [id, penilai.get(id) ?? null].map((one) => ({ id: one, day: last }))));
  return refs.flatMap((ref): Written[] => {
    const plan = plans.find(({ personId }) => personId === ref.personId);
    if (plan === undefined) return [];
    const own = { periode, figures: figures.filter(({ personId }) => personId === ref.personId), heard: heard.filter(({ personId }) => personId === ref.personId), facts: null };
    const { hasil, perilaku, umum } = workOf(plan, own);
    const pegawai = people(ref.personId, last);
    const { pendekatan, isPimpinan } = plan;
    const days = ref.kind === "pendokumentasian" ? own.figures.map(({ sentOn }) => sentOn) : own.heard.map(({ on }) => on);
    // The day of what it holds, not of its printing: the same record is the same document tomorrow.
    const head = { instansi: `Pemerintah ${city}`, first, last, pegawai: partyOf(pegawai), penilai: partyOf(people(penilai.get(ref.personId) ?? null, last)), place, date: days.toSorted().at(-1) ?? first, notice: null, periode };
    const acts = { rows: signatures.filter(({ personId }) => personId === ref.personId), figures: own.figures, setAt: plan.setAt };
    // B.1.2 says nothing of the superior's results and of umpan balik: what comes to them later leaves it signed.
    const content: RecordContent | UmpanBalikRecordContent = ref.kind === "pendokumentasian"
      ? signedRecord({ ...head, kind: "pendokumentasian" as const, format: "B.1.2" as const, hasil: hasil.map((one) => ({ ...one, intervened: null, umpanBalik: [] })) }, acts)
      : signedRecord({ ...head, kind: "rekaman_umpan_balik" as const, format: officialDocument.formatUmpanBalik({ pendekatan, isPimpinan }).value, pendekatan, isPimpinan, hasil, perilaku, umum }, acts);
    return [{ ref, content, opdId: pegawai?.opdId ?? null }];
  });
}

function noticeOf({ replacedBy, isUnderKeberatan, revision }: ResultOfDocument): string | null {
  if (replacedBy !== null) return `Hasil ini (versi ${revision}) sudah diganti oleh versi ${replacedBy.revision} tanggal ${longDate(replacedBy.on)}.`;
  return isUnderKeberatan ? "Atas hasil ini diajukan keberatan yang sedang diperiksa atasan pejabat penilai." : null;
}

const SUMBER: Record<SumberState, string> = { belum_dicocokkan: "belum dicocokkan", belum_dinilai_bkn: "di sana belum dinilai", cocok: "cocok", berbeda: "berbeda" };
/** "Sumber resmi: e-Kinerja BKN (cocok)"; of ratings that were taken from there also that. */
function sumberOf({ facts, predikat }: ResultOfDocument, bkn: BknLine | null): string {
  const state = SUMBER[sumberState({ predikat, hasilKerja: facts.hasilKerja.rating, perilaku: facts.perilakuKerja.rating }, bkn)];
  return `Sumber resmi: e-Kinerja BKN (${facts.sumberResmi === undefined ? state : `rating diambil dari sana, ${state}`})`;
}

/** Formats C and D of final results of one period. */
async function resultDocuments(pool: Pool, refs: readonly DocumentRef[], results: readonly ResultOfDocument[], row: PeriodRow, { city, place }: Letterheads): Promise<Written[]> {
  const period = periodOf(row);
  const ids = [...new Set(results.map(({ personId }) => personId))];
  const isEvaluated = refs.some(({ kind }) => kind === "hasil_evaluasi");
  const { firstMonth, lastMonth } = period.periode;
  const [plans, figures, heard] = isEvaluated ? await Promise.all([listPlans(pool, { ids: results.flatMap(({ skpId }) => (skpId === null ? [] : [skpId])) }), listFigures(pool, ids, firstMonth, lastMonth), listHeard(pool, ids, firstMonth, lastMonth)]) : [[], [], []];
  const people = await peopleOn(pool, results.flatMap(({ personId, penilaiId, facts }) => [personId, penilaiId, facts.penilai.id, facts.atasan?.id ?? null].map((id) => ({ id, day: period.last }))));
  const bkn = new Map((await findBknLines(pool, ids, period.periode)).map((line) => [line.personId, line]));
  const one = async (ref: DocumentRef, result: ResultOfDocument): Promise<Written | null> => {
    const { facts, digest, finalizedAt: at, finalizedOn: date } = result;
    const { capaianOrganisasi: { predikat: capaian }, penilai: by, atasan } = facts;
    const pegawai = people(result.personId, period.last);
    const signed = { at, digest };
    const signer = partyOf(people(by.id, period.last));
    const head = { instansi: `Pemerintah ${city}`, ...period, pegawai: partyOf(pegawai), penilai: partyOf(people(result.penilaiId, period.last)), place, date, notice: noticeOf(result), sumber: sumberOf(result, bkn.get(result.personId) ?? null) };
    if (ref.kind === "hasil_evaluasi") {
      const plan = plans.find(({ id }) => id === result.skpId);
      if (plan === undefined) return null;
      const { pendekatan, isPimpinan } = plan;
      const work = workOf(plan, { periode: period.periode, figures: figures.filter(({ personId }) => personId === ref.personId), heard: heard.filter(({ personId, on }) => personId === ref.personId && on <= date), facts });
      const content: HasilEvaluasiContent = {
        ...head, ...work, kind: "hasil_evaluasi", format: officialDocument.formatHasilEvaluasi({ pendekatan, isPimpinan }).value, pendekatan, isPimpinan, capaian, hasilKerja: facts.hasilKerja.rating, perilakuKerja: facts.perilakuKerja.rating, predikat: result.predikat,
        signer: { ...signer, role: by.sebagai === "penilai" ? "Pejabat Penilai Kinerja" : "Atasan Pejabat Penilai Kinerja" }, signed,
      };
      return { ref, content, opdId: pegawai?.opdId ?? null };
    }
    if (result.keberatanId !== null) return { ref, content: { ...(await keberatanContent(pool, result.keberatanId)), notice: head.notice }, opdId: pegawai?.opdId ?? null };
    const isAtasan = by.sebagai !== "penilai";
    const { signed: owner, ...words } = ownerPlace(result);
    const content: DokumenEvaluasiContent = {
      ...head, kind: "dokumen_evaluasi", format: officialDocument.formatDokumenEvaluasi({ sebagai: by.sebagai }).value, atasan: isAtasan ? signer : partyOf(people(atasan?.id ?? null, period.last)),
      capaian, predikat: result.predikat, notes: [facts.hasilKerja.alasan, facts.perilakuKerja.alasan].filter((note) => note !== null), keberatan: null,
      signed: { pegawai: owner, penilai: isAtasan ? null : signed, atasan: isAtasan ? signed : null }, ...words,
    };
    return { ref, content, opdId: pegawai?.opdId ?? null };
  };
  const written = await Promise.all(refs.map((ref) => {
    const result = results.find(({ id }) => id === ref.sourceId);
    return result === undefined ? null : one(ref, result);
  }));
  return written.filter((each) => each !== null);
}

/**
 * The content of these documents, in their order; what does not exist is left out. A fixed number of queries for each kind and period,
 * however many people there are (and four for each decided keberatan).
 */
export async function writeDocuments(pool: Pool, refs: readonly DocumentRef[], heads: Letterheads): Promise<Written[]> {
  const ofKind = (...kinds: DocumentRef["kind"][]): DocumentRef[] => refs.filter(({ kind }) => kinds.includes(kind));
  const aboutResults = ofKind("hasil_evaluasi", "dokumen_evaluasi");
  const results = aboutResults.length === 0 ? [] : await listResults(pool, [...new Set(aboutResults.map(({ sourceId }) => sourceId))]);
  const records = ofKind("pendokumentasian", "rekaman_umpan_balik");
  const periods = await listPeriodRows(pool, [...new Set([...records.map(({ sourceId }) => sourceId), ...results.map(({ periodId }) => periodId)])]);
  const plans = ofKind("skp");
  const credits = refs.filter(({ kind }) => isAngkaKredit(kind));
  const written = [...(plans.length === 0 ? [] : await skpDocuments(pool, plans, heads)), ...(credits.length === 0 ? [] : await angkaKreditDocuments(pool, credits, heads))];
  for (const row of periods.values()) {
    const own = records.filter(({ sourceId }) => sourceId === row.id);
    if (own.length > 0) written.push(...(await recordDocuments(pool, own, row, heads)));
    const ofPeriod = results.filter(({ periodId }) => periodId === row.id);
    if (ofPeriod.length > 0) written.push(...(await resultDocuments(pool, aboutResults.filter(({ sourceId }) => ofPeriod.some(({ id }) => id === sourceId)), ofPeriod, row, heads)));
  }
  const found = new Map(written.map((one) => [keyOf(one.ref), one]));
  return refs.flatMap((ref) => found.get(keyOf(ref)) ?? []);
}
const keyOf = ({ kind, personId, sourceId }: DocumentRef): string => `${kind} ${personId} ${sourceId}`;
