import { readMeeting } from "@teraju/contracts/evaluation-meeting";
import { readLeaderView } from "@teraju/contracts/evaluation-meeting-live";
import { enterPaperMeeting } from "@teraju/contracts/notulen";
import { useMutation, useSuspenseQueries } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { v7 } from "uuid";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { ATTENDANCE, type AttendanceState } from "./attendance.ts";
import css from "./meeting.module.css";

type Decision = { id: string; text: string; ownerId: string; due: string };

/** A meeting that the power cut put onto paper: what its signed sheet says. The scan follows on the notulen's page. */
export default function PaperPage() {
  const { id = "" } = useParams();
  const { paper: words, attendance: states, leader: leaderWords } = useMeetingCopy();
  const [{ data: view }, { data: leader }] = useSuspenseQueries({ queries: [apiQuery(readMeeting, { params: { id } }), apiQuery(readLeaderView, { params: { id } })] });
  const navigate = useNavigate();
  const enter = useMutation(apiMutation(enterPaperMeeting, { invalidates: [readMeeting] }));
  const people = leader.attendance.map(({ person }) => person);
  const [times, setTimes] = useState({ date: view.date, startedAt: view.time, finishedAt: "" });
  const [attendance, setAttendance] = useState<Record<string, AttendanceState>>({});
  const [decisions, setDecisions] = useState<Decision[]>([]);
  const [isAsked, setAsked] = useState(false);
  const isLate = times.finishedAt !== "" && times.finishedAt > times.startedAt;
  const isWhole = decisions.every(({ text, due, ownerId }) => text.trim() !== "" && due !== "" && ownerId !== "");
  const change = (at: number, more: Partial<Decision>) => setDecisions(decisions.map((one, i) => (i === at ? { ...one, ...more } : one)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isLate || !isWhole) return;
    enter.mutate({ params: { id }, body: {
      version: view.version, ...times, attendance: people.map(({ id: personId }) => ({ personId, attendance: attendance[personId] ?? "belum_dikonfirmasi", reason: null })),
      decisions: decisions.map((one) => ({ ...one, pemilik: "pribadi" as const })) } }, { onSuccess: () => void navigate(to(paths.notulen, { id })) });
  };
  return (
    <form className="stack reading" onSubmit={send}>
      <PageHeader tab={words.tab} title={words.title} sub={words.intro} />
      <div className={css["pair"]}>
        <TextInput label={words.date} type="date" required value={times.date} onChange={(event) => setTimes({ ...times, date: event.target.value })} />
        <TextInput label={words.started} type="time" required value={times.startedAt} onChange={(event) => setTimes({ ...times, startedAt: event.target.value })} />
        <TextInput label={words.finished} type="time" required value={times.finishedAt} error={isAsked && !isLate ? words.timeFault : null} onChange={(event) => setTimes({ ...times, finishedAt: event.target.value })} />
      </div>
      <Card title={words.attendance} aside={<Button isSmall kind="quiet" onClick={() => setAttendance(Object.fromEntries(people.map((person) => [person.id, "hadir"])))}>{words.allPresent}</Button>}>
        <div className={css["reports"]}>
          {people.map((person) => <NativeSelect key={person.id} label={person.name} value={attendance[person.id] ?? "belum_dikonfirmasi"} onChange={(event) => setAttendance({ ...attendance, [person.id]: event.target.value as AttendanceState })} options={ATTENDANCE.map((value) => ({ value, label: states[value] }))} />)}
        </div>
      </Card>
      <Card title={words.decisions}>
        {decisions.map((one, at) => (
          <fieldset key={one.id} className="stack-tight">
            <legend><b>{at + 1}.</b></legend>
            <TextInput label={leaderWords.decisionText} maxLength={300} value={one.text} error={isAsked && one.text.trim() === "" ? words.decisionFault : null} onChange={(event) => change(at, { text: event.target.value })} />
            <div className={css["pair"]}>
              <NativeSelect label={leaderWords.owner} value={one.ownerId} onChange={(event) => change(at, { ownerId: event.target.value })} options={people.map((person) => ({ value: person.id, label: person.name }))} />
              <TextInput label={leaderWords.due} type="date" value={one.due} onChange={(event) => change(at, { due: event.target.value })} />
            </div>
            <span><Button kind="quiet" isSmall onClick={() => setDecisions(decisions.filter((_, i) => i !== at))}>{words.removeDecision(at + 1)}</Button></span>
          </fieldset>
        ))}
        <span><Button onClick={() => setDecisions([...decisions, { id: v7(), text: "", ownerId: people[0]?.id ?? "", due: leader.nextMeeting.date }])}>{words.addDecision}</Button></span>
      </Card>
      <ProblemAlert error={enter.error} />
      <span><Button type="submit" kind="primary" isBusy={enter.isPending}>{words.save}</Button></span>
    </form>
  );
}
