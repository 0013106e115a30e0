/**
 * The thread that sets documents in type. Typst's compiler is one synchronous call; here it keeps nobody waiting but the next document.
 * The compiler stays alive between documents: its memory of fonts and templates makes the second one several times faster than the first.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { parentPort } from "node:worker_threads";
import { NodeCompiler } from "@myriaddreamin/typst-ts-node-compiler";
import type { Answer, Job } from "./print.ts";
import { withoutUnprintable } from "./printable.ts";

const FONTS = [
  "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf",
  "atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf",
  "atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
  "noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];
/** What the last so many documents did not use is forgotten, or the memory would grow without end; fonts and templates are used by each. */
const KEEP_TURNS = 1;
/** The compiler names some of the signs that no font has, not always all at once. */
const ROUNDS = 8;

const { resolve } = createRequire(import.meta.url);
const compiler = NodeCompiler.create({ workspace: import.meta.dirname, fontArgs: [{ fontBlobs: FONTS.map((font) => readFileSync(resolve(`@expo-google-fonts/${font}`))) }] });

/** @throws Error with the compiler's words when a template is wrong. */
function print({ template, data, marks, files }: Job): Uint8Array {
  try {
    for (const { path: place, bytes } of files) compiler.mapShadow(path.join(import.meta.dirname, place), Buffer.from(bytes));
    let text = data;
    for (let round = 1; ; round += 1) {
      try {
        // In one call: a compiled document held by JavaScript is memory that its collector does not see (2 MB for each).
        return compiler.pdf({ mainFilePath: path.join(import.meta.dirname, `${template}.typ`), inputs: { data: text, mark: marks[0] ?? "", marks: JSON.stringify(marks) } }, { pdfStandard: "ua-1" });
      } catch (cause) {
        // PDF/UA demands a glyph for each sign. The compiler itself is the only authority on which ones it lacks.
        const next = round < ROUNDS ? withoutUnprintable(text, String(cause)) : text;
        if (next === text) throw new Error(`template ${template}: ${String(cause)}`);
        text = next;
      }
    }
  } finally {
    for (const { path: place } of files) compiler.unmapShadow(path.join(import.meta.dirname, place));
    compiler.evictCache(KEEP_TURNS);
  }
}

parentPort?.on("message", (job: Job) => {
  let answer: Answer;
  try {
    answer = { id: job.id, pdf: Uint8Array.from(print(job)) };
  } catch (cause) {
    answer = { id: job.id, fault: String(cause) };
  }
  parentPort?.postMessage(answer, "pdf" in answer ? [answer.pdf.buffer as ArrayBuffer] : []);
});
