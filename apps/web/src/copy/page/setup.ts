import { setup } from "../id/setup.ts";
import { pageCopy } from "../page-copy.ts";

export const useSetupCopy = pageCopy(setup, async () => (await import("../en/setup.ts")).setup);
