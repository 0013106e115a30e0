import type { Output } from "@teraju/contracts/endpoint";
import { listAbsences, removeAbsence } from "@teraju/contracts/month-state";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useParams } from "react-router-dom";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useMonthStateCopy } from "#copy/page/month-state.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { paths } from "../../paths.ts";
import { useSession } from "../../session.ts";
import { AbsenceForm } from "./AbsenceForm.tsx";
import { IpkGuide } from "./IpkGuide.tsx";

type Absence = Output<typeof listAbsences>["absences"][number];

/** Leave, study and special states of one person: what is marked, and the form to mark more. Who is excused leaves the denominator. */
export default function AbsencePage() {
  const { id = "" } = useParams();
  const copy = useMonthStateCopy();
  const isAgency = useSession().roles.includes("bkpsdm");
  const { person, absences } = useSuspenseQuery(apiQuery(listAbsences, { query: { personId: id } })).data;
  return (
    <div className="stack reading">
      <PageHeader tab={copy.tab} title={copy.title(person.name)} sub={copy.help} action={<LinkButton to={isAgency ? paths.absences : paths.team}>{isAgency ? copy.backToSearch : copy.back}</LinkButton>} />
      <Card title={copy.already}>{absences.length === 0 ? <p className="quiet">{copy.none}</p> : <Lines>{absences.map((one) => <Marked key={one.id} absence={one} />)}</Lines>}</Card>
      <Card title={copy.newOne}>
        <AbsenceForm personId={person.id} />
      </Card>
      {absences.some(({ kind }) => kind === "tugas_belajar") && <IpkGuide />}
    </div>
  );
}

function Marked({ absence: { id, kind, cuti, firstDay, lastDay, note, surat, actions } }: { absence: Absence }) {
  const copy = useMonthStateCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const remove = useMutation(apiMutation(removeAbsence, { invalidates: [listAbsences] }));
  const span = copy.span(format.date(firstDay), lastDay === null ? null : format.date(lastDay));
  const [reason] = actions.remove;
  const word = cuti === null ? copy.kinds[kind] : copy.cutis[cuti];
  return (
    <Line
      title={`${word}, ${span}`}
      sub={
        <>
          {surat !== null && `${copy.letter(surat.nomor, format.date(surat.tanggal))} `}
          {note} <ProblemAlert error={remove.error} />
        </>
      }
      action={
        <Button isBusy={remove.isPending} refusal={reason === undefined ? null : refusals[reason as Refusal]} aria-label={copy.removeOf(`${word}, ${span}`)} onClick={() => remove.mutate({ params: { id } })}>
          {copy.remove}
        </Button>
      }
    />
  );
}
