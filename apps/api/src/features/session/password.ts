import { hash, verify } from "@node-rs/argon2";
import { Problem } from "#http/problem.ts";

/** The library names its algorithms in a const enum, which type stripping cannot read: this is `Algorithm.Argon2id`. */
const ARGON2ID = 2;
/** argon2id as OWASP gives it (19 MiB, two passes, one lane): about 70 ms on a slow core. */
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 2;
const MAY_WAIT = 50;

let running = 0;
const waiting: (() => void)[] = [];

/** Two at a time, fifty waiting, the rest are told to come back: a storm of sign-ins must not starve everything else. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAY_WAIT) throw new Problem("busy", { retryAfterSeconds: 5 });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, PARAMETERS));
}

let nobody: Promise<string> | undefined;
/** Verifies in the same time for an account that does not exist or has no password: then against a hash that nothing matches. */
export async function verifyPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hash("nobody has this password", PARAMETERS);
  const against = passwordHash ?? (await nobody);
  const isRight = await inTurn(() => verify(against, password));
  return isRight && passwordHash !== null;
}

const COMMON = ["password", "passw0rd", "qwertyuiop", "bismillah", "indonesia", "rahasia", "langsa", "123456", "abcdef", "kotalangsa", "asnlangsa"];
/** Why a new password will not do: it is a common one, one pattern repeated, or made of the NIP. */
export function passwordWeakness(password: string, login: string): "password_common" | "password_from_nip" | null {
  const plain = password.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const bare = COMMON.reduce((rest, word) => rest.replaceAll(word, ""), plain);
  if (bare.length < 4 || new Set(password).size < 5) return "password_common";
  const digits = login.replaceAll(/\D/g, "");
  if (digits.length >= 8 && (plain.includes(digits.slice(0, 8)) || digits.includes(plain))) return "password_from_nip";
  return null;
}
