import type { Output, readStandard, StandardDraftView, StandardField } from "@teraju/contracts";
import { STANDAR_FIELDS, STANDAR_PATHS, standarDraftRefusals, standarLengkap, standarPublishRefusals, standarReturnRefusals, standarValues, type StandarField } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import type { DraftRow, StandardRow } from "./queries.ts";

const toField = (path: string, field: StandarField): StandardField => ({
  path, group: field.group, kind: field.kind, label: field.label, basis: field.basis,
  unit: field.kind === "number" ? field.unit : null, min: field.kind === "number" ? field.min : null, max: field.kind === "number" ? field.max : null, step: field.kind === "number" ? field.step : null,
  maxLength: field.kind === "text" ? field.maxLength : null,
  choices: field.kind === "choice" ? [...field.choices] : [],
});
/** The form, in the order of the domain's table. */
export const FIELDS: StandardField[] = STANDAR_PATHS.map((path) => toField(path, STANDAR_FIELDS[path]));

export function toStandard({ parameters, ...row }: StandardRow, ctx: Pick<Ctx, "today">): Output<typeof readStandard>["standards"][number] {
  return { ...row, values: { ...standarValues(standarLengkap(parameters)) }, isInForce: row.validFrom <= ctx.today && (row.validUntil === null || row.validUntil > ctx.today) };
}

/** What stands on record last, in force or still to come: a new standard follows it. */
export function latestOf(standards: readonly StandardRow[]) {
  const [latest] = standards;
  if (latest === undefined) throw new Error("the city has no standar penilaian");
  return { id: latest.id, validFrom: latest.validFrom, values: standarValues(standarLengkap(latest.parameters)) };
}

export function toDraft(row: DraftRow, standards: readonly StandardRow[], ctx: Pick<Ctx, "today" | "actor">): StandardDraftView {
  const actorId = ctx.actor.personId;
  const values = standarValues(standarLengkap(row.parameters));
  return {
    id: row.id, name: row.name, legalBasis: row.legalBasis, validFrom: row.validFrom, values: { ...values }, status: row.status, version: row.version,
    madeBy: row.madeByName, madeOn: row.madeOn, decidedBy: row.decidedByName, decidedOn: row.decidedOn, note: row.note,
    actions: {
      save: standarDraftRefusals(row, "save", actorId), propose: standarDraftRefusals(row, "propose", actorId), discard: standarDraftRefusals(row, "discard", actorId),
      sendBack: standarReturnRefusals(row, actorId), publish: standarPublishRefusals({ ...row, values }, { actorId, today: ctx.today, latest: latestOf(standards) }),
    },
  };
}
