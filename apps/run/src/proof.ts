import { HARNESSES } from "./harnesses.ts";
import { finish, runStages } from "./stage.ts";

/** `pnpm proof [name …]`: the harnesses at full size, all of them or those named. */
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !HARNESSES.some((harness) => harness.name === name));
if (unknown.length > 0) {
  console.error(`No harness is called ${unknown.join(", ")}; there are: ${HARNESSES.map(({ name }) => name).join(", ")}`);
  process.exit(1);
}
finish(await runStages(wanted.length === 0 ? HARNESSES : HARNESSES.filter(({ name }) => wanted.includes(name))));
