import type { AgendaItem } from "@teraju/contracts/evaluation-meeting";
import { type KeyboardEvent, useState } from "react";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { IconDots } from "#ui/light/icons.ts";
import { classes } from "#ui/styles/classes.ts";
import css from "./meeting.module.css";
import { titleOf } from "./turns.ts";
import { useDragRow } from "./useDragRow.ts";

type AgendaListProps = {
  items: readonly AgendaItem[];
  /** What stands above a line where it changes: the part of the agenda, the office, or nothing (an order of one's own). */
  headings: "bagian" | "unit" | null;
  /** Left out: the agenda is only read. */
  onMove?: ((from: number, to: number) => void) | undefined;
  onMinutes?: ((key: string, minutes: number) => void) | undefined;
};

const nameOf = (item: AgendaItem, kinds: Record<AgendaItem["kind"], string>): string => titleOf(item) || kinds[item.kind];
const isTurn = ({ kind }: AgendaItem): boolean => kind === "person" || kind === "unit";

/** The agenda, each line with why it stands there. Order by dragging, by Alt+arrow, or by a menu: three ways, one result, said aloud. */
export function AgendaList({ items, headings, onMove, onMinutes }: AgendaListProps) {
  const { prepare: words, kind: kinds, bagian } = useMeetingCopy();
  const [said, setSaid] = useState("");
  const turns = items.filter(isTurn);
  const move = (from: number, to: number) => {
    const at = Math.max(0, Math.min(turns.length - 1, to));
    const item = turns[from];
    if (item === undefined || at === from) return;
    onMove?.(from, at);
    setSaid(words.moved(nameOf(item, kinds), at + 1, turns.length));
  };
  return (
    <>
      <p className="visually-hidden" role="status">{said}</p>
      <ol className={css["agenda"]}>
        {items.map((item, i) => {
          const headingOf = (one: AgendaItem | undefined) => (one === undefined || headings === null || !isTurn(one) ? null : headings === "bagian" ? bagian[one.bagian] : (one.person?.unit ?? one.unit?.name ?? null));
          const heading = headingOf(item);
          return <AgendaRow key={item.key} item={item} at={turns.indexOf(item)} last={turns.length - 1} heading={heading === headingOf(items[i - 1]) ? null : heading} onMove={onMove && move} onMinutes={onMinutes} />;
        })}
      </ol>
    </>
  );
}

type RowProps = { item: AgendaItem; at: number; last: number; heading: string | null; onMove: ((from: number, to: number) => void) | undefined; onMinutes: AgendaListProps["onMinutes"] };

function AgendaRow({ item, at, last, heading, onMove, onMinutes }: RowProps) {
  const { prepare: words, kind: kinds, alasan } = useMeetingCopy();
  const mayMove = onMove !== undefined && isTurn(item);
  const { row, handle, edge, isDragged } = useDragRow({ list: "agenda", at, isOff: !mayMove, onMove: (from, to) => onMove?.(from, to) });
  const name = nameOf(item, kinds);
  const pressed = (event: KeyboardEvent<HTMLLIElement>) => {
    if (!mayMove || !event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    onMove(at, event.key === "ArrowUp" ? at - 1 : at + 1);
    // The row keeps the focus where it lands.
    const { currentTarget } = event;
    requestAnimationFrame(() => currentTarget.focus());
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the row is what Alt+arrow moves
    <li ref={row} tabIndex={mayMove ? 0 : undefined} onKeyDown={pressed} className={classes(css["item"], isDragged && css["dragged"], edge !== null && css[edge])} data-key={item.key}>
      {heading !== null && <p className={css["bagian"]}>{heading}</p>}
      <div className={css["itemRow"]}>
        {mayMove && <span ref={handle} className={css["handle"]} aria-hidden><IconDots size={20} aria-hidden /></span>}
        <span className={css["number"]}>{at >= 0 ? at + 1 : ""}</span>
        <div className={css["itemWords"]}>
          <p><b>{name}</b> {item.person !== null && <span className="quiet small">{item.kind === "unit" ? item.person.name : item.person.jabatan}</span>} {!item.hasReport && item.kind === "person" && item.alasan.every((why) => why !== "belum_lapor") && <Badge>{words.noReport}</Badge>}</p>
          {item.headline !== null && <p className="small">{item.headline}</p>}
          {item.alasan.length > 0 && <p className="quiet small"><span className="visually-hidden">{words.why("")}</span>{item.alasan.map((why) => alasan[why]).join(", ")}</p>}
        </div>
        <Minutes item={item} name={name} onMinutes={isTurn(item) ? onMinutes : undefined} />
        {mayMove && <MoveMenu name={name} at={at} last={last} onMove={onMove} />}
      </div>
    </li>
  );
}

function Minutes({ item, name, onMinutes }: { item: AgendaItem; name: string; onMinutes: AgendaListProps["onMinutes"] }) {
  const { prepare: words, minutes } = useMeetingCopy();
  if (onMinutes === undefined) return <span className={css["minutes"]}>{minutes(item.minutes)}</span>;
  return (
    <label className={css["minutes"]}>
      <span className="visually-hidden">{words.minutesOf(name)}</span>
      <input key={item.minutes} type="number" inputMode="numeric" min={0} max={60} defaultValue={item.minutes} onBlur={(event) => {
        const chosen = Math.round(Number(event.target.value));
        if (Number.isFinite(chosen) && chosen >= 0 && chosen <= 60 && chosen !== item.minutes) onMinutes(item.key, chosen);
      }} />
      <span aria-hidden>{minutes(0).replace("0 ", "")}</span>
      {item.minutes !== item.usualMinutes && <small>{words.usual(item.usualMinutes)}</small>}
    </label>
  );
}

/** The same without dragging (WCAG 2.5.7). */
function MoveMenu({ name, at, last, onMove }: { name: string; at: number; last: number; onMove: (from: number, to: number) => void }) {
  const { prepare: words } = useMeetingCopy();
  const places = [{ to: at - 1, label: words.moveUp }, { to: at + 1, label: words.moveDown }, { to: 0, label: words.moveFirst }, { to: last, label: words.moveLast }];
  return (
    <select aria-label={words.move(name)} className={css["move"]} value="" onChange={(event) => onMove(at, Number(event.target.value))}>
      <option value="">↕</option>
      {places.map(({ to, label }) => <option key={label} value={to} disabled={to < 0 || to > last || to === at}>{label}</option>)}
    </select>
  );
}
