import { listPeerForms } from "@teraju/contracts/peer-input";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { usePeerInputCopy } from "#copy/page/peer-input.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { calledBy } from "./name.ts";
import css from "./peer-input.module.css";
import { PromiseWords } from "./Promise.tsx";

/** Fewest answers of a shown group: the promise before any form is open; each form says its own cycle's number. */
const LEAST = 4;
const TONE = { draft: "attention", sent: "good", declined: "plain" } as const;

/** Whom I am to give feedback: one line each, the next one first. `?terkirim=1` after a sending. */
export default function PeerFormsPage() {
  const { list, form, promise, tab } = usePeerInputCopy();
  const format = useFormat();
  const { cycle, forms, waiting, handedOver } = useSuspenseQuery({ ...apiQuery(listPeerForms, {}), staleTime: 0 }).data;
  const [search] = useSearchParams();
  const next = forms.find(({ state }) => state === "draft" || state === "waiting");
  const done = search.has("terkirim") ? list.sentNow : search.has("dilewati") ? list.declinedNow : null;
  return (
    <div className="stack">
      <PageHeader
        tab={tab} title={forms.length === 0 ? list.none : waiting === 0 ? list.allSent : list.waiting(waiting)}
        sub={cycle === null ? null : list.until(format.date(cycle.answersUntil))}
      />
      {done !== null && <Alert kind="good" isLive>{done}</Alert>}
      <div className={css["columns"]}>
        <div className="stack">
          {forms.length === 0 ? (
            <EmptyState title={list.none}>{list.noneHelp}</EmptyState>
          ) : (
            <Card title={list.label}>
              <Lines>
                {forms.map(({ id, subject, state }) => (
                  <Line
                    key={id} title={<><b>{subject.name}</b> {state !== "waiting" && <Badge kind={TONE[state]}>{list.state[state]}</Badge>}</>} sub={[subject.jabatan, subject.unit].filter(Boolean).join(", ")}
                    action={state !== "declined" && (
                      <LinkButton kind={id === next?.id ? "primary" : "secondary"} to={to(paths.peerForm, { id })}>
                        {state === "sent" ? list.change : state === "draft" ? list.goOn : list.start}<span className="visually-hidden"> {form.heading(calledBy(subject.name))}</span>
                      </LinkButton>
                    )}
                  />
                ))}
              </Lines>
              {handedOver > 0 && <p className="quiet">{list.handedOver(handedOver)}</p>}
            </Card>
          )}
          <Card title={promise.title} kind="info"><PromiseWords least={LEAST} /></Card>
        </div>
        <More />
      </div>
    </div>
  );
}

function More() {
  const { list } = usePeerInputCopy();
  const isPegawai = useSession().roles.includes("pegawai");
  const links = [
    ...(isPegawai ? [[paths.peerChoice, list.toChoice], [paths.peerRelation, list.toRelation], [paths.peerResults, list.toResults], [paths.peerProof, list.toProof], [paths.mirror, list.toMirror]] as const : []),
    [paths.method, list.toMethod] as const,
  ];
  return (
    <nav aria-label={list.more}>
      <Card title={list.more}>
        <ul className={css["links"]}>{links.map(([address, words]) => <li key={address}><Link to={address}>{words}</Link></li>)}</ul>
      </Card>
    </nav>
  );
}
