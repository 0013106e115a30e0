import { opdStart } from "../id/opd-start.ts";
import { pageCopy } from "../page-copy.ts";

export const useOpdStartCopy = pageCopy(opdStart, async () => (await import("../en/opd-start.ts")).opdStart);
