import { result } from "../id/result.ts";
import { pageCopy } from "../page-copy.ts";

export const useResultCopy = pageCopy(result, async () => (await import("../en/result.ts")).result);
