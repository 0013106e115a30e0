import type { Output, tryStandardDraft } from "@teraju/contracts";
import { type BahanPenilaian, bagianPenilaian, roundHalfUp, standarLengkap, type StandarPenilaian, suppress } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { mustRole } from "../../standing.ts";
import { standardOn } from "../../standard.ts";
import * as queries from "./queries.ts";
import { mustFind } from "./service.ts";

const PAGE = 500;
const FIRST = "00000000-0000-0000-0000-000000000000";

type Tally = { id: string; name: string; n: number; saranHasilKerja: number; saranPerilaku: number; indeks: number; difference: number; compared: number };

/** The part of the standard that suggestions and index are computed from. */
function partOf({ penilaian, indeks, rekan }: StandarPenilaian): BahanPenilaian["standar"] {
  return { batas: penilaian.batas, batasAtas: indeks.batasAtas, bobotUtama: indeks.bobotUtama, bobotTambahan: indeks.bobotTambahan, bobotRekan: rekan.bobot, jawabanMin: rekan.jawabanMin };
}

/** One result under both standards. Neither gives a predikat: two ratings of people do, and no standard touches those. */
function add(tally: Tally, facts: BahanPenilaian, draft: BahanPenilaian["standar"]): void {
  const [was, is] = [bagianPenilaian(facts), bagianPenilaian({ ...facts, standar: draft })];
  const rounded = (value: number | null): number | null => (value === null ? null : roundHalfUp(value, 2));
  const [before, after] = [rounded(was.indeks.value), rounded(is.indeks.value)];
  tally.n += 1;
  if (was.saranHasilKerja.value !== is.saranHasilKerja.value) tally.saranHasilKerja += 1;
  if (was.saranPerilaku.value !== is.saranPerilaku.value) tally.saranPerilaku += 1;
  if (before !== after) tally.indeks += 1;
  if (was.indeks.value === null || is.indeks.value === null) return;
  // Of the figures as they are: two rounded ones would differ by a cent more.
  tally.difference += is.indeks.value - was.indeks.value;
  tally.compared += 1;
}

const emptyTally = (id: string, name: string): Tally => ({ id, name, n: 0, saranHasilKerja: 0, saranPerilaku: 0, indeks: 0, difference: 0, compared: 0 });
const toEffect = ({ n, saranHasilKerja, saranPerilaku, indeks, difference, compared }: Tally) =>
  ({ n, saranHasilKerja, saranPerilaku, indeks, selisihIndeks: compared === 0 ? null : roundHalfUp(difference / compared, 2) });

/**
 * A closed period's final results once more from their stored facts, as a draft would have judged them. The transaction is read-only
 * and sees one moment of the database: nothing can be written by it. Pages of 500; 4,000 results take a few seconds.
 */
export async function whatIf(ctx: Ctx, draftId: string, periodId: string): Promise<Output<typeof tryStandardDraft>> {
  mustRole(ctx, "standard.what-if");
  const [row, periods, { standar }] = await Promise.all([mustFind(ctx, draftId), queries.findClosedPeriods(ctx.pool, ctx.today), standardOn(ctx.pool, ctx.today)]);
  if (!periods.some(({ id }) => id === periodId)) throw new Problem("not_found");
  const { tallies, left } = await tallyAll(ctx, periodId, partOf(standarLengkap(row.parameters)));
  const { cells, isTotalHidden } = suppress(tallies.map((tally) => ({ key: tally.id, n: tally.n, tally })), standar.sandiMin);
  const total = tallies.reduce((sum, one) => ({
    ...sum, n: sum.n + one.n, saranHasilKerja: sum.saranHasilKerja + one.saranHasilKerja, saranPerilaku: sum.saranPerilaku + one.saranPerilaku, indeks: sum.indeks + one.indeks, difference: sum.difference + one.difference, compared: sum.compared + one.compared,
  }), emptyTally("", ""));
  const names = new Map(tallies.map(({ id, name }) => [id, name]));
  return { total: isTotalHidden || total.n === 0 ? null : toEffect(total), left, units: cells.map((cell) => ({ id: cell.key, name: names.get(cell.key) ?? "", effect: cell.isHidden ? null : toEffect(cell.cell.tally) })) };
}

async function tallyAll(ctx: Ctx, periodId: string, draft: BahanPenilaian["standar"]): Promise<{ tallies: Tally[]; left: number }> {
  const byUnit = new Map<string, Tally>();
  let left = 0;
  const client = await ctx.pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    for (let after = FIRST; ; ) {
      const page = await queries.findFacts(client, periodId, after, PAGE);
      for (const { unitId, unit, facts } of page) {
        const tally = byUnit.get(unitId) ?? emptyTally(unitId, unit);
        byUnit.set(unitId, tally);
        if (facts === null) left += 1;
        else add(tally, facts, draft);
      }
      const last = page.at(-1);
      if (last === undefined || page.length < PAGE) break;
      after = last.id;
    }
  } finally {
    await client.query("rollback").finally(() => { client.release(); });
  }
  return { tallies: [...byUnit.values()].sort((a, b) => a.name.localeCompare(b.name, "id")), left };
}
