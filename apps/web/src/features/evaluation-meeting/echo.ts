import type { MeetingState } from "@teraju/contracts/evaluation-meeting-live";
import { useEffect, useState } from "react";

export type EchoNote = { id: string; itemId: string | null; text: string; owner: string; due: string };
/** What the leader's window says to a projector's window of the same browser. */
export type Echo = { state: MeetingState; decisions: readonly EchoNote[]; /** The server does not know all of it yet. */ isAhead: boolean };

const nameOf = (meetingId: string): string => `teraju.meeting.${meetingId}`;

/** One laptop often holds both windows: then a lost line does not stop the wall. */
export function useEchoing(meetingId: string, echo: Echo): void {
  const text = JSON.stringify(echo);
  useEffect(() => {
    const channel = new BroadcastChannel(nameOf(meetingId));
    const tell = () => channel.postMessage(text);
    // A projector's window that opens later asks.
    channel.addEventListener("message", ({ data }) => data === "?" && tell());
    tell();
    return () => channel.close();
  }, [meetingId, text]);
}

/** The last word of a leader's window in this browser; null where there is none. */
export function useEcho(meetingId: string): Echo | null {
  const [echo, setEcho] = useState<Echo | null>(null);
  useEffect(() => {
    const channel = new BroadcastChannel(nameOf(meetingId));
    channel.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (typeof data === "string" && data !== "?") setEcho(JSON.parse(data) as Echo);
    });
    channel.postMessage("?");
    return () => channel.close();
  }, [meetingId]);
  return echo;
}
