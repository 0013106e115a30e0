import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { paths, to } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { type Dashboard, rowName } from "./finding.ts";
import css from "./opd-dashboard.module.css";

type Attention = Dashboard["attention"][number];
const SHOWN = 6;

/** What asks for the head's eye, one button each. */
export function AttentionCard({ lines, unitId, bulan, className }: { lines: readonly Attention[]; unitId: string; bulan: string | null; className: string }) {
  const words = useOpdDashboardCopy();
  const [isAll, setAll] = useState(false);
  const wordsOf = useLine(unitId, bulan);
  const shown = isAll || lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN);
  return (
    <Card title={words.attention} className={className}>
      {lines.length === 0 && <EmptyState title={words.attentionNone} />}
      <Lines>
        {shown.map((line) => {
          const { title, sub, label, address } = wordsOf(line);
          return (
            <Line
              key={`${line.kind}${line.person?.id ?? ""}${line.unit?.id ?? ""}`}
              title={<span className={css["clamped"]}>{title}</span>}
              sub={sub}
              action={<LinkButton isSmall to={address} aria-label={`${label}: ${title}`}>{label}</LinkButton>}
            />
          );
        })}
      </Lines>
      {shown.length < lines.length && (
        <Button kind="quiet" isSmall onClick={() => setAll(true)}>
          {words.attentionMore(lines.length - shown.length)}
        </Button>
      )}
    </Card>
  );
}

type LineWords = { title: string; sub?: string; label: string; address: string };

/** A line in words, with where its button leads. */
function useLine(unitId: string, bulan: string | null): (line: Attention) => LineWords {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const session = useSession();
  const month: Record<string, string> = bulan === null ? {} : { bulan };
  const listed = (keadaan: string) => `?${new URLSearchParams({ ...month, keadaan }).toString()}#pegawai`;
  return ({ kind, person, unit, count, figure, text }) => {
    const who = person === null ? "" : `${person.name}, ${person.unit}`;
    const toPerson = { sub: who, label: words.see, address: to(paths.personYear, { id: person?.id ?? "" }) };
    const percent = format.percent(Math.round(figure ?? 0));
    switch (kind) {
      case "waiting_review": {
        const isOwn = person?.id === session.person.id;
        const sub = words.waitingSub(isOwn ? words.you : who, figure ?? 0);
        return isOwn ? { title: words.waiting(count), sub, label: words.review, address: paths.reviewQueue } : { ...toPerson, title: words.waiting(count), sub, address: listed("waiting") };
      }
      case "help_wanted":
        return { ...toPerson, title: words.help(text ?? "") };
      case "low_capaian":
        return { ...toPerson, title: words.low(percent, text ?? "") };
      case "often_late":
        return { ...toPerson, title: words.oftenLate(count) };
      case "falling_unit": {
        // The unit itself among its own rows: its direct staff, who are in the list below.
        const isHere = unit?.id === unitId;
        const address = isHere ? listed("submitted") : to(paths.dashboardUnit, { unit: unit?.id ?? "" }, month);
        return { title: words.heatFalling(rowName(words, { unit: unit ?? { id: "", name: "", kind: "" }, isDirect: isHere }), count), sub: words.fallingSub(percent), label: words.open, address };
      }
      case "capaian_organisasi_missing":
        return { title: words.organisationMissing, sub: unit?.name ?? "", label: words.open, address: paths.organisation };
    }
  };
}
