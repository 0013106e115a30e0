import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { useCopy } from "#copy/copy.tsx";
import type { Refusal } from "@teraju/contracts/problem";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { KeyHint } from "#ui/work/KeyHint.tsx";
import css from "./leader.module.css";
import { turnStart } from "./live.ts";
import { SlideOf } from "./SlideOf.tsx";
import { Timer } from "./Timer.tsx";
import { titleOf } from "./turns.ts";
import type { Leader, LeaderItem } from "./useLeader.ts";

type StageProps = { leader: Leader; photos: Record<string, string>; mayMove: boolean };

/** The slide on the wall, how it is moved, and what comes next. */
export function LeaderStage({ leader, photos, mayMove }: StageProps) {
  const { leader: words, kind: kinds, minutes, alasan } = useMeetingCopy();
  const { item, following, state } = leader;
  if (item === undefined) return <div />;
  return (
    <div className={css["stage"]}>
      <section aria-label={words.current} className={css["now"]}>
        <Small leader={leader} item={item} photos={photos} />
        {state.isBlank && <p className={css["dark"]}>{words.isBlank}</p>}
      </section>
      <Controls leader={leader} item={item} mayMove={mayMove} />
      <Absent leader={leader} item={item} />
      <section className={css["next"]} aria-label={words.following}>
        <div>
          <h2>{following === undefined ? words.last : words.following}</h2>
          {following !== undefined && <p><b>{titleOf(following.slide) || kinds[following.slide.kind]}</b>{following.slide.minutes > 0 && `, ${minutes(following.slide.minutes)}`}</p>}
          {following !== undefined && following.alasan.length > 0 && <p className="quiet small">{following.alasan.map((why) => alasan[why]).join(", ")}</p>}
        </div>
        {following !== undefined && <Small leader={leader} item={following} photos={photos} />}
      </section>
    </div>
  );
}

function Small({ leader: { room, items, decisions, state }, item, photos }: Pick<StageProps, "leader" | "photos"> & { item: LeaderItem }) {
  const { present } = useMeetingCopy();
  return (
    <div className={css["small"]}>
      <SlideOf slide={item.slide} slides={items.map(({ slide }) => slide)} room={{ ...room, unit: room.unit.name }} photos={photos} decisions={decisions} presence={present(state.present, state.invited)} isSmall />
    </div>
  );
}

function Controls({ leader: { view, items, state, live, act, item: shown, at }, item, mayMove }: { leader: Leader; item: LeaderItem; mayMove: boolean }) {
  const { leader: words } = useMeetingCopy();
  const { refusals } = useCopy();
  if (state.status === "planned") {
    const reasons = view.actions.start.map((code) => refusals[code as Refusal]).join(" ");
    return <div className={css["controls"]}><Button kind="primary" onClick={act.start} refusal={reasons || undefined}>{words.start}</Button></div>;
  }
  if (state.status !== "running") return null;
  const isTurn = item.slide.kind === "person" || item.slide.kind === "unit";
  const isDeferred = shown?.status === "ditunda";
  const isStill = state.timer?.startedAt == null;
  return (
    <div className={css["controls"]}>
      <Button aria-label={words.back} disabled={!mayMove || at === 0} onClick={act.back}>←</Button>
      <Button kind="primary" disabled={!mayMove || at === items.length - 1} onClick={act.next}>{words.next} →</Button>
      {isTurn && <Timer startedAt={turnStart(state)} minutes={item.slide.minutes} skewMs={live.skewMs} />}
      <span className={css["minor"]}>
        {isTurn && <Button isSmall kind="quiet" disabled={!mayMove} onClick={() => act.turnTimer(isStill)}>{isStill ? words.resume : words.pause}</Button>}
        {isTurn && <Button isSmall kind="quiet" onClick={() => act.defer(!isDeferred)}>{isDeferred ? words.undefer : words.defer} <KeyHint keys="T" /></Button>}
        <Button isSmall kind="quiet" disabled={!mayMove} onClick={() => act.blank(!state.isBlank)}>{state.isBlank ? words.unblank : words.blank} <KeyHint keys="B" /></Button>
      </span>
    </div>
  );
}

/** Who does not come is no fault: the turn is put off, or somebody else tells. */
function Absent({ leader: { view, act }, item }: { leader: Leader; item: LeaderItem }) {
  const { leader: words } = useMeetingCopy();
  if (item.status === "ditunda") return <Alert kind="attention">{words.deferred}</Alert>;
  if (item.slide.kind !== "person" || item.isPresent !== false || item.slide.person === null) return null;
  const others = view.attendance.filter(({ person, attendance }) => person.id !== item.slide.person?.id && attendance === "hadir");
  return (
    <Alert kind="attention" title={words.absent(item.slide.person.name)}>
      <p>{words.absentText}</p>
      <NativeSelect label={words.speaker} value={item.speaker?.id ?? ""} onChange={(event) => act.speaker(event.target.value || null)} options={[{ value: "", label: words.nobody }, ...others.map(({ person }) => ({ value: person.id, label: person.name }))]} />
    </Alert>
  );
}
