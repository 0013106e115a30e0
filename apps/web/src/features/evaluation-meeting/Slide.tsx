import { Fragment, type ReactNode } from "react";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { classes } from "#ui/styles/classes.ts";
import css from "./Slide.module.css";

/** One bar of a slide. Figures come as they are written; the numbers only place the marks. */
export type SlideLine = {
  id: string;
  name: string;
  value: number | null;
  target: number | null;
  lastMonth: number | null;
  /** "17" and "/20 bayi". */
  figure: string;
  outOf: string;
  /** "16", under the triangle. */
  lastMonthText: string | null;
  /** A result in words has no bar. */
  words: string | null;
  /** Kunyit: "perlu dibahas". Never red, never a verdict on the person. */
  isToDiscuss: boolean;
};

export type SlideProps = {
  /** "Giliran 5 dari 18" */
  place: string;
  name: string;
  post: string;
  headline: string | null;
  lines: readonly SlideLine[];
  /** Results that do not fit: so many more are in the report. */
  more: number;
  kendala: string | null;
  bantuan: string | null;
  photos: readonly { id: string; src: string; alt: string }[];
  /** Instead of results, where `hasOnly`: no report yet, nothing obliged (said without blame), or a unit's month. */
  only: ReactNode;
  hasOnly: boolean;
  /** Beside others: its name is no heading of the page. */
  isSmall?: boolean;
};

/** One idea on the wall is read; more than five lines are not. */
export const MOST_LINES = 5;

/** So few bars have room to be larger. */
const FEW = 3;

/** A name with its degrees needs a smaller type to stay on one line. */
const LONG_NAME = 30;

/** Rupiah need a smaller type. */
const LONG_FIGURE = 8;

/** Where on the bar, in percent; a tenth stays free at the right so that the target is seen inside the track. */
function shares({ value, target, lastMonth }: SlideLine) {
  const end = Math.max(value ?? 0, (target ?? 0) * 1.1, lastMonth ?? 0) || 1;
  const share = (figure: number | null) => (figure === null ? null : Math.max(0, Math.min(100, (figure / end) * 100)));
  return { value: share(value) ?? 0, target: share(target), lastMonth: share(lastMonth) };
}

/** A person's month on the wall: success first, then the obstacle, then the help that is wanted. It fills the box it is put into. */
export function Slide({ place, name, post, headline, lines, more, kendala, bantuan, photos, only, hasOnly, isSmall = false }: SlideProps) {
  const { slide: words } = useMeetingCopy();
  const shown = lines.slice(0, MOST_LINES);
  const hidden = more + lines.length - shown.length;
  const hasBars = shown.some((line) => line.words === null);
  return (
    <Frame>
      <header className={css["head"]}>
        <SlideName isSmall={isSmall} className={classes(css["name"], name.length > LONG_NAME && css["long"])}>{name}</SlideName>
        <p className={css["place"]}>{place}</p>
        <p className={css["post"]}>{post}</p>
      </header>
      {headline !== null && <p className={css["headline"]}>{marked(headline)}</p>}
      {hasOnly ? (
        <div className={css["only"]}>{only}</div>
      ) : (
        <>
          <ul className={classes(css["lines"], shown.length <= FEW && css["few"])}>{shown.map((line) => <Bar key={line.id} line={line} />)}</ul>
          {(hasBars || hidden > 0) && (
            <p className={css["legend"]} aria-hidden={hidden === 0 || undefined}>
              {hasBars && <span aria-hidden><i className={css["keyLast"]} /> {words.lastMonth}</span>}
              {hasBars && <span aria-hidden><i className={css["keyTarget"]} /> {words.target}</span>}
              {hidden > 0 && <span>{words.more(hidden)}</span>}
            </p>
          )}
        </>
      )}
      {(kendala !== null || bantuan !== null || photos.length > 0) && (
        <footer className={css["foot"]}>
          {kendala !== null && <Said title={words.kendala}>{kendala}</Said>}
          {bantuan !== null && <Said title={words.bantuan}>{bantuan}</Said>}
          {photos.length > 0 && <div className={css["photos"]}>{photos.map(({ id, src, alt }) => <img key={id} src={src} alt={alt} />)}</div>}
        </footer>
      )}
    </Frame>
  );
}

/** The white box that a slide fills: any size, always whole. */
export function Frame({ children }: { children: ReactNode }) {
  return (
    <div className={css["box"]} style={{ height: "100%" }}>
      <article className={css["slide"]}>{children}</article>
    </div>
  );
}

/** Whose slide it is: the heading of a wall, and only words in a small box. */
export function SlideName({ isSmall, className, children }: { isSmall: boolean; className: string | undefined; children: string }) {
  return isSmall ? <p className={className}>{children}</p> : <h1 className={className}>{children}</h1>;
}

function Said({ title, children }: { title: string; children: string }) {
  return (
    <div className={css["say"]}>
      <b>{title}</b>
      <p>{children}</p>
    </div>
  );
}

function Bar({ line }: { line: SlideLine }) {
  const { slide: words } = useMeetingCopy();
  if (line.words !== null) {
    return (
      <li className={css["line"]}>
        <p className={css["lineName"]}>{line.name}</p>
        <p className={css["words"]}>{line.words}</p>
      </li>
    );
  }
  const at = shares(line);
  // The words stand where the bar leaves room: after its end, or before it where it is long.
  const isLong = at.value > 45;
  return (
    <li className={css["line"]}>
      <p className={css["lineName"]}>{line.name}</p>
      <div className={css["bar"]}>
        <div className={css["track"]}>
          {at.value > 0 && <span className={classes(css["fill"], line.isToDiscuss ? css["attention"] : css["good"])} style={{ width: `${at.value}%` }} aria-hidden />}
          {line.isToDiscuss && <span className={css["discuss"]} style={isLong ? { right: `${100 - at.value + 1}%` } : { left: `${at.value}%` }}>{words.toDiscuss}</span>}
          {at.target !== null && <span className={css["target"]} style={{ left: `${at.target}%` }} aria-hidden />}
          {at.lastMonth !== null && (
            <span className={css["last"]} style={{ left: `${Math.max(4, Math.min(96, at.lastMonth))}%` }}>
              <span className="visually-hidden">{words.lastMonth} </span>
              {line.lastMonthText}
            </span>
          )}
        </div>
      </div>
      <p className={classes(css["figure"], line.figure.length > LONG_FIGURE && css["longFigure"])}>
        <b>{line.figure}</b>
        <span>{line.outOf}</span>
      </p>
    </li>
  );
}

/** The first figure of a sentence with what it counts gets the stroke of a highlighter: "17 dari 20 bayi". */
const FIRST_FIGURE = /\d[\d.,]*%?(?: dari \d[\d.,]*%?| of \d[\d.,]*%?)?(?: \p{L}+)?/u;
function marked(sentence: string): ReactNode {
  const match = FIRST_FIGURE.exec(sentence);
  if (match === null) return sentence;
  const end = match.index + match[0].length;
  return <>{[<Fragment key="a">{sentence.slice(0, match.index)}</Fragment>, <mark key="b">{match[0]}</mark>, <Fragment key="c">{sentence.slice(end)}</Fragment>]}</>;
}
