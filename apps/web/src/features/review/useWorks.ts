import type { ReviewView } from "@teraju/contracts/review";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useSession } from "../../session.ts";
import { forget, type Kept, keep, readKept } from "./kept.ts";
import { emptyWork, type Work } from "./work.ts";

/** What the penilai has decided and not sent yet, by report: on the screen at once, and on the device so that a closed tab loses nothing. */
export function useWorks() {
  const { person } = useSession();
  const { data: kept } = useSuspenseQuery({ queryKey: ["kept-review", person.id], queryFn: () => readKept(person.id), gcTime: 0, staleTime: Infinity });
  const [works, setWorks] = useState<Record<string, Kept>>(kept);
  const put = ({ id, version }: ReviewView, work: Work): void => {
    const next: Kept = { ...work, comment: { ...work.comment, id: work.comment.id || v7() }, version };
    setWorks((all) => ({ ...all, [id]: next }));
    void keep(person.id, id, next);
  };
  const drop = (reportId: string): void => {
    setWorks(({ [reportId]: _done, ...rest }) => rest);
    void forget(person.id, reportId);
  };
  /** The comment always; the verdicts while the report is still the one that was read. */
  const workOn = ({ id, version, rows }: ReviewView): { work: Work; isOutdated: boolean } => {
    const work = works[id];
    if (work === undefined) return { work: emptyWork(""), isOutdated: false };
    if (work.version === version) return { work, isOutdated: false };
    // Where the server has the same verdicts already, this very penilai's own sending made the version.
    const isLost = Object.entries(work.verdicts).some(([rowId, { verdict }]) => rows.find((row) => row.id === rowId)?.verdict !== verdict);
    return { work: { ...work, verdicts: {} }, isOutdated: isLost };
  };
  return { workOn, put, drop, begun: new Set(Object.keys(works)) };
}
