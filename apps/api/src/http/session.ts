import { createHash } from "node:crypto";
import type { Role } from "@teraju/domain";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Actor, Ctx, PublicCtx, Services } from "../context.ts";
import { Problem } from "./problem.ts";

const contexts = new WeakMap<FastifyRequest, PublicCtx & { actor: Actor | null }>();

/** The request's context, made once before its handler runs. */
export function contextOf(request: FastifyRequest): Ctx | (PublicCtx & { actor: null }) {
  const ctx = contexts.get(request);
  if (ctx === undefined) throw new Error("a request reached its handler without a context");
  // An actor or none: the union in the result type is what this object is.
  return ctx as Ctx | (PublicCtx & { actor: null });
}

/** `__Host-` binds the cookie to this host over TLS; without TLS the browser would refuse it. */
export function cookieName(request: FastifyRequest): "__Host-sid" | "sid" {
  return request.protocol === "https" ? "__Host-sid" : "sid";
}
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Idle minutes after which a session ends; a role that reads the whole city ends sooner (trust.md 2). */
export const IDLE_MINUTES = { usual: 30, city: 15 } as const;

const FIND_ACTOR = {
  name: "session_actor",
  text: `
    with s as (
      select s.token_hash, s.last_seen_at, p.id, p.name,
             coalesce((select array_agg(r.role) from role_assignment r
                        where r.person_id = p.id and r.valid_from <= $2 and (r.valid_until is null or r.valid_until > $2)), '{}') as roles
        from session s join person p on p.id = s.person_id join account a on a.person_id = p.id and a.is_active
       where s.token_hash = $1 and s.expires_at > now())
    select id, name, roles, last_seen_at < now() - interval '1 minute' as is_stale,
           last_seen_at > now() - make_interval(mins => case when cardinality(roles) > 0 then $4::int else $3::int end) as is_alive
      from s`,
};

/** Who holds this session token on this day, or nobody. Writes the sign of life at most once a minute. */
async function findActor(services: Services, token: string, today: string): Promise<Actor | null> {
  const hash = hashToken(token);
  const found = await services.pool.query<{ id: string; name: string; roles: Role[]; is_stale: boolean; is_alive: boolean }>({ ...FIND_ACTOR, values: [hash, today, IDLE_MINUTES.usual, IDLE_MINUTES.city] });
  const row = found.rows[0];
  if (row === undefined || !row.is_alive) return null;
  if (row.is_stale) await services.pool.query("update session set last_seen_at = now() where token_hash = $1", [hash]);
  return { personId: row.id, name: row.name, roles: row.roles };
}

/** A write from another site's page: the browser itself says so (Sec-Fetch-Site), or its Origin does. */
function isForeignWrite(request: FastifyRequest): boolean {
  if (request.method === "GET" || request.method === "HEAD" || request.method === "OPTIONS") return false;
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site !== "same-origin";
  const origin = request.headers.origin;
  return origin !== undefined && URL.parse(origin)?.host !== request.headers.host;
}

/** Gives every request its context, and turns away writes that another site's page sends. */
export function addContext(app: FastifyInstance, services: Services): void {
  app.addHook("onRequest", async (request) => {
    if (!request.url.startsWith("/api/")) return;
    if (isForeignWrite(request)) throw new Problem("forbidden");
    const today = services.clock.today();
    const token = request.cookies[cookieName(request)];
    const actor = token === undefined ? null : await findActor(services, token, today);
    contexts.set(request, { db: services.db, pool: services.pool, today, now: services.clock.now(), actor });
  });
}
