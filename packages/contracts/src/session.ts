import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, text } from "./fields.ts";

/** What the person may open: derived from dated assignments at each request, never from the cookie. */
export const hat = z.enum(["pegawai", "penilai", "kepala_opd", "kepala_unit", "bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "wali_kota", "auditor", "admin_teknis", "admin_opd"]);
export type Hat = z.output<typeof hat>;

export const sessionView = z.object({
  person: z.object({ id: Id, name: z.string(), nip: z.nullable(z.string()), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()), unitId: z.nullable(Id), opd: z.nullable(z.string()), opdId: z.nullable(Id) }),
  roles: z.array(hat),
  /** Unit that the person heads, where `kepala_opd` or `kepala_unit` is among the roles. */
  leads: z.nullable(z.object({ id: Id, name: z.string(), kind: z.string() })),
  today: LocalDate,
  /** True where today is a fixed day of demonstration. */
  isDemo: z.boolean(),
  /** Stands only where there is no organisation yet: then BKPSDM begins with the steps of the first day. */
  isEmptyCity: z.optional(z.literal(true)),
});
export type SessionView = z.output<typeof sessionView>;

/** NIP, or the name of an account without one; spaces within it are allowed as people copy it from letters. */
const login = text(40);
const password = z.string().check(z.minLength(1), z.maxLength(256));
const newPassword = z.string().check(z.minLength(12), z.maxLength(128));

export const signIn = endpoint({
  method: "POST", path: "/api/session", access: "public", summary: "Sign in with NIP and password",
  body: z.strictObject({ nip: login, password }), response: sessionView,
});
export const readSession = endpoint({ method: "GET", path: "/api/session", access: "signed_in", summary: "Who is signed in, as what", response: sessionView });
export const signOut = endpoint({ method: "DELETE", path: "/api/session", access: "signed_in", summary: "Sign out on this device" });
export const signOutEverywhere = endpoint({ method: "DELETE", path: "/api/sessions", access: "signed_in", summary: "Sign out on every device" });
export const activate = endpoint({
  method: "POST", path: "/api/activation", access: "public", summary: "First use: an activation code and a password of one's own", refuses: [409],
  body: z.strictObject({ nip: login, code: z.string().check(z.minLength(8), z.maxLength(64)), password: newPassword }), response: sessionView,
});
