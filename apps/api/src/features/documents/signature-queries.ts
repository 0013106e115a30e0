import type { PenandatanganRekaman, RecordKind } from "@teraju/domain";
import type { Pool } from "pg";
import { iso } from "../../report.ts";

export type SignatureRow = { kind: RecordKind; personId: string; place: PenandatanganRekaman; digest: string; signerId: string; at: string };
const SIGNATURES = {
  name: "documents_signatures",
  text: `
    select s.kind, s.person_id as "personId", s.place, s.digest, s.signer_id as "signerId", ${iso("s.signed_at")} as at
      from document_signature s where s.person_id = any($1) and s.period_id = $2 order by s.signed_at desc`,
};
/** Signatures under these people's records of a period, the latest first, whatever content they hold for. One query. */
export async function listSignatures(pool: Pool, people: readonly string[], periodId: string): Promise<SignatureRow[]> {
  return (await pool.query<SignatureRow>({ ...SIGNATURES, values: [people, periodId] })).rows;
}
