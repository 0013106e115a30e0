import type { PeerCycleView } from "@teraju/contracts/peer-input";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";

/** Follows a card's title where several cycles stand on one page: to who hears the page, two cards of one name are one. */
export function OfCycle({ cycle: { semester, year } }: { cycle: Pick<PeerCycleView, "semester" | "year"> }) {
  const words = usePeerCycleCopy();
  return <span className="visually-hidden">, {words.semester(semester, year)}</span>;
}
