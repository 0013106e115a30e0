import { inflateRawSync } from "node:zlib";
import { LIMITS, SheetFault } from "./limits.ts";

const EOCD = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const ZIP64_LOCATOR = 0x07064b50;
const MOST_COMMENT = 65_535;
/** Smaller parts may shrink as they like: a relations file of 300 equal bytes is no bomb. */
const RATIO_FROM_BYTES = 200_000;

type Entry = { readonly name: string; readonly method: number; readonly packed: number; readonly size: number; readonly start: number; readonly end: number };

/** Whether the bytes begin as every zip does, an XLSX too. */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** A zip whose directory has been checked; nothing of it is inflated yet. */
export class Zip {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #inflated = 0;

  /** @throws SheetFault where the directory is broken, encrypted, or promises more than we take. */
  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = readDirectory(this.#bytes);
  }

  get names(): string[] {
    return [...this.#entries.keys()];
  }

  /**
   * One part, inflated. The size that the directory declares may be a lie: inflating stops at it, and at what all parts together may have.
   * @returns null where there is no such part.
   */
  read(name: string): Buffer | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const packed = this.#bytes.subarray(entry.start, entry.end);
    const room = LIMITS.inflatedBytes - this.#inflated;
    if (entry.size > room) throw new SheetFault("zip_bomb");
    const bytes = entry.method === 0 ? packed : inflate(packed, entry.size);
    if (bytes.length !== entry.size) throw new SheetFault("zip_broken");
    this.#inflated += bytes.length;
    return bytes;
  }
}

function inflate(packed: Buffer, size: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch (cause) {
    const isLonger = cause instanceof Error && "code" in cause && cause.code === "ERR_BUFFER_TOO_LARGE";
    throw new SheetFault(isLonger ? "zip_bomb" : "zip_broken");
  }
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes);
  const count = bytes.readUInt16LE(end + 10);
  const [size, offset] = [bytes.readUInt32LE(end + 12), bytes.readUInt32LE(end + 16)];
  const isSplit = bytes.readUInt16LE(end + 4) !== 0 || bytes.readUInt16LE(end + 6) !== 0 || bytes.readUInt16LE(end + 8) !== count;
  // Files of 4 GB and more have another directory: none of ours is one.
  const isZip64 = count === 0xffff || size === 0xffffffff || offset === 0xffffffff || (end >= 20 && bytes.readUInt32LE(end - 20) === ZIP64_LOCATOR);
  if (isSplit || isZip64 || offset + size > end) throw new SheetFault("zip_broken");
  if (count > LIMITS.entries) throw new SheetFault("zip_bomb");
  const entries = new Map<string, Entry>();
  let at = offset;
  let total = 0;
  for (let i = 0; i < count; i += 1) {
    const { entry, next } = readEntry(bytes, at, offset);
    if (entries.has(entry.name)) throw new SheetFault("zip_broken");
    entries.set(entry.name, entry);
    total += entry.size;
    if (total > LIMITS.inflatedBytes || (entry.size > RATIO_FROM_BYTES && entry.size > entry.packed * LIMITS.ratio)) throw new SheetFault("zip_bomb");
    at = next;
  }
  // Parts that share bytes are how a small file inflates without end.
  const inOrder = [...entries.values()].toSorted((a, b) => a.start - b.start);
  if (inOrder.some((entry, i) => entry.start < (inOrder[i - 1]?.end ?? 0))) throw new SheetFault("zip_bomb");
  return entries;
}

function findEnd(bytes: Buffer): number {
  const least = Math.max(0, bytes.length - 22 - MOST_COMMENT);
  for (let at = bytes.length - 22; at >= least; at -= 1) {
    if (bytes.readUInt32LE(at) === EOCD && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return at;
  }
  throw new SheetFault("zip_broken");
}

function readEntry(bytes: Buffer, at: number, directory: number): { entry: Entry; next: number } {
  if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new SheetFault("zip_broken");
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  const [packed, size] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)];
  const [nameLength, extra, comment] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
  const local = bytes.readUInt32LE(at + 42);
  const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
  if ((flags & 1) !== 0) throw new SheetFault("encrypted");
  if (method !== 0 && method !== 8) throw new SheetFault("zip_broken");
  if (/^[/\\]|(^|[/\\])\.\.([/\\]|$)|\0|^[a-z]:/i.test(name)) throw new SheetFault("zip_broken");
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new SheetFault("zip_broken");
  const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
  if (start + packed > directory) throw new SheetFault("zip_broken");
  return { entry: { name, method, packed, size, start, end: start + packed }, next: at + 46 + nameLength + extra + comment };
}
