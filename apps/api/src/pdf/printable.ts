/**
 * What a printed page can carry. The contract refuses control characters and turned writing directions at the door; here stands the
 * last wall, for texts that came in by another way: whatever cannot be printed is named by its code, never dropped and never obeyed.
 */

/** Controls but tab and line break, marks that turn the direction of writing, lone surrogates, non-characters. */
// oxlint-disable-next-line no-control-regex -- naming the control characters is the point of this line
const HIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFDD0-\uFDEF\uFFFE\uFFFF]|\p{Cs}/gu;
/** Scripts written from right to left, and the marks that speak for them: such a text is set apart, so that it does not pull its neighbours with it. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\u200F\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** A run without a place to break: longer than any Indonesian word that a narrow column holds. */
const LONG_RUN = /[^\s\u200B-]{21,}/gu;
const GRAPHEMES = new Intl.Segmenter("id", { granularity: "grapheme" });
const LEFT_TO_RIGHT_ISOLATE = "\u2066";
const POP_ISOLATE = "\u2069";

const codeOf = (sign: string): string => [...sign].map((c) => `[U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}]`).join("");

/** One text, ready for the page: hidden signs named, long runs given places to break (a zero width space leaves no mark), right-to-left text set apart. */
export function printable(text: string): string {
  const plain = text.replaceAll("\r\n", "\n").replaceAll("\t", " ").replaceAll(HIDDEN, codeOf);
  const breakable = plain.replaceAll(LONG_RUN, (run) => Array.from(GRAPHEMES.segment(run), ({ segment }) => segment).join("\u200B"));
  return RIGHT_TO_LEFT.test(breakable) ? breakable.split("\n").map((line) => `${LEFT_TO_RIGHT_ISOLATE}${line}${POP_ISOLATE}`).join("\n") : breakable;
}

/** The same for every text in a document's data, at any depth. */
export function printableData(value: unknown): unknown {
  if (typeof value === "string") return printable(value);
  if (Array.isArray(value)) return value.map(printableData);
  if (typeof value === "object" && value !== null) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printableData(inner)]));
  return value;
}

const NO_GLYPH = /the text `(.*?)` could not be displayed/g;
/** A sign as the compiler's language writes it for programmers, once or twice over. */
const ESCAPED = /\\+u\{([0-9a-f]+)\}/g;

/**
 * The data without the signs that the compiler, in `complaint`, says it has no glyph for; their codes stand in their place.
 * The data come back unchanged when it complains of something else.
 */
export function withoutUnprintable(json: string, complaint: string): string {
  const signs = new Set([...complaint.matchAll(NO_GLYPH)].flatMap(([, text = ""]) => [...text.replaceAll(ESCAPED, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))]));
  // Plain letters are in every font: one of them stands in a complaint only beside a mark that cannot be joined to it.
  const missing = [...signs].filter((sign) => (sign.codePointAt(0) ?? 0) > 0x7f);
  return missing.reduce((rest, sign) => rest.replaceAll(sign, codeOf(sign)), json);
}
