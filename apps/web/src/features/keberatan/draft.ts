import { useState } from "react";
import { v7 } from "uuid";
import { useKeptWords } from "./useKeptWords.ts";

type Claim = { alasan: string; basis: readonly string[] };
/** What is written of a keberatan before it is sent: claims by row, with the ids of what they point at. It keeps its id, so that trying again sends no second one. */
export type Draft = { id: string; claims: Record<string, Claim> };

/** The draft of a keberatan on this result, on this device. */
export function useFilingDraft(resultId: string) {
  const [empty] = useState<Draft>(() => ({ id: v7(), claims: {} }));
  const { value: draft, ...rest } = useKeptWords<Draft>(`file:${resultId}`, empty);
  return { draft, ...rest };
}
