import { listPeerCycles, nameVerifiers, type PeerCycleView } from "@teraju/contracts/peer-input";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { usePeerCycleCopy } from "#copy/page/peer-cycle.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import type { Cycles } from "./cycles.ts";
import { OfCycle } from "./OfCycle.tsx";

const ROLES = ["inspektorat", "bkpsdm_analis"] as const;
type VerifiersProps = { cycle: PeerCycleView; candidates: Cycles["candidates"]; isManager: boolean };

/** The two sworn people who compute the draw again, and what they found. */
export function Verifiers({ cycle, candidates, isManager }: VerifiersProps) {
  const words = usePeerCycleCopy();
  const format = useFormat();
  const mayName = isManager && cycle.actions.nameVerifiers.length === 0;
  return (
    <Card title={<>{words.verifiers}<OfCycle cycle={cycle} /></>} sub={words.verifiersHelp}>
      {cycle.verifiers.length > 0 && (
        <Lines>
          {cycle.verifiers.map(({ role, person, verdict }) => (
            <Line
              key={role} title={person.name} sub={<>{words.role[role]}. {verdict === null ? words.noVerdict : verdict.statement}</>}
              action={verdict !== null && <Badge kind={verdict.isEqual ? "good" : "error"}>{(verdict.isEqual ? words.equal : words.different)(format.shortDay(verdict.on))}</Badge>}
            />
          ))}
        </Lines>
      )}
      {mayName && <NameForm key={cycle.version} cycle={cycle} candidates={candidates} />}
    </Card>
  );
}

function NameForm({ cycle, candidates }: Pick<VerifiersProps, "cycle" | "candidates">) {
  const words = usePeerCycleCopy();
  const [chosen, setChosen] = useState(() => Object.fromEntries(ROLES.map((role) => [role, cycle.verifiers.find((one) => one.role === role)?.person.id ?? ""])) as Record<(typeof ROLES)[number], string>);
  const name = useMutation(apiMutation(nameVerifiers, { invalidates: [listPeerCycles] }));
  const isWhole = ROLES.every((role) => chosen[role] !== "");
  return (
    <div className="stack">
      {ROLES.map((role) => {
        const people = candidates.filter((one) => one.role === role);
        return (
          <NativeSelect
            key={role} label={words.role[role]} value={chosen[role]} help={people.length === 0 ? words.noCandidate : undefined}
            options={[{ value: "", label: words.choose }, ...people.map(({ person }) => ({ value: person.id, label: person.name }))]} onChange={(event) => setChosen({ ...chosen, [role]: event.target.value })}
          />
        );
      })}
      <ProblemAlert error={name.error} />
      <div>
        <Button isBusy={name.isPending} refusal={isWhole ? null : words.choose} onClick={() => name.mutate({ params: { id: cycle.id }, body: { version: cycle.version, inspektoratId: chosen.inspektorat, analisId: chosen.bkpsdm_analis } })}>{words.name}</Button>
      </div>
      <div role="status">{name.isSuccess && words.named}</div>
    </div>
  );
}
