import { SUMBER_STATE } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { AskedMonth, Id, LocalDate, Month } from "./fields.ts";

const Count = z.int();
const predikat = z.enum(["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]);
const unitRef = z.object({ id: Id, name: z.string(), kind: z.string() });
/** null: hidden, because so few would show persons. */
const Hidden = z.nullable(Count);
const cell = z.object({ obliged: Count, submitted: Count, onTime: Count, checked: Count, capaian: z.nullable(z.number()), /** Before the month from which the OPD uses Teraju: tidak tercatat, never a zero. */ isUnrecorded: z.boolean() });
const period = z.object({ id: Id, year: z.int(), kind: z.enum(["bulanan", "triwulanan", "tahunan"]), number: z.int() });

export const readCityDashboard = endpoint({
  method: "GET", path: "/api/city-dashboard", access: "city-dashboard.read", summary: "Any node of the tree by its children and months: completion, averages, predikat; small groups hidden from who may not see persons' ratings",
  query: z.object({ month: z.optional(AskedMonth), unit: z.optional(Id), period: z.optional(Id) }),
  response: z.object({
    unit: unitRef, trail: z.array(unitRef), month: Month, months: z.array(Month), /** Last day for the reports of `month`: before it, the figures are those of a month under way. */ batas: LocalDate, heatMonths: z.array(Month),
    /** True where small groups are hidden for this reader. */
    isSuppressed: z.boolean(),
    total: cell,
    rows: z.array(z.object({ unit: unitRef, isDirect: z.boolean(), hasChildren: z.boolean(), people: Count, cells: z.array(cell) })),
    period: z.nullable(period), periods: z.array(period),
    distribution: z.object({
      total: z.object({ rated: Hidden, counts: z.record(predikat, Hidden) }),
      rows: z.array(z.object({ unitId: Id, rated: Hidden, counts: z.record(predikat, Hidden), capaianOrganisasi: z.nullable(z.string()) })),
    }),
    /** How many people's results are in each state beside e-Kinerja BKN, the official source; null: no period, or too few people. */
    official: z.nullable(z.record(z.enum(SUMBER_STATE), Count)),
    trend: z.array(z.object({ month: Month, obliged: Count, submitted: Count, onTime: Count, capaian: z.nullable(z.number()) })),
  }),
});

export const exportCityRecap = endpoint({
  method: "GET", path: "/api/city-dashboard/export", access: "city-dashboard.export", summary: "Rekap bulanan as XLSX: every department and office, fixed columns", refuses: [403],
  query: z.object({ month: AskedMonth }),
  response: { binary: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
});
