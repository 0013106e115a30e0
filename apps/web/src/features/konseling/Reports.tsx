import { listReports, readReport, receiveReport } from "@teraju/contracts/development";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { useIsAtLeast } from "#ui/light/width.ts";
import { type Column, Table } from "#ui/work/Table.tsx";
import { apiMutation } from "../../api.ts";
import { paths, to } from "../../paths.ts";
import css from "./konseling.module.css";

export type Report = Output<typeof listReports>["reports"][number];
export type State = "baru" | "diterima" | "jadwal" | "selesai" | "batal";
const LOOK = { baru: "attention", diterima: "attention", jadwal: "info", selesai: "good", batal: "plain" } as const;
const DESK = 900;

export function stateOf({ received, konseling, status }: Report): State {
  if (konseling !== null && konseling.isSigned) return "selesai";
  if (status === "declined" || status === "cancelled") return "batal";
  if (konseling !== null) return "jadwal";
  return received === null ? "baru" : "diterima";
}

/** A table on the desk; on the phone a card for each, since five columns do not fit there. */
export function Reports({ reports }: { reports: readonly Report[] }) {
  const words = useKonselingCopy();
  const format = useFormat();
  const isDesk = useIsAtLeast(DESK);
  const receive = useMutation(apiMutation(receiveReport, { invalidates: [listReports] }));
  const about = ({ received, konseling }: Report): string | null => (konseling !== null ? words.scheduled(konseling.konselor, format.date(konseling.scheduledOn)) : received === null ? null : words.received(format.date(received.on)));
  const state = (one: Report) => <><Badge kind={LOOK[stateOf(one)]}>{words.stateOf[stateOf(one)]}</Badge><span className={css["under"]}>{about(one)}</span></>;
  const actions = (one: Report) => (
    <div className={`${css["actions"] ?? ""} no-print`}>
      {one.received === null && <Button isSmall aria-label={words.receiveOf(one.person.name)} isBusy={receive.isPending && receive.variables.params.id === one.planId} onClick={() => receive.mutate({ params: { id: one.planId } })}>{words.receive}</Button>}
      {stateOf(one) === "diterima" && <LinkButton isSmall to={to(paths.konseling, { id: one.planId })} aria-label={words.arrangeOf(one.person.name)}>{words.arrange}</LinkButton>}
      <a href={readReport.path.replace(":id", one.planId)} download aria-label={words.reportOf(one.person.name)}>{words.report}</a>
    </div>
  );
  const name = ({ planId, person }: Report) => <Link to={to(paths.konseling, { id: planId })}>{person.name}</Link>;
  const columns: Column<Report>[] = [
    { key: "nama", label: words.person, sortBy: ({ person }) => person.name, cell: (one) => <>{name(one)}<span className={css["under"]}>{one.person.unit}</span></> },
    { key: "penilai", label: words.penilai, sortBy: ({ penilai }) => penilai, cell: ({ penilai }) => penilai },
    { key: "tanggal", label: words.reportedOn, sortBy: ({ on }) => on, cell: ({ on }) => <span className={css["whole"]}>{format.date(on)}</span> },
    { key: "keadaan", label: words.state, sortBy: stateOf, cell: state },
    { key: "tindakan", label: words.todo, cell: actions },
  ];
  return (
    <>
      <ProblemAlert error={receive.error} />
      {isDesk ? <Table caption={words.reports} columns={columns} rows={reports} rowKey={({ planId }) => planId} isDense /> : (
        reports.map((one) => (
          <Card key={one.planId} title={name(one)} sub={[one.person.unit, words.from(one.penilai, format.date(one.on))].filter(Boolean).join(". ")}>
            <div className="stack-tight"><div>{state(one)}</div>{actions(one)}</div>
          </Card>
        ))
      )}
    </>
  );
}
