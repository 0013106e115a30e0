/** The ways of a signed dokumen evaluasi: delivered, returned, reported, each with its clock (PermenPANRB 6/2022 Lampiran BAB V.A). */
import { type Kalender, type LocalDate, lastDayOf, type Periode } from "./calendar.ts";
import type { Decision } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import { jatuhTempo } from "./regulations/permenpanrb-6-2022.ts";
import type { PengembalianAnswer, Sebagai } from "./vocabulary.ts";
import { type Party, reasons } from "./workflow.ts";

export type Langkah = "penyampaian" | "pengembalian" | "pelaporan";

/** The dates of one document. `akhirEvaluasi`: last day of the time of evaluation. Null: has not happened. */
export type Dokumen = { sebagai: Sebagai; signedOn: LocalDate; receivedOn: LocalDate | null; returnedOn: LocalDate | null; reportedOn: LocalDate | null; akhirEvaluasi: LocalDate };

/** A step with its clock: running, done in time, or done (or still missing) after its last day. `due` null: its clock has not begun. */
export type LangkahDokumen = { langkah: Langkah; mulai: LocalDate | null; due: Decision<LocalDate> | null; doneOn: LocalDate | null; isLate: boolean };

/**
 * Lampiran BAB V.A.7–8: "sejak jangka waktu evaluasi kinerja berakhir": of the year the end of January, of a quarter or a month its
 * own last day, so that the report keeps its thirty working days whatever the city allows for rating.
 */
export function akhirEvaluasi({ kind, lastMonth, ratingUntil }: Pick<Periode, "kind" | "lastMonth"> & { ratingUntil: LocalDate }): LocalDate {
  return kind === "tahunan" ? ratingUntil : lastDayOf(lastMonth);
}

/** Angka 5, 6, 7 for the penilai's document; 9, 10, 11 for the atasan's; the decision on a keberatan is delivered as the atasan's. */
export function langkahDokumen(dokumen: Dokumen, { today, kalender }: { today: LocalDate; kalender: Kalender }): LangkahDokumen[] {
  const isPenilai = dokumen.sebagai === "penilai";
  const step = (langkah: Langkah, peristiwa: Parameters<typeof jatuhTempo>[0]["peristiwa"], mulai: LocalDate | null, doneOn: LocalDate | null): LangkahDokumen => {
    const due = mulai === null ? null : jatuhTempo({ peristiwa, mulai, kalender });
    return { langkah, mulai, due, doneOn, isLate: due !== null && (doneOn ?? today) > due.value };
  };
  return [
    step("penyampaian", isPenilai ? "penyampaian" : "atasanMenyampaikan", dokumen.signedOn, dokumen.receivedOn),
    step("pengembalian", isPenilai ? "pengembalian" : "pengembalianAtasan", dokumen.receivedOn, dokumen.returnedOn),
    step("pelaporan", "pelaporan", dokumen.akhirEvaluasi, dokumen.reportedOn),
  ];
}

/**
 * Why the pegawai may not return the document now; angka 6 gives the days and no consequence, so a late return is marked and taken.
 * Objecting is a way of its own (`keberatan`): who objects has not returned it signed, and may do so afterwards.
 */
export function returnRefusals({ isCurrent, receivedOn, answer }: { isCurrent: boolean; receivedOn: LocalDate | null; answer: PengembalianAnswer | null }, { parties }: { parties: readonly Party[] }): Refusal[] {
  return reasons({ not_yours: !parties.includes("owner"), result_replaced: !isCurrent, result_not_received: receivedOn === null, result_returned: answer !== null });
}
