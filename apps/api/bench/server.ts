/** The application as a process of its own, so that its CPU can be told from the client's: `node server.ts <database url> <day> <folder> [port]`. */
import { buildApp } from "../src/app.ts";
import { demoClock } from "../src/clock.ts";
import { createQueue } from "../src/queue.ts";
import { createDb, createPool } from "#db/client.ts";

const [url = "", day = "", dataDir = "", port = "0"] = process.argv.slice(2);
const pool = createPool(url);
const queue = createQueue(pool, console.error);
const app = await buildApp({ pool, db: createDb(pool), clock: demoClock(day), dataDir, queue, secret: "rahasia-khusus-untuk-pengukuran-saja", logger: { level: "error" } });
await app.listen({ port: Number(port), host: "127.0.0.1" });
const bound = app.server.address();
process.send?.({ port: bound !== null && typeof bound === "object" ? bound.port : 0 });
process.on("disconnect", () => process.exit(0));
