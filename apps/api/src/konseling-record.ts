import { createHash } from "node:crypto";
import { canonicalText, type konseling, type LocalDate } from "@teraju/domain";

/** What the record of a konseling says. */
export type SaidOfKonseling = { heldFrom: LocalDate; heldUntil: LocalDate; sessions: number; masalah: string; hasil: konseling.HasilKonseling; kesepakatan: string; saran: string | null };
/** SHA-256 (64 hex digits) of what the konselor signs: all that the record says, of which konseling, by whom and on which day. */
export function hashOfRecord(said: SaidOfKonseling, by: { konselingId: string; signedBy: string; signedOn: LocalDate }): string {
  return createHash("sha256").update(canonicalText({ ...said, ...by }), "utf8").digest("hex");
}
