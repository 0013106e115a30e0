import { cancelDocumentJob, type DocumentJob, listDocumentJobs, readDocumentJobFile } from "@teraju/contracts/documents";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useDocumentsCopy } from "#copy/page/documents.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import css from "./documents.module.css";

/** While something is being made, the list is asked again so often. */
const EVERY_MS = 1_000;
const isOpen = ({ status }: DocumentJob): boolean => status === "waiting" || status === "running";

/** One's own jobs, newest first, with how far each has come. */
export function JobList() {
  const words = useDocumentsCopy();
  const { jobs } = useSuspenseQuery({ ...apiQuery(listDocumentJobs, {}), refetchInterval: ({ state }) => (state.data?.jobs.some(isOpen) === true ? EVERY_MS : false) }).data;
  if (jobs.length === 0) return null;
  return (
    <Card title={words.jobs} sub={words.jobsHelp}>
      <ul className={css["jobs"]}>{jobs.map((job) => <Job key={job.id} job={job} />)}</ul>
    </Card>
  );
}

function Job({ job }: { job: DocumentJob }) {
  const words = useDocumentsCopy();
  const format = useFormat();
  const nameOf = usePeriodName();
  const cancel = useMutation(apiMutation(cancelDocumentJob, { invalidates: [listDocumentJobs] }));
  const { id, scope, status, kinds, period, year, total, done, file, packaging } = job;
  const what = [kinds.map((kind) => words.kinds[kind]).join(", "), period === null ? String(year) : nameOf(period), words.packagings[packaging]].join(" · ");
  return (
    <li className={css["job"]}>
      <div className={css["jobHead"]}>
        <div>
          <strong>{scope}</strong>
          <p className="quiet small">{what}</p>
        </div>
        {file !== null && <LinkButton kind="primary" icon={IconDownload} to={readDocumentJobFile.path.replace(":id", id)} reloadDocument download={file.name} aria-label={words.downloadOf(scope)}>{words.download}</LinkButton>}
        {isOpen(job) && <Button isSmall isBusy={cancel.isPending} aria-label={words.cancelOf(scope)} onClick={() => cancel.mutate({ params: { id } })}>{words.cancel}</Button>}
      </div>
      {isOpen(job) && <progress className={css["bar"]} max={Math.max(total, 1)} value={done} aria-label={words.progressOf(scope)} />}
      <p aria-live="polite">
        {words.status[status]}
        {(isOpen(job) || status === "done") && `, ${words.progress(format.number(done), format.number(total))}`}
        {file !== null && ` · ${words.size(format.number(Math.max(Math.round(file.sizeBytes / 100_000) / 10, 0.1)))}`}
        {status === "done" && file === null && ` · ${words.gone}`}
      </p>
      <ProblemAlert error={cancel.error} />
    </li>
  );
}
