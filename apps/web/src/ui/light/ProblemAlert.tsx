import type { Copy } from "#copy/id.ts";
import { useCopy } from "#copy/copy.tsx";
import { OfflineError, ProblemError } from "../../api.ts";
import { Alert } from "./Alert.tsx";

/** The sentences for an error of `call`: all refusals, or the words of its code. */
export function problemLines(copy: Copy, error: unknown): string[] {
  if (error instanceof OfflineError) return [copy.problems.offline];
  if (!(error instanceof ProblemError)) return [copy.problems.byCode.bug];
  const refusals = error.refusals.map((refusal) => copy.refusals[refusal] ?? copy.problems.byCode.refused);
  if (refusals.length > 0) return refusals;
  return [copy.problems.byCode[error.code] ?? copy.problems.byCode.bug];
}

/** What went wrong, what is safe, what to do; with the reference number where the fault is ours. */
export function ProblemAlert({ error }: { error: unknown }) {
  const copy = useCopy();
  if (!error) return null;
  const reference = error instanceof ProblemError && error.status >= 500 && error.requestId !== "-" ? error.requestId : null;
  return (
    <Alert kind="error" isLive>
      {problemLines(copy, error).map((line) => (
        <p key={line}>{line}</p>
      ))}
      {reference && <p className="small">{copy.problems.reference(reference)}</p>}
    </Alert>
  );
}
