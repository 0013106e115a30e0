import { readMeeting } from "@teraju/contracts/evaluation-meeting";
import { readSlides } from "@teraju/contracts/evaluation-meeting-live";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useParams, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { IconPrint } from "#ui/light/icons.ts";
import { usePageTitle } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { nameOf } from "./AgendaList.tsx";
import { usePhotos } from "./photos.ts";
import css from "./print.module.css";
import { SlideOf } from "./SlideOf.tsx";

/** On paper before the power goes: `?cetak=agenda`, `slide` (one on a page) or `hadir` (to be signed by hand). */
export default function PrintPage() {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const { print: words } = useMeetingCopy();
  usePageTitle(words.tab);
  const what = search.get("cetak");
  return (
    <main className={css["page"]}>
      <p className="no-print"><Button kind="primary" icon={IconPrint} onClick={() => print()}>{words.print}</Button></p>
      {what === "slide" ? <Slides id={id} /> : <Sheet id={id} isAttendance={what === "hadir"} />}
    </main>
  );
}

/** A table with room to write: the agenda with blank lines for decisions, or the attendance list. */
function Sheet({ id, isAttendance }: { id: string; isAttendance: boolean }) {
  const { print: words, prepare, kind: kinds, alasan } = useMeetingCopy();
  const format = useFormat();
  const view = useSuspenseQuery(apiQuery(readMeeting, { params: { id } })).data;
  const people = view.candidates.length > 0 ? view.candidates : view.agenda.items.flatMap(({ person }) => person ?? []);
  const { decisionColumns: columns } = words;
  return (
    <>
      <h1>{isAttendance ? words.attendance : words.agenda} {format.monthYear(view.month)}</h1>
      <p>{prepare.sub(view.unit.name, format.day(view.date), view.time.replace(":", "."), view.place)}</p>
      {isAttendance ? (
        <table className={css["table"]}>
          <thead><tr><th>{words.number}</th><th>{words.name}</th><th>{words.jabatan}</th><th>{words.signature}</th></tr></thead>
          <tbody>{people.map((person, i) => <tr key={person.id}><td>{i + 1}</td><td>{person.name}</td><td>{person.jabatan}</td><td className={css["sign"]}>{i + 1}.</td></tr>)}</tbody>
        </table>
      ) : (
        <>
          <table className={css["table"]}>
            <thead><tr><th>{words.number}</th><th>{words.name}</th><th>{words.reason}</th><th>{words.minutes}</th></tr></thead>
            <tbody>{view.agenda.items.map((item, i) => <tr key={item.key}><td>{i + 1}</td><td><b>{nameOf(item, kinds)}</b><br />{item.headline}</td><td>{item.alasan.map((why) => alasan[why]).join(", ")}</td><td className="num">{item.minutes}</td></tr>)}</tbody>
          </table>
          <h2>{words.decisions}</h2>
          <table className={css["table"]}>
            <thead><tr><th>{words.number}</th><th>{columns.text}</th><th>{columns.owner}</th><th>{columns.due}</th></tr></thead>
            <tbody>{Array.from({ length: 10 }, (_, i) => <tr key={i}><td className={css["sign"]}>{i + 1}</td><td /><td /><td /></tr>)}</tbody>
          </table>
        </>
      )}
    </>
  );
}

function Slides({ id }: { id: string }) {
  const { present, print: words } = useMeetingCopy();
  const room = useSuspenseQuery(apiQuery(readSlides, { params: { id } })).data;
  const photos = usePhotos(id, room.slides);
  return (
    <>
      <h1 className="visually-hidden">{words.tab}</h1>
      {room.slides.map((slide) => (
        <div key={slide.itemId} className={css["slide"]}>
          <SlideOf slide={slide} slides={room.slides} room={{ ...room, unit: room.unit.name }} photos={photos} decisions={room.decisions} presence={present(room.state.present, room.state.invited)} isSmall />
        </div>
      ))}
    </>
  );
}
