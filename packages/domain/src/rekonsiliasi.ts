import type { Month } from "./calendar.ts";
import { headingKey } from "./people-import/headings.ts";
import { postName } from "./people-import/values.ts";
import { monthsOfBknPeriod, type BknPeriod } from "./people-import/bkn-report.ts";
import type { Refusal } from "./refusal.ts";
import type { Ekspektasi, PeriodeKind, Predikat } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

/** How a person stands in a kept report of e-Kinerja BKN beside our own data of the same months. */
export const REKONSILIASI_STATE = ["berbeda", "hanya_di_sini", "hanya_di_bkn", "cocok"] as const;
export type RekonsiliasiState = (typeof REKONSILIASI_STATE)[number];
/** What is to be done about a difference. */
export const REKONSILIASI_TINDAKAN = ["perbaiki_di_bkn", "perbaiki_di_sini", "wajar"] as const;
export type RekonsiliasiTindakan = (typeof REKONSILIASI_TINDAKAN)[number];
/** Who sees to it. */
export const REKONSILIASI_PELAKSANA = ["bkpsdm", "admin_opd", "penilai", "pegawai"] as const;
export type RekonsiliasiPelaksana = (typeof REKONSILIASI_PELAKSANA)[number];
/** Data of the person and ratings are looked at by different people, so each is a difference of its own. */
export const REKONSILIASI_ASPEK = ["data", "nilai"] as const;
export type RekonsiliasiAspek = (typeof REKONSILIASI_ASPEK)[number];
export const REKONSILIASI_FIELD = ["orang", "unit", "jabatan", "penilai", "hasilKerja", "perilaku", "predikat"] as const;
export type RekonsiliasiField = (typeof REKONSILIASI_FIELD)[number];

const RATING_FIELDS = ["hasilKerja", "perilaku", "predikat"] as const;

type Ratings = { readonly hasilKerja: Ekspektasi | null; readonly perilaku: Ekspektasi | null; readonly predikat: Predikat | null };
/** A person on the last day of the report's months. Ratings are those of the evaluation period with exactly these months. */
export type OwnSide = Ratings & { readonly nip: string; readonly name: string; readonly opd: string | null; readonly unit: string | null; readonly jabatan: string | null; readonly penilaiNip: string | null; readonly penilaiName: string | null };
/** A line of the report; a rating is null where e-Kinerja has none. */
export type BknSide = Ratings & { readonly line: number; readonly nip: string; readonly name: string; readonly unor: string; readonly unorInduk: string; readonly jabatan: string; readonly isActing: boolean; readonly penilaiNip: string; readonly penilaiName: string };

export type RekonsiliasiDifference = { readonly field: RekonsiliasiField; readonly here: string | null; readonly bkn: string | null };
export type RekonsiliasiRow = {
  readonly nip: string; readonly name: string; readonly state: RekonsiliasiState;
  /** Our department; for who is not ours, what e-Kinerja calls it. Null: neither says. */
  readonly opd: string | null;
  readonly differences: readonly RekonsiliasiDifference[];
  /** Acting posts that the report has besides: they are shown, nothing is compared with them. */
  readonly acting: readonly string[];
};

/** Whether the report's ratings can stand beside ours: of the same months, of months inside of one of our periods, or of none. */
export type PeriodMatch = { readonly kind: "same" | "inside" | "none"; readonly period: { readonly firstMonth: Month; readonly lastMonth: Month } | null };

/**
 * Our evaluation period that a report of e-Kinerja speaks of. A city that rates by quarter has no rating of a month: BKN's month then
 * lies `inside` of our quarter, and its ratings are shown, not compared (Pasal 24: monthly or quarterly).
 */
export function matchPeriod(bkn: BknPeriod, ours: readonly { readonly kind: PeriodeKind; readonly firstMonth: Month; readonly lastMonth: Month }[]): PeriodMatch {
  const { first, last } = monthsOfBknPeriod(bkn);
  const isYear = bkn.kind === "tahunan";
  const candidates = ours.filter(({ kind }) => (kind === "tahunan") === isYear);
  const same = candidates.find(({ firstMonth, lastMonth }) => firstMonth === first && lastMonth === last);
  if (same !== undefined) return { kind: "same", period: { firstMonth: same.firstMonth, lastMonth: same.lastMonth } };
  const inside = candidates.find(({ firstMonth, lastMonth }) => firstMonth <= first && last <= lastMonth);
  return inside === undefined ? { kind: "none", period: null } : { kind: "inside", period: { firstMonth: inside.firstMonth, lastMonth: inside.lastMonth } };
}

/**
 * Each person of either side once, in the order of NIP. `scope`: the department that the report is of, "" for the whole city; who of
 * ours stands elsewhere is not missing from it. `aspek`: which fields are looked at. Names are compared without case, dots and double blanks.
 * A line without a NIP is nobody's and is left out; of several lines of a person the definitive post counts, else the first.
 */
