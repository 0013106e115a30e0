import type { KalibrasiView } from "@teraju/contracts/kalibrasi";
import { garisPola, type Predikat, type PredikatOrganisasi, rulebookOf } from "@teraju/domain";
import { wilson } from "@teraju/statistics";
import type { Period } from "../appraisal/period.ts";
import type { Interval } from "./queries.ts";

const tenth = (value: number): number => Math.round(value * 10) / 10;
/** A share of people in percent with its 95 percent interval (Wilson); the whole range where there is nobody. */
export function shareOf(n: number, of: number): Interval {
  const bounds = wilson(n, of) ?? [0, 1];
  return { value: of === 0 ? 0 : tenth((100 * n) / of), low: tenth(100 * bounds[0]), high: tenth(100 * bounds[1]) };
}
const sum = (jumlah: Record<Predikat, number>, of: readonly Predikat[]): number => of.reduce((all, predikat) => all + jumlah[predikat], 0);
const total = (jumlah: Record<Predikat, number>): number => Object.values(jumlah).reduce((all, n) => all + n, 0);

/** The department's distribution beside each line of the pola (SE 3/2023), as a band. */
export function bandOf(period: Period, organisasi: PredikatOrganisasi, jumlah: Record<Predikat, number>): NonNullable<KalibrasiView["band"]> {
  const { rules } = rulebookOf(period);
  const dari = total(jumlah);
  const pola = rules.polaDistribusi({ organisasi, jumlah, pembulatan: period.standar.pola.pembulatan });
  const lines = garisPola(organisasi).map((line) => ({ ...line, predikat: [...line.predikat], n: sum(jumlah, line.predikat), share: shareOf(sum(jumlah, line.predikat), dari) }));
  const decision = rules.pitaPola({ organisasi, pola, selang: lines.map(({ temuan, n, share }) => ({ temuan, n, dari, rendah: share.low, tinggi: share.high })) });
  const places = new Map(decision.value.map(({ temuan, posisi }) => [temuan, posisi]));
  return { isInPola: pola.value.sesuai, lines: lines.map((line) => ({ ...line, posisi: places.get(line.temuan) ?? "di_dalam" })), decision };
}

/** The predikat that the pola puts most people on: that of the organisation. */
export const peakOf = (organisasi: PredikatOrganisasi): Predikat => (organisasi === "istimewa" ? "sangat_baik" : organisasi);
