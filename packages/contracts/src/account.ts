import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, text } from "./fields.ts";

const account = z.object({
  personId: Id, name: z.string(), login: z.string(), unit: z.nullable(z.string()), isActive: z.boolean(),
  state: z.enum(["active", "code_given", "never_used"]), codeExpiresAt: z.nullable(Instant), sessions: z.int(),
});
export const listAccounts = endpoint({
  method: "GET", path: "/api/account", access: "account.read", summary: "Accounts by name or NIP; nothing of anybody's work",
  query: z.object({ q: z.optional(text(80, 0)), after: z.optional(text(300)) }),
  response: z.object({ accounts: z.array(account), next: z.nullable(z.string()), counts: z.object({ active: z.int(), codeGiven: z.int(), neverUsed: z.int() }) }),
});
export const giveActivationCode = endpoint({
  method: "POST", path: "/api/account/:personId/activation-code", access: "account.activate", summary: "A new activation code, shown once; the old password and sessions end", refuses: [403, 409],
  params: z.object({ personId: Id }), body: z.strictObject({}), response: z.object({ code: z.string(), expiresAt: Instant }),
});
export const setAccountState = endpoint({
  method: "PUT", path: "/api/account/:personId", access: "account.activate", summary: "Close an account or open it again; closing ends its sessions", refuses: [403, 409],
  params: z.object({ personId: Id }), body: z.strictObject({ isActive: z.boolean() }), response: account,
});
