import type { MeetingView } from "@teraju/contracts/evaluation-meeting";
import { useFormat } from "#copy/copy.tsx";
import { useMeetingCopy } from "#copy/page/evaluation-meeting.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { AgendaList } from "./AgendaList.tsx";
import css from "./meeting.module.css";
import { useAgenda } from "./useAgenda.ts";

/** What will be talked about, by whom, how long and why. */
export function AgendaCard({ view }: { view: MeetingView }) {
  const { prepare: words, people } = useMeetingCopy();
  const format = useFormat();
  const agenda = useAgenda(view);
  const { items, privateDialogues, leftOut, isGrouped, isExceptionsOnly, isOwnOrder, why } = view.agenda;
  const mayEdit = view.actions.agenda.length === 0;
  const names = (list: typeof leftOut) => format.list(list.flatMap(({ person, unit }) => person?.name ?? unit?.name ?? []));
  return (
    <Card title={words.agenda} sub={mayEdit ? words.agendaSub : undefined} aside={mayEdit && <span role="status" className="quiet small">{agenda.isSaving ? words.saving : words.saved}</span>}>
      <ProblemAlert error={agenda.error} />
      {mayEdit && (
        <div className={css["toggles"]}>
          <Checkbox label={words.grouped} checked={isGrouped} onChange={(event) => agenda.set({ isGrouped: event.target.checked, order: [] })} />
          <Checkbox label={words.exceptionsOnly} help={words.exceptionsHelp} checked={isExceptionsOnly} onChange={(event) => agenda.set({ isExceptionsOnly: event.target.checked, order: [] })} />
        </div>
      )}
      {items.length === 0 ? <EmptyState title={words.empty}>{words.emptyHelp}</EmptyState> : <AgendaList items={agenda.items} headings={isGrouped ? "unit" : isOwnOrder ? null : "bagian"} {...(mayEdit && { onMove: agenda.move, onMinutes: agenda.setMinutes })} />}
      {mayEdit && isOwnOrder && <Button isSmall kind="quiet" onClick={agenda.reset}>{words.ruleOrder}</Button>}
      {privateDialogues.length > 0 && <p className="small">{words.private(privateDialogues.length)} <span className="quiet">{names(privateDialogues)}</span></p>}
      {leftOut.length > 0 && <details className={css["more"]}><summary>{words.leftOut(leftOut.length)}</summary><p className="quiet">{leftOut.length > 60 ? people(leftOut.length) : names(leftOut)}</p></details>}
      {why !== null && <details className={css["more"]}><summary>{words.whole}</summary><Explanation decision={why} /></details>}
    </Card>
  );
}
