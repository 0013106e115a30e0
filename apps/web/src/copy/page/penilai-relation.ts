import { penilaiRelation } from "../id/penilai-relation.ts";
import { pageCopy } from "../page-copy.ts";

export const usePenilaiRelationCopy = pageCopy(penilaiRelation, async () => (await import("../en/penilai-relation.ts")).penilaiRelation);
