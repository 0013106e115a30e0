import { type HomeNotification, type HomeView, readHome, readNotification, type Task } from "@teraju/contracts/home";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, lazy, Suspense, useState } from "react";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useHomeCopy } from "#copy/page/home.ts";
import { useRhythmCopy } from "#copy/page/rhythm.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { MonthStrip } from "#ui/light/MonthStrip.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { markState, useMarkWords } from "../../month-marks.ts";
import { paths, to } from "../../paths.ts";
import { outbox, useOutbox } from "../../sending.tsx";
import { useSession } from "../../session.ts";
import css from "./home.module.css";
import { useTaskLine } from "./tasks.ts";

const LONGEST_NOTE = 280;
/** Without signal nothing stands in its place. */
const Meetings = lazy(() => import("./Meetings.tsx").catch(() => ({ default: () => null })));

/** What must I do now: the one next task, then the rest of all hats, then the day's note, the last umpan balik, the habit. */
export default function HomePage() {
  const copy = useHomeCopy();
  const { person, roles } = useSession();
  const view = useSuspenseQuery(apiQuery(readHome, {})).data;
  const [main, ...rest] = view.tasks;
  const isReport = main?.kind === "report" || main?.kind === "report_returned";
  return (
    <>
      <PageHeader tab={copy.tab} title={copy.hello(useGreeting(), calledBy(person.name))} />
      <Unsent />
      <div className={css["columns"]}>
        <div className="stack">
          {main !== undefined && isReport ? <ReportCard task={main} /> : <NothingToSend view={view} />}
          <Tasks tasks={isReport ? rest : view.tasks} />
          <Messages messages={view.notifications} />
        </div>
        <div className="stack">
          {roles.includes("pegawai") && view.ritme === "harian" && <QuickNote title={copy.noteTitle} label={copy.noteLabel} />}
          {roles.includes("pegawai") && view.ritme === "mingguan" && <Suspense><WeeklyNote /></Suspense>}
          <LastUmpanBalik said={view.lastUmpanBalik} />
          <Strip view={view} />
          <Suspense>
            <Meetings />
          </Suspense>
        </div>
      </div>
    </>
  );
}

/** Without the degrees after the name; a title before it stays on the name's own line. */
const calledBy = (name: string): string => (name.split(",")[0] ?? name).replaceAll(". ", ".\u00a0");

/** By the clock of Jakarta, as people there say it. */
function useGreeting(): string {
  const { greeting } = useHomeCopy();
  const hour = Number(new Intl.DateTimeFormat("en-GB", { hour: "2-digit", hourCycle: "h23", timeZone: "Asia/Jakarta" }).format(new Date()));
  if (hour >= 4 && hour < 11) return greeting.morning;
  if (hour >= 11 && hour < 15) return greeting.noon;
  return hour >= 15 && hour < 18 ? greeting.afternoon : greeting.evening;
}

function Unsent() {
  const copy = useHomeCopy();
  const { entries } = useOutbox();
  if (entries.some((e) => e.refused !== null)) return <Alert kind="error">{copy.refusedOutbox}</Alert>;
  return entries.some((e) => e.isTried) ? <Alert kind="attention">{copy.waitingOutbox(entries.length)}</Alert> : null;
}

function ReportCard({ task }: { task: Extract<Task, { kind: "report" | "report_returned" }> }) {
  const copy = useHomeCopy();
  const format = useFormat();
  const address = to(paths.report, { bulan: task.month });
  if (task.kind === "report_returned") {
    return <Card kind="attention" title={copy.returnedTitle(format.month(task.month))} sub={copy.returnedSub}><LinkButton kind="primary" isWide to={address}>{copy.repair}</LinkButton></Card>;
  }
  const sub = task.isLate ? copy.reportLate(task.filled, task.due) : copy.reportSub(task.filled, task.due, format.day(task.batas));
  return (
    <Card title={copy.reportTitle(format.month(task.month))} sub={sub}>
      <div className={css["segments"]} aria-hidden>{Array.from({ length: task.due }, (_, i) => <span key={i} className={i < task.filled ? css["full"] : undefined} />)}</div>
      <LinkButton kind="primary" isWide to={address}>{task.filled === 0 ? copy.start : copy.goOn}</LinkButton>
    </Card>
  );
}

function NothingToSend({ view: { report, tasks } }: { view: HomeView }) {
  const copy = useHomeCopy();
  const { monthlyReport, vocabulary } = useCopy();
  const format = useFormat();
  const { today } = useSession();
  if (report === null) return tasks.length === 0 ? <Card title={copy.allDone} /> : null;
  const month = format.month(report.month);
  const isAhead = report.kewajiban === "wajib_lapor" && report.status === "draft" && today < report.buka;
  const sub = isAhead ? copy.nextReport(month, format.day(report.buka)) : report.kewajiban === "wajib_lapor" ? monthlyReport.states[report.status](month) : `${month}: ${vocabulary.kewajiban[report.kewajiban]}.`;
  return <Card title={tasks.length === 0 ? copy.allDone : copy.reportTitle(month)} sub={sub}><LinkButton isWide to={to(paths.report, { bulan: report.month })}>{copy.read}</LinkButton></Card>;
}

function Tasks({ tasks }: { tasks: readonly Task[] }) {
  const copy = useHomeCopy();
  const lineOf = useTaskLine();
  if (tasks.length === 0) return null;
  return (
    <Card title={copy.alsoToDo}>
      <Lines>{tasks.map((task, i) => { const { title, sub, to: address, action } = lineOf(task); return <Line key={`${task.kind}-${i}`} title={title} sub={sub} action={<LinkButton to={address}>{action}</LinkButton>} />; })}</Lines>
    </Card>
  );
}

