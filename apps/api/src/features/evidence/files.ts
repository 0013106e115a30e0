import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileTypeFromBuffer } from "file-type";
import { Problem } from "#http/problem.ts";
import { jpegWithoutMetadata, pngWithoutMetadata } from "./image-metadata.ts";

const ENDINGS: Record<string, readonly string[]> = { "application/pdf": ["pdf"], "image/jpeg": ["jpg", "jpeg"], "image/png": ["png"] };

export type Checked = { bytes: Buffer; mime: string; sha256: string };

function unsupported(code: string): never {
  throw new Problem("unsupported", { fields: [{ path: "body", code }] });
}

/**
 * Takes a file only where its first bytes, the declared type and the ending of its name agree on PDF, JPEG or PNG;
 * gives it without a picture's metadata. Throws `unsupported`, or `invalid` for an empty or broken one.
 */
export async function checkFile(body: unknown, declared: string | undefined, title: string): Promise<Checked> {
  if (!Buffer.isBuffer(body) || body.length === 0) throw new Problem("invalid", { fields: [{ path: "body", code: "empty_file" }] });
  const mime = declared?.split(";")[0]?.trim().toLowerCase() ?? "";
  const endings = ENDINGS[mime] ?? unsupported("type_not_taken");
  const found = await fileTypeFromBuffer(body);
  if (found?.mime !== mime) unsupported("content_is_another_type");
  const ending = /\.([a-z0-9]{1,8})$/i.exec(title)?.[1]?.toLowerCase();
  // "12.5" in a title is no ending; "html" or "exe" is one, and lies.
  if (ending !== undefined && !/^\d+$/.test(ending) && !endings.includes(ending)) unsupported("name_says_another_type");
  const bytes = mime === "image/jpeg" ? jpegWithoutMetadata(body) : mime === "image/png" ? pngWithoutMetadata(body) : body;
  if (bytes === null) throw new Problem("invalid", { fields: [{ path: "body", code: "broken_file" }] });
  return { bytes, mime, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** Files lie outside of the web root, under names that nobody can guess and that say nothing of whom they are about. */
const folderOf = (dataDir: string): string => path.join(dataDir, "evidence");
function placeOf(dataDir: string, key: string): string {
  if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error("a storage key is a UUID");
  return path.join(folderOf(dataDir), key.slice(0, 2), key);
}

/** Writes the bytes so that the file is there whole or not at all, also when the power fails. Gives its storage key. */
export async function keepFile(dataDir: string, bytes: Buffer): Promise<string> {
  const key = randomUUID();
  const place = placeOf(dataDir, key);
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  const file = await open(`${place}.part`, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${place}.part`, place);
  return key;
}

export async function dropFile(dataDir: string, key: string): Promise<void> {
  await rm(placeOf(dataDir, key), { force: true });
}

/** The file to be read, with its size in bytes. Throws `not_found` where the disk has lost it. */
export async function openFile(dataDir: string, key: string): Promise<{ stream: NodeJS.ReadableStream; size: number }> {
  const place = placeOf(dataDir, key);
  const found = await stat(place).catch(() => { throw new Problem("not_found"); });
  return { stream: createReadStream(place), size: found.size };
}

/** What lies on the disk and was last written before `until` (milliseconds): keys of whole files, and paths of those that were never finished. */
export async function storedBefore(dataDir: string, until: number): Promise<{ keys: string[]; unfinished: string[] }> {
  const keys: string[] = [];
  const unfinished: string[] = [];
  const entries = await readdir(folderOf(dataDir), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const place = path.join(entry.parentPath, entry.name);
    const isPart = entry.name.endsWith(".part");
    if (!entry.isFile() || (!isPart && !/^[0-9a-f-]{36}$/.test(entry.name))) continue;
    // Gone meanwhile: somebody took it away.
    const found = await stat(place).catch(() => null);
    if (found !== null && found.mtimeMs < until) (isPart ? unfinished : keys).push(isPart ? place : entry.name);
  }
  return { keys, unfinished };
}

/** `attachment` with the title as the file's name: no folders, no quotes, the right ending (RFC 6266). */
export function dispositionOf(title: string, mime: string): string {
  const [ending = "bin"] = ENDINGS[mime] ?? [];
  // oxlint-disable-next-line no-control-regex -- what a file's name may not hold, control characters among it
  const bare = title.replaceAll(/[\\/:*?"<>|\u0000-\u001f]/g, "-").replace(/^\.+/, "").replace(/\.(pdf|jpe?g|png)$/i, "").slice(0, 120) || "bukti";
  const encoded = encodeURIComponent(`${bare}.${ending}`).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="bukti.${ending}"; filename*=UTF-8''${encoded}`;
}
