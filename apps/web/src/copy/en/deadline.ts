import type { deadline as id } from "../id/deadline.ts";
import { stop } from "../stop.ts";

export const deadline: typeof id = {
  how: "How is this deadline counted?",
  extended: (days, reason) => stop(`An extension of ${days} working days is in it: ${reason}`),
};
