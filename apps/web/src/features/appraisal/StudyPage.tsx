import { listStudying, recordStudy, type Studying } from "@teraju/contracts/year-state";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { type SyntheticEvent, useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import css from "./appraisal.module.css";
import { StudyFields, useStudi, useStudyLine } from "./StudyFields.tsx";

/** Shortest basis; the server asks the same. */
const SHORTEST = 3;

/** What universities say of who studies on assignment: typed once by BKPSDM from the letter, read by each penilai at the end of the year. `?tahun=` chooses the year. */
export default function StudyPage() {
  const { studyPage: words } = useAppraisalCopy();
  const { today } = useSession();
  const [search, setSearch] = useSearchParams();
  const now = Number(today.slice(0, 4));
  const years = [now, now - 1].map(String);
  // In January the year before is being rated.
  const year = years.find((one) => one === search.get("tahun")) ?? years[today.slice(5, 7) === "01" ? 1 : 0] ?? String(now);
  const { people } = useSuspenseQuery(apiQuery(listStudying, { query: { year } })).data;
  const open = people.filter(({ record }) => record === null).length;
  return (
    <div className="stack reading">
      <PageHeader tab={words.tab} title={words.title(people.length, open, year)} sub={words.sub} />
      <NativeSelect label={words.year} value={year} options={years.map((value) => ({ value, label: value }))} onChange={(event) => setSearch({ tahun: event.target.value }, { replace: true })} />
      {people.length === 0 && <EmptyState title={words.none}>{words.noneHelp}</EmptyState>}
      {people.map((one) => <OfOne key={`${year} ${one.person.id} ${one.record?.version ?? 0}`} one={one} year={year} />)}
    </div>
  );
}

function OfOne({ one: { person, from, until, record, actions }, year }: { one: Studying; year: string }) {
  const { studyPage: words, yearState } = useAppraisalCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const lineOf = useStudyLine();
  const [blocked] = actions.record;
  const place = [person.jabatan, person.unit].filter((part) => part !== null).join(", ");
  return (
    <Card title={person.name} sub={`${place === "" ? "" : `${place}. `}${words.span(format.date(from), until === null ? null : format.date(until))}`} aside={record === null && <Badge kind="attention">{words.missing}</Badge>}>
      <div className="stack-tight">
        {record !== null && <p>{lineOf(record.studi)} {yearState.studyBy(record.basis, record.setBy, format.date(record.setOn))}</p>}
        {blocked !== undefined ? <p className="quiet">{(refusals as Record<string, string>)[blocked]}</p> : (
          <details className={css["details"]}>
            <summary aria-label={words.openOf(record === null ? words.open : words.change, person.name)}>{record === null ? words.open : words.change}</summary>
            <Form personId={person.id} year={year} record={record} />
          </details>
        )}
      </div>
    </Card>
  );
}

function Form({ personId, year, record }: { personId: string; year: string; record: Studying["record"] }) {
  const { studyPage: words } = useAppraisalCopy();
  const [basis, setBasis] = useState(record?.basis ?? "");
  const [isTried, setTried] = useState(false);
  const fields = useStudi(record?.studi ?? null);
  const save = useMutation(apiMutation(recordStudy, { invalidates: [listStudying] }));
  const isShort = basis.trim().length < SHORTEST;
  const submit = (event: SyntheticEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isShort) save.mutate({ params: { personId, year }, body: { version: record?.version ?? null, studi: fields.studi, basis: basis.trim() } });
  };
  return (
    <form className="stack-tight" onSubmit={submit} noValidate>
      <TextInput label={words.basis} help={words.basisHelp} error={isTried && isShort ? words.basisMissing : null} value={basis} maxLength={500} onChange={(event) => setBasis(event.target.value)} />
      <StudyFields {...fields} />
      <ProblemAlert error={save.error} />
      <div><Button kind="primary" type="submit" isBusy={save.isPending}>{words.save}</Button></div>
    </form>
  );
}
