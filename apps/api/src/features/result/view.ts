import type { ResultView } from "@teraju/contracts/result";
import { bagianPenilaian, type Decision, type Ekspektasi, type FaktaIndikator, type FaktaPenilaian, hakKeberatan, type LocalDate, penerimaanHasil, roundHalfUp, sumberState } from "@teraju/domain";
import type { BknLine } from "../../bkn-rating.ts";
import { recompute } from "../appraisal/decision.ts";
import { type Period, periodView } from "../appraisal/period.ts";
import { documentPart } from "./give-back.ts";
import { clockOf } from "../keberatan/clock.ts";
import type { Pola } from "../../pola.ts";
import type { KalibrasiOfResult } from "../../kalibrasi-of-result.ts";
import type { ResultRow } from "../../final-result.ts";

const PLACES = 2;
const rounded = (value: number | null): number | null => (value === null ? null : roundHalfUp(value, PLACES));

/** A figure that the rule of the capaian was given; null where there was none to give. */
function given(capaian: Decision<number | null> | undefined, name: string): number | null {
  const figure = capaian?.given[name];
  return typeof figure === "number" ? roundHalfUp(figure, PLACES) : null;
}

function sumOf({ bulan }: FaktaIndikator, name: "pembilang" | "penyebut"): number | null {
  const figures = bulan.flatMap((month) => month[name] ?? []);
  return figures.length === 0 ? null : roundHalfUp(figures.reduce((sum, figure) => sum + figure, 0), PLACES);
}

/** Each indicator's way into the index: its capaian, the weight left to it, its points. Weights without a capaian fall to the others. */
function indexRows(facts: FaktaPenilaian): ResultView["results"] {
  const { capaian } = bagianPenilaian(facts);
  const { bobotUtama, bobotTambahan, batasAtas } = facts.standar;
  const weightOf = (indikator: FaktaIndikator, prioritas: string): number => (capaian.get(indikator.id)?.value == null ? 0 : (indikator.bobot ?? (prioritas === "utama" ? bobotUtama : bobotTambahan)));
  const total = facts.hasil.flatMap(({ prioritas, indikator }) => indikator.map((one) => weightOf(one, prioritas))).reduce((sum, weight) => sum + weight, 0);
  return facts.hasil.flatMap(({ lineId, text, prioritas, rating, indikator }) => (rating === null && facts.sumberResmi === undefined && facts.kertas === undefined ? [] : [{
    lineId, text, prioritas, rating,
    indikator: indikator.map((one) => {
      const decision = capaian.get(one.id);
      const weight = total > 0 && decision?.value != null ? weightOf(one, prioritas) / total : null;
      return {
        text: one.text, jenis: one.jenis, arah: one.arah, satuan: one.satuan, target: given(decision, "target"), realisasi: given(decision, "realisasi"), pembilang: sumOf(one, "pembilang"), penyebut: sumOf(one, "penyebut"),
        capaian: rounded(decision?.value ?? null), bobot: rounded(weight === null ? null : weight * 100), share: rounded(weight === null || decision?.value == null ? null : Math.min(decision.value, batasAtas) * weight),
      };
    }),
  }]));
}

function ratingPart(facts: FaktaPenilaian, aspect: "hasilKerja" | "perilakuKerja", saran: Ekspektasi | null, cite: string, replies: ReadonlyMap<string, string>): ResultView["hasilKerja"] {
  const { rating, alasan, dasar } = facts[aspect];
  return { rating, saran, alasan, cite, dasar: dasar.map((one) => (one.kind === "evidence" ? one : { ...one, reply: replies.get(one.id) ?? one.reply })) };
}

