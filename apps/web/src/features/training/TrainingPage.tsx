import { listEffects, listNeeds, listTrainings, readTrainingStory } from "@teraju/contracts/development";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQueries } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./training.module.css";
import { Effect } from "./Effect.tsx";
import { SessionForm, TrainingForm } from "./TrainingForms.tsx";

type Training = Output<typeof listTrainings>["trainings"][number];
const FORMS = ["coaching", "mentoring", "pelatihan", "belajar_mandiri", "konseling"] as const;

/** The catalogue, what is needed, and what each training is seen to do; for paper, the city's story on one page. */
export default function TrainingPage() {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const { roles } = useSession();
  const [{ data: { trainings } }, { data: { rows, budget } }, { data: needs }] = useSuspenseQueries({ queries: [apiQuery(listTrainings, {}), apiQuery(listEffects, {}), apiQuery(listNeeds, {})] });
  const isManager = roles.some((role) => role === "bkpsdm" || role === "bkpsdm_analis");
  const rupiah = (amount: number) => `Rp${format.number(amount)}`;
  return (
    <div className="stack">
      <PageHeader tab={words.trainingTab} title={words.trainingTitle(trainings.length)} sub={words.trainingSub} action={<LinkButton icon={IconDownload} to={readTrainingStory.path} reloadDocument download>{words.onePage}</LinkButton>} />
      <Card title={words.effects} sub={words.budget(budget.year, rupiah(budget.spent), rupiah(budget.planned))}>
        {rows.length === 0 ? <EmptyState title={words.noEffects} /> : rows.map((row) => <Effect key={row.training.id} row={row} cost={rupiah(row.cost)} />)}
      </Card>
      <Needs needs={needs} />
      <Catalogue trainings={trainings} isManager={isManager} />
    </div>
  );
}

function Needs({ needs: { rows } }: { needs: Output<typeof listNeeds> }) {
  const words = useDevelopmentCopy();
  const count = (n: number | null) => (n === null ? words.hidden : n);
  return (
    <Card title={words.needs}>
      {rows.length === 0 ? <EmptyState title={words.noNeeds} /> : (
        <Table caption={words.needsTable} rows={rows} rowKey={({ unit }) => unit.id} columns={[
          { key: "unit", label: words.unit, cell: ({ unit }) => unit.name }, { key: "orang", label: words.people, isFigure: true, cell: ({ people }) => count(people) },
          ...FORMS.map((form) => ({ key: form, label: words.bentukOf[form], isFigure: true, isMinor: form !== "pelatihan", cell: ({ byForm }: (typeof rows)[number]) => count(byForm[form]) })),
        ]} />
      )}
    </Card>
  );
}

function Catalogue({ trainings, isManager }: { trainings: readonly Training[]; isManager: boolean }) {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const [open, setOpen] = useState<string | null>(null);
  return (
    <Card title={words.catalogue} aside={isManager && open !== "new" && <Button onClick={() => setOpen("new")}>{words.addTraining}</Button>}>
      {open === "new" && <TrainingForm onDone={() => setOpen(null)} />}
      {trainings.map((one) => (
        <section key={one.id} className={css["effect"]} aria-label={`${words.catalogue}: ${one.name}`}>
          <h3>{one.name}</h3>
          <p>{one.about}</p>
          <p className="quiet small">{one.provider}, {format.number(one.hours)} JP, Rp{format.number(one.costPerPerson)}</p>
          {one.sessions.length > 0 && (
            <Lines>
              {one.sessions.map((session) => <Line key={session.id} title={words.sessionLine(format.date(session.firstDay), format.date(session.lastDay), session.place)} sub={words.seats(session.taken, session.places)} action={isManager && <Link to={to(paths.trainingSession, { id: session.id })}>{words.openSession}</Link>} />)}
            </Lines>
          )}
          {isManager && (open === one.id ? <SessionForm trainingId={one.id} onDone={() => setOpen(null)} /> : <Button isSmall className="no-print" onClick={() => setOpen(one.id)}>{words.addSession}</Button>)}
        </section>
      ))}
    </Card>
  );
}
