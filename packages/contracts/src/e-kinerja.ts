import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { AskedMonth } from "./fields.ts";

/** What I would otherwise type once more into e-Kinerja BKN. Nothing is sent there. */
export const exportMyMonth = endpoint({
  method: "GET", path: "/api/e-kinerja/month/:month", access: "signed_in", summary: "My month as a workbook in the order of e-Kinerja BKN: daily notes, realisation and evidence",
  params: z.object({ month: AskedMonth }),
  response: { binary: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
});
