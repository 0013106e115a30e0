import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { useCopy } from "#copy/copy.tsx";
import type { Leader } from "./useLeader.ts";

/** Ending is asked for once: a meeting does not begin again. */
export function FinishDialog({ leader, isOpen, onClose }: { leader: Leader; isOpen: boolean; onClose: () => void }) {
  const { leader: words } = useMeetingCopy();
  const { parts } = useCopy();
  const finish = () => {
    leader.act.finish();
    onClose();
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.finishTitle} actions={<><Button kind="primary" onClick={finish}>{words.finish}</Button><Button onClick={onClose}>{parts.back}</Button></>}>
      <p>{words.finishText(leader.decisions.length)}</p>
    </Dialog>
  );
}
