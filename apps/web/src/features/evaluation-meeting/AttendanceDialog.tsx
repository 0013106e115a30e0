import { useState } from "react";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { ATTENDANCE, type AttendanceState, AWAY } from "./attendance.ts";
import css from "./leader.module.css";
import type { Leader, LeaderView } from "./useLeader.ts";

type Line = LeaderView["attendance"][number];

/** Who is here, in the order of names. What was just chosen stands at once; reasons are read by leader and secretary only. */
export function AttendanceDialog({ leader, isOpen, onClose }: { leader: Leader; isOpen: boolean; onClose: () => void }) {
  const { leader: words } = useMeetingCopy();
  const [isOnlyUnknown, setOnlyUnknown] = useState(false);
  // Kept while the dialog is open: a line must not vanish under the finger that has just set it.
  const [shown, setShown] = useState<ReadonlySet<string> | null>(null);
  const lines = attendanceOf(leader);
  const close = () => {
    setShown(null);
    setOnlyUnknown(false);
    onClose();
  };
  const filter = (isOn: boolean) => {
    setOnlyUnknown(isOn);
    setShown(new Set(lines.filter(({ attendance }) => attendance === "belum_dikonfirmasi").map(({ person }) => person.id)));
  };
  const visible = isOnlyUnknown ? lines.filter(({ person }) => shown?.has(person.id)) : lines;
  return (
    <Dialog isOpen={isOpen} onClose={close} title={words.attendance}>
      <Checkbox label={words.onlyUnknown} checked={isOnlyUnknown} onChange={(event) => filter(event.target.checked)} />
      {visible.length === 0 && <p>{words.allKnown}</p>}
      <ul className={css["attendance"]}>{visible.map((line) => <AttendanceLine key={line.person.id} line={line} onChange={leader.act.attend} />)}</ul>
    </Dialog>
  );
}

/** The server's list with what is still on its way. */
export function attendanceOf({ view, commands }: Leader): Line[] {
  return view.attendance.map((line) => commands.waiting.reduce((sum, { command }) => (command.kind === "attendance" && command.personId === line.person.id ? { ...sum, attendance: command.attendance, reason: command.reason } : sum), line));
}

function AttendanceLine({ line: { person, attendance, reason }, onChange }: { line: Line; onChange: Leader["act"]["attend"] }) {
  const { attendance: names, leader: words } = useMeetingCopy();
  const [why, setWhy] = useState(reason ?? "");
  return (
    <li>
      <NativeSelect label={person.name} value={attendance} onChange={(event) => onChange(person.id, event.target.value as AttendanceState, AWAY.includes(event.target.value as AttendanceState) && why !== "" ? why : null)} options={ATTENDANCE.map((value) => ({ value, label: names[value] }))} />
      <Button isSmall aria-label={words.markPresent(person.name)} aria-pressed={attendance === "hadir"} onClick={() => onChange(person.id, "hadir", null)}>{names.hadir}</Button>
      {AWAY.includes(attendance) && <TextInput label={words.reason(person.name)} isOptional maxLength={300} value={why} onChange={(event) => setWhy(event.target.value)} onBlur={() => why !== (reason ?? "") && onChange(person.id, attendance, why.trim() === "" ? null : why)} />}
    </li>
  );
}
