import type { KeberatanRow as RowView } from "@teraju/contracts/keberatan";
import { type FaktaPenilaian, hakKeberatan, type keberatan as rules, penerimaanHasil, type Party, PERILAKU, rulebookOf } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { mustPerson } from "../../standing.ts";
import { findPeriod, type Period, spanOf } from "../appraisal/period.ts";
import { findResult, type ResultRow } from "../../final-result.ts";
import { findKeberatan, type HearingRow, type KeberatanRow } from "./queries.ts";

/** A keberatan with the result that it is about and the period that judges both: three queries. */
export type Work = { row: KeberatanRow; result: ResultRow; period: Period; parties: readonly Party[] };

const PARTIES = [["personId", "owner"], ["penilaiId", "penilai"], ["atasanId", "atasan"]] as const;

/** Between three people: for others it is there only with the roles that may read it, and 404 for the rest. */
export async function loadKeberatan(ctx: Ctx, id: string): Promise<Work> {
  const row = await findKeberatan(ctx.pool, id);
  if (row === null) throw new Problem("not_found");
  const parties = PARTIES.filter(([key]) => row[key] === ctx.actor.personId).map(([, party]) => party);
  if (parties.length === 0) await mustPerson(ctx, "keberatan.read", row.personId);
  const [result, period] = await Promise.all([findResult(ctx.pool, row.appraisalId), findPeriod(ctx.pool, row.periodId)]);
  if (result === null) throw new Error(`keberatan ${id} is about a result that is not final`);
  return { row, result, period, parties };
}

/** A result of the actor's own, to object to; 403 for who may only read it. */
export async function loadOwnResult(ctx: Ctx, resultId: string): Promise<{ result: ResultRow; period: Period }> {
  const result = await findResult(ctx.pool, resultId);
  if (result === null) throw new Problem("not_found");
  const period = await findPeriod(ctx.pool, result.periodId);
  await mustPerson(ctx, "keberatan.file", result.personId, spanOf(period));
  return { result, period };
}

/** The result as the law looks at it. */
export function legalOf({ facts, openedOn, handover, isCurrent, finalizedOn }: ResultRow, period: Period, hasAtasan: boolean): rules.Result {
  const received = penerimaanHasil({ dibuka: openedOn, diserahkan: handover?.on ?? null }).value;
  const isOpen = hakKeberatan({ sebagai: facts.penilai.sebagai, isKepalaDaerah: facts.penilai.isKepalaDaerah }).value;
  const until = received === null ? null : rulebookOf(period).rules.jatuhTempo({ peristiwa: "keberatan", mulai: received, kalender: period.kalender }).value;
  return { isOpen, isCurrent, hasAtasan, setOn: finalizedOn, receivedOn: received, until };
}

export function contextOf(ctx: Ctx, period: Period, parties: readonly Party[]): rules.Context {
  return { parties, today: ctx.today, kalender: period.kalender, standar: period.standar };
}

/** Whether somebody was at the hearing, and what they did with its minutes. */
export function standingAt({ isOwnerPresent, isPenilaiPresent, answers }: HearingRow, party: "owner" | "penilai", { personId, penilaiId }: Work["row"]) {
  const who = party === "owner" ? personId : penilaiId;
  return { isPresent: party === "owner" ? isOwnerPresent : isPenilaiPresent, answer: answers.find((one) => one.personId === who) ?? null };
}

/** What a claim may be about: the two ratings, each rated result, each rated behaviour, as the receipt has them. */
export function rowsOf({ hasilKerja, perilakuKerja, hasil, perilaku }: FaktaPenilaian): RowView[] {
  const behaviours = new Map(perilaku.map((one) => [one.perilaku, one.rating]));
  return [
    { aspect: "hasil_kerja", target: null, text: null, prioritas: null, rating: hasilKerja.rating },
    ...hasil.flatMap(({ lineId, text, prioritas, rating }): RowView[] => (rating === null ? [] : [{ aspect: "hasil_kerja", target: lineId, text, prioritas, rating }])),
    { aspect: "perilaku", target: null, text: null, prioritas: null, rating: perilakuKerja.rating },
    ...PERILAKU.flatMap((name): RowView[] => {
      const rating = behaviours.get(name) ?? null;
      return rating === null ? [] : [{ aspect: "perilaku", target: name, text: null, prioritas: null, rating }];
    }),
  ];
}
