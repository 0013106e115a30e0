import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import { verifyChain, type ChainFault, type ChainState } from "./audit-chain.ts";

export type Checkpoint = { seq: number; hash: string; at: string; signature: string };
export type Verdict = Omit<ChainState, "firstBad"> & { firstBad: { seq: number; fault: ChainFault | "cut" | "checkpoint" | "signature" } | null; checkpoint: Checkpoint | null };

/**
 * Signed heads of the audit chain, kept as files outside of the database: a chain alone does not see that its tail was cut.
 * The key lies beside them, readable by the API's user only; an office that wants more copies the checkpoints elsewhere.
 */
export function checkpointFolder(dataDir: string): string {
  return path.join(dataDir, "checkpoints");
}

/** Signs today's head, unless it is signed already. Gives the newest checkpoint, or null on an empty trail. */
export async function writeCheckpoint(pool: Pool, dataDir: string, now: string): Promise<Checkpoint | null> {
  const { rows } = await pool.query<{ seq: number; hash: string }>("select seq::int as seq, hash from audit order by seq desc limit 1");
  const head = rows[0];
  if (head === undefined) return null;
  const folder = checkpointFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const last = (await readCheckpoints(dataDir)).at(-1);
  if (last?.seq === head.seq) return last;
  const signature = sign(null, Buffer.from(signedText({ ...head, at: now })), await signingKey(folder)).toString("base64");
  const checkpoint = { ...head, at: now, signature };
  await writeFile(path.join(folder, `${String(head.seq).padStart(12, "0")}.json`), `${JSON.stringify(checkpoint)}\n`, { flag: "wx" }).catch((cause: unknown) => {
    // Another process signed the same head a moment ago: one signature is enough.
    if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
  });
  return checkpoint;
}

function signedText({ seq, hash, at }: Pick<Checkpoint, "seq" | "hash" | "at">): string {
  return `${seq}|${hash}|${at}`;
}

/** All checkpoints of a folder, oldest first. */
export async function readCheckpoints(dataDir: string): Promise<Checkpoint[]> {
  const folder = checkpointFolder(dataDir);
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.filter((n) => /^\d+\.json$/.test(n)).toSorted().map((n) => readFile(path.join(folder, n), "utf8")));
  return texts.map((text): Checkpoint => JSON.parse(text));
}

/** Ed25519 signature of a text under the checkpoint key, base64: for what else this installation vouches for. */
export async function signText(dataDir: string, text: string): Promise<string> {
  const folder = checkpointFolder(dataDir);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return sign(null, Buffer.from(text), await signingKey(folder)).toString("base64");
}

async function signingKey(folder: string): Promise<KeyObject> {
  const file = path.join(folder, "signing-key.pem");
  const stored = await readFile(file, "utf8").catch(() => null);
  if (stored !== null) return createPrivateKey(stored);
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  await writeFile(file, privateKey.export({ type: "pkcs8", format: "pem" }), { mode: 0o600, flag: "wx" });
  await writeFile(path.join(folder, "public-key.pem"), publicKey.export({ type: "spki", format: "pem" }));
  return privateKey;
}

/** The chain against itself and against every signed checkpoint: the first bad row, whatever made it bad. */
export async function verifyAudit(pool: Pool, dataDir: string): Promise<Verdict> {
  const checkpoints = await readCheckpoints(dataDir);
  const forged = await firstForged(checkpoints, dataDir);
  if (forged !== null) return { rows: 0, erased: 0, head: null, firstBad: { seq: forged.seq, fault: "signature" }, checkpoint: forged };
  const bySeq = new Map(checkpoints.map((c) => [c.seq, c]));
  let differs: Checkpoint | null = null;
  const state = await verifyChain(pool, (row) => {
    const signed = bySeq.get(row.seq);
    if (signed !== undefined && signed.hash !== row.hash) differs ??= signed;
  });
  const newest = checkpoints.at(-1) ?? null;
  return { ...state, checkpoint: newest, firstBad: state.firstBad ?? against(state, differs, newest) };
}

function against(state: ChainState, differs: Checkpoint | null, newest: Checkpoint | null): Verdict["firstBad"] {
  if (differs !== null) return { seq: differs.seq, fault: "checkpoint" };
  const length = state.head?.seq ?? 0;
  return newest !== null && newest.seq > length ? { seq: length + 1, fault: "cut" } : null;
}

async function firstForged(checkpoints: readonly Checkpoint[], dataDir: string): Promise<Checkpoint | null> {
  if (checkpoints.length === 0) return null;
  const pem = await readFile(path.join(checkpointFolder(dataDir), "public-key.pem"), "utf8").catch(() => null);
  const key = pem === null ? null : createPublicKey(pem);
  return checkpoints.find((c) => key === null || !verify(null, Buffer.from(signedText(c)), key, Buffer.from(c.signature, "base64"))) ?? null;
}
