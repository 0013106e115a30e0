import { availableParallelism } from "node:os";
import type { Services } from "../../context.ts";
import { letterheadsOn, type Letterheads } from "../../letterhead.ts";
import { registerDocuments } from "../../official-document.ts";
import type { DocumentContent } from "../../pdf/form-content.ts";
import { formDocument, nameOf, whenOf } from "../../pdf/form-documents.ts";
import { printForms, type FormDocument } from "../../pdf/forms.ts";
import { createPrinter, type Printer } from "../../pdf/print.ts";
import { writeDocuments } from "./content.ts";
import { archiveInto, openForWriting, type JobFile } from "./job-files.ts";
import { claimJob, dayOf, finishJob, tellProgress, type Claimed } from "./job-queries.ts";
import type { Written } from "./party.ts";
import { listPeopleOfUnit, listWanted } from "./sources.ts";
import { documentsWorkbook } from "./workbook.ts";

export type RunnerServices = Pick<Services, "pool" | "db" | "clock" | "secret" | "dataDir">;
/** Runs jobs one after another; `wake` when there may be one. `stop` waits for nothing but the document at hand. */
export type JobRunner = { wake(): void; stop(): Promise<void> };

/** So many are read from the database and written in one go. */
const BATCH = 50;
/** More in one file would take a gigabyte of memory while it is set in type; a longer merger comes in volumes, in a zip. */
const VOLUME = 60;
const TELL_MS = 300;
/** For jobs that another process left behind. */
const LOOK_MS = 60_000;
const threads = (): number => Math.min(Math.max(availableParallelism(), 1), 4);

class Stopped extends Error {}

const short = (text: string): string => text.replaceAll(/[\\/:*?"<>|]/g, "-").slice(0, 80);
/** "012 Cut Nurhayati/A.1.7 Sasaran kinerja pegawai 2026.pdf": people in the order of the units. */
const entryName = (place: number, content: DocumentContent): string => `${String(place).padStart(3, "0")} ${short(content.pegawai.name)}/${content.format} ${short(`${nameOf(content)} ${whenOf(content)}`)}.pdf`;

type Running = { readonly services: RunnerServices; readonly job: Claimed; readonly heads: Letterheads; readonly printer: Printer; readonly file: JobFile; /** Throws where it was cancelled. */ readonly made: (n: number) => Promise<void>; readonly volume: number };
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

async function runJob(services: RunnerServices, job: Claimed, { printer, volume, isStopped }: { printer: Printer; volume: number; isStopped: () => boolean }): Promise<void> {
  const { pool, clock, dataDir } = services;
  const day = await dayOf(pool, job, clock.today());
  const people = job.unitId === null ? (job.personId === null ? [] : [job.personId]) : await listPeopleOfUnit(pool, job.unitId, day);
  const refs = await listWanted(pool, people, job);
  let done = 0;
  let toldAt = 0;
  const made = async (n: number): Promise<void> => {
    done += n;
    if (isStopped()) throw new Stopped();
    if (Date.now() - toldAt < TELL_MS) return;
    toldAt = Date.now();
    if (!(await tellProgress(pool, job.id, { done, total: refs.length }))) throw new Stopped();
  };
  await made(0);
  const file = await openForWriting(dataDir, job.id);
  try {
    const { name } = await MAKE[job.packaging]({ services, job, heads: await letterheadsOn(pool, day), printer, file, made, volume }, refs);
    await tellProgress(pool, job.id, { done, total: refs.length });
    await finishJob(pool, job.id, { name, sizeBytes: await file.keep() });
  } catch (cause) {
    await file.drop();
    throw cause;
  }
}

/**
 * The queue's worker in this process. The threads for jobs are its own, so that a single document never waits behind hundreds, and end
 * with the last job: what they remember is given back. A job cut off by the end of the process is begun anew a minute later.
 * `volume`: the most documents in one merged file.
 */
export function createJobRunner(services: RunnerServices, onError: (error: unknown) => void, { volume = VOLUME }: { volume?: number } = {}): JobRunner {
  let running: Promise<void> | null = null;
  let isStopped = false;
  const all = async (): Promise<void> => {
    let printer: Printer | null = null;
    try {
      for (let job = await claimJob(services.pool); job !== null && !isStopped; job = await claimJob(services.pool)) {
        printer ??= createPrinter(threads());
        await runJob(services, job, { printer, volume, isStopped: () => isStopped }).catch(async (cause: unknown) => {
          if (cause instanceof Stopped) return;
          await finishJob(services.pool, job?.id ?? "", null);
          onError(cause);
        });
      }
    } finally {
      await printer?.stop();
    }
  };
  const wake = (): void => {
    if (isStopped) return;
    // A job that came while the last round was ending is found by the next.
    running = (running ?? Promise.resolve()).then(all).catch(onError);
  };
  const timer = setInterval(wake, LOOK_MS);
  timer.unref();
  return {
    wake,
    async stop() {
      isStopped = true;
      clearInterval(timer);
      await running;
    },
  };
}
