import { type MeetingEvent, meetingEvent, type MeetingState, readMeetingEvents, readMeetingState } from "@teraju/contracts/evaluation-meeting-live";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { call } from "../../api.ts";
import { newest } from "./live.ts";

export type Screen = "utama" | "pemimpin" | "peserta";
export type Live = { state: MeetingState; /** The server's clock less this device's, ms. */ skewMs: number; /** Events come as they happen. */ isConnected: boolean };

const KINDS = meetingEvent.shape.kind.options;
/** Where there is no stream, the room is asked for so often. */
const POLL_MS = 5000;
const LONGEST_WAIT = 10_000;
const skewOf = ({ serverTime }: MeetingState): number => Date.parse(serverTime) - Date.now();

/**
 * The room as it changes. A broken stream is opened again by itself from the last event that came, also after sleep; the whole state
 * comes with each event, so that nothing is pieced together. `given` is what another answer of the server said last.
 */
export function useLive(meetingId: string, screen: Screen, given: MeetingState, onEvent: (event: MeetingEvent) => void): Live {
  const [live, setLive] = useState<Live>(() => ({ state: given, skewMs: skewOf(given), isConnected: false }));
  const seen = useRef(given.seq);
  const heard = useEffectEvent(onEvent);
  const take = useEffectEvent((state: MeetingState, isFresh: boolean) => {
    seen.current = Math.max(seen.current, state.seq);
    // A slow line and a repeated event only make the server look earlier: the largest difference is the truest.
    setLive((now) => ({ ...now, state: newest(now.state, state), skewMs: isFresh ? skewOf(state) : Math.max(now.skewMs, skewOf(state)) }));
  });
  useEffect(() => take(given, false), [given]);
  useEffect(() => {
    let source: EventSource | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let isOver = false;
    const become = (isConnected: boolean) => setLive((now) => (now.isConnected === isConnected ? now : { ...now, isConnected }));
    const ask = () => call(readMeetingState, { params: { id: meetingId } }).then((state) => (isOver ? undefined : take(state, true)), () => undefined);
    const later = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(open, ms);
    };
    function open(): void {
      if (isOver) return;
      if (typeof EventSource === "undefined") {
        void ask();
        return later(POLL_MS);
      }
      source?.close();
      const stream = new EventSource(`${readMeetingEvents.path.replace(":id", meetingId)}?layar=${screen}&lastEventId=${seen.current}`);
      source = stream;
      stream.addEventListener("open", () => {
        failures = 0;
        become(true);
        void ask();
      });
      stream.addEventListener("error", () => {
        become(false);
        // The browser tries again by itself, but gives up where a server answered with an error.
        if (stream.readyState === EventSource.CLOSED && stream === source) later(Math.min(LONGEST_WAIT, 500 * 2 ** failures++));
      });
      for (const kind of KINDS) {
        stream.addEventListener(kind, (message: MessageEvent<string>) => {
          const event = JSON.parse(message.data) as MeetingEvent;
          const isNew = event.seq > seen.current;
          take(event.state, false);
          if (isNew) heard(event);
        });
      }
    }
    const wake = () => {
      if (document.visibilityState === "visible" && source?.readyState !== EventSource.OPEN) open();
    };
    const lost = () => become(false);
    open();
    addEventListener("online", wake);
    addEventListener("offline", lost);
    document.addEventListener("visibilitychange", wake);
    return () => {
      isOver = true;
      clearTimeout(timer);
      source?.close();
      removeEventListener("online", wake);
      removeEventListener("offline", lost);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [meetingId, screen]);
  return live;
}
