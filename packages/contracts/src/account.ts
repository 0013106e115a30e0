import { IDENTITY_CHECK, OWNER_RANK } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, Instant, text } from "./fields.ts";

const refusals = z.array(z.string());
const account = z.object({
  personId: Id, name: z.string(), login: z.string(), unit: z.nullable(z.string()), isActive: z.boolean(), rank: z.enum(OWNER_RANK),
  state: z.enum(["active", "code_given", "never_used"]), codeExpiresAt: z.nullable(Instant), sessions: z.int(),
  actions: z.object({ code: refusals, state: refusals }),
});
export const listAccounts = endpoint({
  method: "GET", path: "/api/account", access: "account.read", summary: "Accounts by name or NIP; nothing of anybody's work",
  query: z.object({ q: z.optional(text(80, 0)), after: z.optional(text(300)) }),
  response: z.object({ accounts: z.array(account), next: z.nullable(z.string()), counts: z.object({ active: z.int(), codeGiven: z.int(), neverUsed: z.int() }) }),
});
/** `identity`: the paper by which the giver knew the person at the desk. */
export const giveActivationCode = endpoint({
  method: "POST", path: "/api/account/:personId/activation-code", access: "account.activate", summary: "A one-time code at the desk, shown once; the old password and sessions end, the owner is told", refuses: [403, 409],
  params: z.object({ personId: Id }), body: z.strictObject({ identity: z.enum(IDENTITY_CHECK) }), response: z.object({ code: z.string(), expiresAt: Instant }),
});
export const setAccountState = endpoint({
  method: "PUT", path: "/api/account/:personId", access: "account.activate", summary: "Close an account or open it again; closing ends its sessions", refuses: [403, 409],
  params: z.object({ personId: Id }), body: z.strictObject({ isActive: z.boolean() }), response: account,
});

/** Of one OPD: who has a password, whose letter is out and unused, for whom one can be printed, who must come to another desk. */
const letterUnit = z.object({ id: Id, name: z.string(), people: z.int(), withPassword: z.int(), codeGiven: z.int(), toPrint: z.int(), elsewhere: z.int() });
export const listLetters = endpoint({
  method: "GET", path: "/api/account-letter", access: "account.read", summary: "OPD whose letters I may print, with how many wait",
  response: z.object({ opds: z.array(letterUnit), perFile: z.int() }),
});
/** `again`: those whose letter is out and unused get a new one, and the old code ends. Nobody with a password is touched. */
export const printLetters = endpoint({
  method: "POST", path: "/api/account-letter/:unitId", access: "account.letters", summary: "Letters with activation codes of one OPD as PDF, one page for each person; made once, kept nowhere", refuses: [403, 409, 412],
  params: z.object({ unitId: Id }), body: z.strictObject({ again: z.boolean() }), response: { binary: "application/pdf" },
});
