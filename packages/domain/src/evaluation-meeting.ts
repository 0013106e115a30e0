import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { MeetingStatus, NotulenStatus } from "./vocabulary.ts";
import { type Party, type Transition, reasons, transitionRefusals } from "./workflow.ts";

/**
 * A rapat evaluasi bulanan. What is frozen when: at the start agenda and slides, figures with them; at the end attendance and
 * decisions; at the second signature every word of the notulen.
 */
export type EvaluationMeeting = {
  status: MeetingStatus;
  date: LocalDate;
  /** Instants as milliseconds are the caller's: here only whether the window of presence has begun. */
  isPresenceOpen: boolean;
  secretaryId: string | null;
  leaderId: string | null;
  isPaper: boolean;
  hasScan: boolean;
};

/** `kepala`: heads the unit or one above; `pemimpin`: leads this meeting; `notulis`: takes its minutes; `peserta`: is invited. */
export const ACTIONS = {
  arrange: { from: ["planned"], to: "same", by: "kepala" },
  cancel: { from: ["planned"], to: "cancelled", by: "kepala" },
  agenda: { from: ["planned"], to: "same", by: "pemimpin" },
  slide: { from: ["planned"], to: "same", by: "peserta" },
  attend: { from: ["planned", "running"], to: "same", by: "peserta" },
  start: { from: ["planned"], to: "running", by: "pemimpin" },
  /** The screen and the time. */
  lead: { from: ["running"], to: "same", by: ["pemimpin", "notulis"] },
  /** Decisions, attendance, notes: also what waited in an outbox until the meeting was over, as long as nobody has signed it whole. */
  amend: { from: ["running", "ended"], to: "same", by: ["pemimpin", "notulis"] },
  finish: { from: ["running"], to: "ended", by: "pemimpin" },
  applaud: { from: ["running"], to: "same", by: "peserta" },
  ask: { from: ["running"], to: "same", by: "peserta" },
  paper: { from: ["planned"], to: "ended", by: ["pemimpin", "notulis"] },
  edit: { from: ["ended"], to: "same", by: ["pemimpin", "notulis"] },
  scan: { from: ["ended"], to: "same", by: ["pemimpin", "notulis"] },
  sign: { from: ["ended"], to: "signed", by: ["pemimpin", "notulis"] },
  addendum: { from: ["signed"], to: "same", by: ["pemimpin", "notulis"] },
} as const satisfies Record<string, Transition<MeetingStatus>>;
export type Action = keyof typeof ACTIONS;

export type Context = {
  parties: readonly Party[];
  today: LocalDate;
  /** Of `arrange`: where it would move. */
  newDate?: LocalDate;
  /** Of `sign`: the actor has signed. */
  hasSigned?: boolean;
};

function conditionRefusals(meeting: EvaluationMeeting, action: Action, { today, newDate, hasSigned }: Context): Refusal[] {
  switch (action) {
    case "arrange":
      return reasons({ meeting_date_past: newDate !== undefined && newDate < today });
    case "start":
    case "paper":
      return reasons({ meeting_not_yet: today < meeting.date });
    case "attend":
      return reasons({ presence_not_open: meeting.status === "planned" && !meeting.isPresenceOpen });
    case "sign":
      return reasons({
        no_secretary: meeting.secretaryId === null, secretary_is_leader: meeting.secretaryId !== null && meeting.secretaryId === meeting.leaderId,
        already_signed: hasSigned === true, scan_missing: meeting.isPaper && !meeting.hasScan,
      });
    default:
      return [];
  }
}

/** All reasons why the action is not allowed now; empty when it is. */
export function refusals(meeting: EvaluationMeeting, action: Action, context: Context): Refusal[] {
  return [...transitionRefusals<MeetingStatus>(ACTIONS[action], meeting.status, context.parties), ...conditionRefusals(meeting, action, context)];
}

/** Signatures of leader and secretary make the notulen; the second one freezes it. */
export function notulenStatus(signatures: number): NotulenStatus {
  return signatures >= 2 ? "signed" : signatures === 1 ? "half_signed" : "draft";
}

/** What only the device in control may do: two leaders do not pull one screen. Decisions, attendance and notes are taken from any. */
export const OF_THE_SCREEN = ["go", "blank", "timer_start", "timer_stop", "finish"] as const;

/** Why this device may not move the screen; `controller` null: nobody has it yet. */
export function screenRefusals(kind: string, deviceId: string, controller: string | null): Refusal[] {
  return reasons({ not_in_control: OF_THE_SCREEN.some((one) => one === kind) && controller !== null && controller !== deviceId });
}

/**
 * When a command took place by the server's clock: `ageMs` before it arrived, but never before what is known already.
 * The device's own clock is not asked: it may be wrong. All in milliseconds.
 */
export function timeOfCommand({ now, ageMs, lastKnown }: { now: number; ageMs: number; lastKnown: number }): number {
  return Math.min(now, Math.max(now - ageMs, lastKnown));
}
