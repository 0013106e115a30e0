import { listReports, readReport, receiveReport } from "@teraju/contracts/development";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";

/** Reports on problems of behaviour that reached the office of personnel, and the press that takes one in. */
export function Reports() {
  const words = useDevelopmentCopy();
  const format = useFormat();
  const { data: { reports } } = useSuspenseQuery(apiQuery(listReports, {}));
  const receive = useMutation(apiMutation(receiveReport, { invalidates: [listReports] }));
  return (
    <Card title={words.reports} sub={words.reportsSub}>
      {reports.length === 0 ? <EmptyState title={words.noReports} /> : (
        <Lines>
          {reports.map(({ planId, person, penilai, on, received }) => (
            <Line
              key={planId} title={person.name} sub={received === null ? words.reportLine(penilai, format.date(on)) : words.reportReceived(penilai, format.date(on), format.date(received.on), received.by)}
              action={(
                <div className="row no-print">
                  <LinkButton isSmall icon={IconDownload} to={readReport.path.replace(":id", planId)} reloadDocument download aria-label={words.formPdf(person.name)}>PDF</LinkButton>
                  {received === null && <Button isSmall kind="primary" aria-label={words.receiveOf(person.name)} isBusy={receive.isPending && receive.variables.params.id === planId} onClick={() => receive.mutate({ params: { id: planId } })}>{words.receive}</Button>}
                </div>
              )}
            />
          ))}
        </Lines>
      )}
      <ProblemAlert error={receive.error} />
    </Card>
  );
}
