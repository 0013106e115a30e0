import type { MeetingCommand } from "@teraju/contracts/evaluation-meeting-live";
import { v7 } from "uuid";
import type { Entry } from "../../outbox.ts";
import { outbox, useOutbox } from "../../sending.tsx";
import { deviceId } from "./device.ts";
import type { Waiting } from "./live.ts";

type Bare<C> = C extends MeetingCommand ? Omit<C, "id" | "deviceId" | "ageMs"> : never;
/** What a key says; id, device and age are added on its way. */
export type Said = Bare<MeetingCommand>;

/** Those that move the room's screen: worthless once somebody else holds it. */
const SCREEN: readonly MeetingCommand["kind"][] = ["go", "blank", "timer_start", "timer_stop", "finish"];
const commandOf = (entry: Entry): MeetingCommand => entry.input.body as MeetingCommand;

/** The leader's keys, through the outbox of the monthly report: on this device at once, with the server once, in their order. */
export function useCommands(meetingId: string, skewMs: number) {
  const box = useOutbox();
  const entries = box.entries.filter((entry) => entry.recordId === meetingId && entry.endpoint === "commandMeeting");
  const refused = entries.find((entry) => entry.refused !== null) ?? null;
  return {
    send: (said: Said): void => void outbox.add({
      endpoint: "commandMeeting", recordId: meetingId, version: null, input: { params: { id: meetingId }, body: { ...said, id: v7(), deviceId: deviceId(), ageMs: 0 } } }),
    /** Given here and not answered yet; those behind a refusal too. */
    waiting: entries.map((entry): Waiting => ({ command: commandOf(entry), at: Date.parse(entry.createdAt) + skewMs })),
    refused: refused === null ? null : { kind: commandOf(refused).kind, code: refused.refused?.code ?? "", refusals: refused.refused?.refusals ?? [] },
    isUnsafe: box.isUnsafe,
    /** Gives up what moved the screen; decisions, attendance and notes are tried again. */
    giveUpScreen: async (): Promise<void> => {
      await outbox.discard((entry) => entry.recordId === meetingId && entry.endpoint === "commandMeeting" && SCREEN.includes(commandOf(entry).kind));
      await outbox.retry(meetingId, null);
    },
    /** Gives up what the server will not take. */
    discardRefused: (): Promise<void> => outbox.discard((entry) => entry.recordId === meetingId && entry.refused !== null),
  };
}
