import { eKinerja } from "../id/e-kinerja.ts";
import { pageCopy } from "../page-copy.ts";

export const useEKinerjaCopy = pageCopy(eKinerja, async () => (await import("../en/e-kinerja.ts")).eKinerja);
