import { listEvaluationPeriods } from "@teraju/contracts/appraisal";
import { listCapaianOrganisasi } from "@teraju/contracts/capaian-organisasi";
import { useSuspenseQuery } from "@tanstack/react-query";
import { type CSSProperties, type ReactNode, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCapaianOrganisasiCopy } from "#copy/page/capaian-organisasi.ts";
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
  const words = useCapaianOrganisasiCopy();
  const { period: periodWords } = useCopy();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const { periods } = useSuspenseQuery(apiQuery(listEvaluationPeriods, {})).data;
  const asked = search.get("periode");
  const current = periods.find((one) => one.id === asked) ?? periods.find((one) => one.state === "rating" || one.state === "late") ?? periods[0];
  if (current === undefined) return <EmptyState title={periodWords.none} />;
  return (
    <Units periodId={current.id} key={current.id} tab={words.tab}>
      <NativeSelect
        label={periodWords.choose}
        value={current.id}
        options={periods.map((one) => ({ value: one.id, label: `${periodWords.name({ ...one, month: format.month(one.firstMonth) })} (${periodWords.state[one.state]})` }))}
        onChange={(event) => setSearch({ periode: event.target.value }, { replace: true })}
      />
    </Units>
  );
}

function Units({ periodId, tab, children }: { periodId: string; tab: string; /** The choice of the period. */ children: ReactNode }) {
  const words = useCapaianOrganisasiCopy();
  const { units } = useSuspenseQuery(apiQuery(listCapaianOrganisasi, { query: { period: periodId } })).data;
  const isWaiting = (one: Unit) => one.capaian === null && one.actions.set.length === 0;
  const waiting = units.filter(isWaiting);
  const top = Math.min(...units.map((one) => one.unit.depth));
  return (
    <div className="stack reading">
      <PageHeader tab={tab} title={words.title(waiting.length)} sub={words.sub} />
      {children}
      {waiting.length > 0 && (
        <section className="stack-tight" aria-label={words.waiting}>
          <h2>{words.waiting}</h2>
          <ul className={css["list"]}>
            {waiting.map((one) => (
              <li key={one.unit.id} className={css["unit"]}>
                <UnitRow unit={one} periodId={periodId} above={above(units, one)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {units.length > waiting.length && <h2 className={waiting.length > 0 ? css["rest"] : "visually-hidden"}>{words.others}</h2>}
      {units.length === 0 && <EmptyState title={words.none} />}
      <ul className={css["list"]}>
        {units.filter((one) => !isWaiting(one)).map((one) => (
          <li key={one.unit.id} className={css["unit"]} style={{ "--depth": one.unit.depth - top } as CSSProperties}>
            <UnitRow unit={one} periodId={periodId} above={waiting.some(({ unit }) => unit.id === parentOf(units, one)?.id) ? above(units, one) : null} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function parentOf(units: readonly Unit[], { unit }: Unit): Unit["unit"] | undefined {
  const at = units.findIndex((one) => one.unit.id === unit.id);
  return units.slice(0, at).findLast((one) => one.unit.depth < unit.depth)?.unit;
}
/** Out of the tree, or where its parent stands elsewhere, a unit says to which it belongs: there is a Subbagian Tata Usaha in many. */
const above = (units: readonly Unit[], one: Unit): string | null => parentOf(units, one)?.name ?? null;

type UnitRowProps = { unit: Unit; periodId: string; above?: string | null };

function UnitRow({ unit: { unit, head, capaian, actions }, periodId, above: parent = null }: UnitRowProps) {
  const words = useCapaianOrganisasiCopy();
  const { refusals, vocabulary } = useCopy();
  const format = useFormat();
  const [isOpen, setOpen] = useState(false);
  const isOwn = actions.set.includes("not_yours");
  const [reason] = actions.set;
  return (
    <>
      <div className={css["head"]}>
        <div>
          <h3>{unit.name}</h3>
          <p className="quiet small">
            {[...(parent === null ? [] : [parent]), head === null ? words.noHead : words.head(head), ...(isOwn ? [words.readOnly] : [])].join(" · ")}
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
