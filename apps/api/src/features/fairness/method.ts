import { errorRates } from "@teraju/contracts/fairness";
import { fewestAnswers } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { standardOn } from "../../standard.ts";
import { listCycles } from "../peer-input/cycle-queries.ts";
import { combinedRoot, verdictsOf } from "../peer-input/cycle-view.ts";
import errorRatesFile from "./error-rates.json" with { type: "json" };
import { findPeriod, periodView } from "../appraisal/period.ts";
import { tally } from "./page.ts";
import { findLastGroups } from "./signal-queries.ts";

/** Written by `pnpm simulate --save`; read once, and a file of another shape stops the start. */
const ERROR_RATES = errorRates.parse(errorRatesFile);

/** Figures behind Metode, for everybody: of the city and its cycles, never of persons. */
export async function read(ctx: Ctx) {
  const [{ standar }, cycles, counted, found] = await Promise.all([standardOn(ctx.pool, ctx.today), listCycles(ctx.pool), tally(ctx), findLastGroups(ctx.pool)]);
  const { perOrang, lintasUnit, bobot, jawabanMin } = standar.rekan;
  return {
    minJawaban: fewestAnswers(jawabanMin), perOrang, lintasUnit, bobotPercent: Math.round(bobot * 100),
    cycles: cycles.map((cycle) => {
      const isReleased = cycle.status === "released";
      const facts = isReleased ? cycle.sealFacts : null;
      const people = (cycle.shown ?? 0) + (cycle.none ?? 0);
      return {
        id: cycle.id, year: cycle.year, semester: cycle.semester, keyHash: cycle.keyHash, root: combinedRoot(cycle.draws.map((draw) => draw.root)),
        components: cycle.draws[0]?.facts.components ?? null, crossPercent: cycle.draws[0]?.facts.crossPercent ?? null,
        answeredPercent: facts?.answeredPercent ?? null, shownPercent: !isReleased || people === 0 ? null : Math.round((1000 * (cycle.shown ?? 0)) / people) / 10,
        icc1k: facts?.icc1k ?? null, reciprocity: facts?.reciprocity ?? null, variances: facts?.variances ?? null, verdicts: verdictsOf(cycle),
      };
    }),
    groups: found === null ? null : { period: periodView(await findPeriod(ctx.pool, found.id), ctx.today), rows: found.groups },
    errorRates: ERROR_RATES, tally: counted,
  };
}
