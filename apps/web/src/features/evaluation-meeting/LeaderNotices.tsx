import { useCopy } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import type { Refusal } from "@teraju/contracts/problem";
import { paths, to } from "../../paths.ts";
import type { Leader } from "./useLeader.ts";

/** Where things are, and what stands in the way: never only that all is well. */
export function LeaderNotices({ leader, meetingId }: { leader: Leader; meetingId: string }) {
  const { leader: words } = useMeetingCopy();
  const { refusals, problems } = useCopy();
  const { state, live, commands, isElsewhere, act } = leader;
  const count = commands.waiting.length;
  const { refused } = commands;
  const isOver = state.status === "ended" || state.status === "signed";
  const isKnown = live.state.status === "ended" || live.state.status === "signed";
  return (
    <>
      <p role="status" className="quiet small">
        {commands.isUnsafe ? words.unsafe : !live.isConnected && count > 0 ? `${words.noSignal} ${words.waiting(count)}.` : count > 0 ? words.waiting(count) : words.allSent}
      </p>
      {isOver && (
        <Alert kind={isKnown ? "good" : "attention"} title={words.finished} isLive>
          {isKnown ? <LinkButton kind="primary" to={to(paths.notulen, { id: meetingId })}>{words.toNotulen}</LinkButton> : <p>{words.finishedWaiting}</p>}
        </Alert>
      )}
      {isElsewhere && (
        <Alert kind="attention" title={words.otherScreen(state.controller?.name ?? "")} isLive>
          <p>{words.otherScreenText}</p>
          <Button kind="primary" onClick={() => void commands.giveUpScreen().then(act.takeOver)}>{words.takeOver}</Button>
        </Alert>
      )}
      {refused !== null && !isElsewhere && (
        <Alert kind="error" title={words.refused} isLive>
          <p>{refused.refusals.map((code) => refusals[code as Refusal] ?? problems.byCode.refused).join(" ")}</p>
          <Button onClick={() => void commands.discardRefused()}>{words.discard}</Button>
        </Alert>
      )}
    </>
  );
}
