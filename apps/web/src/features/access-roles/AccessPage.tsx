import { listRoleAssignments } from "@teraju/contracts/access-roles";
import type { Output } from "@teraju/contracts/endpoint";
import type { Refusal } from "@teraju/contracts/problem";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAccessRolesCopy } from "#copy/page/access-roles.ts";
import { Alert, Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card, Line, Lines } from "#ui/light/Card.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { classes } from "#ui/styles/classes.ts";
import { apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import { EndDialog } from "./EndDialog.tsx";
import { GiveForm } from "./GiveForm.tsx";
import css from "./access-roles.module.css";

export type Assignment = Output<typeof listRoleAssignments>["current"][number];

/** Who holds which role from when until when; who may gives and ends them. Nobody's work is shown here. */
export default function AccessPage() {
  const words = useAccessRolesCopy();
  const { current, ended, givable, opds } = useSuspenseQuery(apiQuery(listRoleAssignments, {})).data;
  const [isGiving, setGiving] = useState(false);
  const [ending, setEnding] = useState<Assignment | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const finish = (text: string) => { setDone(text); setGiving(false); setEnding(null); };
  return (
    <div className="stack">
      <PageHeader tab={words.tab} title={words.title(current.length)} sub={words.sub} action={givable.length > 0 && !isGiving && <Button kind="primary" onClick={() => { setDone(null); setGiving(true); }}>{words.give}</Button>} />
      {done !== null && <Alert kind="good" isLive><p>{done}</p></Alert>}
      {isGiving && <GiveForm givable={givable} opds={opds} onDone={finish} onCancel={() => setGiving(false)} />}
      <Card><CurrentTable current={current} mayGive={givable.length > 0} onEnd={setEnding} /></Card>
      <Card title={words.twoPeople}>
        <ul className={css["plain"]}>{[...words.twoPeopleLines, words.readOnly].map((line) => <li key={line}>{line}</li>)}</ul>
      </Card>
      {ended.length > 0 && <Ended ended={ended} />}
      {ending !== null && <EndDialog one={ending} onDone={finish} onClose={() => setEnding(null)} />}
    </div>
  );
}

function CurrentTable({ current, mayGive, onEnd }: { current: readonly Assignment[]; mayGive: boolean; onEnd: (one: Assignment) => void }) {
  const words = useAccessRolesCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const { today } = useSession();
  const columns: Column<Assignment>[] = [
    { key: "nama", label: words.person, cell: ({ person }) => <>{person.name}<span className={css["under"]}>{[person.nip, person.unit].filter(Boolean).join(" · ")}</span></> },
    { key: "peran", label: words.role, cell: ({ role, opd, from }) => <>{words.roles[role]}{opd !== null && <span className={css["under"]}>{opd.name}</span>}<span className={classes(css["under"], css["phone"])}>{words.soon(format.date(from))}</span></> },
    { key: "sejak", label: words.since, isMinor: true, cell: ({ from }) => (from > today ? <Badge kind="info">{words.soon(format.date(from))}</Badge> : format.date(from)) },
    { key: "sampai", label: words.to, isMinor: true, cell: ({ until }) => (until === null ? words.open : format.date(until)) },
    { key: "oleh", label: words.by, isMinor: true, cell: ({ givenBy, basis }) => <>{givenBy ?? words.atStart}{basis !== null && <span className={css["under"]}>{basis}</span>}</> },
  ];
  const action: Column<Assignment> = {
    key: "tindakan", label: words.action,
    cell: (one) => <Button isSmall aria-label={words.endOf(one.person.name, words.roles[one.role])} refusal={one.actions.end[0] === undefined ? null : refusals[one.actions.end[0] as Refusal]} onClick={() => onEnd(one)}>{words.end}</Button>,
  };
  return <Table caption={words.tab} columns={mayGive ? [...columns, action] : columns} rows={current} rowKey={({ id }) => id} isDense />;
}

function Ended({ ended }: { ended: readonly Assignment[] }) {
  const words = useAccessRolesCopy();
  const format = useFormat();
  return (
    <Card title={words.past}>
      <Lines>{ended.map((one) => <Line key={one.id} title={one.person.name} sub={words.pastLine(words.roles[one.role], format.date(one.from), format.date(one.until ?? one.from))} />)}</Lines>
    </Card>
  );
}
