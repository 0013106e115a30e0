import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, Month, optionalText } from "./fields.ts";

const listed = z.object({
  id: Id, name: z.string(), month: z.nullable(Month), note: z.nullable(z.string()), setBy: z.nullable(z.string()), setOn: z.nullable(LocalDate),
  /** First month of which a report was sent or a result set: no later one can be chosen. */
  firstRecorded: z.nullable(Month),
});
export type OpdStart = z.output<typeof listed>;
const response = z.object({ opds: z.array(listed) });

export const listOpdStarts = endpoint({ method: "GET", path: "/api/opd-start", access: "setup.read", summary: "From which month each OPD uses Teraju", response });
/** Months before it are tidak tercatat: nobody's omission, never zero. What was set before stays in the trail. */
export const setOpdStarts = endpoint({
  method: "PUT", path: "/api/opd-start", access: "opd-start.set", summary: "The first month on record of these OPD; open reports of months before it follow", refuses: [403, 409],
  body: z.strictObject({ unitIds: z.array(Id).check(z.minLength(1), z.maxLength(100)), month: Month, note: optionalText(300) }), response,
});
