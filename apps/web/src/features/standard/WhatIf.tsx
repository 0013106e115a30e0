import { tryStandardDraft } from "@teraju/contracts/standard";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useStandardCopy } from "#copy/page/standard.ts";
import { Button } from "#ui/light/Button.tsx";
import { EmptyState } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import type { Standards } from "./say.ts";

/** A closed period once more under the draft, asked for by a press: it reads thousands of results. A changed draft asks anew. */
export function WhatIf({ draftId, version, periods }: { draftId: string; version: number; periods: Standards["periods"] }) {
  const words = useStandardCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const [period, setPeriod] = useState(periods[0]?.id ?? "");
  const [asked, setAsked] = useState<{ period: string; version: number } | null>(null);
  const isAsked = asked !== null && asked.period === period && asked.version === version;
  const answer = useQuery({ ...apiQuery(tryStandardDraft, { params: { id: draftId }, query: { period } }), enabled: isAsked, staleTime: 0, gcTime: 0 });
  const shown = isAsked ? answer.data : undefined;
  return (
    <section className="stack-tight">
      <h3>{words.whatIf}</h3>
      <p className="quiet">{words.whatIfSub}</p>
      {periods.length === 0 ? <EmptyState title={words.noPeriods} /> : (
        <>
          <NativeSelect label={words.period} value={period} onChange={(event) => setPeriod(event.target.value)} options={periods.map((one) => ({ value: one.id, label: nameOf(one) }))} />
          <div><Button isBusy={isAsked && answer.isFetching} onClick={() => setAsked({ period, version })}>{words.compute}</Button></div>
        </>
      )}
      <div aria-live="polite">
        {isAsked && answer.isFetching && <p className="quiet">{words.computing}</p>}
        {shown !== undefined && <Answer shown={shown} number={format.number} />}
      </div>
      <ProblemAlert error={isAsked ? answer.error : null} />
    </section>
  );
}

type Shown = Awaited<ReturnType<NonNullable<ReturnType<typeof apiQuery<typeof tryStandardDraft>>["queryFn"]>>>;
function Answer({ shown: { total, units, left }, number }: { shown: Shown; number: (value: number) => string }) {
  const words = useStandardCopy();
  if (total === null) return <p>{words.hidden}</p>;
  const isQuiet = total.saranHasilKerja + total.saranPerilaku + total.indeks === 0;
  const figure = (value: number | null | undefined) => (value === null || value === undefined ? words.hiddenCell : number(value));
  return (
    <div className="stack-tight">
      <p><b>{isQuiet ? words.nothingChanges(number(total.n)) : words.effect(number(total.indeks), number(total.n))}</b></p>
      {!isQuiet && <p>{words.effectSuggestions(number(total.saranHasilKerja), number(total.saranPerilaku))}</p>}
      {left > 0 && <p className="quiet">{words.left(number(left))}</p>}
      <Table caption={words.whatIf} isDense rows={units} rowKey={({ id }) => id} sortParam="urut-dampak" columns={[
        { key: "unit", label: words.unitName, cell: ({ name }) => name, sortBy: ({ name }) => name },
        { key: "n", label: words.people, isFigure: true, cell: ({ effect }) => figure(effect?.n), sortBy: ({ effect }) => effect?.n ?? null },
        { key: "hk", label: words.workColumn, isFigure: true, cell: ({ effect }) => figure(effect?.saranHasilKerja), sortBy: ({ effect }) => effect?.saranHasilKerja ?? null },
        { key: "pk", label: words.behaviourColumn, isFigure: true, isMinor: true, cell: ({ effect }) => figure(effect?.saranPerilaku), sortBy: ({ effect }) => effect?.saranPerilaku ?? null },
        { key: "indeks", label: words.indexColumn, isFigure: true, cell: ({ effect }) => figure(effect?.indeks), sortBy: ({ effect }) => effect?.indeks ?? null },
        { key: "selisih", label: words.meanColumn, isFigure: true, isMinor: true, cell: ({ effect }) => figure(effect === null ? null : effect.selisihIndeks ?? 0), sortBy: ({ effect }) => effect?.selisihIndeks ?? null },
      ]} />
    </div>
  );
}
