import { readStandard } from "@teraju/contracts/standard";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useStandardCopy } from "#copy/page/standard.ts";
import { stop } from "#copy/stop.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import { DraftForm } from "./DraftForm.tsx";
import { DraftView } from "./DraftView.tsx";
import { type Standards, useSay } from "./say.ts";
import css from "./standard.module.css";


/** What the city chose, the drafts of what it may choose next, and what nobody may choose. The draft that is looked at stands in the address. */
export default function StandardPage() {
  const words = useStandardCopy();
  const { roles } = useSession();
  const [search, setSearch] = useSearchParams();
  const [newId, setNewId] = useState<string | null>(null);
  const view = useSuspenseQuery(apiQuery(readStandard, {})).data;
  const now = view.standards.find(({ isInForce }) => isInForce) ?? view.standards[0];
  const shown = search.get("rancangan");
  const show = (id: string | null) => setSearch(id === null ? {} : { rancangan: id }, { replace: true, preventScrollReset: true });
  if (now === undefined) return null;
  const isMaker = roles.includes("bkpsdm_analis");
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title(now.name)} sub={words.sub} action={isMaker && newId === null && <Button kind="primary" onClick={() => setNewId(v7())}>{words.begin}</Button>} />
      {newId !== null && <Card title={words.begin}><DraftForm view={view} now={now.values} draft={null} id={newId} onDone={(id) => { setNewId(null); show(id); }} /></Card>}
      {view.drafts.map((draft) => <DraftView key={draft.id} view={view} now={now.values} draft={draft} isShown={draft.id === shown} onToggle={() => show(draft.id === shown ? null : draft.id)} />)}
      <Values view={view} values={now.values} />
      <Fixed fixed={view.fixed} />
      <History standards={view.standards} />
    </div>
  );
}

/** The standard in force, group by group. */
function Values({ view, values }: { view: Standards; values: Standards["standards"][number]["values"] }) {
  const words = useStandardCopy();
  const say = useSay();
  const groups = [...new Set(view.fields.map(({ group }) => group))];
  return (
    <Card title={words.inForce}>
      {groups.map((group) => (
        <details key={group}>
          <summary className={css["group"]}>{words.group[group]}</summary>
          <Lines>{view.fields.filter((field) => field.group === group).map((field) => <Value key={field.path} field={field} value={say.value(field, values[field.path])} />)}</Lines>
        </details>
      ))}
    </Card>
  );
}

/** A figure stands at the end of its line; words, which may be many, below their name. */
function Value({ field, value }: { field: Standards["fields"][number]; value: string }) {
  const words = useStandardCopy();
  const say = useSay();
  const isWords = field.kind === "choice" || field.kind === "text";
  return <Line title={isWords ? <>{say.label(field)}: <b>{value}</b></> : say.label(field)} sub={words.basis(field.basis)} action={!isWords && <b>{value}</b>} />;
}

function Fixed({ fixed }: Pick<Standards, "fixed">) {
  const words = useStandardCopy();
  const say = useSay();
  return <Card title={words.fixed} sub={words.fixedSub}><Lines>{fixed.map((one) => <Line key={one.label.id} title={say.label(one)} sub={words.basis(one.basis)} />)}</Lines></Card>;
}

function History({ standards }: Pick<Standards, "standards">) {
  const words = useStandardCopy();
  const format = useFormat();
  const { today } = useSession();
  const stateOf = ({ isInForce, validFrom }: Standards["standards"][number]) => (isInForce ? words.inForce : validFrom > today ? words.future : words.past);
  const sub = ({ legalBasis, validFrom, validUntil, draftedBy, publishedBy, periods }: Standards["standards"][number]) =>
    [stop(legalBasis), words.validFrom(format.date(validFrom)), validUntil !== null && words.until(format.date(validUntil)), draftedBy !== null && publishedBy !== null && words.publishedBy(draftedBy, publishedBy), periods > 0 && words.judged(periods)].filter(Boolean).join(" ");
  return <Card title={words.history}><Lines>{standards.map((one) => <Line key={one.id} title={one.name} sub={sub(one)} action={<Badge kind={one.isInForce ? "good" : one.validFrom > today ? "attention" : "plain"}>{stateOf(one)}</Badge>} />)}</Lines></Card>;
}
