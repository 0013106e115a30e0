import { availableParallelism } from "node:os";
import { isUnreachable } from "#db/unreachable.ts";
import type { Services } from "../../context.ts";
import { letterheadsOn, type Letterheads } from "../../letterhead.ts";
import { registerDocuments } from "../../official-document.ts";
import type { DocumentContent } from "../../pdf/form-content.ts";
import { formDocument, nameOf, whenOf } from "../../pdf/form-documents.ts";
import { printForms, type FormDocument } from "../../pdf/forms.ts";
import { createPrinter, type Printer } from "../../pdf/print.ts";
import type { Task } from "../../queue.ts";
import { writeDocuments } from "./content.ts";
import { archiveInto, openForWriting, type JobFile } from "./job-files.ts";
import { beginJob, dayOf, endLostJob, finishJob, tellProgress, type Begun } from "./job-queries.ts";
import type { Written } from "./party.ts";
import { listPeopleOfUnit, listWanted } from "./sources.ts";
import { documentsWorkbook } from "./workbook.ts";

export type RunnerServices = Pick<Services, "pool" | "db" | "clock" | "secret" | "dataDir">;

/** So many are read from the database and written in one go. */
const BATCH = 50;
/** More in one file would take a gigabyte of memory while it is set in type; a longer merger comes in volumes, in a zip. */
const VOLUME = 60;
const TELL_MS = 300;
const threads = (): number => Math.min(Math.max(availableParallelism(), 1), 4);

/** Cancelled, or another process is at it. */
class NoLongerOurs extends Error {}

