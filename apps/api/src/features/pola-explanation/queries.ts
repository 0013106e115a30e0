import type { PublishedExplanation } from "@teraju/contracts/pola-explanation";
import type { Pool } from "pg";
import { PUBLISHED } from "../../pola.ts";

const VERSIONS = { name: "pola_explanation_versions", text: `select coalesce(json_agg(${PUBLISHED("x")} order by x.revision desc), '[]') as versions from pola_explanation x where x.period_id = $1 and x.unit_id = $2` };
export async function listVersions(pool: Pool, periodId: string, unitId: string): Promise<PublishedExplanation[]> {
  return (await pool.query<{ versions: PublishedExplanation[] }>({ ...VERSIONS, values: [periodId, unitId] })).rows[0]?.versions ?? [];
}
