import type { KonselingView } from "@teraju/contracts";
import { access, type Decision, konseling as rules, type Role, type Standing } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { standingToPerson } from "../../standing.ts";
import { findKonseling, type KonselingRow, type ListedRow } from "./queries.ts";

/** A konseling with the sides on which the actor stands today: two queries. */
export type Work = { row: KonselingRow; sides: readonly rules.Sisi[]; standing: Standing };

/** May somebody of these roles alone do this to the whole city? */
const holds = (action: "konseling.arrange" | "konseling-record.receive", roles: readonly Role[]): boolean => access(action, { relations: [], roles }).length === 0;
export const leadsPersonnel = ({ actor }: Pick<Ctx, "actor">): boolean => holds("konseling-record.receive", actor.roles);

export type Readers = { pembaca: Decision<readonly rules.Pembaca[]>; penentu: Decision<readonly rules.Pembaca[]> };
export function readersOf({ jenis, atasanId }: { jenis: rules.KonselorJenis; atasanId: string | null }): Readers {
  const pembaca = rules.pembacaRekaman({ konselor: jenis, adaAtasan: atasanId !== null });
  return { pembaca, penentu: rules.penentuTindakLanjut({ pembaca }) };
}

/** As whom the actor acts. Who holds an office today reads what is reported to it: open work follows the office, not the person. */
export function sidesOf(ctx: Pick<Ctx, "actor">, row: Pick<ListedRow, "personId" | "penilaiId" | "atasanId" | "konselorId" | "jenis">): rules.Sisi[] {
  const me = ctx.actor.personId;
  const isReader: Record<rules.Pembaca, boolean> = { penilai: row.penilaiId === me, atasan: row.atasanId === me, kepegawaian: leadsPersonnel(ctx) };
  const readers = row.jenis === null ? null : readersOf({ jenis: row.jenis, atasanId: row.atasanId });
  const isSide: Record<rules.Sisi, boolean> = {
    pegawai: row.personId === me, konselor: row.konselorId === me, penilai: row.penilaiId === me, kepegawaian: holds("konseling.arrange", ctx.actor.roles),
    pembaca: readers?.pembaca.value.some((one) => isReader[one]) ?? false, penentu: readers?.penentu.value.some((one) => isReader[one]) ?? false,
  };
  return (["pegawai", "konselor", "penilai", "kepegawaian", "pembaca", "penentu"] as const).filter((side) => isSide[side]);
}

/**
 * It exists for whom the access table lets see it, for its konselor, and once signed for whom its record is reported to: for nobody else.
 * To arrange it, the table alone lets one.
 */
export async function load(ctx: Ctx, id: string, action: "konseling.read" | "konseling.arrange" = "konseling.read"): Promise<Work> {
  const row = await findKonseling(ctx.pool, id, ctx.today);
  if (row === null) throw new Problem("not_found");
  const standing = await standingToPerson(ctx, row.personId);
  const sides = sidesOf(ctx, { ...row, konselorId: row.arrangement?.konselor.id ?? null, jenis: row.arrangement?.jenis ?? null });
  const [refusal] = access(action, standing);
  const isParty = sides.includes("konselor") || (row.record !== null && sides.includes("pembaca"));
  if (refusal === undefined || (isParty && action === "konseling.read")) return { row, sides, standing };
  throw new Problem(refusal === "not_yours" || isParty ? "forbidden" : "not_found");
}

/** The konseling as the rules look at it. */
export function konselingOf({ status, bentuk, isReported, arrangement, entries, record }: KonselingRow): rules.Konseling {
  return {
    rencana: { status, bentuk, dilaporkan: isReported }, isSigned: record !== null,
    arranged: arrangement === null ? null : { konselorId: arrangement.konselor.id, byOffice: arrangement.isByOffice, scheduledOn: arrangement.scheduledOn, entries: entries.length },
  };
}

export function toView({ row, sides, standing }: Work, { today }: Pick<Ctx, "today">): KonselingView {
  const { arrangement, record } = row;
  const konseling = konselingOf(row);
  const mayArrange = access("konseling.arrange", standing);
  const wanted = { jenis: arrangement?.jenis ?? "penilai", konselorId: arrangement?.konselor.id ?? "", scheduledOn: arrangement?.scheduledOn ?? today } as const;
  const mayReadRecord = rules.mayReadRecord(sides);
  return {
    id: row.id, person: row.person, penilai: row.penilai, goal: row.goal, status: row.status, sides: [...sides], arrangement, isSigned: record !== null,
    entries: rules.mayReadJournal(sides) ? row.entries : null,
    record: record === null || !mayReadRecord ? null : { ...recordOf(record), format: rules.formatRekamanKonseling({}) },
    readers: arrangement === null ? null : readersOf({ jenis: arrangement.jenis, atasanId: row.atasanId }),
    followUps: mayReadRecord ? row.followUps : [],
    actions: {
      arrange: mayArrange.length > 0 ? ["not_yours"] : rules.arrangeRefusals(konseling, wanted, { sides, today }),
      note: rules.noteRefusals(konseling, { sides }), sign: rules.signRefusals(konseling, { heldFrom: today, heldUntil: today }, { sides, today }), follow: rules.followRefusals(konseling, { sides }),
    },
  };
}
const recordOf = ({ signedOn: _, ...record }: NonNullable<KonselingRow["record"]>) => record;
