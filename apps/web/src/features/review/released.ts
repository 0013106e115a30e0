import type { MouseEvent } from "react";

/** A button pressed with mouse or finger lets go: Enter then sends, as the page says, and does not press it once more. Keys keep their place. */
export const released = (then: () => void) => (event: MouseEvent<HTMLElement>): void => {
  if (event.detail > 0) event.currentTarget.blur();
  then();
};
