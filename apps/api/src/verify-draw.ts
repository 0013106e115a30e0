import { readFile } from "node:fs/promises";
import { z } from "zod";
import { combinedRoot } from "./features/peer-input/cycle-view.ts";
import { recomputeRoots } from "./features/peer-input/draw-core.ts";
import { hashOfKey } from "./features/peer-input/keys.ts";

/** As the verifier's page hands it out: key and inputs of all draws of a cycle, and what was published of them. */
const verification = z.object({
  key: z.string().regex(/^[0-9a-f]{64}$/), keyHash: z.string(), root: z.string(),
  inputs: z.object({ cycleId: z.string(), draws: z.array(z.object({ number: z.int(), inputs: z.unknown() })).min(1) }),
});
export type Recomputed = { /** What the draws give when they are done again. */ root: string | null; isKeyPublished: boolean; isEqual: boolean };

/** Draws again from key and inputs alone, without database and without the product. Throws for a file of another shape. */
export function verifyDraw(file: unknown): Recomputed {
  const { key, keyHash, root: published, inputs } = verification.parse(file);
  const bytes = Buffer.from(key, "hex");
  const root = combinedRoot(recomputeRoots(inputs.draws, inputs.cycleId, bytes));
  return { root, isKeyPublished: hashOfKey(bytes) === keyHash, isEqual: root === published };
}

/** `pnpm verify:draw FILE`: for the two sworn verifiers. Exit code 1 where key or root is not the published one. */
async function main(file: string | undefined): Promise<void> {
  if (file === undefined) throw new Error("pnpm verify:draw <berkas.json>");
  const { root, isKeyPublished, isEqual } = verifyDraw(JSON.parse(await readFile(file, "utf8")));
  console.log(`Akar hasil hitung ulang: ${root ?? "-"}`);
  console.log(isKeyPublished ? "Kunci cocok dengan sidik yang diumumkan." : "Kunci TIDAK cocok dengan sidik yang diumumkan.");
  console.log(isEqual ? "Akar sama dengan yang diumumkan." : "Akar TIDAK sama dengan yang diumumkan.");
  process.exitCode = isKeyPublished && isEqual ? 0 : 1;
}

if (import.meta.main) await main(process.argv[2]);
