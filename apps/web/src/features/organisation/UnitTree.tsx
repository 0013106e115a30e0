import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { type DrawnUnit, placed, type Placed, search } from "./units.ts";
import css from "./organisation.module.css";

type Props = { units: readonly DrawnUnit[]; current: string | null; onChoose: (unitId: string) => void };

/** Ids of the units above each, the nearest first. */
function wayUp(units: readonly DrawnUnit[], unitId: string): string[] {
  const parents = new Map(units.map((unit) => [unit.unitId, unit.parentId]));
  const up: string[] = [];
  for (let at = parents.get(unitId) ?? null; at !== null && parents.has(at); at = parents.get(at) ?? null) up.push(at);
  return up;
}

/** The tree as the arrow keys know it: right opens, left closes, Enter chooses. What is searched for stands with the units above it. */
export function UnitTree({ units, current, onChoose }: Props) {
  const words = useOrganisationCopy();
  const [typed, setTyped] = useState("");
  const lines = useMemo(() => placed(units), [units]);
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(lines.filter(({ level }) => level === 1).map(({ unit }) => unit.unitId)));
  const found = useMemo(() => search(units, typed), [units, typed]);
  const isSearching = typed.trim() !== "";
  // What is chosen elsewhere (a new unit of the draft, an address that was sent) is in sight.
  useEffect(() => {
    if (current !== null) setOpen((before) => new Set([...before, ...wayUp(units, current)]));
  }, [current, units]);
  const shown = useMemo(() => {
    const kept = isSearching ? new Set([...found].flatMap((id) => [id, ...wayUp(units, id)])) : null;
    let closedAt = Infinity;
    return lines.filter(({ unit, level }) => {
      if (kept !== null) return kept.has(unit.unitId);
      if (level > closedAt) return false;
      closedAt = open.has(unit.unitId) ? Infinity : level;
      return true;
    });
  }, [lines, open, found, isSearching, units]);
  const isOpen = ({ unit }: Placed) => isSearching || open.has(unit.unitId);
  const turn = (unitId: string, opens: boolean) => setOpen((before) => { const next = new Set(before); if (opens) next.add(unitId); else next.delete(unitId); return next; });
  return (
    <div className="stack-tight">
      <TextInput type="search" label={words.search} autoComplete="off" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <div className={css["treeBar"]}>
        <p className="quiet small" aria-live="polite">{isSearching ? words.found(found.size) : ""}</p>
        <Button isSmall kind="quiet" onClick={() => setOpen(new Set(units.map(({ unitId }) => unitId)))}>{words.openAll}</Button>
        <Button isSmall kind="quiet" onClick={() => setOpen(new Set(lines.filter(({ level }) => level === 1).map(({ unit }) => unit.unitId)))}>{words.closeAll}</Button>
      </div>
      <Items lines={shown} current={current} found={isSearching ? found : null} isOpen={isOpen} onTurn={turn} onChoose={onChoose} />
    </div>
  );
}

type ItemsProps = { lines: readonly Placed[]; current: string | null; found: ReadonlySet<string> | null; isOpen: (line: Placed) => boolean; onTurn: (unitId: string, opens: boolean) => void; onChoose: (unitId: string) => void };
function Items({ lines, current, found, isOpen, onTurn, onChoose }: ItemsProps) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const list = useRef<HTMLUListElement>(null);
  const [at, setAt] = useState<string | null>(null);
  const stop = lines.find(({ unit }) => unit.unitId === at) ?? lines.find(({ unit }) => unit.unitId === current) ?? lines[0];
  const go = (line: Placed | undefined) => {
    if (line === undefined) return;
    setAt(line.unit.unitId);
    list.current?.querySelector<HTMLElement>(`[data-unit="${line.unit.unitId}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, line: Placed) => {
    const index = lines.indexOf(line);
    const { unitId, parentId } = line.unit;
    const acts: Record<string, () => void> = {
      ArrowDown: () => go(lines[index + 1]), ArrowUp: () => go(lines[index - 1]), Home: () => go(lines[0]), End: () => go(lines.at(-1)),
      ArrowRight: () => { if (!line.hasChildren) return; if (isOpen(line)) go(lines[index + 1]); else onTurn(unitId, true); },
      ArrowLeft: () => { if (line.hasChildren && isOpen(line) && found === null) onTurn(unitId, false); else go(lines.find(({ unit }) => unit.unitId === parentId)); },
      Enter: () => onChoose(unitId), " ": () => onChoose(unitId),
    };
    const act = acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <ul ref={list} role="tree" aria-label={words.tree} className={css["tree"]}>
      {lines.map((line) => {
        const { unit, level, hasChildren, total } = line;
        return (
          <li
            key={unit.unitId} role="treeitem" data-unit={unit.unitId} tabIndex={line === stop ? 0 : -1} aria-level={level} aria-selected={unit.unitId === current} aria-expanded={hasChildren ? isOpen(line) : undefined}
            className={found?.has(unit.unitId) ? css["hit"] : undefined} style={{ paddingLeft: `${(level - 1) * 20 + 4}px` }} onKeyDown={(event) => onKey(event, line)} onClick={() => { setAt(unit.unitId); onChoose(unit.unitId); }}
          >
            <span className={css["turn"]} data-turns={hasChildren || undefined} aria-hidden onClick={(event) => { if (!hasChildren) return; event.stopPropagation(); onTurn(unit.unitId, !isOpen(line)); }} />
            <span className={css["unitName"]}>
              <span>{unit.name}{unit.isNew && <> <Badge kind="info">{words.newUnit}</Badge></>}</span>
              <small>{unit.head === null ? words.noHead : words.titled(unit.head.kind, unit.head.name)}</small>
            </span>
            <span className={css["count"]}>{words.people(format.number(total))}</span>
          </li>
        );
      })}
    </ul>
  );
}
