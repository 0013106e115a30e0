import { ABSENCE_KIND } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, optionalText } from "./fields.ts";

export const absenceView = z.object({ id: Id, personId: Id, kind: z.enum(ABSENCE_KIND), firstDay: LocalDate, lastDay: z.nullable(LocalDate), note: z.nullable(z.string()) });
export type AbsenceView = z.output<typeof absenceView>;

/** Marks leave or study from `firstDay` to `lastDay`, both included; without a last day it goes on. The open months follow. */
export const setAbsence = endpoint({
  method: "POST", path: "/api/absence", access: "month-state.set", summary: "Mark leave or study of a pegawai", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, personId: Id, kind: z.enum(ABSENCE_KIND), firstDay: LocalDate, lastDay: z.nullable(LocalDate), note: optionalText(500) })
    .check(z.refine((b) => b.lastDay === null || b.lastDay >= b.firstDay, { error: "ends_before_it_begins" })),
  response: absenceView,
});
