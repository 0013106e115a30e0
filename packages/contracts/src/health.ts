import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";

export const health = endpoint({
  method: "GET", path: "/api/health", access: "public", summary: "Ready: database and migrations",
  response: z.object({ status: z.literal("ok") }),
});
