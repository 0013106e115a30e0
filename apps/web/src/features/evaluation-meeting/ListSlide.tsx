import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { classes } from "#ui/styles/classes.ts";
import { Qr } from "./Qr.tsx";
import { Frame, SlideName } from "./Slide.tsx";
import css from "./Slide.module.css";
import type { Room } from "./SlideOf.tsx";

type Row = { id: string; text: string; sub: string; mark: string | null; /** Kunyit: to be talked about. */ isDue: boolean };
/** A wall of more lines is not read; the leader's screen has them all. */
const ROOM = 6;
/** So few lines have room to be larger. */
const FEW = 3;

/** Promises of earlier meetings, or what was decided today. */
export function ListSlide({ title, sub, rows, empty, isSmall }: { isSmall: boolean; title: string; sub: string; rows: readonly Row[]; empty: string }) {
  const { slide: words } = useMeetingCopy();
  const hidden = rows.length - ROOM;
  return (
    <Frame>
      <header>
        <SlideName isSmall={isSmall} className={css["name"]}>{title}</SlideName>
        <p className={css["post"]}>{sub}</p>
      </header>
      {rows.length === 0 && <div className={css["only"]}><p>{empty}</p></div>}
      <ul className={classes(css["list"], rows.length <= FEW && css["few"])}>
        {rows.slice(0, ROOM).map((row) => (
          <li key={row.id} className={classes(row.isDue && css["due"])}>
            <p><b>{row.text}</b></p>
            <small>{row.sub}</small>
            {row.mark !== null && <span className={css["mark"]}>{row.mark}</span>}
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={css["legend"]}>{words.moreRows(hidden)}</p>}
    </Frame>
  );
}

/** The first slide: what this is, and the code by which phones say that their people are here. */
export function OpeningSlide({ room, presence, isSmall }: { room: Room; presence: string; isSmall: boolean }) {
  const { slide: words } = useMeetingCopy();
  const format = useFormat();
  const address = room.presencePath === null ? null : `${location.origin}${room.presencePath}`;
  return (
    <Frame>
      <div className={css["opening"]}>
        <div>
          <SlideName isSmall={isSmall} className={css["title"]}>{words.opening(format.monthYear(room.month))}</SlideName>
          <p className={css["headline"]}>{room.unit}</p>
          <p>{words.when(format.day(room.date), room.place)}</p>
          <p>{words.ledBy(room.leader)}</p>
          <p className={css["post"]}>{presence}</p>
        </div>
        {address !== null && (
          <figure>
            <Qr address={address} label={words.qrLabel} />
            <figcaption>{words.scan}</figcaption>
          </figure>
        )}
      </div>
    </Frame>
  );
}
