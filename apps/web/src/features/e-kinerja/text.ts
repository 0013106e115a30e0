import type { NoteView } from "@teraju/contracts/daily-note";
import type { EvidenceView } from "@teraju/contracts/evidence";
import type { ReportRowView } from "@teraju/contracts/monthly-report";
import type { HasilKerjaView, IndikatorView } from "@teraju/contracts/skp";
import type { Format } from "#copy/format.ts";
import type { Copy } from "#copy/id.ts";

/** What goes into one field of e-Kinerja BKN. Texts only: a figure is written as it was reported, never computed anew. */
type Write = Pick<Format, "number" | "day">;

/** "17 dari 20", "12 dokumen", or the words of a qualitative result; empty where nothing was reported. */
export function realisasiText(row: Pick<ReportRowView, "realisasi" | "pembilang" | "penyebut" | "uraian" | "indikator">, format: Write, outOf: string): string {
  if (row.uraian !== null) return row.uraian;
  if (row.pembilang !== null && row.penyebut !== null) return `${format.number(row.pembilang)} ${outOf} ${format.number(row.penyebut)}`;
  return row.realisasi === null ? "" : [format.number(row.realisasi), row.indikator.satuan].filter(Boolean).join(" ");
}

/** Figure, sentence and cause, in the order in which e-Kinerja asks: one text for the field "realisasi". */
export function realisasiField(row: Pick<ReportRowView, "realisasi" | "pembilang" | "penyebut" | "uraian" | "indikator" | "sentence" | "cause">, format: Write, words: { outOf: string; cause: string }): string {
  const figure = realisasiText(row, format, words.outOf);
  const sentence = row.uraian === null ? row.sentence : null;
  return [figure && `${figure}.`, sentence, row.cause && `${words.cause}: ${row.cause}`].filter(Boolean).join(" ").replace(/\.\.+/g, ".");
}

/** One line for each piece: a link as it is, a register number with its title, a file by its title. */
export function evidenceField(evidence: readonly EvidenceView[]): string {
  return evidence.map(({ title, url, registerNumber }) => (url !== null ? url : registerNumber !== null ? `${title} (${registerNumber})` : title)).join("\n");
}

/** "120 dokumen", "95–100 persen", or the target in words. */
export function targetText({ target, targetMin, targetMax, targetText: words, satuan }: IndikatorView, format: Write): string {
  if (words !== null) return words;
  const figure = targetMin !== null && targetMax !== null ? `${format.number(targetMin)}–${format.number(targetMax)}` : target === null ? "" : format.number(target);
  return [figure, figure && satuan].filter(Boolean).join(" ");
}

/** In the order in which each key first comes; phones of three years ago have no Map.groupBy. */
export function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): [string, Item[]][] {
  const keys = [...new Set(items.map(keyOf))];
  return keys.map((key) => [key, items.filter((item) => keyOf(item) === key)]);
}

export type Week = { from: string; until: string; text: string; days: number };
const DAY_MS = 86_400_000;
const shift = (day: string, by: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + by * DAY_MS).toISOString().slice(0, 10);
/** Monday of the week in which the day lies. */
const mondayOf = (day: string): string => shift(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** A whole week at once, oldest first: each day with its notes, each note with the result that it served. */
export function weeksOf(notes: readonly Pick<NoteView, "day" | "text" | "lineId">[], results: readonly { lineId: string; text: string }[], format: Write): Week[] {
  const ordered = notes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const resultOf = (lineId: string | null) => results.find((one) => one.lineId === lineId)?.text;
  return grouped(ordered, ({ day }) => mondayOf(day)).map(([from, own]) => {
    const days = grouped(own, ({ day }) => day);
    const text = days.map(([day, list]) => [format.day(day), ...list.map((note) => `- ${[note.text, resultOf(note.lineId) && `(${resultOf(note.lineId) ?? ""})`].filter(Boolean).join(" ")}`)].join("\n")).join("\n\n");
    return { from, until: shift(from, 6), text, days: days.length };
  });
}

type Words = Pick<Copy["vocabulary"], "aspek" | "perspektif">;
export type SkpField = { lineId: string; pimpinan: string; result: string; indicators: { lineId: string; aspek: string; indikator: string; target: string; rencanaAksi: string }[] };

/** The plan of the year, a month a line: "Januari: 10 dokumen". Empty where there is none. */
export function rencanaAksi({ monthlyTarget, satuan, jenis }: IndikatorView, format: Pick<Format, "number" | "month">, year: number): string {
  return (monthlyTarget ?? []).flatMap((figure, at) => {
    if (figure === null) return [];
    const month = format.month(`${year}-${String(at + 1).padStart(2, "0")}`);
    return [jenis === "uraian" ? month : `${month}: ${[format.number(figure), satuan].filter(Boolean).join(" ")}`];
  }).join("\n");
}

/** The SKP as e-Kinerja asks for it: the superior's result, one's own, then each indicator with aspek, target and months. */
export function skpFields(results: readonly HasilKerjaView[], format: Write & Pick<Format, "month">, words: Words, year: number): SkpField[] {
  return results.map(({ lineId, text, intervenedText, indikator }) => ({
    lineId, pimpinan: intervenedText ?? "", result: text,
    indicators: indikator.map((one) => ({
      lineId: one.lineId, indikator: one.text, target: targetText(one, format), rencanaAksi: rencanaAksi(one, format, year),
      aspek: one.aspek !== null ? words.aspek[one.aspek] : one.perspektif !== null ? words.perspektif[one.perspektif] : "",
    })),
  }));
}

/** A cell for the clipboard: a tab or a line break in it would make another cell; what begins like a formula is marked as text. */
const cell = (text: string): string => {
  const words = text.replace(/\s+/g, " ").trim();
  return /^[=+@-]/.test(words) ? `'${words}` : words;
};
/** All results as one table with tabs between its columns, as spreadsheets take it. */
export function skpTable(fields: readonly SkpField[], columns: readonly string[]): string {
  const rows = fields.flatMap(({ pimpinan, result, indicators }) => (indicators.length === 0 ? [[pimpinan, result, "", "", ""]] : indicators.map(({ aspek, indikator, target }, at) => [at === 0 ? pimpinan : "", at === 0 ? result : "", aspek, indikator, target])));
  return [columns, ...rows].map((row) => row.map(cell).join("\t")).join("\n");
}
