import { type ImportPreview, previewPeopleImport } from "@teraju/contracts/people-import";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { usePeopleImportCopy } from "#copy/page/people-import.ts";
import { Card } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { PageSkeleton } from "#ui/light/Skeleton.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { useAddress } from "#ui/light/address.ts";
import { apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { Entries } from "./Entries.tsx";
import { BknCard, ProblemsLink, WhatNow } from "./WhatNow.tsx";
import css from "./people-import.module.css";

/** One file: what it would change, line by line; the choice of its day; then applying it, or taking it back. Day, choice and group stand in the address. */
export default function PreviewPage() {
  const { id = "" } = useParams();
  const [search] = useSearchParams();
  const from = search.get("sejak");
  const query = { ...(from !== null && from !== "" && { from }), endMissing: search.get("hilang") === "ya" ? ("ya" as const) : ("tidak" as const) };
  const { data: view, error, isFetching } = useQuery({ ...apiQuery(previewPeopleImport, { params: { id }, query }), placeholderData: keepPreviousData });
  if (view === undefined) return error ? <ProblemAlert error={error} /> : <PageSkeleton />;
  const isOpen = view.import.status === "previewed";
  return (
    <div className="stack">
      <Header view={view} />
      <ProblemAlert error={error} />
      {view.bkn !== null && <BknCard view={view} bkn={view.bkn} />}
      {isOpen && <Choices view={view} />}
      <WhatNow view={view} isWaiting={isFetching} />
      {isOpen && <Entries id={id} view={view} query={query} />}
    </div>
  );
}

function Header({ view }: { view: ImportPreview }) {
  const words = usePeopleImportCopy();
  const format = useFormat();
  const { import: { status, fileName, effectiveFrom }, counts, people, units } = view;
  const ready = counts.baru + counts.pindah + counts.berubah + counts.units.baru + counts.units.pindah + counts.units.berubah;
  const problems = counts.bermasalah + counts.units.bermasalah;
  const previewed = ready + problems === 0 ? words.previewNothing : words.previewTitle(format.number(ready), format.number(problems));
  const title = { previewed, applied: words.appliedTitle(format.date(effectiveFrom ?? view.from)), undone: words.undoneTitle, discarded: words.discardedTitle }[status];
  return (
    <>
      <p><Link to={paths.imports}>{words.back}</Link></p>
      <PageHeader tab={words.tab} title={title} sub={<><span className={css["name"]}>{fileName}</span>{status !== "discarded" && `. ${words.rows(format.number(people), format.number(units))}`}</>} />
    </>
  );
}

function Choices({ view }: { view: ImportPreview }) {
  const { from, endMissing, counts } = view;
  const words = usePeopleImportCopy();
  const format = useFormat();
  const { search, put } = useAddress();
  const problems = counts.bermasalah + counts.units.bermasalah;
  return (
    <Card title={words.choices}>
      <div className={css["choices"]}>
        <TextInput type="date" label={words.from} help={words.fromHelp} value={search.get("sejak") ?? from} onChange={(event) => put({ sejak: event.target.value })} />
        {counts.hilang > 0 && (
          <label className={css["check"]}>
            <input type="checkbox" checked={endMissing} onChange={(event) => put({ hilang: event.target.checked ? "ya" : "tidak" })} />
            <span>{words.endMissing(format.number(counts.hilang))}<span className="quiet small">{words.endMissingHelp}</span></span>
          </label>
        )}
        {problems > 0 && (
          <div className="stack-tight">
            <ProblemsLink view={view} />
            <p className="quiet small">{words.problemsHelp}</p>
          </div>
        )}
      </div>
    </Card>
  );
}
