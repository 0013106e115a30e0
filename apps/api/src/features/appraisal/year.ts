import type { AppraisalView } from "@teraju/contracts/appraisal";
import type { Ekspektasi, LocalDate, Month, PeriodeKind, Predikat } from "@teraju/domain";
import type { Pool } from "pg";
import type { Rekan } from "./material.ts";
import { type Period, periodView } from "./period.ts";

type PeriodikRow = { resultId: string; id: string; year: number; kind: PeriodeKind; number: number; firstMonth: Month; lastMonth: Month; ratingFrom: LocalDate; ratingUntil: LocalDate; isClosed: boolean; predikat: Predikat; hasilKerja: Ekspektasi; perilaku: Ekspektasi };
const PERIODIK = {
  name: "year_periodik",
  text: `select a.id as "resultId", e.id, e.year, e.kind, e.number, e.first_month as "firstMonth", e.last_month as "lastMonth", e.rating_from as "ratingFrom", e.rating_until as "ratingUntil", e.closed_at is not null as "isClosed", a.predikat, a.hasil_kerja as "hasilKerja", a.perilaku
    from appraisal a join evaluation_period e on e.id = a.period_id and e.kind <> 'tahunan' and e.year = $2 where a.person_id = $1 and a.status = 'final' and a.is_current order by e.first_month`,
};
const PROMISES = {
  name: "year_promises",
  text: "select count(*) filter (where status = 'selesai')::int as ditepati, count(*)::int as jumlah from tindak_lanjut where owner_id = $1 and due between $2 and $3 and status <> 'dibatalkan'",
};

/** What else speaks for a year: the results of its shorter periods, colleagues, promises that fell due. Null of shorter periods. Two queries. */
export async function loadYear(pool: Pool, period: Period, { personId, rekan, today }: { personId: string; rekan: Rekan; today: LocalDate }): Promise<AppraisalView["year"]> {
  if (period.kind !== "tahunan") return null;
  const [periodik, promises] = await Promise.all([
    pool.query<PeriodikRow>({ ...PERIODIK, values: [personId, period.year] }),
    pool.query<{ ditepati: number; jumlah: number }>({ ...PROMISES, values: [personId, period.mulai, period.selesai] }),
  ]);
  return {
    periodik: periodik.rows.map(({ resultId, predikat, hasilKerja, perilaku, ...row }) => ({ id: resultId, period: periodView(row, today), predikat, hasilKerja, perilaku })),
    rekan: "sebab" in rekan ? null : { semester: rekan.semester, rata: rekan.rata, n: rekan.n },
    janji: promises.rows[0] ?? { ditepati: 0, jumlah: 0 },
  };
}
