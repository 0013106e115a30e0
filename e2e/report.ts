import { expect, type Locator, type Page } from "@playwright/test";

/** What the server says of a report: as much as a story needs to fill it in. */
export type Report = {
  id: string; status: string; version: number; receiptNumber: string | null;
  rows: { id: string; isDue: boolean; target: number | null; realisasi: number | null; penyebut: number | null; uraian: string | null; sentence: string | null; hasilKerja: { lineId: string }; indikator: { text: string; jenis: "angka" | "rasio" | "uraian"; arah: string }; evidence: { id: string }[] }[];
};
export type Row = Report["rows"][number];

/** The words under which the fields of a row stand on the screen. */
const FIELD = { figure: /^Berapa/, outOf: "Dari berapa?", words: "Apa hasilnya?", sentence: "Apa yang terjadi?" } as const;
export const fieldIn = (part: Locator, field: keyof typeof FIELD): Locator => part.getByRole("textbox", { name: FIELD[field] });

/** The part of the step that is about one indicator. */
export const rowOf = (page: Page, row: Row): Locator => page.getByRole("region", { name: row.indikator.text, exact: true });

/** Types what a row lacks; `figure` instead of the target where a story wants another. */
export async function fillRow(page: Page, row: Row, said: string, figure = row.target ?? 1): Promise<void> {
  const part = rowOf(page, row);
  if (row.indikator.jenis === "uraian") return fieldIn(part, "words").fill(said);
  if (row.indikator.jenis === "rasio") {
    await fieldIn(part, "figure").fill("20");
    await fieldIn(part, "outOf").fill("20");
  } else {
    await fieldIn(part, "figure").fill(String(figure));
  }
  await fieldIn(part, "sentence").fill(said);
}

/** The results in the order of their steps, each with its rows. */
export function stepsOf({ rows }: Report): [Row, ...Row[]][] {
  const firsts = rows.filter((row, at) => rows.findIndex(({ hasilKerja }) => hasilKerja.lineId === row.hasilKerja.lineId) === at);
  return firsts.map((first) => [first, ...rows.filter((row) => row !== first && row.hasilKerja.lineId === first.hasilKerja.lineId)]);
}

export const isEmpty = ({ realisasi, penyebut, uraian, sentence }: Row): boolean => uraian === null && (sentence === null || (realisasi === null && penyebut === null));

/** The primary step at the foot of the phone's screen. */
export const goOn = (page: Page): Locator => page.getByRole("main").getByRole("link", { name: /^(Lanjut|Periksa laporan)/ });

/** Waits until the head of the page says where the words are. */
export async function saysSaved(page: Page, where: "phone" | "server"): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: where === "phone" ? "Tersimpan di HP" : "Terkirim ke server" })).toBeVisible();
}
