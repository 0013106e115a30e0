import type { LightMyRequestResponse } from "fastify";
import type { TestApp } from "../app.ts";
import type { Cell, Row } from "./matrix.ts";
import { ENDS_SESSION, REQUESTS } from "./requests.ts";
import { STANDINGS, type StandingWord, type World } from "./world.ts";

export type Asker = {
  /** The row's request as the person of this standing; null: without a session. */
  ask(row: Row, standing: StandingWord | null): Promise<LightMyRequestResponse>;
};

/** Keeps a session for each who asks, and makes a new one where the request ends it. */
export async function askerOf({ app, signIn }: TestApp, world: World): Promise<Asker> {
  const cookies = new Map<StandingWord, string>();
  for (const standing of STANDINGS) cookies.set(standing, await signIn(world.people[standing]));
  return {
    async ask(row, standing) {
      const made = REQUESTS[row.name]?.(world);
      if (made === undefined) throw new Error(`no request for ${row.name}`);
      const isEnding = ENDS_SESSION.includes(row.name);
      const cookie = standing === null ? undefined : isEnding ? await signIn(world.people[standing]) : cookies.get(standing);
      const [method = "GET"] = row.name.split(" ");
      const answer = await app.inject({
        method: method as "GET", url: made.url,
        headers: { ...(cookie !== undefined && { cookie }), ...(made.file !== undefined && { "content-type": made.type ?? "application/pdf" }) },
        ...(made.file !== undefined ? { payload: made.file } : made.body !== undefined ? { payload: made.body as object } : {}),
      });
      if (isEnding && standing !== null) cookies.set(standing, await signIn(world.people[standing]));
      return answer;
    },
  };
}

export function nameOf({ row, standing, role }: Cell): string {
  return `${row.name} | ${standing}${role === null ? "" : ` with the role ${role}`}`;
}

/** Does the work for each, so many at once. */
export async function inTurns<T>(items: readonly T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  await Promise.all(Array.from({ length: atOnce }, async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  }));
}
