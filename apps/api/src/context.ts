import type { LocalDate, Role } from "@teraju/domain";
import type pg from "pg";
import type { Db } from "#db/client.ts";
import type { JobQueue } from "./queue.ts";
import type { SiasnConfig } from "./siasn.ts";

/** Who acts: found anew at each request from the session and today's assignments. */
export type Actor = { readonly personId: string; readonly name: string; readonly roles: readonly Role[] };

/** The day and the instant that count: the real ones, or those of a demonstration that stands still. */
export type Clock = { today(): LocalDate; now(): string; readonly isDemo: boolean };

/** What every verb is given. `today` is decided once per request, in Asia/Jakarta; `now` is an ISO instant of that day. */
export type Ctx = { readonly db: Db; readonly pool: pg.Pool; readonly actor: Actor; readonly today: LocalDate; readonly now: string };

/** A verb that nobody needs to be signed in for. */
export type PublicCtx = Omit<Ctx, "actor">;

/** What main.ts, the tests and the e2e run hand to the app. */
export type Services = {
  readonly pool: pg.Pool;
  readonly db: Db;
  readonly clock: Clock;
  /** Folder outside of the web root where evidence files lie. */
  readonly dataDir: string;
  /** Jobs that outlive the request; shared by all processes. */
  readonly queue: JobQueue;
  /** Key of hashes that must not be guessable from a list of NIP. */
  readonly secret: string;
  /** BKN's web service; absent: off, as it is unless the host sets it. */
  readonly siasn?: SiasnConfig | undefined;
};
