import type { Prioritas } from "@teraju/domain";
import type { HasilContent, IndikatorContent, SkpContent } from "./form-content.ts";
import { bothSign, cell, numbers, part, partiesTable, perilakuTable, shaded, spanBlock, title } from "./form-parts.ts";
import { ASPEK, NONE, PERSPEKTIF } from "./form-words.ts";
import type { Block, Cell, Line, Part } from "./forms.ts";

const SECTIONS = [["utama", "A. UTAMA"], ["tambahan", "B. TAMBAHAN"]] as const satisfies readonly (readonly [Prioritas, string])[];
export type Section = { readonly label: string; /** Results with the number that the form gives them. */ readonly rows: readonly { readonly no: number; readonly hasil: HasilContent }[] };
/** A and B with their results, numbered through. */
export function sectionsOf(hasil: readonly HasilContent[]): Section[] {
  const ordered = SECTIONS.map(([prioritas, label]) => ({ label, own: hasil.filter((one) => one.prioritas === prioritas) }));
  return ordered.map(({ label, own }, i) => ({ label, rows: own.map((one, at) => ({ no: at + 1 + (i === 0 ? 0 : (ordered[0]?.own.length ?? 0)), hasil: one })) }));
}

/** The result with the jabatan or tim kerja that gave the assignment. */
export const hasilLines = ({ text, assignedBy }: HasilContent): Line[] => [{ text }, ...(assignedBy === null ? [] : [{ text: `Penugasan dari ${assignedBy}`, style: "soft" } as const])];
export const attributeOf = ({ aspek, perspektif }: IndikatorContent, isPimpinan: boolean): string => (isPimpinan ? (perspektif === null ? NONE : PERSPEKTIF[perspektif]) : aspek === null ? NONE : ASPEK[aspek]);
export const EMPTY_INDIKATOR: IndikatorContent = { text: NONE, target: NONE, aspek: null, perspektif: null, realisasi: null, bulan: [] };
export const indikatorOf = ({ indikator }: HasilContent): readonly IndikatorContent[] => (indikator.length === 0 ? [EMPTY_INDIKATOR] : indikator);

/** "Ukuran keberhasilan …" and each indicator as one sentence with its target. */
export function narrative(label: string, hasil: HasilContent, isPimpinan: boolean): Line[] {
  return [{ text: label }, ...indikatorOf(hasil).map((one): Line => ({ text: `${one.text}; target: ${one.target}${isPimpinan && one.perspektif !== null ? `; perspektif: ${PERSPEKTIF[one.perspektif]}` : ""}`, style: "item" }))];
}

function kualitatif({ hasil, isPimpinan }: SkpContent): Block {
  const label = isPimpinan ? "Ukuran keberhasilan/ Indikator Kinerja Individu, Target, dan Perspektif:" : "Ukuran keberhasilan/ indikator kinerja individu dan Target:";
  const rows = sectionsOf(hasil).flatMap((section): Cell[][] => [
    [shaded(section.label, { colspan: 2, heads: true })],
    ...(section.rows.length === 0 ? [[cell("", {}), cell(NONE)]] : section.rows.flatMap(({ no, hasil: one }): Cell[][] => [[cell(String(no), { center: true, rowspan: 2, keep: true }), { lines: hasilLines(one) }], [{ lines: narrative(label, one, isPimpinan) }]])),
  ]);
  return { kind: "table", widths: [-8, 1], head: [[shaded("HASIL KERJA", { colspan: 2 })]], rows };
}

/** A.1.2: one row for each indicator, the result beside all of its own. */
function kuantitatifPimpinan({ hasil }: SkpContent): Block {
  const rows = sectionsOf(hasil).flatMap((section): Cell[][] => [
    [shaded(section.label, { colspan: 5, heads: true })],
    ...(section.rows.length === 0 ? [[cell(""), cell(NONE), cell(NONE), cell(NONE), cell(NONE)]] : section.rows.flatMap(({ no, hasil: one }) => indikatorOf(one).map((i, at, all): Cell[] => [
      ...(at === 0 ? [cell(String(no), { center: true, rowspan: all.length }), { lines: hasilLines(one), rowspan: all.length }] : []), cell(i.text), cell(i.target), cell(attributeOf(i, true)),
    ]))),
  ]);
  return {
    kind: "table", widths: [-9, 1.5, 1.3, 0.8, 0.7],
    head: [[shaded("HASIL KERJA", { colspan: 5 })], [title("NO"), title("RENCANA HASIL KERJA"), title("INDIKATOR KINERJA INDIVIDU"), title("TARGET"), title("PERSPEKTIF")], numbers(5)],
    rows,
  };
}

