import { listEvaluationPeriods } from "@teraju/contracts/appraisal";
import { listCapaianOrganisasi } from "@teraju/contracts/capaian-organisasi";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type CSSProperties, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiQuery } from "../../api.ts";
import { CapaianForm } from "./CapaianForm.tsx";
import type { Unit } from "./unit.ts";
import css from "./capaian-organisasi.module.css";

/** Step 1 of the evaluation: what the units below have reached, entered by who stands above them. `?periode=` chooses the period. */
export default function CapaianOrganisasiPage() {
  const { capaianOrganisasi: words, period: periodWords } = useCopy();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const { periods } = useSuspenseQuery(apiQuery(listEvaluationPeriods, {})).data;
  const asked = search.get("periode");
  const current = periods.find((one) => one.id === asked) ?? periods.find((one) => one.state === "rating" || one.state === "late") ?? periods[0];
  if (current === undefined) return <EmptyState title={periodWords.none} />;
  return (
    <div className="stack">
      <NativeSelect
        label={periodWords.choose}
        value={current.id}
        options={periods.map((one) => ({ value: one.id, label: `${periodWords.name({ ...one, month: format.month(one.firstMonth) })} (${periodWords.state[one.state]})` }))}
        onChange={(event) => setSearch({ periode: event.target.value }, { replace: true })}
      />
      <Units periodId={current.id} key={current.id} tab={words.tab} />
    </div>
  );
}

function Units({ periodId, tab }: { periodId: string; tab: string }) {
  const { capaianOrganisasi: words } = useCopy();
  const { units } = useSuspenseQuery(apiQuery(listCapaianOrganisasi, { query: { period: periodId } })).data;
  const missing = units.filter((one) => one.capaian === null && one.actions.set.length === 0).length;
  const top = Math.min(...units.map((one) => one.unit.depth));
  return (
    <>
      <PageHeader tab={tab} title={words.title(missing)} sub={words.sub} />
      {units.length === 0 && <EmptyState title={words.none} />}
      <ul className={css["list"]}>
        {units.map((one) => (
          <li key={one.unit.id} className={css["unit"]} style={{ "--depth": one.unit.depth - top } as CSSProperties}>
            <UnitRow unit={one} periodId={periodId} />
          </li>
        ))}
      </ul>
    </>
  );
}

function UnitRow({ unit: { unit, head, capaian, actions }, periodId }: { unit: Unit; periodId: string }) {
  const { capaianOrganisasi: words, refusals, vocabulary } = useCopy();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const isOwn = actions.set.includes("not_yours");
  const [reason] = actions.set;
  return (
    <>
      <div className={css["head"]}>
        <div>
          <h2>{unit.name}</h2>
          <p className="quiet small">
            {[head === null ? words.noHead : words.head(head), ...(isOwn ? [words.readOnly] : [])].join(" · ")}
          </p>
        </div>
        <div className="row">
          {capaian === null ? <Badge kind="attention">{words.notYet}</Badge> : <Badge kind="good">{vocabulary.predikatOrganisasi[capaian.predikat]}</Badge>}
          {!isOwn && !isOpen && (
            <Button onClick={() => setOpen(true)} aria-label={`${capaian === null ? words.edit : words.change}: ${unit.name}`} refusal={reason === undefined ? null : (refusals as Record<string, string>)[reason]}>
              {capaian === null ? words.edit : words.change}
            </Button>
          )}
        </div>
      </div>
      {capaian !== null && !isOpen && (
        <details className={css["basis"]}>
          <summary>{words.basis}</summary>
          <p>{capaian.basis}</p>
          {capaian.document !== null && <p className="quiet">{capaian.document}</p>}
          <p className="quiet">
            {words.setBy(capaian.setBy, format.moment(capaian.setAt))} {typeof capaian.kepalaUnit.value === "string" && words.forHead((vocabulary.ekspektasiShort as Record<string, string>)[capaian.kepalaUnit.value] ?? "")}
          </p>
        </details>
      )}
      {isOpen && <CapaianForm unit={unit} capaian={capaian} periodId={periodId} onDone={() => setOpen(false)} />}
    </>
  );
}
