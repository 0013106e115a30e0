import { listAudit } from "@teraju/contracts/audit";
import type { Output } from "@teraju/contracts/endpoint";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { useAuditCopy } from "#copy/page/audit.ts";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Pager } from "#ui/work/Pager.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { apiQuery } from "../../api.ts";
import { Filters } from "./Filters.tsx";
import { useFilterAddress } from "./address.ts";
import css from "./audit.module.css";

type Entry = Output<typeof listAudit>["entries"][number];

/** Rows of the trail, newest first. Filters and the page stand in the address. */
export function Trail() {
  const words = useAuditCopy();
  const [search] = useSearchParams();
  const columns = useColumns();
  const given = (name: string) => search.get(name) || undefined;
  const query = { before: given("sebelum"), action: given("tindakan"), actor: given("pelaku"), target: given("tentang"), from: given("mulai"), until: given("sampai") };
  const { entries, next, actions } = useSuspenseQuery(apiQuery(listAudit, { query })).data;
  return (
    <>
      <Filters actions={actions} entries={entries} />
      {entries.length === 0 ? <EmptyState title={words.none}>{words.noneHelp}</EmptyState> : (
        <Card>
          <Table caption={words.views.jejak} columns={columns} rows={entries} rowKey={(entry) => String(entry.seq)} isDense />
        </Card>
      )}
      <Pager next={next} param="sebelum" label={words.views.jejak} />
    </>
  );
}

function useColumns(): readonly Column<Entry>[] {
  const words = useAuditCopy();
  const format = useFormat();
  const addressOf = useFilterAddress();
  return [
    { key: "nomor", label: words.seq, cell: (entry) => <span className="num">{format.number(entry.seq)}</span> },
    { key: "waktu", label: words.when, cell: (entry) => <span className="num">{format.moment(entry.at)}</span> },
    { key: "pelaku", label: words.who, cell: ({ actor }) => (actor === null ? words.system : <Link to={addressOf({ pelaku: actor.id })}>{actor.name}</Link>) },
    { key: "tindakan", label: words.action, cell: (entry) => words.actions[entry.action] ?? <code>{entry.action}</code> },
    {
      key: "tentang", label: words.target, isMinor: true,
      cell: ({ target, actor }) => target.id === actor?.id ? "–" : <Link to={addressOf({ tentang: target.id })}>{target.name ?? words.targets[target.type] ?? target.type}</Link>,
    },
    { key: "isi", label: words.payload, isMinor: true, cell: (entry) => <Payload entry={entry} /> },
  ];
}

function Payload({ entry }: { entry: Entry }) {
  const words = useAuditCopy();
  if (entry.payload === null) return <span className="quiet">{words.payloadErased}</span>;
  if (entry.payload === "{}" || entry.payload === "null") return "–";
  return (
    <details className={css["payload"]}>
      <summary aria-label={`${words.showPayload} ${entry.seq}`}>{words.showPayload}</summary>
      <pre tabIndex={0}>{entry.payload}</pre>
      <p className="small quiet">{`${entry.target.type} ${entry.target.id}`}</p>
    </details>
  );
}
