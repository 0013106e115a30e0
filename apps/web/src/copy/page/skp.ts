import { skp } from "../id/skp.ts";
import { pageCopy } from "../page-copy.ts";

export const useSkpCopy = pageCopy(skp, async () => (await import("../en/skp.ts")).skp);
