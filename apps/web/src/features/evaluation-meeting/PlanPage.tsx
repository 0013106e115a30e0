import { listMeetings, planMeetings, previewPlan } from "@teraju/contracts/evaluation-meeting";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useNavigate, useParams } from "react-router-dom";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { useAddress } from "#ui/light/address.ts";
import { Button } from "#ui/light/Button.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./meetings.module.css";

type Plan = Output<typeof previewPlan>;
const NUMBERS = ["1", "2", "3", "4", "5"] as const;
type Number5 = (typeof NUMBERS)[number];
const oneOf = (text: string | null, otherwise: Number5): Number5 => NUMBERS.find((n) => n === text) ?? otherwise;

/** "The third Thursday at nine": a year at once. `?tahun=`, `?pekan=` and `?hari=` hold the rhythm. */
export default function PlanPage() {
  const { unit = "" } = useParams();
  const { plan: words } = useMeetingCopy();
  const { today } = useSession();
  const { search, put } = useAddress();
  const year = /^20\d\d$/.test(search.get("tahun") ?? "") ? (search.get("tahun") ?? "") : today.slice(0, 4);
  const week = oneOf(search.get("pekan"), "2");
  const weekday = oneOf(search.get("hari"), "4");
  const plan = useSuspenseQuery(apiQuery(previewPlan, { params: { unitId: unit }, query: { year, week, weekday } })).data;
  return (
    <>
      <PageHeader tab={words.tab} title={words.title(plan.unit.name, year)} sub={words.intro} />
      <div className={css["fields"]}>
        <NativeSelect label={words.week} value={week} onChange={(event) => put({ pekan: event.target.value })} options={NUMBERS.map((value) => ({ value, label: words.weeks[value] }))} />
        <NativeSelect label={words.weekday} value={weekday} onChange={(event) => put({ hari: event.target.value })} options={NUMBERS.map((value) => ({ value, label: words.weekdays[value] }))} />
      </div>
      <PlanForm key={`${year}${week}${weekday}`} unitId={unit} plan={plan} />
    </>
  );
}

function PlanForm({ unitId, plan }: { unitId: string; plan: Plan }) {
  const { plan: words } = useMeetingCopy();
  const navigate = useNavigate();
  const save = useMutation(apiMutation(planMeetings, { invalidates: [listMeetings, previewPlan] }));
  const [time, setTime] = useState(plan.suggestion.time);
  const [place, setPlace] = useState(plan.suggestion.place);
  const [days, setDays] = useState(() => plan.days.map((day) => ({ ...day, id: v7(), isChosen: !day.isPast && day.existing === null })));
  const [isAsked, setAsked] = useState(false);
  const chosen = days.filter(({ isChosen }) => isChosen);
  const change = (month: string, more: { date?: string; isChosen?: boolean }) => setDays(days.map((day) => (day.month === month ? { ...day, ...more } : day)));
  const send = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (chosen.length === 0 || place.trim() === "" || time === "") return;
    save.mutate({ params: { unitId }, body: { time, place, meetings: chosen.map(({ id, month, date }) => ({ id, month, date })) } }, { onSuccess: () => void navigate(to(paths.meetings, {}, { tahun: chosen[0]?.date.slice(0, 4) ?? "" })) });
  };
  return (
    <form className="stack" onSubmit={send}>
      <div className={css["fields"]}>
        <TextInput label={words.time} type="time" value={time} error={isAsked && time === "" ? words.timeFault : null} onChange={(event) => setTime(event.target.value)} />
        <TextInput label={words.place} maxLength={200} value={place} error={isAsked && place.trim() === "" ? words.placeFault : null} onChange={(event) => setPlace(event.target.value)} />
      </div>
      <ul className={css["days"]} aria-label={words.caption}>{days.filter(({ isPast }) => !isPast).map((day) => <Day key={day.month} day={day} onChange={(more) => change(day.month, more)} />)}</ul>
      {days.some(({ isPast }) => isPast) && (
        <details>
          <summary>{words.pastMonths}</summary>
          <ul className={css["days"]} aria-label={words.pastMonths}>{days.filter(({ isPast }) => isPast).map((day) => <Day key={day.month} day={day} onChange={(more) => change(day.month, more)} />)}</ul>
        </details>
      )}
      <ProblemAlert error={save.error} />
      <span className="row"><Button type="submit" kind="primary" isBusy={save.isPending} refusal={chosen.length === 0 ? words.save(0) : undefined}>{words.save(chosen.length)}</Button></span>
    </form>
  );
}

function Day({ day, onChange }: { day: Plan["days"][number] & { isChosen: boolean }; onChange: (more: { date?: string; isChosen?: boolean }) => void }) {
  const { plan: words, list } = useMeetingCopy();
  const format = useFormat();
  const name = list.month(format.monthYear(day.month));
  const note = day.existing !== null ? words.exists(format.day(day.existing.date)) : day.isPast ? words.past : day.movedFrom !== null ? words.movedFrom(format.day(day.movedFrom)) : format.day(day.date);
  const isOpen = day.existing === null;
  return (
    <li className={css["day"]}>
      {isOpen ? <Checkbox label={name} help={note} checked={day.isChosen} onChange={(event) => onChange({ isChosen: event.target.checked })} /> : <p>{name}<br /><span className="quiet small">{note}</span></p>}
      {isOpen && <input type="date" aria-label={words.dateOf(name)} value={day.date} onChange={(event) => onChange({ date: event.target.value, isChosen: true })} />}
    </li>
  );
}
