import type { LocalDate, Predikat } from "@teraju/domain";
import type { Pool } from "pg";

const LIST = {
  name: "result_list",
  text: `select a.id, a.period_id as "periodId", a.predikat, p.name as penilai, a.finalized_on as "finalizedOn", a.opened_at is not null as "isOpened", a.revision
    from appraisal a join person p on p.id = a.penilai_id where a.person_id = $1 and a.status = 'final' and a.is_current`,
};
export type ListRow = { id: string; periodId: string; predikat: Predikat; penilai: string; finalizedOn: LocalDate; isOpened: boolean; revision: number };
export async function listOwn(pool: Pool, personId: string): Promise<ListRow[]> {
  return (await pool.query<ListRow>({ ...LIST, values: [personId] })).rows;
}

const REPLIES = { name: "result_replies", text: "select id, reply from umpan_balik where id = any($1) and reply is not null" };
/** Answers that the pegawai gave to these umpan balik, also after the result was set. */
export async function listReplies(pool: Pool, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await pool.query<{ id: string; reply: string }>({ ...REPLIES, values: [ids] });
  return new Map(rows.map((row) => [row.id, row.reply]));
}
