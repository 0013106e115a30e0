import type { Refusal } from "./refusal.ts";
import type { UmpanBalikStatus } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/** One umpan balik (Pasal 17–19): asked for or given. The text is never changed afterwards: a correction is a new one. */
export type UmpanBalik = { status: UmpanBalikStatus; isReplied: boolean };

/** Whom it concerns: `giver` writes it (who was asked, where it was asked for), `receiver` gets it and may answer. */
export const ACTIONS = {
  answer: { from: ["diminta"], to: "diberikan", by: "giver" },
  read: { from: ["diberikan"], to: "same", by: "receiver" },
  reply: { from: ["diberikan"], to: "same", by: "receiver" },
} as const satisfies Record<string, Transition<UmpanBalikStatus>>;
export type Action = keyof typeof ACTIONS;

/** All reasons why the action is not allowed now; empty when it is. */
export function refusals({ status, isReplied }: UmpanBalik, action: Action, parties: readonly Party[]): Refusal[] {
  return [...transitionRefusals<UmpanBalikStatus>(ACTIONS[action], status, parties), ...reasons({ already_replied: action === "reply" && isReplied })];
}
