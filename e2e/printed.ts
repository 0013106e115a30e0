import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Download, Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import decodeQR from "qr/decode.js";

type Canvas = { readonly width: number; readonly height: number; toBuffer(type: "image/jpeg", quality: number): Buffer };
type Context = { getImageData(left: number, top: number, width: number, height: number): { width: number; height: number; data: Uint8ClampedArray } };

/** Presses what gives a file; its name and bytes. */
export async function fileOf(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
  const coming = page.waitForEvent("download");
  await press();
  const download: Download = await coming;
  return { name: download.suggestedFilename(), bytes: new Uint8Array(await readFile(await download.path())) };
}

/** A PDF as pdf.js draws it: how many pages, what a telephone reads from the mark on the last one, and the first as a picture for the README. */
export async function readPrinted(bytes: Uint8Array, picture?: string): Promise<{ pages: number; mark: string; text: string }> {
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  try {
    const file = await task.promise;
    const draw = async (number: number, scale: number): Promise<{ canvas: Canvas; context: Context; text: string }> => {
      const sheet = await file.getPage(number);
      const viewport = sheet.getViewport({ scale });
      const factory = file.canvasFactory as { create(width: number, height: number): { canvas: Canvas; context: Context } };
      const drawn = factory.create(Math.ceil(viewport.width), Math.ceil(viewport.height));
      await sheet.render({ canvas: drawn.canvas as never, canvasContext: drawn.context as never, viewport }).promise;
      const { items } = await sheet.getTextContent();
      return { ...drawn, text: items.map((item) => ("str" in item ? item.str : "")).join(" ") };
    };
    const first = await draw(1, 1.25);
    if (picture !== undefined) await writeFile(path.join(import.meta.dirname, "pictures", `${picture}.jpg`), first.canvas.toBuffer("image/jpeg", 66));
    const { canvas, context } = await draw(file.numPages, 2);
    return { pages: file.numPages, mark: decodeQR(context.getImageData(0, 0, canvas.width, canvas.height)), text: first.text };
  } finally {
    await task.destroy();
  }
}
