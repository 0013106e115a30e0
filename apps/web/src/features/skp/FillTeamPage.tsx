import { type FillSource, fillTeamSkp, listFillSources, listTeamSkp } from "@teraju/contracts/skp";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import css from "./skp.module.css";
import { TemplateButton } from "./TemplateDialog.tsx";
import { reasonOf, useWords } from "./words.ts";
import { useYear, Years } from "./Years.tsx";

type Team = Output<typeof listFillSources>;
type Filled = Output<typeof fillTeamSkp>;

/** One example, many drafts: the penilai chooses from what and for whom; each draft is its owner's from then on. */
export default function FillTeamPage() {
  const words = useSkpCopy();
  const { today } = useSession();
  const year = useYear(today);
  const { data } = useSuspenseQuery(apiQuery(listFillSources, { query: { year } }));
  return (
    <div className="stack reading">
      <PageHeader tab={words.fillTab} title={words.fillTitle(data.year)} sub={words.fillSub} action={<LinkButton to={to(paths.teamSkp, {}, { tahun: year })}>{words.fillBack}</LinkButton>} />
      <Years path={paths.fillTeamSkp} year={data.year} today={today} />
      {data.people.length === 0 ? <EmptyState title={words.teamEmpty} /> : data.sources.length === 0 ? <EmptyState title={words.fillNoSource}>{words.fillNoSourceText}</EmptyState> : <Form key={year} team={data} />}
    </div>
  );
}

const keyOf = ({ kind, id }: FillSource): string => `${kind} ${id}`;
const isFree = ({ refusals }: Team["people"][number]): boolean => refusals.length === 0;

function Form({ team: { year, sources, people } }: { team: Team }) {
  const words = useSkpCopy();
  const [source, setSource] = useState<FillSource | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [filled, setFilled] = useState<Filled | null>(null);
  const send = useMutation(apiMutation(fillTeamSkp, { invalidates: [listFillSources, listTeamSkp] }));
  // Whoever has the post of the example is meant first; what serves most of the team stands on top.
  const meant = (one: FillSource | null) => people.filter((each) => isFree(each) && each.person.jabatan === one?.jabatan);
  const ordered = sources.toSorted((a, b) => meant(b).length - meant(a).length);
  const choose = (key: string) => {
    const next = sources.find((one) => keyOf(one) === key) ?? null;
    setSource(next);
    setChosen(meant(next).map(({ person }) => person.id));
  };
  const fill = () => {
    if (source === null) return;
    // One id for each draft and press: sent again by a lost signal they are the same drafts.
    send.mutate({ body: { year, from: { kind: source.kind, id: source.id }, people: chosen.map((personId) => ({ id: v7(), personId })) } }, { onSuccess: (made) => { setFilled(made); setChosen([]); } });
  };
  const refusal = source === null ? words.fillChooseSource : chosen.length === 0 ? words.fillChoosePeople : undefined;
  return (
    <>
      {filled && <Outcome filled={filled} people={people} />}
      <NativeSelect
        label={words.fillSource} value={source === null ? "" : keyOf(source)} onChange={(event) => choose(event.target.value)}
        options={[{ value: "", label: words.fillChoose }, ...ordered.map((one) => ({ value: keyOf(one), label: words.fillOption(one.kind === "template" ? one.title : words.fillFromSkp(one.title, one.source), meant(one).length) }))]}
      />
      {source && <Card title={words.fillContent} sub={[source.jabatan, source.kind === "template" && source.source].filter(Boolean).join(" · ")}><ul className={css["names"]}>{source.hasilKerja.map((text, at) => <li key={at}>{text}</li>)}</ul>{source.kind === "skp" && <TemplateButton key={source.id} skpId={source.id} jabatan={source.jabatan} refusals={[]} isSmall />}</Card>}
      <People people={people} chosen={chosen} onChange={setChosen} />
      <ProblemAlert error={send.error} />
      <div><Button kind="primary" isBusy={send.isPending} refusal={refusal} onClick={fill}>{words.fillButton(chosen.length)}</Button></div>
    </>
  );
}

function People({ people, chosen, onChange }: Pick<Team, "people"> & { chosen: readonly string[]; onChange: (chosen: readonly string[]) => void }) {
  const copy = useWords();
  const { skp: words } = copy;
  const free = people.filter(isFree).map(({ person }) => person.id);
  return (
    <Card title={words.fillPeople(chosen.length, free.length)}>
      <div className="stack-tight">
        {free.length > 1 && <div className="row"><Button kind="quiet" isSmall onClick={() => onChange(free)}>{words.fillAll}</Button><Button kind="quiet" isSmall onClick={() => onChange([])}>{words.fillNone}</Button></div>}
        {people.map((one) => {
          const { id, name, jabatan } = one.person;
          return <Checkbox key={id} label={name} disabled={!isFree(one)} help={[jabatan, reasonOf(copy, one.refusals)].filter(Boolean).join(" · ")} checked={chosen.includes(id)} onChange={(event) => onChange(event.target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))} />;
        })}
      </div>
    </Card>
  );
}

function Outcome({ filled: { filled, skipped }, people }: { filled: Filled } & Pick<Team, "people">) {
  const copy = useWords();
  const nameOf = (id: string): string => people.find(({ person }) => person.id === id)?.person.name ?? "";
  return (
    <Alert kind={skipped.length === 0 ? "good" : "attention"} isLive title={copy.skp.fillDone(filled.length)}>
      <p>{copy.skp.fillDoneText}</p>
      {skipped.length > 0 && <ul className={css["issues"]}>{skipped.map(({ personId, refusals }) => <li key={personId}>{nameOf(personId)}: {reasonOf(copy, refusals)}</li>)}</ul>}
    </Alert>
  );
}
