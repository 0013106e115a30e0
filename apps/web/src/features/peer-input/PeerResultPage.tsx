import { readFairnessMethod } from "@teraju/contracts/fairness";
import { type PeerResultView, readPeerResult } from "@teraju/contracts/peer-input";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Navigate, useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { LATEST_CYCLE, paths, to } from "../../paths.ts";
import { type Figure, figureWords, levelWords } from "./level.ts";
import { calledBy } from "./name.ts";
import css from "./peer-input.module.css";

type Group = PeerResultView["groups"][number];

/** What four or more have in common, or why there is nothing to read. `terakhir` in the address leads to the newest released cycle. */
export default function PeerResultPage() {
  const { siklus = "", orang = "" } = useParams();
  return siklus === LATEST_CYCLE ? <Latest personId={orang} /> : <Result cycleId={siklus} personId={orang} />;
}

function Latest({ personId }: { personId: string }) {
  const { results: words } = usePeerInputCopy();
  const { cycles } = useSuspenseQuery(apiQuery(readFairnessMethod, {})).data;
  // Only released cycles have a share of people with a result.
  const released = cycles.find(({ shownPercent }) => shownPercent !== null);
  if (released !== undefined) return <Navigate to={to(paths.peerResult, { siklus: released.id, orang: personId })} replace />;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title(0)} />
      <EmptyState title={words.title(0)}>{words.none}</EmptyState>
    </div>
  );
}

function Result({ cycleId, personId }: { cycleId: string; personId: string }) {
  const { result: words, list, semester, tab } = usePeerInputCopy();
  const format = useFormat();
  const view = useSuspenseQuery(apiQuery(readPeerResult, { params: { cycleId, personId } })).data;
  const [first] = view.groups;
  const name = view.person.name;
  const finding = first === undefined ? words.none : view.isMine ? words.finding(levelWords(first.mean, words)) : words.findingOther(calledBy(name), levelWords(first.mean, words));
  return (
    <div className="stack reading">
      <PageHeader tab={tab} title={finding} sub={[view.isMine ? null : words.title(name), semester(view.cycle.semester, view.cycle.year), view.releasedOn === null ? null : words.released(format.date(view.releasedOn))].filter(Boolean).join(". ")} />
      {view.withheld !== null && <Alert title={words.withheld[view.withheld](view.minJawaban)}>{words.withheldNext}</Alert>}
      {view.isMerged && <Alert>{words.merged}</Alert>}
      {view.groups.map((group) => <GroupCard key={group.group} group={group} />)}
      {view.groups.length > 0 && <p className="small quiet">{words.scale}</p>}
      {view.groups.length > 0 && <Suggestions view={view} />}
      {view.groups.length > 0 && <Use view={view} />}
      {view.isMine && <div className="no-print"><LinkButton to={paths.method}>{list.toMethod}</LinkButton></div>}
    </div>
  );
}

function GroupCard({ group: { group, n, agreement, behaviours } }: { group: Group }) {
  const { result: words } = usePeerInputCopy();
  const { vocabulary } = useCopy();
  return (
    <Card title={words.group[group]} sub={`${words.n(n)}. ${words.agreement[agreement]}`}>
      <dl className={css["scale"]}>
        {behaviours.map((one) => (
          <div key={one.perilaku}>
            <dt>{vocabulary.perilaku[one.perilaku]}</dt>
            <Level figure={one.mean} />
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Four steps, the part that the answers reach filled in; the words beside it say the same. */
function Level({ figure }: { figure: Figure | null }) {
  const { result: words } = usePeerInputCopy();
  const format = useFormat();
  if (figure === null) return <dd className="quiet">{words.tooFewHere}</dd>;
  return (
    <>
      <dd className={css["steps"]} aria-hidden>
        <span className={css["reach"]} style={{ width: `${(figure.from / 4) * 100}%` }} />
        {figure.to > figure.from && <span className={css["band"]} style={{ left: `${(figure.from / 4) * 100}%`, width: `${((figure.to - figure.from) / 4) * 100}%` }} />}
        {[1, 2, 3].map((step) => <span key={step} className={css["tick"]} style={{ left: `${step * 25}%` }} />)}
      </dd>
      <dd className={css["words"]}>{levelWords(figure, words)} <span className="quiet">({words.value(figureWords(figure, words, format.number))})</span></dd>
    </>
  );
}

function Suggestions({ view: { suggestions, isMine } }: { view: PeerResultView }) {
  const { result: words } = usePeerInputCopy();
  return (
    <Card title={isMine ? words.suggestions : words.suggestionsOther} sub={suggestions.texts.length > 0 ? words.suggestionsHelp : undefined}>
      {suggestions.texts.length === 0 ? <p>{words.suggestionsNone}</p> : <ul className={css["texts"]}>{suggestions.texts.map((text, index) => <li key={index}>{text}</li>)}</ul>}
    </Card>
  );
}

function Use({ view: { reliability, dasar } }: { view: PeerResultView }) {
  const { result: words } = usePeerInputCopy();
  const format = useFormat();
  return (
    <Card title={words.basis} kind="info">
      <p>{words.basisHelp} {reliability.isForDevelopmentOnly && words.development}</p>
      {reliability.icc1k !== null && <p>{words.reliable(format.fixed(reliability.icc1k, 2))}</p>}
      {dasar !== null && <Explanation decision={dasar} />}
    </Card>
  );
}
