import { listTeamSkp, type TeamSkpRow } from "@teraju/contracts/skp";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Format } from "#copy/format.ts";
import { useFormat } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { useYear, Years } from "./Years.tsx";
import { type SkpCopy, useWords } from "./words.ts";

/** The SKP of those whom I rate: what waits on top. */
export default function TeamSkpPage() {
  const words = useSkpCopy();
  const { today } = useSession();
  const year = useYear(today);
  const { data } = useSuspenseQuery(apiQuery(listTeamSkp, { query: { year } }));
  const waiting = data.team.filter((row) => row.inWork?.status === "proposed");
  const others = data.team.filter((row) => row.inWork?.status !== "proposed");
  const mine = data.team.filter((row) => row.as === "penilai");
  const set = mine.filter((row) => row.inForce !== null).length;
  return (
    <div className="stack">
      <PageHeader tab={words.teamTab} title={words.teamTitle(waiting.length)} sub={mine.length > 0 && words.teamSub(set, mine.length, data.year)} action={mine.length > 0 && <span className="row"><LinkButton to={to(paths.fillTeamSkp, {}, { tahun: year })}>{words.fillLink}</LinkButton><LinkButton kind="quiet" to={paths.skpTemplates}>{words.templatesTab}</LinkButton></span>} />
      <Years path={paths.teamSkp} year={data.year} today={today} />
      {data.team.length === 0 && <EmptyState title={words.teamEmpty} />}
      <Team title={words.teamWaiting} rows={waiting} isWaiting />
      <Team title={words.teamOthers} rows={others} />
    </div>
  );
}

function Team({ title, rows, isWaiting = false }: { title: string; rows: readonly TeamSkpRow[]; isWaiting?: boolean }) {
  const copy = useWords();
  const format = useFormat();
  const { skp: words } = copy;
  if (rows.length === 0) return null;
  return (
    <Card title={title}>
      <Lines>
        {rows.map((row) => {
          const id = row.inWork?.id ?? row.inForce?.id;
          return (
            <Line
              key={row.person.id}
              title={row.person.name}
              sub={stateOf(copy, format, row)}
              action={
                id && (
                  <LinkButton kind={isWaiting ? "secondary" : "quiet"} isSmall to={to(paths.skpRead, { id })} aria-label={isWaiting ? words.teamReviewLabel(row.person.name) : words.openLabel(row.person.name)}>
                    {isWaiting ? words.teamReview : words.open}
                  </LinkButton>
                )
              }
            />
          );
        })}
      </Lines>
    </Card>
  );
}

/** The state in words: what is in force, then what is in work, then why it is mine. */
function stateOf({ skp: words }: SkpCopy, format: Format, { inForce, inWork, as, person }: TeamSkpRow): string {
  const work = inWork && { draft: words.teamDraft, returned: words.teamReturned, proposed: inWork.proposedAt ? words.teamProposed(format.moment(inWork.proposedAt)) : "", set: "", superseded: "" }[inWork.status];
  const states = [inForce && words.teamSet(inForce.revision), work, !inForce && !inWork && words.teamNone].filter(Boolean).join(". ");
  return [person.jabatan, states, as === "atasan" && words.teamAsAtasan].filter(Boolean).join(" · ");
}
