import { deadline } from "../id/deadline.ts";
import { pageCopy } from "../page-copy.ts";

export const useDeadlineCopy = pageCopy(deadline, async () => (await import("../en/deadline.ts")).deadline);
