import { Link } from "react-router-dom";
import { useFormat } from "#copy/copy.tsx";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { type Column, Table } from "#ui/work/Table.tsx";
import { paths, to } from "../../paths.ts";
import { type List, mayAccept, type Row, seat } from "./rows.ts";
import css from "./penilai-relation.module.css";

/** One page of people: who rates them, who should by the tree, and the first of two clicks. */
export function RelationTable({ list, onAccept }: { list: List; onAccept: (row: Row) => void }) {
  const words = usePenilaiRelationCopy();
  const mayChange = list.actions.change.length === 0;
  const columns: Column<Row>[] = [
    { key: "pegawai", label: words.person, cell: ({ pegawai }) => <>{pegawai.name}<span className={css["under"]}>{seat(pegawai)}</span></> },
    { key: "penilai", label: words.penilai, cell: (row) => <Recorded row={row} /> },
    { key: "usulan", label: words.usulan, isMinor: true, cell: (row) => <Proposed row={row} /> },
    {
      key: "tindakan", label: words.action,
      cell: (row) => (
        <div className={css["actions"]}>
          {mayChange && mayAccept(row) && <Button isSmall aria-label={words.acceptOf(row.pegawai.name)} onClick={() => onAccept(row)}>{words.accept}</Button>}
          <Link to={to(paths.penilaiLine, { orang: row.pegawai.id })} aria-label={mayChange ? words.changeOf(row.pegawai.name) : words.lookOf(row.pegawai.name)}>{mayChange ? words.change : words.look}</Link>
        </div>
      ),
    },
  ];
  return <Table caption={words.tab} columns={columns} rows={list.rows} rowKey={({ pegawai }) => pegawai.id} isDense />;
}

function Recorded({ row: { penilai, since, basis, issue, usulan } }: { row: Row }) {
  const words = usePenilaiRelationCopy();
  const format = useFormat();
  const isShown = issue !== null && issue !== "berbeda_dari_usulan";
  return (
    <>
      {penilai === null ? words.none : penilai.name}
      {since !== null && <span className={css["under"]}>{[words.since(format.date(since)), basis].filter(Boolean).join(" · ")}</span>}
      {isShown && penilai !== null && <span className={css["mark"]}><Badge kind="attention">{words.issue[issue]}</Badge></span>}
      {issue === "berbeda_dari_usulan" && usulan?.penilai && <span className={`${css["under"] ?? ""} ${css["phone"] ?? ""}`}>{words.usulanIs(usulan.penilai.name)}</span>}
      {usulan?.isFinal === true && <span className={css["under"]}>{words.final}</span>}
    </>
  );
}

function Proposed({ row: { penilai, usulan } }: { row: Row }) {
  const words = usePenilaiRelationCopy();
  if (usulan === null || usulan.penilai === null) return <span className="quiet">{words.noUsulan}</span>;
  if (usulan.penilai.id === penilai?.id && !usulan.isGanda) return <span className="quiet">{words.asProposed}</span>;
  return <>{usulan.penilai.name}<span className={css["under"]}>{seat(usulan.penilai)}</span></>;
}
