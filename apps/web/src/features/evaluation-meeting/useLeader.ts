import { type MeetingEvent, readLeaderView, readMeetingState } from "@teraju/contracts/evaluation-meeting-live";
import type { Output } from "@teraju/contracts/endpoint";
import { useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { v7 } from "uuid";
import { apiQuery, queryKey } from "../../api.ts";
import { deviceId } from "./device.ts";
import { type Echo, type EchoNote, useEchoing } from "./echo.ts";
import { newest, predicted } from "./live.ts";
import { type Said, useCommands } from "./useCommands.ts";
import { useLive } from "./useLive.ts";
import { type RoomView, useRoom } from "./useRoom.ts";

export type LeaderView = Output<typeof readLeaderView>;
export type LeaderItem = LeaderView["items"][number];
export type Decided = EchoNote & { isWaiting: boolean };

/** What only the leader's stream says, and the answers that grow old with it. */
const CHANGES: readonly MeetingEvent["kind"][] = ["started", "attendance", "decision", "deferred", "speaker", "question", "agenda", "finished"];

/** The leader's room: what the server says, with all keys already pressed laid over it. */
export function useLeader(meetingId: string) {
  const client = useQueryClient();
  const input = { params: { id: meetingId } };
  const { room, refresh } = useRoom(meetingId);
  const view = useSuspenseQuery({ ...apiQuery(readLeaderView, input), staleTime: Infinity, refetchOnReconnect: "always" }).data;
  const onEvent = (event: MeetingEvent) => {
    refresh(event);
    if (CHANGES.includes(event.kind)) void client.invalidateQueries({ queryKey: queryKey(readLeaderView, input) });
  };
  const live = useLive(meetingId, "pemimpin", view.state, onEvent);
  const commands = useCommands(meetingId, live.skewMs);
  // Before the start there is no record of the room yet: the slides as they would be now stand in its place.
  const items = view.items.length > 0 ? view.items : room.slides.map(unplayed);
  const places = items.map(({ slide }) => slide);
  // The answer to one's own command comes before its event: see `keepRoom` in sending.tsx.
  const answered = useQuery({ ...apiQuery(readMeetingState, input), enabled: false }).data;
  const state = predicted(answered === undefined ? live.state : newest(live.state, answered), commands.waiting, places);
  const decisions = decisionsOf(view, room, commands.waiting);
  useEchoing(meetingId, { state, decisions, isAhead: commands.waiting.length > 0 || !live.isConnected } satisfies Echo);
  const at = Math.max(0, items.findIndex(({ slide }) => slide.itemId === state.itemId));
  const isElsewhere = state.status === "running" && state.controller !== null && state.controller.deviceId !== deviceId();
  return { room, view, items, live, state, commands, decisions, at, item: items[at], following: items[at + 1], isElsewhere, act: actions(items, commands.send, at) };
}
export type Leader = ReturnType<typeof useLeader>;

function unplayed(slide: RoomView["slides"][number]): LeaderItem {
  const { itemId: key, kind, bagian, position, person, unit, minutes, headline, report } = slide;
  return { key, kind, bagian, position, person, unit, minutes, usualMinutes: minutes, alasan: [], why: null, hasReport: report === "ada", headline, status: "menunggu", spentMs: 0, speaker: null, isRaised: false, slide, note: null, isPresent: null };
}

/** The server's decisions with those that are still on their way. */
function decisionsOf(view: LeaderView, room: RoomView, waiting: Leader["commands"]["waiting"]): Decided[] {
  const itemOf = new Map(room.decisions.map(({ id, itemId }) => [id, itemId]));
  const nameOf = (id: string) => view.attendance.find(({ person }) => person.id === id)?.person.name ?? room.unit.name;
  let sum: Decided[] = view.decisions.map(({ id, text, owner, due }) => ({ id, itemId: itemOf.get(id) ?? null, text, owner: owner.name, due, isWaiting: false }));
  for (const { command } of waiting) {
    if (command.kind === "decide") sum = [...sum.filter(({ id }) => id !== command.decisionId), { id: command.decisionId, itemId: command.itemId, text: command.text, owner: nameOf(command.ownerId), due: command.due, isWaiting: true }];
    if (command.kind === "retract_decision") sum = sum.filter(({ id }) => id !== command.decisionId);
  }
  return sum;
}

/** Each key and button, once. */
function actions(items: readonly LeaderItem[], send: (said: Said) => void, at: number) {
  const item = items[at];
  const goTo = (position: number) => {
    const target = items[position];
    if (target !== undefined) send({ kind: "go", itemId: target.slide.itemId });
  };
  return {
    start: () => send({ kind: "start" }),
    finish: () => send({ kind: "finish" }),
    takeOver: () => send({ kind: "take_over" }),
    next: () => goTo(at + 1),
    back: () => goTo(at - 1),
    goTo,
    blank: (isBlank: boolean) => send({ kind: "blank", isBlank }),
    turnTimer: (isRunning: boolean) => item !== undefined && send({ kind: isRunning ? "timer_start" : "timer_stop", itemId: item.slide.itemId }),
    defer: (isDeferred: boolean) => item !== undefined && send({ kind: "defer", itemId: item.slide.itemId, isDeferred }),
    speaker: (speakerId: string | null) => item !== undefined && send({ kind: "speaker", itemId: item.slide.itemId, speakerId }),
    note: (itemId: string, note: string) => send({ kind: "note", itemId, note }),
    attend: (personId: string, attendance: LeaderView["attendance"][number]["attendance"], reason: string | null) => send({ kind: "attendance", personId, attendance, reason }),
    decide: (decision: { text: string; ownerId: string; pemilik: "pribadi" | "unit"; due: string; itemId: string | null }) => send({ kind: "decide", decisionId: v7(), ...decision }),
    retract: (decisionId: string) => send({ kind: "retract_decision", decisionId }),
    answered: (questionId: string) => send({ kind: "answered", questionId }),
  };
}
