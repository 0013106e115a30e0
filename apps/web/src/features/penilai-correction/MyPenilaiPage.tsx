import type { Output } from "@teraju/contracts/endpoint";
import { readMyPenilai, withdrawPenilaiCorrection } from "@teraju/contracts/penilai-correction";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { usePenilaiCorrectionCopy } from "#copy/page/penilai-correction.ts";
import { stop } from "#copy/stop.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { AskForm } from "./AskForm.tsx";

type Mine = Output<typeof readMyPenilai>;

/** Who rates me; and, where that is wrong, one button that tells BKPSDM. */
export default function MyPenilaiPage() {
  const words = usePenilaiCorrectionCopy();
  const format = useFormat();
  const view = useSuspenseQuery(apiQuery(readMyPenilai, {})).data;
  const { penilai, atasan, since } = view;
  const sub = penilai === null ? words.sub : [stop([penilai.jabatan, penilai.unit].filter(Boolean).join(", ")), since !== null && words.since(format.date(since)), view.isFinal ? words.final : atasan && words.atasan(atasan.name)].filter(Boolean).join(" ");
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={penilai === null ? words.titleNone : words.title(penilai.name.replaceAll(". ", ".\u00a0"))} sub={sub} />
      <Others pimpinan={view.pimpinan} />
      <Wrong view={view} />
      <Asked asked={view.asked} />
    </div>
  );
}

/** Who gives work and umpan balik besides, and does not rate. */
function Others({ pimpinan }: { pimpinan: Mine["pimpinan"] }) {
  const words = usePenilaiCorrectionCopy();
  const format = useFormat();
  if (pimpinan.length === 0) return null;
  return (
    <Card title={words.others} sub={words.othersSub}>
      <Lines>{pimpinan.map(({ person, task, from }) => <Line key={`${person.id} ${from}`} title={person.name} sub={words.othersLine(task, format.date(from))} />)}</Lines>
    </Card>
  );
}

function Wrong({ view }: { view: Mine }) {
  const words = usePenilaiCorrectionCopy();
  const [isOpen, setOpen] = useState(false);
  if (view.actions.ask.length > 0) return null;
  return (
    <Card title={words.wrong} sub={words.wrongText}>
      {isOpen ? <AskForm candidates={view.candidates} /> : <Button onClick={() => setOpen(true)}>{words.wrong}</Button>}
    </Card>
  );
}

function Asked({ asked }: { asked: Mine["asked"] }) {
  const words = usePenilaiCorrectionCopy();
  const format = useFormat();
  const withdraw = useMutation(apiMutation(withdrawPenilaiCorrection, { invalidates: [readMyPenilai] }));
  if (asked.length === 0) return null;
  const sayings = ({ proposed, askedOn, decided, status }: Mine["asked"][number]) => [
    proposed !== null && status !== "accepted" && words.proposed(proposed.name),
    words.askedOn(format.date(askedOn)),
    decided !== null && decided.penilai !== null && decided.from !== null && words.decided(decided.penilai.name, format.date(decided.from)),
    decided?.note,
  ].filter(Boolean).join(" ");
  return (
    <Card title={words.mine}>
      <Lines>
        {asked.map((one) => (
          <Line
            key={one.id}
            title={words.status[one.status]}
            sub={sayings(one)}
            action={one.status === "open" && <Button isBusy={withdraw.isPending} onClick={() => withdraw.mutate({ params: { id: one.id }, body: { version: one.version } })}>{words.withdraw}</Button>}
          />
        ))}
      </Lines>
      <ProblemAlert error={withdraw.error} />
    </Card>
  );
}
