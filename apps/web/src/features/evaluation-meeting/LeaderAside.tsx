import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import { attendanceOf } from "./AttendanceDialog.tsx";
import css from "./leader.module.css";
import type { Leader, LeaderItem } from "./useLeader.ts";

/** What has been decided today, the newest first. */
export function Decisions({ leader: { decisions, state, act } }: { leader: Leader }) {
  const { leader: words } = useMeetingCopy();
  const format = useFormat();
  return (
    <section className={css["box"]} aria-labelledby="keputusan-hari-ini">
      <h2 id="keputusan-hari-ini">{words.decisions(decisions.length)}</h2>
      <ul className={css["notes"]}>
        {[...decisions].reverse().map(({ id, text, owner, due, isWaiting }) => (
          <li key={id}>
            <div>
              <p>{text}</p>
              <p className="quiet small">{words.decisionSub(owner, format.shortDay(due))}{isWaiting && `, ${words.notSentYet}`}</p>
            </div>
            {state.status === "running" && <Button kind="quiet" isSmall aria-label={words.retract(text)} onClick={() => act.retract(id)}>{words.retractShort}</Button>}
          </li>
        ))}
      </ul>
    </section>
  );
}

export function Presence({ leader, onOpen }: { leader: Leader; onOpen: () => void }) {
  const { leader: words } = useMeetingCopy();
  const lines = attendanceOf(leader);
  const count = (wanted: string) => lines.filter(({ attendance }) => attendance === wanted).length;
  return (
    <section className={css["box"]} aria-labelledby="kehadiran-rapat">
      <h2 id="kehadiran-rapat">{words.attendance}</h2>
      <p>{words.attendanceText(count("hadir"), lines.length, count("belum_dikonfirmasi"))}</p>
      <Button isSmall onClick={onOpen}>{words.openAttendance} <KeyHint keys="H" /></Button>
    </section>
  );
}

export function Questions({ leader: { view, commands, state, act } }: { leader: Leader }) {
  const { leader: words } = useMeetingCopy();
  const gone = new Set(commands.waiting.flatMap(({ command }) => (command.kind === "answered" ? [command.questionId] : [])));
  const open = view.questions.filter(({ id, isAnswered }) => !isAnswered && !gone.has(id));
  if (open.length === 0 && state.applause === 0) return null;
  return (
    <section className={css["box"]} aria-labelledby="pertanyaan">
      <h2 id="pertanyaan">{words.questions(open.length)}</h2>
      {state.applause > 0 && <p className="quiet">{words.applause(state.applause)}</p>}
      <ul className={css["notes"]}>
        {open.map(({ id, from, text }) => (
          <li key={id}>
            <div>
              <p>{text}</p>
              <p className="quiet small">{words.question(from)}</p>
            </div>
            <Button kind="quiet" isSmall onClick={() => act.answered(id)}>{words.answered}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Private, for one slide; kept when the field is left. */
export function Note({ item, leader: { commands, act } }: { item: LeaderItem; leader: Leader }) {
  const { leader: words } = useMeetingCopy();
  const pending = commands.waiting.flatMap(({ command }) => (command.kind === "note" && command.itemId === item.slide.itemId ? [command.note ?? ""] : [])).at(-1);
  const kept = pending ?? item.note ?? "";
  const [text, setText] = useState(kept);
  return <Textarea label={words.note} help={words.noteHelp} rows={3} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} onBlur={() => text !== kept && act.note(item.slide.itemId, text)} />;
}
