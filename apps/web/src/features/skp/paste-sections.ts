import type { SkpDraft } from "@teraju/contracts/skp";

type Perilaku = SkpDraft["perilaku"][number]["perilaku"];
type LampiranKind = SkpDraft["lampiran"][number]["kind"];
/** Which part of the form the rows are in; of the behaviours, which was named last. */
export type Section = { part: "results" } | { part: "perilaku"; name: Perilaku | null } | { part: "lampiran"; kind: LampiranKind };

const LONGEST_TITLE = 60;
const LAMPIRAN: readonly [RegExp, LampiranKind][] = [[/dukungan sumber ?daya/i, "sumber_daya"], [/pertanggungjawaban/i, "pertanggungjawaban"], [/konsekuensi/i, "konsekuensi"]];

/** A row with one short cell that begins another part of the form; null where it is none. */
export function sectionOf(row: readonly string[]): Section | null {
  const [word, ...more] = row.filter((cell) => cell !== "" && !/^\(?\d{1,2}[.)]?$/.test(cell));
  if (word === undefined || more.length > 0 || word.length > LONGEST_TITLE) return null;
  if (/^(?:[a-z0-9]{1,3}[.)]\s*)?perilaku kerja\b/i.test(word)) return { part: "perilaku", name: null };
  if (/^(?:[a-z0-9]{1,3}[.)]\s*)?hasil kerja$/i.test(word)) return { part: "results" };
  const kind = LAMPIRAN.find(([words]) => words.test(word))?.[1];
  return kind === undefined ? null : { part: "lampiran", kind };
}

const NAMES: readonly [RegExp, Perilaku][] = [
  [/^berorientasi pelayanan/i, "berorientasi_pelayanan"], [/^akuntabel/i, "akuntabel"], [/^kompeten/i, "kompeten"], [/^harmonis/i, "harmonis"],
  [/^loyal/i, "loyal"], [/^adaptif/i, "adaptif"], [/^kolaboratif/i, "kolaboratif"],
];

/**
 * The superior's own expectation in a row of the behaviours, with the behaviour that this row or one above it names: its panduan stands
 * on every SKP and is not read. Null where nothing is expected besides.
 */
export function behaviourIn(row: readonly string[], section: Extract<Section, { part: "perilaku" }>): SkpDraft["perilaku"][number] | null {
  for (const cell of row) {
    const words = cell.replace(/^\d{1,2}[.)]?\s*/, "");
    const name = NAMES.find(([begin]) => begin.test(words))?.[1];
    if (name !== undefined) section.name = name;
  }
  const ekspektasi = row.map((cell) => /ekspektasi khusus(?: pimpinan)?(?:\s*\/\s*leader)?\s*:?\s*(.*)$/i.exec(cell)?.[1]?.replace(/^[-–•]\s*/, "").trim() ?? "").find((text) => text !== "");
  return section.name === null || ekspektasi === undefined ? null : { perilaku: section.name, ekspektasi };
}

/** One line of the lampiran; its number is the form's. Null where the row holds none. */
export function lampiranLine(row: readonly string[]): string | null {
  const text = row.find((cell) => cell !== "" && !/^\(?\d{1,2}[.)]?$/.test(cell)) ?? "";
  const line = text.replace(/^\d{1,2}[.)]\s+/, "").trim();
  return line === "" || line === "-" ? null : line;
}
