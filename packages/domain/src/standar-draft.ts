/** A draft of the standar penilaian: from its writing by one person to its publication by another. */
import { type LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import { roundHalfUp } from "./rounding.ts";
import type { StandarPenilaian } from "./standar.ts";
import { STANDAR_FIELDS, type StandarField, type StandarPath, type StandarValues } from "./standar-description.ts";
import { reasons } from "./workflow.ts";

export const STANDAR_DRAFT_STATUS = ["draft", "proposed", "published", "discarded"] as const;
export type StandarDraftStatus = (typeof STANDAR_DRAFT_STATUS)[number];

const FIELDS: Readonly<Record<string, StandarField>> = STANDAR_FIELDS;
export const STANDAR_PATHS = Object.keys(STANDAR_FIELDS) as StandarPath[];

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;

/** Parameters by their path: what forms and comparisons work with. A path that the standard lacks is left out. */
export function standarValues(standar: StandarPenilaian): StandarValues {
  const at = (path: string): unknown => path.split(".").reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), standar);
  return Object.fromEntries(STANDAR_PATHS.flatMap((path) => {
    const value = at(path);
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? [[path, value]] : [];
  }));
}

export type StandarFault = { path: string; code: "unknown" | "missing" | "wrong_kind" | "out_of_range" | "order" };

function faultOf(field: StandarField, value: unknown): StandarFault["code"] | null {
  switch (field.kind) {
    case "number": {
      if (typeof value !== "number" || !Number.isFinite(value)) return "wrong_kind";
      const steps = value / field.step;
      return value < field.min || value > field.max || Math.abs(steps - roundHalfUp(steps, 0)) > 1e-6 ? "out_of_range" : null;
    }
    case "choice":
      return field.choices.some((one) => one.value === value) ? null : "out_of_range";
    case "text":
      return typeof value !== "string" ? "wrong_kind" : value.length > field.maxLength ? "out_of_range" : null;
    case "flag":
      return typeof value === "boolean" ? null : "wrong_kind";
  }
}

/** Pairs of which the first may not be greater than the second: windows in their order, the guide's few under its most. */
const ORDER: readonly (readonly [StandarPath, StandarPath])[] = [
  ["laporan.batasHari", "laporan.periksaHari"], ["laporan.periksaHari", "laporan.tutupHari"], ["rapat.mulaiHari", "rapat.sampaiHari"],
  ["rapat.sampaiHari", "laporan.tutupHari"], ["penilaian.batas.sebagianKecil", "penilaian.batas.sebagianBesar"], ["indeks.bobotTambahan", "indeks.bobotUtama"], ["rekan.lintasUnit", "rekan.perOrang"],
  // More answers than people asked would show nobody's result.
  ["rekan.jawabanMin", "rekan.perOrang"],
];

/** Everything that is wrong with values given by path; empty when a standard can be made of them. */
export function standarFaults(values: StandarValues): StandarFault[] {
  const unknown = Object.keys(values).filter((path) => !Object.hasOwn(FIELDS, path)).map((path): StandarFault => ({ path, code: "unknown" }));
  const wrong = STANDAR_PATHS.flatMap((path): StandarFault[] => {
    const code = Object.hasOwn(values, path) ? faultOf(STANDAR_FIELDS[path], values[path]) : "missing";
    return code === null ? [] : [{ path, code }];
  });
  const order = ORDER.flatMap(([low, high]): StandarFault[] => {
    const [a, b] = [values[low], values[high]];
    return typeof a === "number" && typeof b === "number" && a > b ? [{ path: high, code: "order" }] : [];
  });
  return [...unknown, ...wrong, ...order];
}

/** The standard that values by path make. Throws where `standarFaults` finds one. */
export function standarOf(values: StandarValues): StandarPenilaian {
  if (standarFaults(values).length > 0) throw new RangeError("these values make no standar penilaian");
  const whole: Record<string, unknown> = {};
  for (const path of STANDAR_PATHS) {
    const keys = path.split(".");
    let place = whole;
    for (const key of keys.slice(0, -1)) {
      const next = isObject(place[key]) ? place[key] : {};
      place[key] = next;
      place = next;
    }
    place[keys.at(-1) ?? path] = values[path];
  }
  // Each path of the type has been set to a value of its kind: standarFaults has looked at all of them.
  return whole as StandarPenilaian;
}

export type StandarDraft = { status: StandarDraftStatus; madeBy: string };

/** Why the maker may not change, hand over or discard it now. */
export function standarDraftRefusals({ status, madeBy }: StandarDraft, action: "save" | "propose" | "discard", actorId: string): Refusal[] {
  const from: readonly StandarDraftStatus[] = action === "discard" ? ["draft", "proposed"] : ["draft"];
  return reasons({ not_yours: madeBy !== actorId, wrong_status: !from.includes(status) });
}

/** Why the second person may not send it back. */
export function standarReturnRefusals({ status, madeBy }: StandarDraft, actorId: string): Refusal[] {
  return reasons({ second_person_needed: madeBy === actorId, wrong_status: status !== "proposed" });
}

type Publication = { validFrom: LocalDate; values: StandarValues };
/**
 * Why it may not be published: by a second person, from the first day of a month to come, after every standard on record, with
 * something changed; and monthly or quarterly evaluation changes with a year alone, since an SKP is of a year.
 */
export function standarPublishRefusals(draft: StandarDraft & Publication, { actorId, today, latest }: { actorId: string; today: LocalDate; latest: Publication }): Refusal[] {
  const isChanged = STANDAR_PATHS.some((path) => draft.values[path] !== latest.values[path]);
  return [
    ...standarReturnRefusals(draft, actorId),
    ...reasons({
      standard_not_future: draft.validFrom <= today,
      standard_not_first_day: !draft.validFrom.endsWith("-01"),
      standard_before_latest: draft.validFrom <= latest.validFrom,
      standard_period_mid_year: draft.values["periodeEvaluasi"] !== latest.values["periodeEvaluasi"] && !draft.validFrom.endsWith("-01-01"),
      standard_unchanged: !isChanged,
      standard_incomplete: standarFaults(draft.values).length > 0,
    }),
  ];
}
