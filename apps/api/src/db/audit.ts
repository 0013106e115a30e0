import { sql } from "drizzle-orm";
import type { Ctx } from "../context.ts";
import type { Db } from "./client.ts";

export type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** One line of the trail: what was done to which thing. `payload` says it in full; no evidence texts, no peer input. */
export type AuditEntry = { action: string; target: { type: string; id: string }; payload?: Record<string, unknown> };

/**
 * A change and its audit rows in one transaction: the work gives its result together with at least one entry,
 * so that a change without a trail does not compile. The entries are written last, since the chain's lock is held until commit.
 */
export async function change<T>(ctx: Pick<Ctx, "db"> & { readonly actor: { readonly personId: string } | null }, work: (tx: Tx) => Promise<{ value: T; audit: AuditEntry | readonly [AuditEntry, ...AuditEntry[]] }>): Promise<T> {
  return ctx.db.transaction(async (tx) => {
    const { value, audit } = await work(tx);
    for (const entry of isMany(audit) ? audit : [audit]) {
      await tx.execute(sql`select audit_append(${ctx.actor?.personId ?? null}::uuid, ${entry.action}, ${entry.target.type}, ${entry.target.id}, ${JSON.stringify(entry.payload ?? {})})`);
    }
    return value;
  });
}

function isMany(audit: AuditEntry | readonly [AuditEntry, ...AuditEntry[]]): audit is readonly [AuditEntry, ...AuditEntry[]] {
  return Array.isArray(audit);
}
