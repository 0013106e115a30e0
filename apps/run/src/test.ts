import { checkStage } from "./check-stage.ts";
import { browserStage, vitestStage } from "./runners.ts";
import { finish, runStages } from "./stage.ts";

/** `pnpm test`: quick and cheap first, the real browser last. */
finish(await runStages([
  checkStage(),
  // Rules are law: no line of them may go untested.
  vitestStage("domain", { projects: ["domain"], everyLineOf: "src/**/*.ts" }),
  // Numbers that speak about people: no line of them either.
  vitestStage("statistics", { projects: ["statistics"], everyLineOf: "src/**/*.ts" }),
  // The real draw and the real statistics on a small city with planted bias.
  vitestStage("simulation", { projects: ["simulation"] }),
  vitestStage("contracts and house", { projects: ["contracts", "run"] }),
  vitestStage("web", { projects: ["web"] }),
  vitestStage("api", { projects: ["api"] }),
  browserStage("browser"),
]));
