import { readMySlide, saveMySlide } from "@teraju/contracts/evaluation-meeting";
import type { Input, Output } from "@teraju/contracts/endpoint";
import { useMutation, type UseMutationResult, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { TaskActions, TaskFrame } from "#ui/light/TaskFrame.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./participant.module.css";
import { Slide } from "./Slide.tsx";
import { lineOf } from "./lines.ts";

type MySlide = Output<typeof readMySlide>;
type Save = UseMutationResult<MySlide, Error, Input<typeof saveMySlide>>;
const MOST_PHOTOS = 2;
const LONGEST = 160;

/** One sentence, at most two photos, or a talk in private: the figures are the report's. */
export default function MySlidePage() {
  const { id = "" } = useParams();
  const kept = useSuspenseQuery(apiQuery(readMySlide, { params: { id } })).data;
  const save = useMutation(apiMutation(saveMySlide, { invalidates: [readMySlide] }));
  // What was saved begins the form anew; that it was saved is still said.
  return <MySlideForm key={kept.version} id={id} kept={kept} save={save} />;
}

function MySlideForm({ id, kept, save }: { id: string; kept: MySlide; save: Save }) {
  const { mySlide: words } = useMeetingCopy();
  const { refusals } = useCopy();
  const [headline, setHeadline] = useState(kept.headline ?? "");
  const [photoIds, setPhotoIds] = useState(kept.photos.filter(({ isChosen }) => isChosen).map(({ id: photo }) => photo));
  const [isPrivate, setPrivate] = useState(kept.isPrivate);
  const isFrozen = kept.actions.save.length > 0;
  const choose = (photo: string, isOn: boolean) => setPhotoIds(isOn ? [...photoIds, photo] : photoIds.filter((one) => one !== photo));
  const isTooMany = photoIds.length > MOST_PHOTOS;
  const send = () => save.mutate({ params: { id }, body: { version: kept.version, headline: headline.trim() === "" ? null : headline, photoIds, isPrivate } });
  return (
    <TaskFrame
      title={words.tab} status={save.isSuccess ? words.saved : ""} backTo={to(paths.meeting, { id })}
      foot={<TaskActions><Button kind="primary" isWide isBusy={save.isPending} onClick={send} refusal={isFrozen ? kept.actions.save.map((why) => refusals[why as keyof typeof refusals]).join(" ") : isTooMany ? words.tooMany : undefined}>{words.save}</Button></TaskActions>}
    >
      <h1>{words.heading}</h1>
      <p className="quiet">{words.intro}</p>
      <ProblemAlert error={save.error} />
      {!kept.hasReport && <Alert kind="attention"><p>{words.noReport}</p><LinkButton to={paths.reports}>{words.toReport}</LinkButton></Alert>}
      <Textarea label={words.headline} help={words.headlineHelp} isOptional rows={2} maxLength={LONGEST} value={headline} onChange={(event) => setHeadline(event.target.value.replaceAll("\n", " "))}
        aside={kept.suggestion !== null && headline.trim() === "" && <Button kind="quiet" isSmall onClick={() => setHeadline(kept.suggestion ?? "")}>{words.useSuggestion}</Button>} />
      {kept.suggestion !== null && headline.trim() === "" && <p className="quiet small">{words.suggestion(kept.suggestion)}</p>}
      <fieldset className="stack-tight">
        <legend><b>{words.photos}</b></legend>
        {kept.photos.length === 0 ? <p className="quiet">{words.noPhotos}</p> : <p className="quiet small">{words.photosHelp}</p>}
        {kept.photos.map((photo) => <Checkbox key={photo.id} label={<span className={css["photo"]}><img src={`/api/evidence/${photo.id}/file`} alt="" loading="lazy" />{photo.title}</span>} checked={photoIds.includes(photo.id)} onChange={(event) => choose(photo.id, event.target.checked)} />)}
        {isTooMany && <p role="alert" className={css["fault"]}>{words.tooMany}</p>}
      </fieldset>
      <Checkbox label={words.private} help={words.privateHelp} checked={isPrivate} onChange={(event) => setPrivate(event.target.checked)} />
      {!isPrivate && kept.hasReport && <Preview kept={kept} headline={headline} />}
    </TaskFrame>
  );
}

/** The slide as the wall will show it, small. */
function Preview({ kept, headline }: { kept: MySlide; headline: string }) {
  const { mySlide: words } = useMeetingCopy();
  const format = useFormat();
  const { person } = useSession();
  return (
    <section aria-label={words.preview} className="stack-tight">
      <b>{words.preview}</b>
      <div className={css["preview"]}>
        <Slide isSmall place="" name={person.name} post={[person.jabatan, person.unit].filter(Boolean).join(", ")} headline={headline.trim() === "" ? null : headline}
          lines={kept.bars.map((bar, i) => lineOf({ ...bar, arah: "maks", isToDiscuss: false }, String(i), format))} more={0} kendala={kept.kendala} bantuan={kept.bantuan} photos={[]} only={null} hasOnly={kept.bars.length === 0} />
      </div>
    </section>
  );
}
