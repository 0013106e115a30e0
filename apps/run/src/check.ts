import { checkStage } from "./check-stage.ts";
import { finish, runStages } from "./stage.ts";

/** `pnpm check`: everything that needs no test to run. */
finish(await runStages([checkStage()]));
