import { PREDIKAT_ORGANISASI } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { evaluationPeriodView } from "./evaluation-period.ts";
import { Id, Instant, optionalText, text, Version } from "./fields.ts";

const capaianView = z.object({
  id: Id, predikat: z.enum(PREDIKAT_ORGANISASI), basis: z.string(), document: z.nullable(z.string()), setBy: z.string(), setAt: Instant, version: Version,
  /** What it means for the rating hasil kerja of who leads the unit: information, the city's reading. */
  kepalaUnit: decisionView,
});

export const listCapaianOrganisasi = endpoint({
  method: "GET", path: "/api/capaian-organisasi", access: "signed_in", summary: "Units that the actor leads or stands above, with their capaian of a period",
  query: z.object({ period: Id }),
  response: z.object({
    period: evaluationPeriodView,
    units: z.array(z.object({
      unit: z.object({ id: Id, name: z.string(), kind: z.string(), depth: z.int() }),
      head: z.nullable(z.string()),
      capaian: z.nullable(capaianView),
      actions: z.object({ set: z.array(z.string()) }),
    })),
  }),
});

/** `id` is made by the client; `version` null when nothing has been entered yet. */
export const setCapaianOrganisasi = endpoint({
  method: "PUT", path: "/api/capaian-organisasi/:periodId/:unitId", access: "capaian-organisasi.set", summary: "Enter a unit's capaian kinerja organisasi with its basis", refuses: [403, 409, 412],
  params: z.object({ periodId: Id, unitId: Id }),
  body: z.strictObject({ id: Id, version: z.nullable(Version), predikat: z.enum(PREDIKAT_ORGANISASI), basis: text(2000, 3), document: optionalText(300) }),
  response: capaianView,
});
