import { decodeQR } from "qr/decode.js";
import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

export type ReadPdf = {
  readonly pages: number;
  readonly title: string | undefined;
  readonly isTagged: boolean;
  readonly language: string | undefined;
  /** PostScript names of the fonts that the pages use, without the subset's prefix; one that the file does not carry is said to be missing. */
  readonly fonts: readonly string[];
  /** Text of all pages in reading order, with the zero width spaces of long words taken out. */
  readonly text: string;
  /** Roles of the structure tree, each once. */
  readonly roles: readonly string[];
  readonly alts: readonly string[];
  /** Boxes of the text on each page, in points, and the page's own width. */
  readonly boxes: readonly { readonly page: number; readonly text: string; readonly left: number; readonly right: number; readonly width: number }[];
};

type Canvas = { readonly width: number; readonly height: number };
type Node = { role?: string; alt?: string; children?: Node[] };

/** A PDF as another program sees it: pdf.js, which has nothing in common with the compiler that wrote the file. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  return withPdf(bytes, async (doc) => {
    const fonts = new Set<string>();
    const nodes: Node[] = [];
    const boxes: ReadPdf["boxes"][number][] = [];
    let text = "";
    for (let number = 1; number <= doc.numPages; number += 1) {
      const page = await doc.getPage(number);
      await page.getOperatorList();
      const content = await page.getTextContent();
      for (const item of content.items) {
        if (!("str" in item)) continue;
        text += item.str + (item.hasEOL ? "\n" : "");
        boxes.push({ page: number, text: item.str, left: item.transform[4] as number, right: (item.transform[4] as number) + item.width, width: page.view[2] ?? 0 });
        const font: unknown = page.commonObjs.has(item.fontName) ? page.commonObjs.get(item.fontName) : undefined;
        if (typeof font === "object" && font !== null && "name" in font) fonts.add(`${"missingFile" in font && font.missingFile === false ? "" : "not embedded: "}${String(font.name).replace(/^[A-Z]{6}\+/, "")}`);
      }
      text += "\n";
      const tree = (await page.getStructTree()) as Node | null;
      if (tree !== null) nodes.push(...flat(tree));
    }
    const { info, metadata } = await doc.getMetadata();
    const title = "Title" in info ? String(info.Title) : undefined;
    // Its types promise an object; it gives a Map.
    const mark: unknown = await doc.getMarkInfo();
    return {
      pages: doc.numPages, title, isTagged: mark instanceof Map && mark.get("Marked") === true, language: metadata?.get("dc:language")?.toString() ?? ("Language" in info ? String(info.Language) : undefined),
      fonts: [...fonts].sort(), text: text.replaceAll("\u200B", ""), roles: [...new Set(nodes.map(({ role }) => role ?? ""))].filter(Boolean).sort(),
      alts: nodes.flatMap(({ alt }) => (alt === undefined ? [] : [alt])), boxes,
    };
  });
}

/** What a telephone reads from the QR mark on a page, found on the page as it is printed. */
export async function qrOnPage(bytes: Uint8Array, number: number): Promise<string> {
  return withPdf(bytes, async (doc) => {
    const page = await doc.getPage(number);
    const viewport = page.getViewport({ scale: 2 });
    const factory = doc.canvasFactory as { create(width: number, height: number): { canvas: Canvas; context: { getImageData(left: number, top: number, width: number, height: number): Canvas & { data: Uint8ClampedArray } } } };
    const { canvas, context } = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
    await page.render({ canvas, canvasContext: context, viewport }).promise;
    const { width, height, data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return decodeQR({ width, height, data });
  });
}

function flat(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(flat)];
}

async function withPdf<T>(bytes: Uint8Array, use: (doc: PDFDocumentProxy) => Promise<T>): Promise<T> {
  // The reader takes the bytes for itself: it is given a copy.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false, fontExtraProperties: true });
  try {
    return await use(await task.promise);
  } finally {
    await task.destroy();
  }
}
