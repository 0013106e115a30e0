import { SUMBER_STATE } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { AskedMonth, Id, LocalDate, Month } from "./fields.ts";

const Count = z.int();
const predikat = z.enum(["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"]);

export const readMayorPage = endpoint({
  method: "GET", path: "/api/mayor-page", access: "mayor-page.read", summary: "The city on one page; no name below Kepala OPD",
  query: z.object({ month: z.optional(AskedMonth) }),
  response: z.object({
    month: Month, months: z.array(Month),
    /** Last day for the reports of `month`: before it, the figures are those of a month under way. */
    batas: LocalDate,
    city: z.object({ people: Count, obliged: Count, submitted: Count, onTime: Count, checked: Count, capaian: z.nullable(z.number()), capaianBefore: z.nullable(z.number()), submittedShareBefore: z.nullable(z.number()) }),
    departments: z.array(z.object({
      unit: z.object({ id: Id, name: z.string(), kind: z.string() }), head: z.nullable(z.object({ name: z.string(), kind: z.enum(["definitif", "plt", "plh"]) })),
      obliged: Count, submitted: Count, checked: Count, /** Before the month from which the OPD uses Teraju. */ isUnrecorded: z.boolean(), capaian: z.nullable(z.number()), capaianBefore: z.nullable(z.number()), capaianOrganisasi: z.nullable(z.string()),
    })),
    period: z.nullable(z.object({ id: Id, year: z.int(), kind: z.enum(["bulanan", "triwulanan", "tahunan"]), number: z.int(), /** How many people's results are in each state beside e-Kinerja BKN, the official source. */ official: z.record(z.enum(SUMBER_STATE), Count), rated: Count, distribution: z.record(predikat, z.nullable(Count)) })),
    trend: z.array(z.object({ month: Month, obliged: Count, submitted: Count, onTime: Count, capaian: z.nullable(z.number()) })),
  }),
});
