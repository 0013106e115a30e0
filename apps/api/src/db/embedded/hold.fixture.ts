import { startEmbedded } from "./index.ts";
import { StartRefusal } from "../../start-refusal.ts";

/** A process of its own that holds a data folder until it is killed: says `{ url, pid }`, or the refusal. */
try {
  const held = await startEmbedded({ dataDir: process.argv[2] ?? "" });
  console.log(JSON.stringify({ url: held.url, pid: await held.pid() }));
  process.on("SIGTERM", () => void held.stop().then(() => process.exit(0)));
} catch (cause) {
  if (!(cause instanceof StartRefusal)) throw cause;
  console.log(JSON.stringify({ refusal: cause.message }));
}
