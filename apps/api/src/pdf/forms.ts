import type { LocalDate } from "@teraju/domain";
import { dateParts } from "./dates.ts";
import { qrMark, verificationBox, type Letterhead, type signatureLines, type Verification } from "./official.ts";
import type { PictureFile, Printer } from "./print.ts";
import { endOf } from "./form-end.ts";
import { keptRows } from "./table-pages.ts";

/** One paragraph of a cell or a text. `item`: with a dash before it, as in the annex's panduan perilaku. */
export type Line = { readonly text: string; readonly style?: "bold" | "soft" | "item" };
export type Cell = { readonly lines: readonly Line[]; readonly colspan?: number; readonly rowspan?: number; /** Shaded, as the annex's headings are. */ readonly fill?: boolean; readonly center?: boolean; /** Its row, or all the rows that it covers, on one page. */ readonly keep?: boolean; /** At the top of its place, also where it is centred. */ readonly top?: boolean; /** Its row heads those below it (A. UTAMA): it is never the last of a page, and comes again on the next. */ readonly heads?: boolean; /** Its text goes on in the row below, or comes from the row above: no line between. */ readonly open?: "below" | "above" };
export type SignatureSlot = ReturnType<typeof signatureLines>[number] & { readonly place: string | null; /** What it says where nobody signed in the app; null where a hand alone signs. */ readonly unsigned: string | null; readonly tte: true };

/** What a form is made of; `forms.typ` draws each kind. */
export type Block =
  | { readonly kind: "span"; readonly instansi: string; readonly span: string }
  /** Widths: millimetres where negative, else shares of the rest. `head` comes again on each further page. */
  | { readonly kind: "table"; readonly widths: readonly number[]; readonly head: readonly (readonly Cell[])[]; readonly rows: readonly (readonly Cell[])[]; /** The last rows of the table before it: where they come to stand on a page of their own, the head stands over them again. */ readonly isTail?: boolean }
  | { readonly kind: "shaded"; readonly title: string; readonly lines: readonly Line[]; readonly fill: boolean }
  | { readonly kind: "pola"; readonly title: string; readonly caption: string; readonly predikat: string; readonly alt: string }
  /** A part of a Dokumen Evaluasi; `width` of the labels in millimetres. */
  | { readonly kind: "numbered"; readonly number: string; readonly title: string; readonly width: number; readonly pairs: readonly (readonly [string, string])[]; readonly lines: readonly Line[]; /** Its text goes on in the next block, or comes from the one before. */ readonly open?: "below" | "above" }
  | { readonly kind: "signatures"; /** Null: free on the form; the check of the document stands there. */ readonly slots: readonly (SignatureSlot | null)[] }
  | { readonly kind: "notes"; readonly lines: readonly string[] }
  | { readonly kind: "text"; readonly above: number; readonly lines: readonly Line[] };

/** One sheet, or several, of one orientation: a form of the annex. */
export type Part = {
  readonly flipped: boolean;
  /** In the corner of each page: "Format A.1.7", and what else the reader must know at once. */
  readonly state: string;
  readonly title: string; readonly lines: readonly string[];
  /** In a box above the form: that it was replaced, or that a keberatan is being examined. */
  readonly notice: string | null;
  readonly letterhead: boolean;
  /** Whether the emblem of the state belongs above the title (Format D). */
  readonly garuda: boolean;
  readonly blocks: readonly Block[];
};
/** A document: its parts one after another, numbered together, its check at the end. */
export type FormDocument = { readonly parts: readonly Part[]; readonly footer: string; readonly letterhead: Letterhead; readonly verification: Verification | null };

export type FormsFile = { /** Of the file, in its properties. */ readonly title: string; readonly date: LocalDate; readonly documents: readonly FormDocument[]; readonly files: readonly PictureFile[] };

/** Between the margins of `forms.typ`. */
const SHEET_MM = { upright: 170, flipped: 261 } as const;
const pagedBlock = (block: Block, sheetMm: number): Block => (block.kind === "table" ? { ...block, rows: keptRows(block, sheetMm) } : block);
/** What may break over pages, and what stands together at the end: signatures, never without the last of what they are under. */
function paged({ blocks, flipped }: Part) {
  const sheetMm = flipped ? SHEET_MM.flipped : SHEET_MM.upright;
  const { body, end } = endOf(blocks, sheetMm);
  return { blocks: body.map((block) => pagedBlock(block, sheetMm)), end: end.map((block) => pagedBlock(block, sheetMm)) };
}

/** Prints documents into one file, each with its own count of pages. Equal data give equal bytes. */
export function printForms({ print }: Pick<Printer, "print">, { title, date, documents, files }: FormsFile): Promise<Uint8Array> {
  const [first] = documents;
  const data = documents.map(({ parts, footer, letterhead, verification }) => ({
    footer, letterhead: { arms: null, garuda: null, ...letterhead }, verification: verificationBox(verification),
    parts: parts.map((part, i) => ({ ...part, ...paged(part), isLast: i === parts.length - 1 })),
  }));
  const author = first?.letterhead.offices.at(-1) ?? first?.letterhead.government ?? "";
  return print("forms", { title, author, date: dateParts(date), documents: data }, { marks: documents.map(({ verification }) => (verification === null ? "" : qrMark(verification.url))), files });
}
