import { useState } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { usePageTitle } from "#ui/light/PageHeader.tsx";
import { ShortcutList, useShortcutWords } from "./shortcutWords.tsx";
import { useShortcuts } from "#ui/work/shortcuts.ts";
import { paths, to } from "../../paths.ts";
import { AttendanceDialog } from "./AttendanceDialog.tsx";
import { DECISION_ID, DecisionForm } from "./DecisionForm.tsx";
import { FinishDialog } from "./FinishDialog.tsx";
import { toggleFullScreen } from "./fullScreen.ts";
import { Decisions, Note, Presence, Questions } from "./LeaderAside.tsx";
import { LeaderNotices } from "./LeaderNotices.tsx";
import { LeaderStage } from "./LeaderStage.tsx";
import css from "./leader.module.css";
import { usePhotos } from "./photos.ts";
import { useLeader } from "./useLeader.ts";
import { useWakeLock } from "./wakeLock.ts";

/** Layar pemimpin: this slide and the next, the time, who is here, what is decided; every key works without signal. */
export default function LeaderPage() {
  const { id = "" } = useParams();
  const { leader: words } = useMeetingCopy();
  const format = useFormat();
  const navigate = useNavigate();
  const leader = useLeader(id);
  const { room, view, state, item, act, isElsewhere } = leader;
  const photos = usePhotos(id, room.slides);
  const [open, setOpen] = useState<"attendance" | "finish" | null>(null);
  const isRunning = state.status === "running";
  const isOver = state.status === "ended" || state.status === "signed";
  const mayMove = isRunning && !isElsewhere;
  const leave = () => void navigate(to(paths.meeting, { id }));
  const shortcuts = useShortcutWords();
  usePageTitle(words.tab);
  useWakeLock(isRunning);
  useShortcuts({
    ...(mayMove && { arrowright: act.next, arrowleft: act.back, b: () => act.blank(!state.isBlank), p: () => act.turnTimer(state.timer?.startedAt == null) }),
    ...(isRunning && { k: () => document.getElementById(DECISION_ID)?.focus(), t: () => act.defer(item?.status !== "ditunda"), h: () => setOpen("attendance") }),
    f: toggleFullScreen, escape: leave,
  });
  return (
    <main className={css["page"]}>
      <header className={css["head"]}>
        <div>
          <h1>{words.title(room.unit.name, format.monthYear(room.month))}</h1>
          {view.privateDialogues.length > 0 && <p className="quiet small">{words.privateDialogues(format.list(view.privateDialogues.map(({ name }) => name)))}</p>}
        </div>
        <div className="row">
          <span className={css["keys"]}><ShortcutList shortcuts={shortcuts} /></span>
          <LinkButton isSmall to={to(paths.meetingWall, { id })} target="_blank">{words.openWall}</LinkButton>
          {isRunning && view.isLeader && <Button isSmall onClick={() => setOpen("finish")} refusal={view.actions.finish.length > 0 && isElsewhere ? words.otherScreen("") : undefined}>{words.finish}</Button>}
          <LinkButton isSmall kind="quiet" to={to(paths.meeting, { id })}>{words.leave}</LinkButton>
        </div>
      </header>
      <LeaderNotices leader={leader} meetingId={id} />
      <div className={css["columns"]}>
        <LeaderStage leader={leader} photos={photos} mayMove={mayMove} />
        <aside className={css["aside"]} aria-label={words.decision}>
          {!isOver && <DecisionForm leader={leader} />}
          <Decisions leader={leader} />
          <Questions leader={leader} />
          <Presence leader={leader} onOpen={() => setOpen("attendance")} />
          {item !== undefined && <Note key={item.slide.itemId} item={item} leader={leader} />}
        </aside>
      </div>
      <AttendanceDialog leader={leader} isOpen={open === "attendance"} onClose={() => setOpen(null)} />
      <FinishDialog leader={leader} isOpen={open === "finish"} onClose={() => setOpen(null)} />
    </main>
  );
}
