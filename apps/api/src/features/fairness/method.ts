import { FEWEST_ANSWERS } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { standardOn } from "../../standard.ts";
import { listCycles } from "../peer-input/cycle-queries.ts";
import { combinedRoot, verdictsOf } from "../peer-input/cycle-view.ts";
import { tally } from "./page.ts";

/** Figures behind Metode, for everybody: of the city and its cycles, never of persons. */
export async function read(ctx: Ctx) {
  const [{ standar }, cycles, counted] = await Promise.all([standardOn(ctx.pool, ctx.today), listCycles(ctx.pool), tally(ctx)]);
  const { perOrang, lintasUnit, bobot } = standar.rekan;
  return {
    minJawaban: FEWEST_ANSWERS, perOrang, lintasUnit, bobotPercent: Math.round(bobot * 100),
    cycles: cycles.map((cycle) => {
      const isReleased = cycle.status === "released";
      const facts = isReleased ? cycle.sealFacts : null;
      const people = (cycle.shown ?? 0) + (cycle.none ?? 0);
      return {
        id: cycle.id, year: cycle.year, semester: cycle.semester, keyHash: cycle.keyHash, root: combinedRoot(cycle.draws.map((draw) => draw.root)),
        components: cycle.draws[0]?.facts.components ?? null, crossPercent: cycle.draws[0]?.facts.crossPercent ?? null,
        answeredPercent: facts?.answeredPercent ?? null, shownPercent: !isReleased || people === 0 ? null : Math.round((1000 * (cycle.shown ?? 0)) / people) / 10,
        icc1k: facts?.icc1k ?? null, variances: facts?.variances ?? null, verdicts: verdictsOf(cycle),
      };
    }),
    // Filled once the simulated cities' table is kept as data; until then the page says that there is none.
    errorRates: [], tally: counted,
  };
}
