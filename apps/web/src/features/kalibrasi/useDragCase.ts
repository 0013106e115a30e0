import { draggable, dropTargetForElements } from "@atlaskit/pragmatic-drag-and-drop/element/adapter";
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";

/** Lets a case be taken up; the menu beside it does the same. */
export function useDragCase(appraisalId: string, isOff: boolean): { piece: RefObject<HTMLLIElement | null>; isDragged: boolean } {
  const piece = useRef<HTMLLIElement>(null);
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    if (piece.current === null || isOff) return;
    return draggable({ element: piece.current, getInitialData: () => ({ appraisalId }), onDragStart: () => setDragged(true), onDrop: () => setDragged(false) });
  }, [appraisalId, isOff]);
  return { piece, isDragged };
}

/** A box of the board on which cases can be laid. */
export function useCell(onDrop: (appraisalId: string) => void): { cell: RefObject<HTMLTableCellElement | null>; isOver: boolean } {
  const cell = useRef<HTMLTableCellElement>(null);
  const [isOver, setOver] = useState(false);
  const drop = useEffectEvent(onDrop);
  useEffect(() => {
    if (cell.current === null) return;
    return dropTargetForElements({
      element: cell.current, onDragEnter: () => setOver(true), onDragLeave: () => setOver(false),
      onDrop: ({ source }) => {
        setOver(false);
        drop(String(source.data["appraisalId"]));
      },
    });
  }, []);
  return { cell, isOver };
}
