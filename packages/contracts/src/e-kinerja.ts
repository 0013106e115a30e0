import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { AskedMonth, Id } from "./fields.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What I would otherwise type once more into e-Kinerja BKN. Nothing is sent there. */
export const exportMyMonth = endpoint({
  method: "GET", path: "/api/e-kinerja/month/:month", access: "signed_in", summary: "My month as a workbook in the order of e-Kinerja BKN: daily notes, realisation and evidence",
  params: z.object({ month: AskedMonth }),
  response: { binary: XLSX },
});
export const exportSkp = endpoint({
  method: "GET", path: "/api/e-kinerja/skp/:id", access: "skp.read", summary: "An SKP as a workbook in the order of e-Kinerja BKN: results with indicators and rencana aksi, perilaku, lampiran",
  params: z.object({ id: Id }),
  response: { binary: XLSX },
});
