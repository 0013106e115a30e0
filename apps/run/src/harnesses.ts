import { FIGURES, mutationStage, RULES } from "./mutation.ts";
import { installProofTools, LIGHTHOUSE } from "./proof-tools.ts";
import { browserStage, programStage, vitestStage } from "./runners.ts";
import type { Stage } from "./stage.ts";

const FULL = { TERAJU_PROOF: "1" };

/**
 * What `pnpm proof` runs, by name. Each is a harness of `pnpm test` at full size: TERAJU_PROOF=1 asks for it, and
 * `size(usual, full)` of `apps/api/test/size.ts` and of `e2e/size.ts` answers. Load, the live meeting, faults, mutation and
 * Lighthouse run here alone; the first three first prove with a planted fault that they can fail.
 */
export const HARNESSES: readonly Stage[] = [
  vitestStage("api", { projects: ["api"], env: FULL }),
  vitestStage("anonymity", { projects: ["api"], files: ["apps/api/test/anonymity"], env: FULL }),
  browserStage("browser", [], FULL),
  programStage("load", [["apps/api/proof/load.ts", "--seconds", "5", "--selftest"], ["apps/api/proof/load.ts", "--seconds", "240"]]),
  programStage("meeting-live", [["apps/api/proof/meeting-live.ts", "--seconds", "15", "--selftest"], ["apps/api/proof/meeting-live.ts", "--seconds", "60"]]),
  programStage("faults", [["apps/api/proof/faults.ts", "--seconds", "15", "--selftest"], ["apps/api/proof/faults.ts", "--seconds", "240"]]),
  programStage("simulation", [["apps/simulation/src/main.ts", "--cities", "20", "--runs", "400"]]),
  mutationStage("mutation", RULES),
  mutationStage("mutation-statistics", FIGURES),
  programStage("lighthouse", [["e2e/lighthouse.ts", LIGHTHOUSE]], { isBare: true, prepare: installProofTools }),
];
