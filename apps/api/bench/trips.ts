import type { InjectOptions } from "fastify";
import type pg from "pg";
import { buildApp } from "../src/app.ts";
import { demoClock } from "../src/clock.ts";
import { createDb } from "#db/client.ts";
import { createQueue } from "../src/queue.ts";
import { TODAY } from "./city.ts";

export type Trip = { name: string; text: string; values: unknown[] };

/** The statements that one request sends to the database, in order: what the bare driver then runs for comparison. */
export async function tripsOf(pool: pg.Pool, request: InjectOptions): Promise<Trip[]> {
  const trips: Trip[] = [];
  const recorder = new Proxy(pool, {
    get(target, key) {
      if (key !== "query") return Reflect.get(target, key, target) as unknown;
      return (query: Trip) => {
        trips.push({ name: query.name, text: query.text, values: query.values });
        return target.query(query);
      };
    },
  });
  const app = await buildApp({ pool: recorder, db: createDb(pool), clock: demoClock(TODAY), dataDir: "/nonexistent", queue: createQueue(pool, console.error), secret: "rahasia-khusus-untuk-pengukuran-saja" });
  const answer = await app.inject(request);
  await app.close();
  if (answer.statusCode !== 200) throw new Error(`${String(request.url)} answered ${answer.statusCode}: ${answer.payload.slice(0, 300)}`);
  return trips;
}
