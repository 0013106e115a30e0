import type { AppraisalView } from "@teraju/contracts/appraisal";
import { bagianPenilaian, PANDUAN_PERILAKU, type Refusal, rulebookOf, sumberRefusals, yearState } from "@teraju/domain";
import { blindStepView } from "../../blind-step.ts";
import { yearStateView } from "../../year-state.ts";
import type { Ctx } from "../../context.ts";
import { periodView } from "./period.ts";
import { bahanOf, carries, draftOf, endedOnOf, refusalsOf, sourceOf, type Work, yearOf } from "./work.ts";

function appraisalPart({ saved }: Work): AppraisalView["appraisal"] {
  if (saved === null) return null;
  const { id, version, status, revision, isAfterPola, hasilKerja, perilaku, alasanHasilKerja, alasanPerilaku, predikat, koreksi } = saved;
  return { id, version, status, revision, isAfterPola, correctionReason: koreksi?.alasan ?? null, hasilKerja, perilaku, alasanHasilKerja, alasanPerilaku, predikat: status === "final" ? predikat : null, basis: [...draftOf(saved).basis] };
}

/** Of the year only: whether what was cited speaks for all of it. Citing is the draft that was saved. */
function recencyOf({ period, material, saved }: Work): AppraisalView["keterkinian"] {
  if (period.kind !== "tahunan") return null;
  const cited = new Set(draftOf(saved).basis.map((one) => one.id));
  const there = [...material.evidence, ...material.umpanBalik];
  return rulebookOf(period).rules.jagaKeterkinian({ bulanAwal: period.firstMonth, bulanAkhir: period.lastMonth, berisi: there.map((one) => one.month), dirujuk: there.filter((one) => cited.has(one.id)).map((one) => one.month) });
}

/** What e-Kinerja has of these ratings; its predikat is not named before the result is set. */
function eKinerjaPart(work: Work, refusals: Refusal[]): AppraisalView["eKinerja"] {
  const { bkn, saved, period } = work;
  if (bkn === null) return null;
  const { reportId, line, title, pulledAt, ratedAt, penilai, hasilKerja, perilaku } = bkn;
  const source = sourceOf(work, draftOf(saved));
  return { reportId, line, title, pulledAt, ratedAt, penilai, hasilKerja, perilaku, isUsed: source !== null && source !== "replaced", refusals: [...sumberRefusals(bkn, period), ...refusals] };
}

/** The desk of one person's period: figures, evidence, what was said, suggestions, and what may be done now. */
export function viewOf(work: Work, ctx: Ctx): AppraisalView {
  const { period, raters, seat, material } = work;
  const draft = draftOf(work.saved);
  const bahan = bahanOf(work, draft);
  const { capaian, indeks, saranHasilKerja, saranPerilaku } = bagianPenilaian(bahan);
  const saran = { hasilKerja: saranHasilKerja.value, perilaku: saranPerilaku.value };
  const targetText = new Map(material.lines.map((line) => [line.indikatorId, line.targetText]));
  const allowed = (action: "save" | "adopt" | "finalize" | "correct", reason: string | null = null) => refusalsOf(work, action, draft, saran, ctx, reason);
  return {
    period: periodView(period, ctx.today),
    person: { id: raters.personId, name: seat.name, jabatan: seat.jabatan, unit: seat.unit },
    as: work.parties[0] ?? null,
    appraisal: appraisalPart(work),
    results: bahan.hasil.map(({ lineId, text, prioritas, rating, indikator }) => ({
      lineId, text, prioritas, rating,
      indikator: indikator.map(({ id, text: indikatorText, jenis, arah, satuan }) => ({
        id, text: indikatorText, jenis, arah, satuan, targetText: targetText.get(id) ?? null, capaian: capaian.get(id) ?? null,
        months: material.figures.filter((figure) => figure.indikatorId === id).map(({ indikatorId: _, ...month }) => month),
      })),
    })),
    perilaku: bahan.perilaku.map(({ perilaku, rating }) => ({ perilaku, rating, panduan: [...PANDUAN_PERILAKU[perilaku]], lokal: period.standar.perilakuLokal[perilaku].trim() || null, ekspektasi: material.ekspektasi.filter((one) => one.perilaku === perilaku).map((one) => one.ekspektasi) })),
    months: material.months.map(({ personId: _, ...month }) => month),
    evidence: material.evidence,
    umpanBalik: material.umpanBalik.map((note) => ({
      id: note.id, from: note.from, isOwn: note.fromId === ctx.actor.personId, month: note.month, lineId: note.lineId, perilaku: note.perilaku, nada: note.nada, text: note.text, givenOn: note.givenOn, reply: note.reply, ...carries(work, ctx, note),
    })),
    saranHasilKerja, saranPerilaku, indeks,
    capaianOrganisasi: { unit: { id: seat.capaianUnitId, name: seat.capaianUnit }, predikat: seat.capaianPredikat, basis: seat.capaianBasis },
    kepalaUnit: seat.ownPredikat === null ? null : rulebookOf(period).rules.ratingKepalaUnit({ organisasi: seat.ownPredikat }),
    keterkinian: recencyOf(work),
    year: work.year,
    duaSisi: work.blind === null ? null : blindStepView(work.blind, { parties: work.parties, today: ctx.today, kalender: period.kalender, standar: period.standar }),
    eKinerja: eKinerjaPart(work, allowed("adopt")),
    yearState: work.usul === null ? null : yearStateView(period, { state: work.state, endedOn: endedOnOf(work), usul: work.usul }, yearState.setRefusals(yearOf(work), null, { parties: work.parties, studi: null })),
    rules: { alasanMin: period.standar.penilaian.alasanMin, catatanHari: period.standar.penilaian.catatanHari },
    // Whether a reason is long enough is asked when it is given: the button itself is free.
    actions: { save: allowed("save"), finalize: allowed("finalize"), correct: allowed("correct", "x".repeat(period.standar.penilaian.alasanMin)) },
  };
}
