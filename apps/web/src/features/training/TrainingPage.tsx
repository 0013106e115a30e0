import { type EffectRow, listEffects, listNeeds, listTrainings, readTrainingStory } from "@teraju/contracts/development";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQueries } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./training.module.css";
import { SessionForm, TrainingForm } from "./TrainingForms.tsx";

type Training = Output<typeof listTrainings>["trainings"][number];
const LOOK = { terlihat: "good", belum_terlihat: "plain", data_kurang: "plain" } as const;
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

/** What one training is seen to do: its capaian, and the perilaku that it aims at, each at 3 and at 6 months. */
function Effect({ row, cost }: { row: EffectRow; cost: string }) {
  const words = useDevelopmentCopy();
  const { vocabulary } = useCopy();
  const tested = row.effects.filter(({ pTogether }) => pTogether !== null).length;
  return (
    <section className={css["effect"]} aria-label={row.training.name}>
      <h3>{row.training.name}</h3>
      <p className="quiet small">{words.attended(row.attended, cost)}</p>
      <div className={css["measures"]}>
        {(["capaian", "perilaku"] as const).map((measure) => {
          const looks = row.effects.filter((one) => one.measure === measure);
          if (looks.length === 0) return null;
          const name = measure === "capaian" || row.training.perilaku === null ? words.capaianLook : words.aimedAt(vocabulary.perilaku[row.training.perilaku]);
          return <div key={measure} className="stack-tight"><h4>{name}</h4>{looks.map((one) => <Look key={one.months} one={one} />)}</div>;
        })}
      </div>
      {tested > 1 && <p className="quiet small">{words.looksTogether(tested)}</p>}
      {row.hindrances.length > 0 && <><p><b>{words.hindrances}</b></p><ul>{row.hindrances.map((text) => <li key={text}>{text}</li>)}</ul></>}
    </section>
  );
}

function Look({ one }: { one: EffectRow["effects"][number] }) {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const line = one.measure === "capaian" ? words.effectLine : words.effectSteps;
  const digits = one.measure === "capaian" ? 1 : 2;
  const figure = (value: number) => format.fixed(value, digits);
  return (
    <div className="stack-tight">
      <p><b>{words.at(one.months)}</b> <Badge kind={LOOK[one.verdict]}>{words.verdict[one.verdict]}</Badge></p>
      {one.verdict !== "data_kurang" && one.effect !== null && one.ci95 !== null && <p>{line(figure(one.effect), figure(one.ci95[0]), figure(one.ci95[1]), one.matched)}</p>}
      {one.reasons.map((reason) => <p key={reason} className="small">{words.effectWhy[reason]}</p>)}
      <details className={`${css["how"] ?? ""} no-print`}><summary>{words.how}</summary><Explanation decision={one.decision} /></details>
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
