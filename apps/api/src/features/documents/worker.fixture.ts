import { createDb, createPool } from "#db/client.ts";
import { demoClock } from "../../clock.ts";
import { createQueue } from "../../queue.ts";
import { workDocuments } from "./runner.ts";

/** A process of its own that works at documents until it is killed: `node worker.fixture.ts <database url> <folder> <day> <secret>`. */
const [url = "", dataDir = "", day = "", secret = ""] = process.argv.slice(2);
const pool = createPool(url);
await workDocuments({ pool, db: createDb(pool), clock: demoClock(day), queue: createQueue(pool, console.error), dataDir, secret });
