import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, text, Version } from "./fields.ts";

/** An example for a post. `scope`: offered to the team of the penilai who made it, or to everybody of the post in the city. */
const template = z.object({
  id: Id, title: z.string(), jabatan: z.string(), scope: z.enum(["team", "city"]), source: z.string(), hasilKerja: z.array(z.string()),
  /** Who made it from an SKP, and when; null for those that came with the city. */
  made: z.nullable(z.object({ by: z.string(), on: LocalDate })),
  /** From this day it is offered to nobody; what was filled from it stays. */
  retiredOn: z.nullable(LocalDate), version: Version,
});
export type KeptSkpTemplate = z.output<typeof template>;

const title = text(120);
const one = { params: z.object({ id: Id }), response: template, refuses: [403, 409, 412] } as const;

/** The id is made by the caller: the same one once more gives the same example. */
export const makeSkpTemplate = endpoint({
  ...one, method: "POST", path: "/api/skp/:id/template", access: "skp-template.make", summary: "Make an SKP in force the example of its post: for my team, or by BKPSDM's analis for the city",
  body: z.strictObject({ id: Id, title }),
});
export const listKeptSkpTemplates = endpoint({
  method: "GET", path: "/api/skp-template/kept", access: "signed_in", summary: "The examples that I keep: those I made for my team; for BKPSDM, those of the city. Those offered first",
  response: z.object({ templates: z.array(template), keepsCity: z.boolean() }),
});
export const renameSkpTemplate = endpoint({ ...one, method: "PUT", path: "/api/skp-template/:id", access: "signed_in", summary: "Rename an example that I keep", body: z.strictObject({ version: Version, title }) });
export const retireSkpTemplate = endpoint({ ...one, method: "POST", path: "/api/skp-template/:id/retire", access: "signed_in", summary: "Offer an example that I keep to nobody any longer", body: z.strictObject({ version: Version }) });
