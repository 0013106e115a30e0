import { createHash } from "node:crypto";
import type { Pool } from "pg";

/** A row of the chain as text, with what stands beside it; `payload` is null where it was erased. */
export type ChainRow = { seq: number; at: string; actorId: string | null; action: string; targetType: string; targetId: string; payloadHash: string; prev: string; hash: string; salt: string | null; payload: string | null };
export type ChainFault = "gap" | "prev" | "hash" | "payload";
export type ChainState = { rows: number; erased: number; head: { seq: number; hash: string } | null; firstBad: { seq: number; fault: ChainFault } | null };

export const GENESIS = "0".repeat(64);
const BATCH = 5_000;
const sha256 = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");

/** The hash that `audit_append` gives a row (migration 0001). */
export function rowHash(r: Omit<ChainRow, "hash" | "salt" | "payload">): string {
  return sha256([r.seq, r.at, r.actorId ?? "", r.action, r.targetType, r.targetId, r.payloadHash, r.prev].join("|"));
}

const READ = {
  name: "audit_chain",
  text: `select a.seq::int as seq, to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, a.actor_id as "actorId", a.action, a.target_type as "targetType", a.target_id as "targetId",
                a.payload_hash as "payloadHash", a.prev, a.hash, p.salt, p.payload
           from audit a left join audit_payload p on p.seq = a.seq where a.seq > $1 order by a.seq limit ${BATCH}`,
};

/**
 * Goes through the whole chain in the order of `seq`, a few thousand rows at a time, and stops at the first bad row.
 * `visit` sees every row that holds, so that a caller can compare with what was signed elsewhere.
 */
export async function verifyChain(pool: Pool, visit: (row: ChainRow) => void = () => undefined): Promise<ChainState> {
  const state: ChainState = { rows: 0, erased: 0, head: null, firstBad: null };
  for (;;) {
    const { rows } = await pool.query<ChainRow>({ ...READ, values: [state.head?.seq ?? Number.MIN_SAFE_INTEGER] });
    for (const row of rows) {
      const fault = faultOf(row, state.head);
      if (fault !== null) return { ...state, firstBad: { seq: row.seq, fault } };
      state.rows += 1;
      if (row.payload === null) state.erased += 1;
      state.head = { seq: row.seq, hash: row.hash };
      visit(row);
    }
    if (rows.length < BATCH) return state;
  }
}

function faultOf(row: ChainRow, before: ChainState["head"]): ChainFault | null {
  if (row.seq !== (before?.seq ?? 0) + 1) return "gap";
  if (row.prev !== (before?.hash ?? GENESIS)) return "prev";
  if (row.hash !== rowHash(row)) return "hash";
  if (row.payload !== null && row.salt !== null && sha256(row.salt + row.payload) !== row.payloadHash) return "payload";
  return null;
}
