import { combine } from "@atlaskit/pragmatic-drag-and-drop/combine";
import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { attachClosestEdge, extractClosestEdge } from "@atlaskit/pragmatic-drag-and-drop-hitbox/closest-edge";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

/** Lets a row be dragged by its handle and others be dropped above or below it. `list` keeps rows of two lists apart. */
export function useDragRow({ list, at, isOff, onMove }: { list: string; at: number; isOff: boolean; onMove: (from: number, to: number) => void }): { row: RefObject<HTMLLIElement | null>; handle: RefObject<HTMLSpanElement | null>; edge: "top" | "bottom" | null; isDragged: boolean } {
  const row = useRef<HTMLLIElement>(null);
  const handle = useRef<HTMLSpanElement>(null);
  const [edge, setEdge] = useState<"top" | "bottom" | null>(null);
  const [isDragged, setDragged] = useState(false);
  const move = useEffectEvent(onMove);
  useEffect(() => {
    const element = row.current;
    if (element === null || handle.current === null || isOff) return;
    const edgeOf = (data: Record<string | symbol, unknown>) => {
      const found = extractClosestEdge(data);
      return found === "top" || found === "bottom" ? found : null;
    };
    return combine(
      draggable({ element, dragHandle: handle.current, getInitialData: () => ({ list, at }), onDragStart: () => setDragged(true), onDrop: () => setDragged(false) }),
      dropTargetForElements({
        element,
        canDrop: ({ source }) => source.data["list"] === list,
        getData: ({ input, element: target }) => attachClosestEdge({ at }, { element: target, input, allowedEdges: ["top", "bottom"] }),
        onDrag: ({ self }) => setEdge(edgeOf(self.data)),
        onDragLeave: () => setEdge(null),
        onDrop: ({ source, self }) => {
          setEdge(null);
          const from = Number(source.data["at"]);
          const below = edgeOf(self.data) === "bottom" ? at + 1 : at;
          const to = from < below ? below - 1 : below;
          if (to !== from) move(from, to);
        },
      }),
    );
  }, [list, at, isOff]);
  return { row, handle, edge, isDragged };
}
