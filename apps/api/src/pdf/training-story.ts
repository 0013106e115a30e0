/** The city's training story on one page: what people need, what trainings are seen to do, what it costs. No name stands in it. */
import type { EffectRow } from "@teraju/contracts";
import { development, type LocalDate, UKUR_DAMPAK, type UkurDampak } from "@teraju/domain";
import { dateParts, longDate } from "./dates.ts";
import type { Letterhead } from "./official.ts";
import { type PictureFile, printPdf } from "./print.ts";

export type NeedRow = { readonly unit: { readonly name: string }; readonly people: number | null; readonly byForm: Readonly<Record<development.BentukPembinaan, number | null>> };
export type TrainingStory = {
  readonly letterhead: Letterhead; readonly files: readonly PictureFile[]; readonly date: LocalDate;
  readonly rows: readonly EffectRow[]; readonly needs: readonly NeedRow[];
  /** Rupiah of the year. */
  readonly budget: { readonly year: number; readonly spent: number; readonly planned: number };
};

/** One page holds so much, in points of height; trainings come first, and what does not fit is counted in a line. */
const ROOM = 400;
const MOST_EFFECTS = 6;
const MOST_HINDRANCES = 3;
const LONGEST = 72;
const LINE_PT = 9.3;
const PADDING_PT = 3.2;
/** Letters of a name on one line of each table. */
const LETTERS = { effect: 19, need: 36 } as const;
/** Height of a look that the table shows. */
const LOOK_PT = 12.5;
const tall = (text: string, letters: number): number => PADDING_PT + LINE_PT * Math.ceil(short(text).length / letters);
/** The first rows that fit, and the room that they leave. */
function fitting<Row>(rows: readonly Row[], room: number, height: (row: Row) => number): { shown: Row[]; left: number } {
  const shown: Row[] = [];
  let left = room;
  for (const row of rows) {
    if (height(row) > left) break;
    left -= height(row);
    shown.push(row);
  }
  return { shown, left };
}
const NUMBER = new Intl.NumberFormat("id-ID");
const POINTS = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
const STEPS = new Intl.NumberFormat("id-ID", { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" });
const rupiah = (amount: number): string => `Rp${NUMBER.format(amount)}`;
const short = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST).trimEnd()}…`);
const count = (n: number | null): string => (n === null ? "tertutup" : NUMBER.format(n));
const VERDICT = { terlihat: "terlihat", belum_terlihat: "belum terlihat", data_kurang: "data kurang" } as const;
const MEASURE = { indikator: "Indikator", capaian: "Capaian", perilaku: "Perilaku", rekan: "Rekan" } as const;
const IN_STEPS: ReadonlySet<UkurDampak> = new Set(["perilaku", "rekan"]);
/** Why a look says nothing, where that is one thing. */
const UNSAID: Partial<Record<Effect["reasons"][number], string>> = {
  penilai_sama: "penilainya sama", belum_waktunya: "belum waktunya", indikator_tidak_disebut: "tidak disebut rencana", indikator_tanpa_rekan: "tanpa rekan yang sama", periode_sebelum_kurang: "periode sebelum kurang",
};
const ORDER = ["terlihat", "belum_terlihat", "data_kurang"] as const;

type Effect = EffectRow["effects"][number];
/** A training is told by the last look of each measure that says something; where they differ, by the better. */
const verdictOf = ({ effects }: EffectRow): Effect["verdict"] => {
  const said = UKUR_DAMPAK.flatMap((measure) => effects.findLast((one) => one.measure === measure && one.verdict !== "data_kurang")?.verdict ?? []);
  return said.toSorted((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))[0] ?? "data_kurang";
};
const gainOf = ({ effects }: EffectRow): number => effects.findLast(({ effect, measure }) => !IN_STEPS.has(measure) && effect !== null)?.effect ?? 0;
/** Trainings by what is seen of them, the larger effect first. */
export const byEffect = (a: EffectRow, b: EffectRow): number => ORDER.indexOf(verdictOf(a)) - ORDER.indexOf(verdictOf(b)) || gainOf(b) - gainOf(a) || a.training.name.localeCompare(b.training.name, "id");
const isTold = (one: Effect): one is Effect & { effect: number; ci95: [number, number] } => one.verdict !== "data_kurang" && one.effect !== null && one.ci95 !== null;

/** Where effect and interval lie on a line from 0 to 1, the middle being "no difference". Each measure has a scale of its own: points, or steps of a rating. */
function placeOn(widest: number, one: Effect) {
  if (!isTold(one)) return null;
  const at = (points: number): number => 0.5 + points / (2 * widest);
  return { low: at(one.ci95[0]), middle: at(one.effect), high: at(one.ci95[1]) };
}

const gainWords = (format: Intl.NumberFormat, { effect, ci95 }: { effect: number; ci95: [number, number] }): string => `${format.format(effect)} (${format.format(ci95[0])} sampai ${format.format(ci95[1])})`;

function headlineOf(rows: readonly EffectRow[]): string {
  if (rows.length === 0) return "Belum ada pelatihan yang dampaknya dapat dilihat.";
  const said = ORDER.map((verdict) => [verdict, rows.filter((row) => verdictOf(row) === verdict).length] as const).filter(([, n]) => n > 0);
  return `Dari ${NUMBER.format(rows.length)} pelatihan yang diikuti: ${said.map(([verdict, n]) => `${NUMBER.format(n)} ${VERDICT[verdict]}`).join(", ")}.`;
}

const unsaid = ({ reasons }: Effect): string => reasons.flatMap((reason) => UNSAID[reason] ?? [])[0] ?? "tidak dinyatakan";
/** What is printed of one training: each look that says something, and the others of a measure in one line where they say the same. */
function linesOf({ effects }: EffectRow, widest: Record<UkurDampak, number>) {
  return UKUR_DAMPAK.flatMap((measure) => {
    const own = effects.filter((one) => one.measure === measure);
    const isOne = own.length > 1 && own.every((one) => !isTold(one) && unsaid(one) === (own[0] === undefined ? "" : unsaid(own[0])));
    return (isOne ? own.slice(0, 1) : own).map((one) => ({
      measure: MEASURE[measure], months: isOne ? "3, 6 bulan" : `${one.months} bulan`, verdict: VERDICT[one.verdict], at: placeOn(widest[measure], one), matched: isTold(one) ? NUMBER.format(one.matched) : "–",
      words: isTold(one) ? gainWords(IN_STEPS.has(measure) ? STEPS : POINTS, one) : unsaid(one),
    }));
  });
}

/** One page, whatever the city has; trainings by effect, departments by need. */
export function trainingStoryPdf({ letterhead, files, date, rows, needs, budget }: TrainingStory): Promise<Uint8Array> {
  const ordered = rows.toSorted(byEffect);
  const widestOf = (measure: UkurDampak): number => Math.max(1, ...rows.flatMap(({ effects }) => effects.filter(isTold).flatMap((one) => (one.measure === measure ? one.ci95.map(Math.abs) : []))));
  const widest = { indikator: widestOf("indikator"), capaian: widestOf("capaian"), perilaku: widestOf("perilaku"), rekan: widestOf("rekan") };
  const byNeed = needs.toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0));
  const { shown: told, left } = fitting(ordered.slice(0, MOST_EFFECTS), ROOM, (row) => Math.max(LOOK_PT * linesOf(row, widest).length, tall(row.training.name, LETTERS.effect)));
  const { shown: needed } = fitting(byNeed, left, ({ unit }) => tall(unit.name, LETTERS.need));
  const hindrances = [...new Set(rows.flatMap((row) => row.hindrances))];
  return printPdf("training-story", {
    title: "Pelatihan dan dampaknya", subject: `Keadaan ${longDate(date)}`, number: null, state: null, author: letterhead.offices.at(-1) ?? letterhead.government, date: dateParts(date), footer: `Pelatihan dan dampaknya · ${longDate(date)}`,
    letterhead: { arms: null, ...letterhead }, headline: headlineOf(rows),
    effects: told.map((row) => ({
      name: short(row.training.name), attended: NUMBER.format(row.attended),
      looks: linesOf(row, widest),
    })),
    moreEffects: ordered.length > told.length ? `dan ${ordered.length - told.length} pelatihan lain di halaman Pelatihan` : null,
    needs: needed.map(({ unit, people, byForm }) => ({ unit: short(unit.name), figures: [count(people), ...development.BENTUK_PEMBINAAN.map((bentuk) => count(byForm[bentuk]))] })),
    moreNeeds: byNeed.length > needed.length ? `dan ${byNeed.length - needed.length} perangkat daerah lain di halaman Pelatihan` : null,
    budget: [[`Dipakai ${budget.year}`, rupiah(budget.spent)], [`Direncanakan ${budget.year}`, rupiah(budget.planned)], ["Biaya semua peserta", rupiah(rows.reduce((sum, { cost }) => sum + cost, 0))]],
    hindrances: hindrances.slice(0, MOST_HINDRANCES).map(short),
  }, { files });
}
