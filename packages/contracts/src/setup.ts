import { SETUP_STEP } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, text } from "./fields.ts";

/** One step: what is there and what lacks, both counted by the server from the city's own tables. */
const step = z.object({ step: z.enum(SETUP_STEP), count: z.int(), lacking: z.int(), isDone: z.boolean() });
export type SetupLine = z.output<typeof step>;

export const readSetup = endpoint({
  method: "GET", path: "/api/setup", access: "setup.read", summary: "The first day of a city: what stands, and what is still to be done",
  response: z.object({ steps: z.array(step), standard: z.nullable(z.object({ name: z.string(), isBuiltIn: z.boolean() })) }),
});

/** Who leads the city signs in with a name instead of a NIP: small letters, digits, dots. */
const login = text(30, 4).check(z.regex(/^[a-z][a-z0-9.]*$/));
export const recordKepalaDaerah = endpoint({
  method: "POST", path: "/api/kepala-daerah", access: "organisation.change", summary: "Who leads the city from a day on, without NIP; lines of penilai that led to their predecessor follow", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, name: text(120, 3), login, jabatan: text(120, 3), from: LocalDate, basis: text(300, 5) }),
  response: z.object({ id: Id, name: z.string(), login: z.string(), jabatan: z.string(), from: LocalDate }),
});
