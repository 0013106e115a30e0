import type { OrgOutcome } from "@teraju/contracts/organisation";
import type { ReactNode } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useOrganisationCopy } from "#copy/page/organisation.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { usePeriodName } from "../../period-name.ts";
import css from "./organisation.module.css";

type Person = { id: string; name: string };
type Entry = { key: string; name: string; detail: string | null };
const SHOWN = 100;

/** Who and what moves: each line is a count, and opens into names. */
export function Outcome({ outcome }: { outcome: OrgOutcome }) {
  const words = useOrganisationCopy();
  const format = useFormat();
  const detailOf = useDetail();
  const [moved, left] = [outcome.moved.filter(({ to }) => to !== null), outcome.moved.filter(({ to }) => to === null)];
  const place = ({ from, to }: OrgOutcome["moved"][number]) => (from === to && to !== null ? words.samePlace(to) : words.movedLine(from ?? words.fromNowhere, to ?? ""));
  const people = (list: readonly Person[]): Entry[] => list.map(({ id, name }) => ({ key: id, name, detail: null }));
  const isEmpty = outcome.moved.length + outcome.handOvers.length + outcome.headless.length + outcome.work.length + outcome.withoutPenilai.length + outcome.carried.units === 0;
  return (
    <section className={css["result"]} aria-label={words.preview}>
      <h3>{words.preview}</h3>
      <div aria-live="polite">
        {isEmpty && <p>{words.previewNothing}</p>}
        <Group label={words.carried(format.number(outcome.carried.units), format.number(outcome.carried.people))} total={outcome.carried.items.length} entries={outcome.carried.items.map(({ id, name, from, to, people: within }) => ({ key: id, name, detail: `${words.movedLine(from, to)}, ${words.people(format.number(within))}` }))} />
        <Group label={words.moved(moved.length)} entries={moved.map((one) => ({ key: one.id, name: one.name, detail: place(one) }))} />
        <Group label={words.left(left.length)} entries={left.map((one) => ({ key: one.id, name: one.name, detail: one.from }))} />
        <Group label={words.handOvers(outcome.handOvers.length)} entries={outcome.handOvers.map(({ id, name, before, after }) => ({ key: id, name, detail: words.handOver(before?.name ?? words.nobody, after.name) }))} />
        {outcome.work.map(({ what, fate, count, items }) => (
          <Group key={`${what}${fate}`} label={`${words.work[what](count)}: ${words.fate[fate][what]}`} total={count} entries={items.map(({ name, detail }, index) => ({ key: `${index}${name}`, name, detail: detail === null ? null : detailOf(what, detail) }))} />
        ))}
      </div>
      <Warning title={words.withoutPenilai(outcome.withoutPenilai.length)} sub={words.withoutPenilaiSub} kind="error" entries={people(outcome.withoutPenilai)} />
      <Warning title={words.displaced(outcome.displaced.length)} sub={words.displacedSub} kind="attention" entries={people(outcome.displaced)} />
      <Warning title={words.headless(outcome.headless.length)} sub={words.headlessSub} kind="attention" entries={people(outcome.headless)} />
    </section>
  );
}

function useDetail() {
  const format = useFormat();
  const periodName = usePeriodName();
  return (what: OrgOutcome["work"][number]["what"], detail: string): string => {
    if (what === "penilaian") {
      const [year, kind, number] = detail.split("-");
      return periodName({ year: Number(year), kind: kind as "triwulanan", number: Number(number) });
    }
    if (/^\d{4}-\d{2}$/.test(detail)) return format.monthYear(detail);
    return /^\d{4}-\d{2}-\d{2}$/.test(detail) ? format.date(detail) : detail;
  };
}

function Group({ label, entries, total = entries.length }: { label: string; entries: readonly Entry[]; total?: number }): ReactNode {
  if (total === 0) return null;
  return <details><summary>{label}</summary><Names entries={entries} total={total} /></details>;
}

function Warning({ title, sub, kind, entries }: { title: string; sub: string; kind: "error" | "attention"; entries: readonly Entry[] }): ReactNode {
  if (entries.length === 0) return null;
  return <Alert kind={kind} title={title}><p>{sub}</p><Names entries={entries} total={entries.length} /></Alert>;
}

function Names({ entries, total }: { entries: readonly Entry[]; total: number }) {
  const words = useOrganisationCopy();
  const rest = total - Math.min(entries.length, SHOWN);
  return (
    <ul className={css["names"]} tabIndex={0}>
      {entries.slice(0, SHOWN).map(({ key, name, detail }) => <li key={key}>{name}{detail !== null && <span>{detail}</span>}</li>)}
      {rest > 0 && <li>{words.more(rest)}</li>}
    </ul>
  );
}
