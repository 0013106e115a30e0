import type { SkpView } from "@teraju/contracts";
import { access, lintSkp, perilakuLokalOf, skp as rules, standarLengkap, tenggatPenetapanSkp, type LocalDate, type Party, type Refusal } from "@teraju/domain";
import { dayInJakarta } from "../../clock.ts";
import type { Ctx } from "../../context.ts";
import type { SkpRow } from "./queries.ts";

/** The actor's parts in this SKP today: owner, penilai, atasan penilai. */
export function partiesOf(ctx: Ctx, row: Pick<SkpRow, "personId" | "currentPenilaiId" | "atasanId">): Party[] {
  const me = ctx.actor.personId;
  return [...(row.personId === me ? ["owner" as const] : []), ...(row.currentPenilaiId === me ? ["penilai" as const] : []), ...(row.atasanId === me ? ["atasan" as const] : [])];
}

/** Why the actor may not do this now; none when they may. */
export function refusalsOf(ctx: Ctx, row: SkpRow, action: rules.Action, note: string | null = null): Refusal[] {
  return rules.refusals({ ...row, hasPenilai: row.currentPenilaiId !== null }, action, { parties: partiesOf(ctx, row), today: ctx.today, note });
}

/** Why the actor may not make it the example of its post; of relations, only that of today's penilai counts. */
export function templateRefusals(ctx: Ctx, row: SkpRow): Refusal[] {
  const isPenilai = row.currentPenilaiId === ctx.actor.personId;
  const standing = { relations: isPenilai ? (["bawahan"] as const) : [], roles: ctx.actor.roles };
  return access("skp-template.make", standing).length > 0 ? ["not_yours"] : rules.templateRefusals({ status: row.status, hasPost: row.jabatan !== null });
}

function isLate(row: SkpRow, today: LocalDate): boolean {
  if (row.revision > 1) return false;
  return rules.isSetLate(row.year, row.setAt === null ? today : dayInJakarta(new Date(row.setAt)));
}

/** What the reader sees. Whether sending back lacks its note is asked when it is sent: the button must not be dead before. */
export function toView(ctx: Ctx, row: SkpRow): SkpView {
  const isOwner = row.personId === ctx.actor.personId;
  const penilaiId = row.penilaiId ?? row.currentPenilaiId;
  const penilaiName = row.penilaiId === null ? row.currentPenilaiName : row.penilaiName;
  return {
    id: row.id, person: { id: row.personId, name: row.personName, jabatan: row.jabatan, unit: row.unit }, year: row.year, revision: row.revision, status: row.status, version: row.version,
    pendekatan: row.pendekatan, isPimpinan: row.isPimpinan,
    penilai: penilaiId === null || penilaiName === null ? null : { id: penilaiId, name: penilaiName },
    note: row.note, effectiveFrom: row.effectiveFrom, proposedAt: row.proposedAt, setAt: row.setAt,
    deadline: tenggatPenetapanSkp({ tahun: row.year }).value, isLate: isLate(row, ctx.today),
    hasilKerja: row.hasilKerja, perilaku: row.perilaku, lampiran: row.lampiran,
    perilakuLokal: perilakuLokalOf(standarLengkap({ perilakuLokal: row.perilakuLokal ?? {} })),
    findings: lintSkp(row),
    superiorResults: isOwner ? row.superiorResults : [],
    actions: {
      save: refusalsOf(ctx, row, "save"), discard: refusalsOf(ctx, row, "discard"), bind: refusalsOf(ctx, row, "bind"), propose: refusalsOf(ctx, row, "propose"), withdraw: refusalsOf(ctx, row, "withdraw"),
      sendBack: refusalsOf(ctx, row, "sendBack", "…"), set: refusalsOf(ctx, row, "set"), revise: isOwner ? refusalsOf(ctx, row, "revise") : ["not_yours"],
      template: templateRefusals(ctx, row),
    },
  };
}

/** How much it holds: what the trail says about a draft, whose texts are nobody else's yet. */
export function countsOf(content: { hasilKerja: readonly { indikator: readonly unknown[] }[] }): { hasilKerja: number; indikator: number } {
  return { hasilKerja: content.hasilKerja.length, indikator: content.hasilKerja.reduce((n, result) => n + result.indikator.length, 0) };
}