/** The right of keberatan on a result and its fourteen working days from receipt (Lampiran BAB V.B.2), to the atasan of who rated. */
function keberatanPart({ facts, openedOn, handover }: ResultRow, period: Period, today: LocalDate): ResultView["keberatan"] {
  const right = hakKeberatan({ sebagai: facts.penilai.sebagai, isKepalaDaerah: facts.penilai.isKepalaDaerah });
  const received = penerimaanHasil({ dibuka: openedOn, diserahkan: handover?.on ?? null });
  if (!right.value) return { isAllowed: false, until: null, to: null, ground: right, receivedOn: received.value, clock: null, handover };
  const clock = received.value === null ? null : clockOf("keberatan", { ...received, value: received.value }, period, today);
  return { isAllowed: true, until: clock?.sampai ?? null, to: facts.atasan, ground: clock?.ground ?? right, receivedOn: received.value, clock, handover };
}

function sumberPart({ sumberResmi }: FaktaPenilaian): ResultView["sumberResmi"] {
  if (sumberResmi === undefined) return null;
  const { sistem: _, ...rest } = sumberResmi;
  return rest;
}

const partOf = (cite: { regulation: string; part: string }): string => `${cite.regulation}, ${cite.part}`;

/** What the perangkat daerah published about its predikat, and whether it still has to; of who stands where, nothing. */
function polaPart(pola: Pola | null): ResultView["pola"] {
  if (pola === null || (!pola.isOwed && pola.explanation === null)) return null;
  const { explanation, isOwed, unit } = pola;
  return { unit: unit.name, isOwed, explanation: explanation && { text: explanation.text, by: explanation.by, on: explanation.on, revision: explanation.revision } };
}

/** A final result as the pegawai and those entitled read it. A Decision that is not kept whole is computed from its facts. */
export function resultViewOf(row: ResultRow, period: Period, { replies, kalibrasi, pola, bkn }: { replies: ReadonlyMap<string, string>; kalibrasi: KalibrasiOfResult; /** Of the perangkat daerah; null where it has none. */ pola: Pola | null; bkn: BknLine | null }, { today, actorId }: { today: LocalDate; actorId: string }): ResultView {
  const { facts } = row;
  const { saranHasilKerja, saranPerilaku } = bagianPenilaian(facts);
  const { isKepalaDaerah: _, ...penilai } = facts.penilai;
  return {
    id: row.id,
    period: periodView(period, today),
    pegawai: facts.pegawai, penilai,
    isMine: row.personId === actorId,
    predikat: row.predikat,
    hasilKerja: ratingPart(facts, "hasilKerja", row.saranHasilKerja, partOf(saranHasilKerja.cite), replies),
    perilaku: ratingPart(facts, "perilakuKerja", row.saranPerilaku, partOf(saranPerilaku.cite), replies),
    behaviours: facts.perilaku.flatMap(({ perilaku, rating }) => (rating === null ? [] : [{ perilaku, rating }])),
    capaianOrganisasi: { unit: facts.capaianOrganisasi.unit, predikat: facts.capaianOrganisasi.predikat },
    indeks: row.indeks,
    results: indexRows(facts),
    decision: row.decision ?? recompute(facts).decision,
    digest: row.digest, rulebook: row.rulebook, finalizedOn: row.finalizedOn, openedAt: row.openedAt,
    revision: row.revision, isCurrent: row.isCurrent, isAfterPola: row.isAfterPola, correctionReason: facts.koreksi?.alasan ?? null, revisions: row.revisions,
    keberatan: keberatanPart(row, period, today),
    dokumen: documentPart(row, period, { today, actorId }),
    kalibrasi, pola: polaPart(pola),
    reconciliation: { state: sumberState({ predikat: row.predikat, hasilKerja: facts.hasilKerja.rating, perilaku: facts.perilakuKerja.rating }, bkn), laporan: bkn?.title ?? null, ditarik: bkn?.pulledAt ?? null },
    kertas: facts.kertas === undefined ? null : { nomor: facts.kertas.nomor ?? null, ditandatangani: facts.kertas.ditandatangani, sidik: facts.kertas.sidikPindaian, diisi: facts.kertas.diisi.name, dikonfirmasi: facts.kertas.dikonfirmasi.name },
    sumberResmi: sumberPart(facts),
  };
}
