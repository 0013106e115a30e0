import type { Slide as SlideView } from "@teraju/contracts/evaluation-meeting-live";

/** Only people and units take turns; opening, promises and closing are everybody's. */
export const turnsOf = <S extends Pick<SlideView, "kind">>(slides: readonly S[]): S[] => slides.filter(({ kind }) => kind === "person" || kind === "unit");

/** Whose turn it is: an office in a cascade, else a person; empty for what is everybody's. */
export const titleOf = ({ kind, person, unit }: Pick<SlideView, "kind" | "person" | "unit">): string => (kind === "unit" ? unit?.name : person?.name) ?? "";
