import { stop } from "../stop.ts";

/** Words under a deadline. */
export const deadline = {
  how: "Bagaimana tenggat ini dihitung?",
  extended: (days: number, reason: string) => stop(`Termasuk perpanjangan ${days} hari kerja: ${reason}`),
};
