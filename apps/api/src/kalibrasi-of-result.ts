import type { Ekspektasi, KalibrasiJawaban, LocalDate, Predikat } from "@teraju/domain";
import type { Pool } from "pg";

type Rated = { hasilKerja: Ekspektasi; perilaku: Ekspektasi; predikat: Predikat };
/** What a rapat kalibrasi said about a person's result, for that person: answered proposals. */
export type KalibrasiOfResult = {
  proposals: { by: string; on: LocalDate; reason: string; before: Rated; after: Rated; answer: KalibrasiJawaban; words: string; penilai: string; answeredOn: LocalDate; outcomeId: string | null }[];
};
const RATED = (t: string): string => `'hasilKerja', ${t}.hasil_kerja, 'perilaku', ${t}.perilaku, 'predikat', ${t}.predikat`;
const OF_RESULT = {
  name: "kalibrasi_of_result",
  text: `
    select coalesce((select json_agg(json_build_object('by', w.name, 'on', p.proposed_on, 'reason', p.reason, 'before', json_build_object(${RATED("b")}), 'after', json_build_object(${RATED("p")}), 'answer', p.answer, 'words', p.words,
             'penilai', r.name, 'answeredOn', p.answered_on, 'outcomeId', (select c.id from appraisal c where c.id = p.correction_id and c.status = 'final')) order by p.proposed_on, p.id)
             from kalibrasi_proposal p join appraisal b on b.id = p.appraisal_id join person w on w.id = p.author_id join person r on r.id = p.penilai_id
            where b.period_id = a.period_id and b.person_id = a.person_id and p.answer is not null), '[]') as proposals
      from appraisal a where a.id = $1`,
};
/** One query; nothing where there was no such meeting. */
export async function findKalibrasiOfResult(pool: Pool, resultId: string): Promise<KalibrasiOfResult> {
  return (await pool.query<KalibrasiOfResult>({ ...OF_RESULT, values: [resultId] })).rows[0] ?? { proposals: [] };
}
