import { listOpdPeople, remindLate } from "@teraju/contracts/opd-dashboard";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useFormat } from "#copy/copy.tsx";
import { useOpdDashboardCopy } from "#copy/page/opd-dashboard.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { CopyButton } from "#ui/work/CopyButton.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./opd-dashboard.module.css";

type RemindProps = { unitId: string; month: string; missing: number; batas: string };

/** Who has not reported, a reminder in the product, and a message of one's own without names. */
export function RemindDialog({ isOpen, onClose, ...rest }: RemindProps & { isOpen: boolean; onClose: () => void }) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.remind(format.number(rest.missing))}>
      <Remind {...rest} />
    </Dialog>
  );
}

function Remind({ unitId, month, missing, batas }: RemindProps) {
  const words = useOpdDashboardCopy();
  const format = useFormat();
  const late = useQuery(apiQuery(listOpdPeople, { params: { unitId }, query: { month, state: "missing" } }));
  const remind = useMutation(apiMutation(remindLate, { invalidates: [] }));
  const people = late.data?.people ?? [];
  const name = format.monthYear(month);
  const message = words.messageText(name, format.day(batas), `${location.origin}${to(paths.report, { bulan: month })}`);
  return (
    <>
      <p>{words.remindIntro(name)}</p>
      <ProblemAlert error={late.error} />
      {late.isPending && <Skeleton height={120} />}
      {people.length > 0 && (
        <ul className={css["names"]} tabIndex={0} aria-label={words.states.missing}>
          {people.map((person) => (
            <li key={person.id}>
              <span>{person.name}</span>
              <span className="quiet small">{person.unit}</span>
            </li>
          ))}
          {missing > people.length && <li className="quiet">{words.remindMore(format.number(missing - people.length))}</li>}
        </ul>
      )}
      {remind.isSuccess ? (
        <Alert kind="good" isLive title={words.reminded(remind.data.reminded.length - remind.data.alreadyToday)}>
          {remind.data.alreadyToday > 0 && <p>{words.alreadyReminded(remind.data.alreadyToday)}</p>}
        </Alert>
      ) : (
        <div className="stack-tight">
          <Button kind="primary" isBusy={remind.isPending} onClick={() => remind.mutate({ params: { unitId }, body: { month } })}>
            {words.remindSend}
          </Button>
          <p className="small quiet">{words.remindSendHelp}</p>
        </div>
      )}
      <ProblemAlert error={remind.error} />
      <section className="stack-tight">
        <h3>{words.message}</h3>
        <p className={css["message"]}>{message}</p>
        <CopyButton text={message} label={words.copyMessage} />
        <p className="small quiet">{words.messageHelp}</p>
      </section>
    </>
  );
}
