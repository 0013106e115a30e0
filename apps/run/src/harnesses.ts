import { browserStage, vitestStage } from "./runners.ts";
import type { Stage } from "./stage.ts";

const FULL = { TERAJU_PROOF: "1" };

/**
 * What `pnpm proof` runs, by name. Each is a harness of `pnpm test` at full size: TERAJU_PROOF=1 asks for it, and
 * `size(usual, full)` of `apps/api/test/size.ts` and of `e2e/size.ts` answers.
 */
export const HARNESSES: readonly Stage[] = [
  vitestStage("api", { projects: ["api"], env: FULL }),
  browserStage("browser", [], FULL),
];