/** Results that stand one after another under the same result of the pimpinan share its number, as on the form. */
export function groupsOf(rows: Section["rows"]): { readonly intervened: string | null; readonly hasil: readonly HasilContent[] }[] {
  const groups: { intervened: string | null; hasil: HasilContent[] }[] = [];
  for (const { hasil } of rows) {
    const last = groups.at(-1);
    if (last !== undefined && last.intervened !== null && last.intervened === hasil.intervened) last.hasil.push(hasil);
    else groups.push({ intervened: hasil.intervened, hasil: [hasil] });
  }
  return groups;
}

/** The first columns of A.1.7, B.1.5 and C.1.3; `more` adds the cells of B and C to each indicator's row. */
export function intervenedRows(hasil: readonly HasilContent[], columns: number, more: (of: { hasil: HasilContent; indikator: IndikatorContent; isFirst: boolean; count: number }) => readonly Cell[]): Cell[][] {
  let number = 0;
  return sectionsOf(hasil).flatMap((section): Cell[][] => [
    [shaded(section.label, { colspan: columns, heads: true })],
    ...(section.rows.length === 0 ? [[cell(""), ...Array.from({ length: columns - 1 }, () => cell(NONE))]] : groupsOf(section.rows).flatMap((group): Cell[][] => {
      number += 1;
      const height = group.hasil.reduce((sum, one) => sum + indikatorOf(one).length, 0);
      return group.hasil.flatMap((one, which) => indikatorOf(one).map((i, at, all): Cell[] => [
        ...(which === 0 && at === 0 ? [cell(String(number), { center: true, rowspan: height }), cell(group.intervened ?? NONE, { rowspan: height })] : []),
        ...(at === 0 ? [{ lines: hasilLines(one), rowspan: all.length }] : []),
        cell(attributeOf(i, false)), cell(i.text), cell(i.target), ...more({ hasil: one, indikator: i, isFirst: at === 0, count: all.length }),
      ]));
    })),
  ]);
}

function kuantitatif({ hasil }: SkpContent): Block {
  return {
    kind: "table", widths: [-9, 1.1, 1.4, 0.6, 1.2, 0.9],
    head: [[shaded("HASIL KERJA", { colspan: 6 })], [title("NO."), title("RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI*"), title("RENCANA HASIL KERJA"), title("ASPEK"), title("INDIKATOR KINERJA INDIVIDU"), title("TARGET")], numbers(6)],
    rows: intervenedRows(hasil, 6, () => []),
  };
}

const EKSPEKTASI_NOTE = "Pimpinan dapat memberikan Ekspektasi khusus terhadap satu atau lebih aspek perilaku kerja Pegawai";
const INTERVENED_NOTE = "* Dalam hal rencana hasil kerja Pimpinan yang diintervensi adalah hasil kerja pejabat pimpinan tinggi dan Pimpinan unit kerja mandiri/ organisasi maka dituliskan rencana hasil kerja beserta indikator kinerja individu pejabat pimpinan tinggi dan Pimpinan unit kerja mandiri atau sasaran dan indikator kinerja organisasi yang diintervensi";

const LAMPIRAN = [["sumber_daya", "DUKUNGAN SUMBER DAYA"], ["pertanggungjawaban", "SKEMA PERTANGGUNGJAWABAN"], ["konsekuensi", "KONSEKUENSI"]] as const;

/** Formats A.1.1, A.1.2, A.1.6, A.1.7, each with its lampiran A.1.8 on a sheet of its own. */
export function skpParts(content: SkpContent): Part[] {
  const { format, pendekatan, isPimpinan, signed, lampiran } = content;
  const hasil = pendekatan === "kualitatif" ? kualitatif(content) : isPimpinan ? kuantitatifPimpinan(content) : kuantitatif(content);
  const notes = format === "A.1.7" ? [INTERVENED_NOTE, `** ${EKSPEKTASI_NOTE}`] : [`* ${EKSPEKTASI_NOTE}${isPimpinan ? "." : ""}`];
  return [
    part(content, format, { flipped: true, blocks: [spanBlock(content), partiesTable(content), hasil, perilakuTable(content, false), bothSign(content, signed), { kind: "notes", lines: notes }] }),
    part(content, "A.1.8", {
      flipped: false, letterhead: false,
      blocks: [spanBlock(content), {
        kind: "table", widths: [-10, 1], head: [],
        rows: LAMPIRAN.flatMap(([key, heading]): Cell[][] => [[shaded(heading, { colspan: 2, heads: true })], ...(lampiran[key].length === 0 ? [[cell(""), cell(NONE)]] : lampiran[key].map((text, i) => [cell(`${i + 1}.`, { center: true }), cell(text)]))]),
      }, bothSign(content, signed)],
    }),
  ];
}
