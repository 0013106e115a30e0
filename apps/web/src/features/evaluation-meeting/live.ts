import type { MeetingCommand, MeetingState, Slide } from "@teraju/contracts/evaluation-meeting-live";

/** A command that this device has given and the server has not answered; `at` by the server's clock, in ms. */
export type Waiting = { command: MeetingCommand; at: number };
type Place = Pick<Slide, "itemId" | "minutes" | "position">;

/** The later of two answers about the same room: whichever way it came, and in whatever order. */
export function newest(a: MeetingState, b: MeetingState): MeetingState {
  return b.seq > a.seq || (b.seq === a.seq && Date.parse(b.serverTime) >= Date.parse(a.serverTime)) ? b : a;
}

const instant = (ms: number): string => new Date(ms).toISOString();

function goTo(state: MeetingState, place: Place | undefined, at: number): MeetingState {
  if (place === undefined) return state;
  const { itemId, minutes, position } = place;
  return { ...state, itemId, position, timer: { itemId, minutes, spentMs: 0, startedAt: instant(at) } };
}

/** Stops or goes on: what has passed so far is kept in `spentMs`. */
function turnTimer(state: MeetingState, isRunning: boolean, at: number): MeetingState {
  const { timer } = state;
  if (timer === null || (timer.startedAt !== null) === isRunning) return state;
  const spentMs = timer.startedAt === null ? timer.spentMs : timer.spentMs + Math.max(0, at - Date.parse(timer.startedAt));
  return { ...state, timer: { ...timer, spentMs, startedAt: isRunning ? instant(at) : null } };
}

function after(state: MeetingState, { command, at }: Waiting, places: readonly Place[]): MeetingState {
  switch (command.kind) {
    case "start": return goTo({ ...state, status: "running", startedAt: instant(at) }, places[0], at);
    case "finish": return { ...turnTimer(state, false, at), status: "ended", finishedAt: instant(at) };
    case "go": return goTo(state, places.find(({ itemId }) => itemId === command.itemId), at);
    case "blank": return { ...state, isBlank: command.isBlank };
    case "timer_start": return turnTimer(state, true, at);
    case "timer_stop": return turnTimer(state, false, at);
    case "take_over": return { ...state, controller: { deviceId: command.deviceId, name: "" } };
    case "decide": return { ...state, decisions: state.decisions + 1 };
    case "retract_decision": return { ...state, decisions: Math.max(0, state.decisions - 1) };
    default: return state;
  }
}

/** The room as it will be once all that waits has arrived: the leader's own keys work at once, with or without signal. */
export function predicted(state: MeetingState, waiting: readonly Waiting[], places: readonly Place[]): MeetingState {
  return waiting.reduce((sum, one) => after(sum, one, places), state);
}

/** When this turn would have begun, had it never been stopped; null while the timer stands still. */
export function turnStart({ timer }: MeetingState): string | null {
  if (timer === null || timer.startedAt === null) return null;
  return instant(Date.parse(timer.startedAt) - timer.spentMs);
}
