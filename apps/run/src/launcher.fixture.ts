import { followLauncher } from "./launcher.ts";

/** Stands for the product: says its process id and lives until it is ended. */
followLauncher();
process.on("SIGTERM", () => {
  console.log("ended");
  process.exit(0);
});
setInterval(() => undefined, 1_000);
console.log(process.pid);
