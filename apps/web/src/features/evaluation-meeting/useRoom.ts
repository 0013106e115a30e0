import { type MeetingEvent, readSlides } from "@teraju/contracts/evaluation-meeting-live";
import type { Output } from "@teraju/contracts/endpoint";
import { useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { apiQuery, queryKey } from "../../api.ts";

export type RoomView = Output<typeof readSlides>;
/** After these the slides may say something else. */
const CHANGES: readonly MeetingEvent["kind"][] = ["started", "decision", "deferred", "speaker", "agenda", "finished"];

/** All slides at once, kept for the whole meeting: asked again only when an event says that they have changed. */
export function useRoom(meetingId: string): { room: RoomView; refresh: (event: MeetingEvent) => void } {
  const client = useQueryClient();
  const input = { params: { id: meetingId } };
  const room = useSuspenseQuery({ ...apiQuery(readSlides, input), staleTime: Infinity, gcTime: Infinity, refetchOnMount: "always", refetchOnReconnect: "always" }).data;
  const refresh = (event: MeetingEvent) => {
    if (CHANGES.includes(event.kind)) void client.invalidateQueries({ queryKey: queryKey(readSlides, input) });
  };
  return { room, refresh };
}