export function compare({ ours, bkn, scope, aspek, areRatingsComparable }: { ours: readonly OwnSide[]; bkn: readonly BknSide[]; scope: string; aspek: readonly RekonsiliasiAspek[]; areRatingsComparable: boolean }): RekonsiliasiRow[] {
  const lines = new Map<string, BknSide[]>();
  for (const one of bkn) {
    const nip = nipKey(one.nip);
    if (nip !== "") lines.set(nip, [...(lines.get(nip) ?? []), one]);
  }
  const own = new Map(ours.map((one) => [nipKey(one.nip), one]));
  const isInScope = (one: OwnSide): boolean => scope === "" || (one.opd !== null && headingKey(one.opd) === headingKey(scope));
  const rows: RekonsiliasiRow[] = [];
  for (const [nip, here] of own) {
    const theirs = lines.get(nip);
    if (theirs === undefined) {
      if (aspek.includes("data") && isInScope(here)) rows.push({ nip, name: here.name, state: "hanya_di_sini", opd: here.opd, differences: [{ field: "orang", here: here.unit ?? here.name, bkn: null }], acting: [] });
      continue;
    }
    const { main, acting } = mainLine(theirs);
    const differences = [...(aspek.includes("data") ? dataDifferences(here, main) : []), ...(aspek.includes("nilai") && areRatingsComparable ? ratingDifferences(here, main) : [])];
    rows.push({ nip, name: here.name, state: differences.length === 0 ? "cocok" : "berbeda", opd: here.opd, differences, acting });
  }
  if (aspek.includes("data")) {
    for (const [nip, theirs] of lines) {
      if (own.has(nip)) continue;
      const { main, acting } = mainLine(theirs);
      rows.push({ nip, name: main.name, state: "hanya_di_bkn", opd: main.unorInduk === "" ? null : main.unorInduk, differences: [{ field: "orang", here: null, bkn: main.unor === "" ? main.name : main.unor }], acting });
    }
  }
  return rows.sort((a, b) => (a.nip < b.nip ? -1 : Number(a.nip > b.nip)));
}

/** What a difference is about, in one line: when it changes, what was decided about it no longer holds. */
export function differenceKey(differences: readonly RekonsiliasiDifference[], aspek: RekonsiliasiAspek): string {
  return ofAspek(differences, aspek).map(({ field, here, bkn }) => `${field}=${headingKey(here ?? "")}|${headingKey(bkn ?? "")}`).join(";");
}
export function ofAspek(differences: readonly RekonsiliasiDifference[], aspek: RekonsiliasiAspek): RekonsiliasiDifference[] {
  return differences.filter(({ field }) => aspekOf(field) === aspek);
}
export function aspekOf(field: RekonsiliasiField): RekonsiliasiAspek {
  return RATING_FIELDS.some((one) => one === field) ? "nilai" : "data";
}

/** Why a decision cannot stand: repairing needs a day that is not over; what is left as it is needs the words why. */
export function tindakanRefusals({ tindakan, note, dueOn, today }: { tindakan: RekonsiliasiTindakan; note: string; dueOn: string | null; today: string }): Refusal[] {
  const isRepair = tindakan !== "wajar";
  return reasons({ rekonsiliasi_day_missing: isRepair && dueOn === null, rekonsiliasi_day_past: isRepair && dueOn !== null && dueOn < today, rekonsiliasi_reason_missing: !isRepair && note.trim().length === 0 });
}

function mainLine(lines: readonly BknSide[]): { main: BknSide; acting: string[] } {
  const main = lines.find(({ isActing }) => !isActing) ?? lines[0];
  if (main === undefined) throw new RangeError("a person without a line");
  return { main, acting: lines.filter((one) => one !== main).map(({ jabatan, unor }) => [jabatan, unor].filter((text) => text !== "").join(", ")) };
}

/** What the report leaves empty says nothing: it is no difference. */
function dataDifferences(here: OwnSide, main: BknSide): RekonsiliasiDifference[] {
  const penilai = nipKey(main.penilaiNip);
  return [
    ...text("unit", here.unit, main.unor),
    ...text("jabatan", here.jabatan === null ? null : postName(here.jabatan), postName(main.jabatan)),
    ...(penilai === "" || penilai === nipKey(here.penilaiNip ?? "") ? [] : [{ field: "penilai" as const, here: here.penilaiName, bkn: main.penilaiName === "" ? penilai : main.penilaiName }]),
  ];
}
function ratingDifferences(here: OwnSide, main: BknSide): RekonsiliasiDifference[] {
  return RATING_FIELDS.flatMap((field) => (here[field] === main[field] ? [] : [{ field, here: here[field], bkn: main[field] }]));
}
function text(field: RekonsiliasiField, here: string | null, bkn: string): RekonsiliasiDifference[] {
  return bkn === "" || headingKey(bkn) === headingKey(here ?? "") ? [] : [{ field, here, bkn }];
}
/** Blanks and quotes of a spreadsheet are no part of a NIP. */
function nipKey(nip: string): string {
  return nip.replace(/[^0-9]/g, "");
}