const short = (text: string): string => text.replaceAll(/[\\/:*?"<>|]/g, "-").slice(0, 80);
/** "012 Cut Nurhayati/A.1.7 Sasaran kinerja pegawai 2026.pdf": people in the order of the units. */
const entryName = (place: number, content: DocumentContent): string => `${String(place).padStart(3, "0")} ${short(content.pegawai.name)}/${content.format} ${short(`${nameOf(content)} ${whenOf(content)}`)}.pdf`;

type Running = { readonly services: RunnerServices; readonly job: Begun; readonly heads: Letterheads; readonly printer: Printer; readonly file: JobFile; /** Throws where it is no longer ours, or the process ends. */ readonly made: (n: number) => Promise<void>; readonly volume: number };
type Numbered = { readonly written: Written; readonly place: number; readonly document: FormDocument };

/** Batch by batch: read, noted for the check, ready for the printer. */
async function* documentsOf({ services, job, heads }: Running, refs: Awaited<ReturnType<typeof listWanted>>): AsyncGenerator<Numbered[]> {
  const { pool, db, clock, secret } = services;
  const places = new Map([...new Set(refs.map(({ personId }) => personId))].map((id, i) => [id, i + 1]));
  for (let at = 0; at < refs.length; at += BATCH) {
    const batch = await writeDocuments(pool, refs.slice(at, at + BATCH), heads);
    const codes = await registerDocuments({ db, now: clock.now() }, secret, batch);
    yield batch.map((written, i) => {
      const code = codes[i] ?? "";
      return { written, place: places.get(written.ref.personId) ?? 0, document: formDocument(written.content, heads.of(written.opdId), { url: `${job.origin}/verifikasi/${code}`, code }) };
    });
  }
}

type Product = { readonly name: string };
async function asZip(run: Running, refs: Parameters<typeof documentsOf>[1]): Promise<Product> {
  const archive = archiveInto(run.file);
  for await (const batch of documentsOf(run, refs)) {
    const printed = batch.map(({ written: { content }, document, place }) => ({ name: entryName(place, content), pdf: printForms(run.printer, { title: nameOf(content), date: content.date, documents: [document], files: run.heads.files }) }));
    // All are on their way at once; whichever fails is heard of at its turn, and the others not lost as unhandled.
    for (const { pdf } of printed) pdf.catch(() => undefined);
    for (const { name, pdf } of printed) {
      await archive.add(name, await pdf);
      await run.made(1);
    }
  }
  await archive.end();
  return { name: "dokumen.zip" };
}

async function asMerged(run: Running, refs: Parameters<typeof documentsOf>[1]): Promise<Product> {
  const { printer, file, heads, made, volume: most } = run;
  const volumes: Numbered[][] = [];
  for await (const batch of documentsOf(run, refs)) {
    for (const one of batch) {
      const last = volumes.at(-1);
      if (last === undefined || last.length >= most) volumes.push([one]);
      else last.push(one);
    }
  }
  const print = (volume: readonly Numbered[]): Promise<Uint8Array> => printForms(printer, { title: "Dokumen kinerja pegawai", date: volume[0]?.written.content.date ?? "2000-01-01", documents: volume.map(({ document }) => document), files: heads.files });
  const archive = volumes.length > 1 ? archiveInto(file) : null;
  // Two at a time: memory is what limits here.
  for (let at = 0; at < volumes.length; at += 2) {
    const pair = volumes.slice(at, at + 2).map((volume) => ({ volume, pdf: print(volume) }));
    for (const { pdf } of pair) pdf.catch(() => undefined);
    for (const [i, { volume, pdf }] of pair.entries()) {
      if (archive === null) await file.add(await pdf);
      else await archive.add(`jilid-${String(at + i + 1).padStart(2, "0")}.pdf`, await pdf);
      await made(volume.length);
    }
  }
  await archive?.end();
  return { name: archive === null ? "dokumen.pdf" : "dokumen-jilid.zip" };
}

async function asWorkbook(run: Running, refs: Parameters<typeof documentsOf>[1]): Promise<Product> {
  const contents: DocumentContent[] = [];
  for (let at = 0; at < refs.length; at += BATCH) {
    const batch = await writeDocuments(run.services.pool, refs.slice(at, at + BATCH), run.heads);
    contents.push(...batch.map(({ content }) => content));
    await run.made(batch.length);
  }
  await run.file.add(await documentsWorkbook(contents));
  return { name: "dokumen.xlsx" };
}
const MAKE = { zip: asZip, merged: asMerged, xlsx: asWorkbook } as const;

type Making = { readonly printer: Printer; readonly volume: number };
async function makeFile(services: RunnerServices, job: Begun, signal: AbortSignal, { printer, volume }: Making): Promise<void> {
  const { pool, clock, dataDir } = services;
  const day = await dayOf(pool, job, clock.today());
  const people = job.unitId === null ? (job.personId === null ? [] : [job.personId]) : await listPeopleOfUnit(pool, job.unitId, day);
  const refs = await listWanted(pool, people, job);
  let done = 0;
  let toldAt = 0;
  const tell = async (): Promise<void> => {
    toldAt = Date.now();
    if (!(await tellProgress(pool, job, { done, total: refs.length }))) throw new NoLongerOurs();
  };
  const made = async (n: number): Promise<void> => {
    done += n;
    signal.throwIfAborted();
    if (Date.now() - toldAt >= TELL_MS) await tell();
  };
  await made(0);
  const file = await openForWriting(dataDir, job);
  try {
    const { name } = await MAKE[job.packaging]({ services, job, heads: await letterheadsOn(pool, day), printer, file, made, volume }, refs);
    await tell();
    await finishJob(pool, job, { name, sizeBytes: await file.keep() });
  } catch (cause) {
    await file.drop();
    throw cause;
  }
}

/**
 * Makes the documents of one job of the queue. The row says how far it is and how it ended; an attempt whose place another has taken
 * writes to a file of its own and can say nothing any more. The threads are its own, so that a single document never waits behind
 * hundreds, and end with it: what they remember is given back.
 * Where the process ends or the database is away another try is worth it. Anything else would only fail again, and ends the job.
 * @param volume the most documents in one merged file.
 */
export async function makeDocuments(services: RunnerServices, { id, attempt, signal }: Task, { volume = VOLUME }: { volume?: number } = {}): Promise<void> {
  const job = await beginJob(services.pool, { id, attempt });
  // Cancelled while it waited; or done, by a process that died before it could tell the queue.
  if (job === null) return;
  const printer = createPrinter(threads());
  const stop = (): void => void printer.stop();
  signal.addEventListener("abort", stop);
  try {
    await makeFile(services, job, signal, { printer, volume });
  } catch (cause) {
    if (cause instanceof NoLongerOurs) return;
    if (!signal.aborted && !isUnreachable(cause)) await finishJob(services.pool, job, null);
    throw cause;
  } finally {
    signal.removeEventListener("abort", stop);
    await printer.stop();
  }
}

/** The queue's worker in this process: one job at a time, so that memory is bounded. */
export async function workDocuments(services: RunnerServices & Pick<Services, "queue">): Promise<void> {
  await services.queue.work("documents", (task) => makeDocuments(services, task));
  await services.queue.work("documents-lost", ({ id }) => endLostJob(services.pool, id));
}
