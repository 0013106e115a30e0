import { useMutation, useQueryClient } from "@tanstack/react-query";
import { readMyReport } from "@teraju/contracts/monthly-report";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { call, queryKey } from "../../api.ts";
import { outbox } from "../../sending.tsx";
import type { Refusal } from "@teraju/contracts/problem";
import type { Report } from "./draft.ts";

/** Where the words are: on this phone, or with the server. Never only that they are safe. */
export function useSaveWords({ view, box, waiting }: Report): string {
  const { monthlyReport: copy } = useCopy();
  const format = useFormat();
  if (box.isUnsafe) return copy.notSaved;
  if (waiting.length > 0) return box.isWriting || box.savedAt === null ? copy.saving : copy.savedHere(format.time(box.savedAt));
  if (box.sentAt !== null) return copy.savedThere(format.time(box.sentAt));
  return view.version > 1 || view.rows.some((row) => row.realisasi !== null || row.pembilang !== null || row.uraian !== null || row.sentence !== null) ? copy.isThere : copy.notBegun;
}

/** What the server would not take, why, and what can be done about it. Nothing is thrown away but by the person. */
export function Conflict({ report: { view, waiting } }: { report: Report }) {
  const copy = useCopy();
  const words = copy.monthlyReport;
  const client = useQueryClient();
  const refused = waiting.find((e) => e.refused !== null)?.refused ?? null;
  const fresh = () => client.fetchQuery({ queryKey: queryKey(readMyReport, { params: { month: view.month } }), queryFn: () => call(readMyReport, { params: { month: view.month } }), staleTime: 0 });
  const keepMine = useMutation({ mutationFn: async () => outbox.retry(view.id, (await fresh()).version) });
  const takeTheirs = useMutation({ mutationFn: async () => { await fresh(); await outbox.discard((e) => e.recordId === view.id); } });
  if (refused === null) return null;
  const reasons = refused.refusals.map((r) => copy.refusals[r as Refusal] ?? copy.problems.byCode.refused);
  return (
    <Alert kind="error" title={refused.code === "stale" ? words.staleTitle : words.refusedTitle} isLive>
      <p>{refused.code === "stale" ? words.staleText : [...reasons, ...(reasons.length === 0 ? [words.refusedText] : [])].join(" ")}</p>
      <div className="row">
        <Button kind="primary" isBusy={keepMine.isPending} onClick={() => keepMine.mutate()}>{words.keepMine}</Button>
        <Button isBusy={takeTheirs.isPending} onClick={() => takeTheirs.mutate()}>{words.takeTheirs}</Button>
      </div>
      {(keepMine.isError || takeTheirs.isError) && <p>{copy.problems.offline}</p>}
    </Alert>
  );
}
