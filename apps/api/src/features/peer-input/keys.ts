import { createHash, createHmac, randomBytes } from "node:crypto";
import { mkdir, open, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

/**
 * The two keys of a cycle, as files outside of the database: who has the one without the other links nothing.
 * `draw` decides who is asked about whom; its hash is published before, the key goes to the two verifiers after.
 * `pseudonym` ties an answer to its rater until the seal, which destroys it. A backup of this folder must not be kept longer than that.
 */
export type KeyKind = "draw" | "pseudonym";

export function keyFolder(dataDir: string): string {
  return path.join(dataDir, "peer-keys");
}
const fileOf = (dataDir: string, cycleId: string, kind: KeyKind): string => path.join(keyFolder(dataDir), `${cycleId}.${kind}`);

/** Makes a cycle's two keys, unless they are there: 256 bits each, readable by the server's user alone. Gives the draw key's hash. */
export async function makeKeys(dataDir: string, cycleId: string): Promise<string> {
  await mkdir(keyFolder(dataDir), { recursive: true, mode: 0o700 });
  for (const kind of ["draw", "pseudonym"] as const) {
    await writeFile(fileOf(dataDir, cycleId, kind), randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" }).catch((cause: unknown) => {
      if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
    });
  }
  return hashOfKey(await readKey(dataDir, cycleId, "draw"));
}

/** 32 bytes. Throws where the file is gone: after the seal, or when a database was restored without its folder. */
export async function readKey(dataDir: string, cycleId: string, kind: KeyKind): Promise<Buffer> {
  const text = await readFile(fileOf(dataDir, cycleId, kind), "utf8");
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`the ${kind} key of a cycle is damaged`);
  return Buffer.from(text, "hex");
}

/** SHA-256 of the key, hex: what is published before the draw. */
export function hashOfKey(key: Buffer): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Overwrites the pseudonym key, then removes it; nothing where it is gone already. What a disk keeps below its files, no program can promise. */
export async function destroyPseudonymKey(dataDir: string, cycleId: string): Promise<void> {
  const file = fileOf(dataDir, cycleId, "pseudonym");
  const handle = await open(file, "r+").catch(() => null);
  if (handle !== null) {
    await handle.write(randomBytes(64), 0, 64, 0);
    await handle.sync();
    await handle.close();
  }
  await rm(file, { force: true });
}

/** The cycles whose pseudonym key lies in the folder. */
export async function pseudonymKeys(dataDir: string): Promise<string[]> {
  const names = await readdir(keyFolder(dataDir)).catch(() => []);
  return names.filter((name) => name.endsWith(".pseudonym")).map((name) => name.slice(0, -".pseudonym".length));
}

/** HMAC-SHA256(key, rater|subject|cycle), hex: the same rater finds the own answer again, nobody else finds whose it is. */
export function pseudonymOf(key: Buffer, { raterId, subjectId, cycleId }: { raterId: string; subjectId: string; cycleId: string }): string {
  return createHmac("sha256", key).update(`${raterId}|${subjectId}|${cycleId}`).digest("hex");
}

/** The draw's keyed hash: HMAC-SHA256 of the text. */
export function prfOf(key: Buffer): (text: string) => Uint8Array {
  return (text) => createHmac("sha256", key).update(text).digest();
}
