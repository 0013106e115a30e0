import { useEffect, useState } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { usePageTitle } from "#ui/light/PageHeader.tsx";
import { useShortcuts } from "#ui/work/shortcuts.ts";
import { paths, to } from "../../paths.ts";
import { type EchoNote, useEcho } from "./echo.ts";
import { toggleFullScreen, useIsFullScreen } from "./fullScreen.ts";
import { newest, turnStart } from "./live.ts";
import { usePhotos } from "./photos.ts";
import { SlideOf } from "./SlideOf.tsx";
import { titleOf, turnsOf } from "./turns.ts";
import { useLive } from "./useLive.ts";
import { type RoomView, useRoom } from "./useRoom.ts";
import { useWakeLock } from "./wakeLock.ts";
import { Wall, type WallNote } from "./Wall.tsx";

/** Layar utama: what the whole room sees. It follows the leader; without signal it goes on with what it has. */
export default function WallPage() {
  const { id = "" } = useParams();
  const { wall: words, present } = useMeetingCopy();
  const format = useFormat();
  const { room, refresh } = useRoom(id);
  const live = useLive(id, "utama", room.state, refresh);
  const echo = useEcho(id);
  const photos = usePhotos(id, room.slides);
  const heard = echo !== null && echo.isAhead ? echo.state : newest(live.state, echo?.state ?? live.state);
  const { slide, go } = useShown(room, heard.itemId, heard.status, live.isConnected || echo !== null);
  const [isPanelHidden, setPanelHidden] = useState(false);
  const isFull = useIsFullScreen();
  const navigate = useNavigate();
  usePageTitle(words.tab(format.monthYear(room.month)));
  useWakeLock(heard.status === "running");
  useShortcuts({ f: toggleFullScreen, n: () => setPanelHidden(!isPanelHidden), escape: () => void navigate(to(paths.meeting, { id })), arrowright: () => go(1), arrowleft: () => go(-1) });
  const notesOf = useNotes();
  if (slide === undefined) return null;
  const decisions = echo !== null && echo.isAhead ? echo.decisions : room.decisions;
  const notes = notesOf(slide, decisions);
  const turns = turnsOf(room.slides);
  const next = turns.find(({ position }) => position > slide.position);
  const isTurn = slide.kind === "person" || slide.kind === "unit";
  const startedAt = heard.itemId === slide.itemId ? turnStart(heard) : null;
  return (
    <Wall
      {...notes} presence={present(heard.present, heard.invited)} isPanelHidden={isPanelHidden || !isTurn || (notes.before.length === 0 && notes.decided.length === 0)}
      timer={{ startedAt, minutes: slide.minutes, skewMs: live.skewMs }} isTimed={isTurn && heard.status === "running"}
      at={turns.filter(({ position }) => position <= slide.position).length} of={turns.length}
      next={next === undefined ? null : words.next(titleOf(next))} isBlank={heard.isBlank}
      notice={live.isConnected || echo !== null ? null : words.noSignal} onFullScreen={isFull ? null : toggleFullScreen}
    >
      <SlideOf slide={slide} slides={room.slides} room={{ ...room, unit: room.unit.name }} photos={photos} decisions={decisions} presence={present(heard.present, heard.invited)} />
    </Wall>
  );
}

/** The leader's slide; while nobody is heard, whoever stands at the projector may turn the pages. */
function useShown(room: RoomView, itemId: string | null, status: string, isHeard: boolean) {
  const [own, setOwn] = useState<string | null>(null);
  useEffect(() => setOwn(null), [itemId, isHeard]);
  const { slides } = room;
  const last = status === "ended" || status === "signed" ? slides.find(({ kind }) => kind === "closing") : undefined;
  const slide = slides.find((one) => one.itemId === (own ?? itemId)) ?? last ?? slides[0];
  const go = (by: number) => {
    const at = slides.findIndex((one) => one.itemId === slide?.itemId);
    if (!isHeard) setOwn(slides[at + by]?.itemId ?? own);
  };
  return { slide, go };
}

/** What was promised and what is decided about who is on the wall. */
function useNotes(): (slide: RoomView["slides"][number], decisions: readonly EchoNote[]) => { before: WallNote[]; decided: WallNote[] } {
  const { slide: words } = useMeetingCopy();
  const format = useFormat();
  return (slide, decisions) => ({
    before: slide.promises.map(({ id, text, state, due }) => ({ id, text, sub: state === "lewat" || state === "terbuka" ? words.until(format.shortDay(due)) : words.state[state] })),
    decided: decisions.filter(({ itemId }) => itemId === slide.itemId).map(({ id, text, owner, due }) => ({ id, text, sub: words.promiseSub(owner, format.shortDay(due)) })),
  });
}
