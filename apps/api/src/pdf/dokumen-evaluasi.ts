import type { LocalDate, Periode, Predikat, PredikatOrganisasi, Putusan } from "@teraju/domain";
import { dateParts, longDate, monthName } from "./dates.ts";
import { signatureLines, type Letterhead } from "./official.ts";
import { printPdf } from "./print.ts";

const PREDIKAT: Record<Predikat, string> = { sangat_baik: "SANGAT BAIK", baik: "BAIK", butuh_perbaikan: "BUTUH PERBAIKAN", kurang: "KURANG/ MISCONDUCT", sangat_kurang: "SANGAT KURANG" };
const ORGANISASI: Record<PredikatOrganisasi, string> = { istimewa: "ISTIMEWA", baik: "BAIK", butuh_perbaikan: "BUTUH PERBAIKAN", kurang: "KURANG", sangat_kurang: "SANGAT KURANG" };
const ROMAN = ["I", "II", "III", "IV"];
const NONE = "–";

/** The five lines about each of the three (Format D.1.3 angka 1–3); what is not known is a dash. */
export type Party = { readonly name: string; readonly nip: string | null; readonly pangkat: string | null; readonly jabatan: string | null; readonly unit: string | null };

export type KeberatanDocument = {
  readonly letterhead: Letterhead;
  /** Where it is signed: "Langsa". */
  readonly place: string;
  readonly periode: Periode;
  readonly first: LocalDate; readonly last: LocalDate;
  readonly pegawai: Party; readonly penilai: Party; readonly atasan: Party;
  readonly capaian: PredikatOrganisasi;
  /** Of the result as it was objected to. */
  readonly predikat: Predikat;
  readonly notes: readonly string[];
  readonly claims: readonly { readonly row: string; readonly reason: string; readonly basis: readonly string[] }[];
  readonly receivedOn: LocalDate; readonly filedOn: LocalDate;
  readonly explanation: { readonly text: string; readonly on: LocalDate } | null;
  readonly putusan: Putusan;
  /** Of the new version; null where the result was confirmed. */
  readonly newPredikat: Predikat | null;
  readonly reason: string; readonly advice: string | null; readonly minutes: string | null;
  readonly decidedOn: LocalDate;
  /** ISO instant of the decision, and the hash of what was decided: the atasan's signature in the app. */
  readonly signed: { readonly at: string; readonly digest: string };
};

/** "TRIWULAN I", "BULAN OKTOBER", "AKHIR": the form's own words, fitted to the city's periods as its footnote allows. */
function periodeWord({ kind, number, firstMonth }: Periode): string {
  if (kind === "tahunan") return "AKHIR";
  return kind === "triwulanan" ? `TRIWULAN ${ROMAN[number - 1] ?? number}` : `BULAN ${monthName(firstMonth).split(" ")[0] ?? ""}`;
}

const lines = ({ name, nip, pangkat, jabatan, unit }: Party) => ({ name, nip: nip ?? NONE, pangkat: pangkat ?? NONE, jabatan: jabatan ?? NONE, unit: unit ?? NONE });

function decisionLine({ putusan, predikat, newPredikat }: KeberatanDocument): string {
  if (putusan === "menguatkan") return `Menguatkan hasil evaluasi: predikat tetap ${PREDIKAT[predikat]}.`;
  return newPredikat === null || newPredikat === predikat ? `Mengubah hasil evaluasi: predikat tetap ${PREDIKAT[predikat]}.` : `Mengubah hasil evaluasi: predikat ${PREDIKAT[predikat]} menjadi ${PREDIKAT[newPredikat]}.`;
}

/** Dokumen evaluasi kinerja pegawai with keberatan: Format D.1.3 of PermenPANRB 6/2022 (Lampiran BAB V.B.7), on the city's letterhead. */
export function keberatanPdf(d: KeberatanDocument): Promise<Uint8Array> {
  const official = ({ name, nip, jabatan }: Party, role: string, signed: KeberatanDocument["signed"] | null) => ({ role, name, nip, jabatan: jabatan ?? "", signed });
  return printPdf("dokumen-evaluasi", {
    title: "Dokumen evaluasi kinerja pegawai",
    author: d.letterhead.offices.at(-1) ?? d.letterhead.government,
    date: dateParts(d.decidedOn),
    footer: `Dokumen evaluasi kinerja · ${d.pegawai.name}`,
    state: "Format D.1.3", number: null, letterhead: d.letterhead, verification: null,
    subject: `PERIODE: ${periodeWord(d.periode).toUpperCase()}`,
    instansi: d.letterhead.government,
    span: `${longDate(d.first).replace(/ \d{4}$/, "")} SD ${longDate(d.last).replace(/ \d{4}$/, "")} TAHUN ${d.periode.year}`,
    pegawai: lines(d.pegawai), penilai: lines(d.penilai), atasan: lines(d.atasan),
    capaian: ORGANISASI[d.capaian], predikat: PREDIKAT[d.predikat], notes: d.notes,
    claims: d.claims, filed: `Hasil diterima ${longDate(d.receivedOn)}; keberatan diajukan ${longDate(d.filedOn)}.`,
    explanation: d.explanation?.text ?? null, explained: d.explanation === null ? null : `${d.penilai.name}, ${longDate(d.explanation.on)}`,
    decision: decisionLine(d), reason: d.reason, advice: d.advice, minutes: d.minutes,
    // Place and day as at the foot of the form: a hand writes its own day, an act in the app brings it along.
    // In the order of the form: 10 at the left, 9 at the right, 11 below. Only the atasan's act is a signature of this very content.
    signatures: signatureLines([official(d.pegawai, "10. Pegawai yang Dinilai", null), official(d.penilai, "9. Pejabat Penilai Kinerja", null), official(d.atasan, "11. Atasan Pejabat Penilai Kinerja", d.signed)])
      .map((line) => ({ ...line, place: `${d.place}, ${line.signedAt === null ? "........................................" : longDate(d.decidedOn)}` })),
  });
}
