import type { LocalDate, Predikat, PredikatOrganisasi } from "@teraju/domain";
import type { Tx } from "#db/audit.ts";
import { polaExplanation } from "#db/schema/index.ts";
import { Problem } from "#http/problem.ts";

type Words = { periodId: string; unitId: string; /** The version before it; 0: none. */ after: number; text: string; capaian: PredikatOrganisasi; jumlah: Record<Predikat, number>; authorId: string; writtenOn: LocalDate; kalibrasiId: string | null };
/** Adds the next version, within the caller's transaction; `stale` where another came first. The one way into the record, from its own page and from the end of a rapat kalibrasi. */
export async function publish(tx: Tx, { after, ...words }: Words): Promise<void> {
  const made = await tx.insert(polaExplanation).values({ ...words, revision: after + 1 }).onConflictDoNothing().returning({ revision: polaExplanation.revision });
  if (made.length === 0) throw new Problem("stale");
}
