import { createHash } from "node:crypto";
import { bagianPenilaian, canonical, type Decision, type Ekspektasi, type FaktaPenilaian, penilaianPeriode, type Predikat, roundHalfUp, rulebookOf } from "@teraju/domain";

/** SHA-256 (hex) of the canonical text of a Decision, UTF-8. */
export function digestOf(decision: Decision<unknown>): string {
  return createHash("sha256").update(canonical(decision), "utf8").digest("hex");
}

/** The columns of a final appraisal that follow from its facts. */
export type Receipt = {
  decision: Decision<Predikat>;
  digest: string;
  /** Row of the rulebook that judged. */
  rulebook: string;
  predikat: Predikat;
  /** Two decimals, as numeric(7,2) keeps it. */
  indeks: number | null;
  saranHasilKerja: Ekspektasi | null;
  saranPerilaku: Ekspektasi | null;
};

/**
 * A period's result from its facts, as finalising, the seed, the auditor's sample and the replay test all compute it.
 * Facts that came back from jsonb give the same digest as those that were stored.
 */
export function recompute(facts: FaktaPenilaian): Receipt {
  const decision = penilaianPeriode(facts);
  const { indeks, saranHasilKerja, saranPerilaku } = bagianPenilaian(facts);
  return {
    decision,
    digest: digestOf(decision),
    rulebook: rulebookOf(facts.periode).id,
    predikat: decision.value,
    indeks: indeks.value === null ? null : roundHalfUp(indeks.value, 2),
    saranHasilKerja: saranHasilKerja.value,
    saranPerilaku: saranPerilaku.value,
  };
}
