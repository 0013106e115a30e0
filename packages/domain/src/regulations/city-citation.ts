import type { Citation } from "../decision.ts";

/** A parameter of the city's standar penilaian; its legal basis and effective date stand in the standard itself. */
export function cityStandard(part: string): Citation {
  return { regulation: "Standar penilaian kota", part, link: null };
}
