import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { once } from "node:events";
import path from "node:path";
import { Zip, ZipPassThrough } from "fflate";
import { Problem } from "#http/problem.ts";

const DAY_MS = 24 * 60 * 60 * 1000;
/** Outside of the web root, for the owner of the process alone. */
const folderOf = (dataDir: string): string => path.join(dataDir, "documents");
/** Each attempt at a job has a file of its own: one whose process was only slow never writes into that of the next. */
type Attempt = { readonly id: string; readonly attempt: number };
function placeOf(dataDir: string, { id, attempt }: Attempt): string {
  if (!/^[0-9a-f-]{36}$/.test(id)) throw new Error("a job's id is a UUID");
  return path.join(folderOf(dataDir), attempt === 0 ? id : `${id}-${attempt}`);
}

/** A file that grows; it is there under the name of its attempt only when it is whole. */
export type JobFile = { add(bytes: Uint8Array): Promise<void>; /** Gives the size in bytes. */ keep(): Promise<number>; drop(): Promise<void> };
export async function openForWriting(dataDir: string, of: Attempt): Promise<JobFile> {
  const place = placeOf(dataDir, of);
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 });
  const out = createWriteStream(`${place}.part`, { mode: 0o600 });
  await once(out, "open");
  const close = async (): Promise<void> => {
    out.end();
    await once(out, "close");
  };
  return {
    async add(bytes) {
      if (!out.write(bytes)) await once(out, "drain");
    },
    async keep() {
      await close();
      await rename(`${place}.part`, place);
      return out.bytesWritten;
    },
    async drop() {
      await close();
      await rm(`${place}.part`, { force: true });
    },
  };
}

/** Of no day: the same documents make the same archive. */
const NO_DAY = new Date(1980, 0, 1);

/** A zip written as it grows. PDFs are compressed already, so they are stored as they are. */
export function archiveInto(file: JobFile): { add(name: string, bytes: Uint8Array): Promise<void>; end(): Promise<void> } {
  let ready: Uint8Array[] = [];
  let fault: Error | null = null;
  const zip = new Zip((error, chunk) => {
    if (error !== null) fault = error;
    else ready.push(chunk);
  });
  const flush = async (): Promise<void> => {
    if (fault !== null) throw fault;
    const chunks = ready;
    ready = [];
    for (const chunk of chunks) await file.add(chunk);
  };
  return {
    async add(name, bytes) {
      const entry = new ZipPassThrough(name);
      entry.mtime = NO_DAY;
      zip.add(entry);
      entry.push(bytes, true);
      await flush();
    },
    async end() {
      zip.end();
      await flush();
    },
  };
}

/** Throws `not_found` where the disk has lost it. */
export async function openJobFile(dataDir: string, of: Attempt): Promise<{ stream: NodeJS.ReadableStream; size: number }> {
  const place = placeOf(dataDir, of);
  const found = await stat(place).catch(() => { throw new Problem("not_found"); });
  return { stream: createReadStream(place), size: found.size };
}

/** Removes what was last written so many days ago; gives how many. */
export async function sweepJobFiles(dataDir: string, keepDays: number, now = Date.now()): Promise<number> {
  const names = await readdir(folderOf(dataDir)).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const place = path.join(folderOf(dataDir), name);
    const found = await stat(place).catch(() => null);
    if (found === null || found.mtimeMs > now - keepDays * DAY_MS) continue;
    await rm(place, { force: true });
    removed += 1;
  }
  return removed;
}
