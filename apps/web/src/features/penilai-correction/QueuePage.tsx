import type { Output } from "@teraju/contracts/endpoint";
import { listPenilaiCorrections } from "@teraju/contracts/penilai-correction";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { usePenilaiCorrectionCopy } from "#copy/page/penilai-correction.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { DecideCard } from "./DecideCard.tsx";

type One = Output<typeof listPenilaiCorrections>["open"][number];
const seat = ({ jabatan, unit }: One["pegawai"]) => [jabatan, unit].filter(Boolean).join(", ");

/** What waits at BKPSDM, longest first. The one that is looked at stands in the address, so that it can be sent to a colleague. */
export default function QueuePage() {
  const words = usePenilaiCorrectionCopy();
  const [search, setSearch] = useSearchParams();
  const { open, settled } = useSuspenseQuery(apiQuery(listPenilaiCorrections, {})).data;
  const shown = search.get("periksa");
  return (
    <div className="stack">
      <PageHeader tab={words.queueTab} title={words.queueTitle(open.length)} sub={words.queueSub} />
      {open.map((one) => (
        <Waiting key={one.id} one={one} isShown={one.id === shown} onToggle={() => setSearch(one.id === shown ? {} : { periksa: one.id }, { replace: true, preventScrollReset: true })} />
      ))}
      {settled.length > 0 && <Settled settled={settled} />}
    </div>
  );
}

function Waiting({ one, isShown, onToggle }: { one: One; isShown: boolean; onToggle: () => void }) {
  const words = usePenilaiCorrectionCopy();
  return (
    <Card
      title={one.pegawai.name}
      sub={seat(one.pegawai)}
      aside={<Button aria-expanded={isShown} aria-label={isShown ? undefined : words.openOf(one.pegawai.name)} onClick={onToggle}>{isShown ? words.close : words.open}</Button>}
    >
      <p>{one.reason}</p>
      <p className="quiet small">
        {words.onRecord(one.penilai?.name ?? words.nobody)} {words.waiting(one.waitingDays ?? 0)}
      </p>
      {isShown && <DecideCard id={one.id} />}
    </Card>
  );
}

function Settled({ settled }: { settled: readonly One[] }) {
  const words = usePenilaiCorrectionCopy();
  const format = useFormat();
  return (
    <Card title={words.settled}>
      <Lines>
        {settled.map((one) => (
          <Line key={one.id} title={one.pegawai.name} sub={[words.settledLine(format.date(one.decided?.on ?? one.askedOn), words.status[one.status]), one.decided?.penilai?.name, one.decided?.note].filter(Boolean).join(" ")} />
        ))}
      </Lines>
    </Card>
  );
}
