import type { KeberatanBasis, KeberatanView } from "@teraju/contracts/keberatan";
import { keberatan as rules } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { type Period, periodView } from "../appraisal/period.ts";
import type { ResultRow } from "../../final-result.ts";
import { clockOf } from "./clock.ts";
import { listComparable, listMaterial } from "./queries.ts";
import { listMoves } from "./watch-queries.ts";
import { contextOf, rowsOf, standingAt, type Work } from "./work.ts";

export function resultRef(result: ResultRow, period: Period, ctx: Pick<Ctx, "today">): KeberatanView["result"] {
  const { id, revision, predikat, facts } = result;
  return { id, period: periodView(period, ctx.today), revision, predikat, hasilKerja: facts.hasilKerja.rating, perilaku: facts.perilakuKerja.rating };
}

function keputusanPart({ row }: Work, until: string): KeberatanView["keputusan"] {
  const { putusan, alasan, rekomendasi, decidedOn, outcome } = row;
  if (putusan === null || alasan === null || decidedOn === null) return null;
  return { putusan, alasan, rekomendasi, on: decidedOn, isLate: decidedOn > until, outcome };
}

function hearingsPart({ row, result, parties }: Work): KeberatanView["hearings"] {
  const names = { owner: result.facts.pegawai.name, penilai: row.penilai.name };
  return row.hearings.map((hearing) => {
    const { id, on, place, others, said, by, writtenOn, hash } = hearing;
    const of = (party: "owner" | "penilai") => standingAt(hearing, party, row);
    const mine = of(parties.includes("penilai") ? "penilai" : "owner");
    return {
      id, on, place, others, said, by, writtenOn, hash,
      parties: (["owner", "penilai"] as const).map((party) => { const { isPresent, answer } = of(party); return { party, name: names[party], isPresent, answer: answer && { answer: answer.answer, note: answer.note, on: answer.on } }; }),
      actions: { answer: rules.answerHearingRefusals(row, { isPresent: mine.isPresent, isAnswered: mine.answer !== null }, parties) },
    };
  });
}

/** Colleagues' cases, for the atasan alone; too few others are not shown, since three of four would be recognised. */
async function comparablePart({ row, period }: Work, ctx: Ctx): Promise<KeberatanView["comparable"]> {
  if (row.atasanId !== ctx.actor.personId) return null;
  const least = period.standar.keberatan.pembandingMin;
  const { people, cases } = await listComparable(ctx.pool, row.appraisalId, period.selesai);
  return { cases: people < least ? null : cases, least };
}

/** What the pegawai could still lay to the claims: all of the period that no claim points at yet. */
async function moreBasisOf(ctx: Ctx, { row, period }: Work): Promise<KeberatanBasis[]> {
  const there = new Set(row.claims.flatMap((claim) => claim.basis.map((one) => one.id)));
  return (await listMaterial(ctx.pool, period, row.personId)).filter((one) => !there.has(one.id));
}

/** A keberatan as each of the three, or who reads it by office, sees it. Two or three queries. */
export async function viewOf(work: Work, ctx: Ctx): Promise<KeberatanView> {
  const { row, result, period, parties } = work;
  const rows = rowsOf(result.facts);
  const clock = clockOf("keputusan", row.filedOn, period, row.decidedOn ?? ctx.today);
  const context = contextOf(ctx, period, parties);
  const { id: pegawaiId, name, jabatan, unit } = result.facts.pegawai;
  const { isKepalaDaerah: _, ...atasan } = row.atasan;
  const party = parties[0];
  return {
    id: row.id, version: row.version, status: row.status,
    as: party === "owner" || party === "penilai" || party === "atasan" ? party : "reader",
    result: resultRef(result, period, ctx), pegawai: { id: pegawaiId, name, jabatan, unit }, penilai: row.penilai, atasan,
    receivedOn: row.receivedOn, filedOn: row.filedOn,
    claims: row.claims.flatMap(({ aspect, target, alasan, basis }) => rows.filter((one) => one.aspect === aspect && one.target === target).map((one) => ({ ...one, alasan, basis }))),
    explanation: row.explanation === null || row.explainedOn === null ? null : { text: row.explanation, on: row.explainedOn },
    explainUntil: rules.explainUntil(row.filedOn, context),
    keputusan: keputusanPart(work, clock.sampai),
    hearings: hearingsPart(work),
    clock, rows,
    comparable: await comparablePart(work, ctx),
    reassigned: await listMoves(ctx.pool, row.id),
    moreBasis: rules.addEvidenceRefusals(row, null, context).length === 0 ? await moreBasisOf(ctx, work) : null,
    laid: row.laid,
    alasanMin: period.standar.penilaian.alasanMin,
    actions: { explain: rules.explainRefusals(row, null, context), decide: rules.decideRefusals(row, null, context), addEvidence: rules.addEvidenceRefusals(row, null, context), layEvidence: rules.layEvidenceRefusals(row, parties), recordHearing: rules.recordHearingRefusals(row, null, context) },
  };
}
