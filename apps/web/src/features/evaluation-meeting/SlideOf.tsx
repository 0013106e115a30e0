import type { Slide as SlideView } from "@teraju/contracts/evaluation-meeting-live";
import type { ReactNode } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import type { EchoNote } from "./echo.ts";
import { ListSlide, OpeningSlide } from "./ListSlide.tsx";
import { lineOf } from "./lines.ts";
import { Slide } from "./Slide.tsx";
import { titleOf, turnsOf } from "./turns.ts";

/** What every slide of a meeting says about it. */
export type Room = { unit: string; month: string; date: string; place: string; leader: string; presencePath: string | null };
type SlideOfProps = { slide: SlideView; slides: readonly SlideView[]; room: Room; photos: Record<string, string>; decisions: readonly EchoNote[]; presence: string; /** Beside others: its name is no heading of the page. */ isSmall?: boolean };

/** One slide of a meeting, whichever it is, in the box that it is put into. */
export function SlideOf({ slide, slides, room, photos, decisions, presence, isSmall = false }: SlideOfProps) {
  const { slide: words } = useMeetingCopy();
  const format = useFormat();
  const month = format.monthYear(room.month);
  if (slide.kind === "opening") return <OpeningSlide room={room} presence={presence} isSmall={isSmall} />;
  if (slide.kind === "promises") {
    return <ListSlide isSmall={isSmall} title={words.promises} sub={words.promisesSub(slide.promises.length)} empty={words.noPromises} rows={slide.promises.map((p) => ({ id: p.id, text: p.text, sub: words.promiseSub(p.owner, format.shortDay(p.due)), mark: p.dibawaBulan > 0 && p.state !== "selesai" ? words.carried(p.dibawaBulan) : words.state[p.state], isDue: p.state === "lewat" }))} />;
  }
  if (slide.kind === "closing") {
    return <ListSlide isSmall={isSmall} title={words.closing(decisions.length)} sub={words.closingSub(room.unit, month)} empty={words.noDecisions} rows={decisions.map((d) => ({ id: d.id, text: d.text, sub: words.promiseSub(d.owner, format.shortDay(d.due)), mark: null, isDue: false }))} />;
  }
  const turns = turnsOf(slides);
  const at = turns.findIndex(({ itemId }) => itemId === slide.itemId) + 1;
  // An office is named before who speaks for it.
  const post = (slide.kind === "unit" ? [slide.person?.name, slide.person?.jabatan] : [slide.person?.jabatan, slide.person?.unit]).filter(Boolean).join(", ");
  return (
    <Slide
      isSmall={isSmall}
      place={words.turn(at, turns.length)}
      name={titleOf(slide)}
      post={slide.speaker === null ? post : words.spokenBy(slide.speaker)}
      headline={slide.headline}
      lines={slide.bars.map((bar, i) => lineOf(bar, `${slide.itemId}-${i}`, format))}
      more={slide.moreBars} kendala={slide.kendala} bantuan={slide.bantuan}
      photos={slide.photos.flatMap(({ id, title }) => (photos[id] === undefined ? [] : [{ id, src: photos[id], alt: title }]))}
      only={<Only slide={slide} month={format.month(room.month)} />}
      hasOnly={slide.kind === "unit" || slide.bars.length === 0}
    />
  );
}

function Only({ slide, month }: { slide: SlideView; month: string }): ReactNode {
  const { slide: words } = useMeetingCopy();
  const { unitMonth } = slide;
  if (unitMonth !== null) {
    return (
      <>
        <p>{words.unitMonth(unitMonth.submitted, unitMonth.obliged)} {unitMonth.toDiscuss > 0 && words.unitToDiscuss(unitMonth.toDiscuss)} {unitMonth.meetingHeld !== null && words.unitMet(unitMonth.decisions)}</p>
        {unitMonth.named.slice(0, 4).map(({ name, note }) => <p key={name}><b>{name}</b>{note !== null && `: ${note}`}</p>)}
      </>
    );
  }
  if (slide.report === "belum") return <p>{words.noReport(month)}</p>;
  return <p>{slide.report === "tidak_wajib" ? words.excused : words.noRows}</p>;
}
