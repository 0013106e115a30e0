import { type ImportEntry, type ImportPreview, readImportRows } from "@teraju/contracts/people-import";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { usePeopleImportCopy } from "#copy/page/people-import.ts";
import { EmptyState } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { type Tab, Tabs, useTab } from "#ui/work/Tabs.tsx";
import { VirtualList } from "#ui/work/VirtualList.tsx";
import { apiQuery } from "../../api.ts";
import css from "./people-import.module.css";

const GROUPS = ["bermasalah", "baru", "pindah", "berubah", "hilang", "sama"] as const;
type Group = (typeof GROUPS)[number];
type Choice = { from?: string; endMissing: "ya" | "tidak" };
type Value = `${"orang" | "unit"}-${Group}`;

/** The lines of the preview, a tab for each group that has any. */
export function Entries({ id, view: { counts }, query }: { id: string; view: ImportPreview; query: Choice }) {
  const words = usePeopleImportCopy();
  const of = (what: "orang" | "unit", count: Record<Group, number>): Tab<Value>[] =>
    GROUPS.filter((group) => count[group] > 0).map((group) => ({ value: `${what}-${group}`, label: what === "unit" ? words.unitGroup(words.groups[group]) : words.groups[group], count: count[group] }));
  const [first, ...rest] = [...of("orang", counts), ...of("unit", counts.units)];
  const tabs: [Tab<Value>, ...Tab<Value>[]] = [first ?? { value: "orang-sama", label: words.groups.sama, count: 0 }, ...rest];
  const tab = useTab("kelompok", tabs);
  const [what, group] = tab.split("-") as ["orang" | "unit", Group];
  return (
    <section className="stack-tight" aria-label={words.tabs}>
      <Tabs param="kelompok" tabs={tabs} label={words.tabs} />
      <Rows key={tab} id={id} query={query} what={what} group={group} />
    </section>
  );
}

/** One group: another day keeps its lines in sight until the new ones come, another group never shows them under its own name. */
function Rows({ id, query, what, group }: { id: string; query: Choice; what: "orang" | "unit"; group: Group }) {
  const { data, error } = useQuery({ ...apiQuery(readImportRows, { params: { id }, query: { ...query, of: what, group } }), placeholderData: keepPreviousData });
  if (data === undefined) return error ? <ProblemAlert error={error} /> : <Skeleton height={320} />;
  return <><ProblemAlert error={error} /><List entries={data.entries} group={group} isUnits={what === "unit"} /></>;
}

const GUESS_PX = 76;
function List({ entries, group, isUnits }: { entries: readonly ImportEntry[]; group: Group; isUnits: boolean }) {
  const words = usePeopleImportCopy();
  const format = useFormat();
  if (entries.length === 0) return <EmptyState title={words.noRows} />;
  return (
    <VirtualList label={words.list(words.groups[group], format.number(entries.length))} count={entries.length} guess={GUESS_PX}>
      {(index) => { const entry = entries[index]; return entry === undefined ? null : <Entry entry={entry} group={group} isUnits={isUnits} />; }}
    </VirtualList>
  );
}

function Entry({ entry: { line, key, name, changes, problems }, group, isUnits }: { entry: ImportEntry; group: Group; isUnits: boolean }) {
  const words = usePeopleImportCopy();
  const fieldName = (field: string) => words.fields[field] ?? field;
  const said = [
    ...problems.map(({ line: at, field, code, value }) => [at !== line && at > 0 && words.line(String(at)), field !== null && value !== null && words.cell(fieldName(field), value), words.rowProblem[code]].filter(Boolean).join(". ")),
    ...(problems.length > 0 ? [] : changes.map(({ field, before, after }) => words.change(fieldName(field), before ?? words.nothing, after ?? words.nothing))),
    ...(group === "baru" ? [isUnits ? words.newUnit : words.newPerson] : []),
  ];
  return (
    <div className={css["entry"]}>
      <p className={css["line"]}>{line === null ? words.notInFile : words.line(String(line))}</p>
      <div>
        <p className={css["who"]}>{name}</p>
        <p className="quiet small">{key ?? words.noNip}</p>
      </div>
      <ul className={css["said"]}>{said.map((text, i) => <li key={i}>{text}</li>)}</ul>
    </div>
  );
}
