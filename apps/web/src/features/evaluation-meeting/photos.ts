import { readMeetingPhoto } from "@teraju/contracts/evaluation-meeting";
import type { Slide } from "@teraju/contracts/evaluation-meeting-live";
import { useEffect, useState } from "react";
import { call } from "../../api.ts";

/** The photos of all slides, fetched once and kept in memory: the next slide shows its own also without signal. Address by photo. */
export function usePhotos(meetingId: string, slides: readonly Pick<Slide, "photos">[]): Record<string, string> {
  const [addresses, setAddresses] = useState<Record<string, string>>({});
  const wanted = slides.flatMap(({ photos }) => photos.map(({ id }) => id)).join(" ");
  useEffect(() => {
    const stop = new AbortController();
    const made: string[] = [];
    void (async () => {
      for (const id of wanted === "" ? [] : wanted.split(" ")) {
        const bytes = await call(readMeetingPhoto, { params: { id: meetingId, photoId: id } }, { signal: stop.signal }).catch(() => null);
        if (stop.signal.aborted) return;
        if (bytes === null) continue;
        const address = URL.createObjectURL(new Blob([bytes]));
        made.push(address);
        setAddresses((now) => ({ ...now, [id]: address }));
      }
    })();
    return () => {
      stop.abort();
      for (const address of made) URL.revokeObjectURL(address);
    };
  }, [meetingId, wanted]);
  return addresses;
}
