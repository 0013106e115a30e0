import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id } from "./fields.ts";

/** What BKN's web service would be told of a final result, field by field; `record` is null while something stands against it. */
const siasnView = z.object({
  isOn: z.boolean(), refusals: z.array(z.string()),
  record: z.nullable(z.object({ path: z.string(), body: z.record(z.string(), z.nullable(z.union([z.string(), z.number(), z.array(z.string())]))) })),
});
export const readSiasn = endpoint({
  method: "GET", path: "/api/siasn/result/:id", access: "siasn.send", summary: "What SIASN would be told of a final result; nothing is sent",
  params: z.object({ id: Id }), response: siasnView,
});
/** Off unless the host has set the service's address and tokens. */
export const sendSiasn = endpoint({
  method: "POST", path: "/api/siasn/result/:id", access: "siasn.send", summary: "Tell SIASN a final result, where it has none of that person and period", refuses: [409],
  params: z.object({ id: Id }), response: z.object({ siasnId: z.string() }),
});
