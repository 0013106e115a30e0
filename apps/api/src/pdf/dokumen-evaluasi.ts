import type { Predikat } from "@teraju/domain";
import { longDate } from "./dates.ts";
import type { DokumenEvaluasiContent, HearingContent, KeberatanContent, PartyContent } from "./form-content.ts";
import { NOT_SIGNED, part, placeOf, slot, spanBlock, type Signer } from "./form-parts.ts";
import { NONE, ORGANISASI, periodeWord, PREDIKAT as OF_C } from "./form-words.ts";
import type { Block, Line, Part } from "./forms.ts";
import { inGroups } from "./official.ts";

/** On Format D the fourth is written as in the quadrant. */
export const PREDIKAT: Record<Predikat, string> = { ...OF_C, kurang: "KURANG/ MISCONDUCT" };
const WIDTH = 44;

function person(number: string, title: string, { name, nip, pangkat, jabatan, unit }: PartyContent): Block {
  return { kind: "numbered", number, title, width: WIDTH, lines: [], pairs: [["NAMA", name], ["NIP", nip ?? NONE], ["PANGKAT/GOL RUANG", pangkat ?? NONE], ["JABATAN", jabatan ?? NONE], ["UNIT KERJA", unit ?? NONE]] };
}
const says = (number: string, title: string, lines: readonly Line[], nothing: string): Block => ({ kind: "numbered", number, title, width: WIDTH, pairs: [], lines: lines.length === 0 ? [{ text: nothing, style: "soft" }] : lines });

function decisionLine({ putusan, newPredikat }: KeberatanContent, predikat: Predikat): string {
  if (putusan === "menguatkan") return `Menguatkan hasil evaluasi: predikat tetap ${PREDIKAT[predikat]}.`;
  return newPredikat === null || newPredikat === predikat ? `Mengubah hasil evaluasi: predikat tetap ${PREDIKAT[predikat]}.` : `Mengubah hasil evaluasi: predikat ${PREDIKAT[predikat]} menjadi ${PREDIKAT[newPredikat]}.`;
}

/** The annex has no row for the minutes of a hearing (Lampiran BAB V.B.4): they stand with the decision that rests on them. */
function hearingLines({ on, place, others, said, by, hash, parties }: HearingContent): Line[] {
  const answers = parties.map(({ name, isPresent, answer, note, on: day }): string => {
    if (!isPresent) return `${name}: tidak hadir.`;
    if (answer === null || day === null) return `${name}: hadir, belum menandatangani sampai putusan.`;
    return `${name}: hadir, ${answer === "setuju" ? "menandatangani" : "menolak menandatangani"} ${longDate(day)}.${note === null ? "" : ` "${note}"`}`;
  });
  return [
    { text: `Risalah pemeriksaan, ${longDate(on)}, ${place}`, style: "bold" }, { text: said },
    ...[...answers, ...(others === null ? [] : [`Hadir pula: ${others}`]), `Ditandatangani ${by}. SHA-256 ${inGroups(hash)}`].map((text): Line => ({ text, style: "soft" })),
  ];
}

/** What angka 6 to 8 of Format D.1.3 say (Lampiran BAB V.B.7). */
export function keberatanLines(keberatan: KeberatanContent, { penilai, predikat }: Pick<DokumenEvaluasiContent, "penilai" | "predikat">): Record<"claims" | "explanation" | "decision", Line[]> {
  const { claims, receivedOn, filedOn, explanation, reason, advice, hearings } = keberatan;
  const more = (title: string, text: string | null): Line[] => (text === null ? [] : [{ text: title, style: "bold" }, { text }]);
  return {
    claims: [
      ...claims.flatMap((claim): Line[] => [{ text: claim.row, style: "bold" }, { text: claim.reason }, ...claim.basis.map((text): Line => ({ text, style: "soft" }))]),
      { text: `Hasil diterima ${longDate(receivedOn)}; keberatan diajukan ${longDate(filedOn)}.`, style: "soft" },
    ],
    explanation: explanation === null ? [{ text: "Pejabat penilai tidak memberi penjelasan dalam waktu yang tersedia.", style: "soft" }] : [{ text: explanation.text }, { text: `${penilai.name}, ${longDate(explanation.on)}`, style: "soft" }],
    decision: [{ text: decisionLine(keberatan, predikat), style: "bold" }, { text: reason }, ...more("Rekomendasi", advice), ...hearings.flatMap(hearingLines)],
  };
}
function keberatanBlocks(keberatan: KeberatanContent, content: DokumenEvaluasiContent): Block[] {
  const { claims, explanation, decision } = keberatanLines(keberatan, content);
  return [says("6.", "KEBERATAN", claims, NONE), says("7.", "PENJELASAN PEJABAT PENILAI KINERJA ATAS KEBERATAN", explanation, NONE), says("8.", "KEPUTUSAN DAN REKOMENDASI ATASAN PEJABAT PENILAI KINERJA", decision, NONE)];
}

/** Who signs, in the places of the form: D.1.1 and D.1.2 two side by side, D.1.3 the atasan below them. */
function signers(content: DokumenEvaluasiContent): Block {
  const { format, pegawai, penilai, atasan, signed } = content;
  const sign = (who: PartyContent, role: string, act: Signer["signed"], unsigned: string = NOT_SIGNED) => slot({ ...who, role, signed: act, unsigned, place: placeOf(content, act) });
  const owner = (number: string) => sign(pegawai, `${number} Pegawai yang Dinilai`, signed.pegawai, content.ownerWords ?? NOT_SIGNED);
  if (format === "D.1.3") return { kind: "signatures", slots: [owner("10."), sign(penilai, "9. Pejabat Penilai Kinerja", signed.penilai), sign(atasan, "11. Atasan Pejabat Penilai Kinerja", signed.atasan)] };
  const right = format === "D.1.2" ? sign(atasan, "6. Atasan Pejabat Penilai Kinerja", signed.atasan) : sign(penilai, "6. Pejabat Penilai Kinerja", signed.penilai);
  return { kind: "signatures", slots: [owner("7."), right] };
}

/** Formats D.1.1 (by the penilai), D.1.2 (by the atasan in place of a late penilai), D.1.3 (after a keberatan): one frame. */
export function dokumenEvaluasiParts(content: DokumenEvaluasiContent): Part[] {
  const { format, pegawai, penilai, atasan, capaian, predikat, notes, keberatan } = content;
  const heading = format === "D.1.1" ? "CATATAN/REKOMENDASI" : "CATATAN/ REKOMENDASI";
  const base = part(content, format, {
    flipped: false, garuda: true,
    blocks: [
      spanBlock(content), person("1.", "PEGAWAI YANG DINILAI", pegawai), person("2.", "PEJABAT PENILAI KINERJA", penilai), person("3.", "ATASAN PEJABAT PENILAI KINERJA", atasan),
      { kind: "numbered", number: "4.", title: "EVALUASI KINERJA", width: 64, lines: [], pairs: [["CAPAIAN KINERJA ORGANISASI", ORGANISASI[capaian]], ["PREDIKAT KINERJA PEGAWAI", PREDIKAT[predikat]]] },
      says("5.", heading, notes.map((text) => ({ text })), "Tidak ada catatan."),
      ...(keberatan === null ? [] : keberatanBlocks(keberatan, content)), signers(content),
      { kind: "notes", lines: ["* periode disesuaikan dengan periode evaluasi kinerja Pegawai yang berlaku pada Instansi Pemerintah", "** pilih salah satu"] },
    ],
  });
  return [{ ...base, lines: [`PERIODE*: ${periodeWord(content.periode)}**`] }];
}
