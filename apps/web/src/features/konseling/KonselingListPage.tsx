import type { Output } from "@teraju/contracts/endpoint";
import { listKonseling } from "@teraju/contracts/konseling";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";

type One = Output<typeof listKonseling>["konseling"][number];

/** Konseling in which one takes part, whatever the side. */
export default function KonselingListPage() {
  const words = useKonselingCopy();
  const { roles } = useSession();
  const all = useSuspenseQuery(apiQuery(listKonseling, {})).data.konseling;
  const running = all.filter(({ isSigned }) => !isSigned);
  const over = all.filter(({ isSigned }) => isSigned);
  const isOffice = roles.some((role) => role === "bkpsdm" || role === "bkpsdm_kepala");
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.listTitle(running.length)} sub={words.listSub} action={isOffice && <LinkButton to={paths.konselingReports}>{words.toReports}</LinkButton>} />
      {all.length === 0 && <EmptyState title={words.none} />}
      {running.length > 0 && <Group title={words.running} konseling={running} />}
      {over.length > 0 && <Group title={words.over} konseling={over} />}
    </div>
  );
}

function Group({ title, konseling }: { title: string; konseling: readonly One[] }) {
  const words = useKonselingCopy();
  const format = useFormat();
  const sub = ({ sides, konselor, scheduledOn, scheduledAt, place, isSigned, isFollowed }: One): string => {
    const day = scheduledOn === null || scheduledAt === null || place === null ? words.noDay : words.atDay(format.date(scheduledOn), scheduledAt, place);
    // Whoever decides reads it too: the nearer word is enough.
    const mine = sides.filter((side) => side !== "kepegawaian" && !(side === "pembaca" && sides.includes("penentu"))).map((side) => words.sideOf[side]);
    const next = isSigned && (sides.includes("penentu") || isFollowed) ? [isFollowed ? words.followed : words.waitsForFollowUp] : [];
    return [day, konselor === null ? null : words.by(konselor), [...mine, ...next].join("; ")].filter(Boolean).join(" ");
  };
  return (
    <Card title={title}>
      <Lines>
        {konseling.map((one) => (
          <Line key={one.id} title={one.person} sub={sub(one)} action={<LinkButton isSmall to={to(paths.konseling, { id: one.id })} aria-label={words.openOf(one.person)}>{words.open}</LinkButton>} />
        ))}
      </Lines>
    </Card>
  );
}
