import { checkStage } from "./check-stage.ts";
import { browserStage, vitestStage } from "./runners.ts";
import { finish, runStages } from "./stage.ts";

/** Rules are law: a line of the domain that no test reaches fails the stage. */
const EVERY_LINE_OF_THE_DOMAIN = [
  "--coverage.enabled", "--coverage.reporter=text-summary", "--coverage.include=packages/domain/src/**/*.ts", "--coverage.exclude=**/*.test.ts", "--coverage.thresholds.lines=100",
];

/** `pnpm test`: quick and cheap first, the real browser last. */
finish(await runStages([
  checkStage(),
  vitestStage("domain", ["domain"], EVERY_LINE_OF_THE_DOMAIN),
  vitestStage("contracts and house", ["contracts", "run"]),
  vitestStage("web", ["web"]),
  vitestStage("api", ["api"]),
  browserStage("browser"),
]));
