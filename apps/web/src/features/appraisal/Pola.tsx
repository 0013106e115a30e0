import { readPola, type readTeam } from "@teraju/contracts/appraisal";
import type { Output } from "@teraju/contracts/endpoint";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Distribution } from "#ui/work/Distribution.tsx";
import { apiQuery } from "../../api.ts";

type Pola = Output<typeof readTeam>["pola"];
const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;

/** One card for each department in which the actor rates; the distribution is asked for by a button, because looking is recorded. */
export function PolaCards({ periodId, pola }: { periodId: string; pola: Pola }) {
  return pola.map((one) => <PolaCard key={one.unit.id} periodId={periodId} pola={one} />);
}

function PolaCard({ periodId, pola: { unit, refusals } }: { periodId: string; pola: Pola[number] }) {
  const appraisal = useAppraisalCopy();
  const { refusals: words } = useCopy();
  const [isAsked, setAsked] = useState(false);
  const shown = useQuery({ ...apiQuery(readPola, { params: { periodId, unitId: unit.id } }), enabled: isAsked, retry: false });
  const [code] = refusals;
  return (
    <Card title={appraisal.pola.title(unit.name)} sub={appraisal.pola.before}>
      {shown.data ? (
        <Shown shown={shown.data} />
      ) : (
        <Button isSmall isBusy={shown.isFetching} refusal={code === undefined ? null : (words as Record<string, string>)[code]} onClick={() => setAsked(true)}>
          {appraisal.pola.show}
        </Button>
      )}
      <ProblemAlert error={shown.error} />
    </Card>
  );
}

function Shown({ shown }: { shown: Output<typeof readPola> }) {
  const { pola: words } = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const { temuan } = shown.pola.value as { temuan: readonly string[] };
  return (
    <div className="stack-tight" role="status">
      <p>{words.organisation(vocabulary.predikatOrganisasi[shown.capaianOrganisasi])}</p>
      <p className="small quiet">{words.people(shown.people, shown.final)}</p>
      <Distribution portions={PREDIKAT.map((predikat) => ({ predikat, count: shown.jumlah[predikat] }))} />
      <p>{temuan.length === 0 ? words.fits : words.differs}</p>
      <ul className="small">
        {temuan.map((one) => (
          <li key={one}>{words.finding[one]}</li>
        ))}
      </ul>
      <p className="small quiet">{words.advice}</p>
    </div>
  );
}