/** Messages that say all without a name or a figure. */
const PLAIN = ["result_set", "blind_sent", "blind_open", "kalibrasi_proposed", "keberatan_reassigned", "keberatan_filed", "keberatan_heard", "keberatan_explained", "keberatan_decided", "keberatan_explain_due", "keberatan_decide_due", "keberatan_overdue", "rating_due", "atasan_rating_due", "rating_escalated", "delivery_due", "return_due", "development_proposed", "development_decided", "konseling_arranged", "konseling_signed", "konseling_followed"] as const;
const isPlain = (kind: string): kind is (typeof PLAIN)[number] => (PLAIN as readonly string[]).includes(kind);

function Messages({ messages }: { messages: readonly HomeNotification[] }) {
  const copy = useHomeCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const read = useMutation(apiMutation(readNotification, { invalidates: [readHome] }));
  if (messages.length === 0) return null;
  const words = ({ kind, params }: HomeNotification): string => {
    const month = typeof params["month"] === "string" ? format.month(params["month"]) : copy.thisMonth;
    if (kind === "reminder_report") return copy.message.reminder_report(month);
    if (kind === "unchecked_reports") return copy.message.unchecked_reports(String(params["count"] ?? ""), String(params["penilai"] ?? ""), month);
    if (isPlain(kind)) return copy.message[kind];
    if (kind === "year_state_set") return copy.message.year_state_set((vocabulary.keadaanAkhirTahun as Record<string, string>)[String(params["keadaan"])] ?? "", String(params["year"] ?? ""), String(params["basis"] ?? ""));
    if (kind === "report_imported") return copy.message[kind](month, String(params["source"] ?? ""));
    if (kind === "skp_set" || kind === "skp_returned" || kind === "skp_filled") return copy.message[kind](String(params["year"] ?? ""));
    if (kind === "account_code") return copy.message.account_code(String(params["by"] ?? ""));
    const from = params["on"] ?? params["from"];
    const on = typeof from === "string" ? format.date(from) : "";
    if (kind === "penilai_changed") return copy.message.penilai_changed(on);
    if (kind === "penilai_correction_declined") return copy.message.penilai_correction_declined;
    if (kind === "bawahan_gained" || kind === "bawahan_lost") return copy.message[kind](String(params["name"] ?? ""), on);
    if (kind === "bawahan_gained_many" || kind === "bawahan_lost_many") return copy.message[kind](String(params["count"] ?? ""), on);
    if (kind === "report_extended" || kind === "month_reopened") return copy.message[kind](month, String(params["unit"] ?? ""), String(params["days"] ?? ""));
    if (kind === "meeting_planned" || kind === "meeting_moved" || kind === "meeting_cancelled") return copy.message[kind](month, typeof params["date"] === "string" ? format.date(params["date"]) : "");
    return copy.message.other;
  };
  return (
    <Card title={copy.messages}>
      <Lines>{messages.map((m) => <Line key={m.id} title={words(m)} sub={format.date(m.day)} action={<Button kind="quiet" isBusy={read.isPending && read.variables.params.id === m.id} onClick={() => read.mutate({ params: { id: m.id } })}>{copy.markRead}</Button>} />)}</Lines>
    </Card>
  );
}

/** The same about the week. */
function WeeklyNote() {
  const words = useRhythmCopy();
  return <QuickNote title={words.noteTitle} label={words.noteLabel} />;
}

/** Ten seconds: one sentence, kept on the phone at once. It stands only where the rumpun's rhythm asks for notes. */
function QuickNote({ title, label }: { title: string; label: string }) {
  const copy = useHomeCopy();
  const { today } = useSession();
  const [text, setText] = useState("");
  const [isSaved, setSaved] = useState(false);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const said = text.trim();
    if (said === "") return;
    const id = v7();
    await outbox.add({ endpoint: "addNote", recordId: id, version: null, input: { body: { id, day: today, text: said, lineId: null } } });
    setText("");
    setSaved(true);
  };
  return (
    <Card title={title}>
      <form className="stack-tight" onSubmit={(event) => void save(event)}>
        <TextInput label={label} maxLength={LONGEST_NOTE} value={text} onChange={(e) => { setText(e.target.value); setSaved(false); }} />
        <div className="row">
          <Button type="submit">{copy.noteSave}</Button>
          <span role="status" className="quiet">{isSaved && copy.noteSaved}</span>
        </div>
      </form>
    </Card>
  );
}

function LastUmpanBalik({ said }: { said: HomeView["lastUmpanBalik"] }) {
  const copy = useHomeCopy();
  const format = useFormat();
  if (said === null) return null;
  return (
    <Card title={copy.from(said.from, format.shortDay(said.day))}>
      <blockquote className={css["quote"]}>{said.text}</blockquote>
      <LinkButton to={paths.umpanBalik}>{said.isAnswered ? copy.read : copy.answer}</LinkButton>
    </Card>
  );
}

function Strip({ view }: { view: HomeView }) {
  const copy = useHomeCopy();
  const { today } = useSession();
  const words = useMarkWords();
  if (view.strip.length === 0) return null;
  return <Card title={copy.strip}><MonthStrip label={copy.strip} months={view.strip.map((m) => ({ month: m.month, state: markState(m, today), words: words(m) }))} /></Card>;
}
