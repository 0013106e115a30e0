import { readMySkp, type SkpRevision } from "@teraju/contracts/skp";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { LinkButton } from "#ui/light/Button.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { Findings } from "./Findings.tsx";
import { SkpActions } from "./SkpActions.tsx";
import { SkpContent } from "./SkpContent.tsx";
import { SkpState } from "./SkpState.tsx";
import { StartSkp } from "./StartSkp.tsx";
import { useYear, Years } from "./Years.tsx";
import { statusTitle, useWords } from "./words.ts";

/** My SKP of a year: what is in work on top, then the one in force, then what was before. */
export default function SkpPage() {
  const copy = useWords();
  const { skp: words } = copy;
  const { today } = useSession();
  const year = useYear(today);
  const { data } = useSuspenseQuery(apiQuery(readMySkp, { query: { year } }));
  const { inForce, inWork, history } = data;
  const shown = inWork ?? inForce;
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={shown ? statusTitle(copy, shown) : words.none(data.year)} sub={shown ? undefined : words.noneText} />
      <Years path={paths.skp} year={data.year} today={today} others={history.map((one) => one.year)} />
      {shown && <SkpState skp={shown} />}
      {shown && <SkpActions skp={shown} />}
      {inWork && <Findings findings={inWork.findings} />}
      {!shown && data.actions.create.length === 0 && <StartSkp {...{ year: data.year, history }} />}
      {inWork && inForce && <h2>{words.inForceShort(data.year)}</h2>}
      {inWork && inForce && <SkpState skp={inForce} />}
      {shown && <SkpContent skp={inForce ?? shown} today={today} />}
      {inForce && <p><LinkButton to={to(paths.skpCopy, { id: inForce.id })}>{words.toEKinerja}</LinkButton></p>}
      <History history={history} />
    </div>
  );
}

function History({ history }: { history: readonly SkpRevision[] }) {
  const words = useSkpCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  if (history.length < 2) return null;
  return (
    <Card title={words.history}>
      <Lines>
        {history.map((one) => {
          const title = words.historyLine(one.year, one.revision);
          return (
            <Line
              key={one.id}
              title={title}
              sub={[one.status !== "set" && `${vocabulary.skpStatus[one.status]}.`, one.setAt !== null && words.setOn(format.moment(one.setAt), one.setBy)].filter(Boolean).join(" ")}
              action={
                <LinkButton kind="quiet" isSmall to={to(paths.skpRead, { id: one.id })} aria-label={words.openLabel(title)}>
                  {words.open}
                </LinkButton>
              }
            />
          );
        })}
      </Lines>
    </Card>
  );
}
