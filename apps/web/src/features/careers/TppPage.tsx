import { decideTppTable, exportTpp, makeTppTable, readTpp } from "@teraju/contracts/careers";
import type { Output } from "@teraju/contracts/endpoint";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useCareersCopy } from "#copy/page/careers.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { usePeriodName } from "../../period-name.ts";
import { useSession } from "../../session.ts";
import { ApprovalLine } from "./Approval.tsx";
import css from "./careers.module.css";

type Tpp = Output<typeof readTpp>;
const PREDIKAT = ["sangat_baik", "baik", "butuh_perbaikan", "kurang", "sangat_kurang"] as const;

/** The Perwal's percents, and the basis of a closed period to take away. Nothing here touches anybody's pay. */
export default function TppPage() {
  const words = useCareersCopy();
  const { roles } = useSession();
  const [isMaking, setMaking] = useState(false);
  const tpp = useSuspenseQuery(apiQuery(readTpp, {})).data;
  const now = tpp.tables.find(({ isInForce }) => isInForce);
  return (
    <div className="stack">
      <PageHeader tab={words.tppTab} title={now === undefined ? words.tppNone : words.tppTitle(now.perwal)} sub={words.tppSub} action={roles.includes("bkpsdm_analis") && !isMaking && <Button kind={tpp.tables.length === 0 ? "primary" : "secondary"} onClick={() => setMaking(true)}>{words.newTable}</Button>} />
      {isMaking && <MakeForm onDone={() => setMaking(false)} />}
      <Export tpp={tpp} />
      {tpp.tables.map((table) => <Percents key={table.id} table={table} />)}
    </div>
  );
}

function Export({ tpp: { periods, tables } }: { tpp: Tpp }) {
  const words = useCareersCopy();
  const { refusals } = useCopy();
  const periodName = usePeriodName();
  const [period, setPeriod] = useState(periods[0]?.id ?? "");
  const hasTable = tables.some(({ status }) => status === "approved");
  return (
    <Card title={words.exportPeriod}>
      {periods.length === 0 ? <EmptyState title={words.noPeriods} /> : (
        <div className="stack-tight">
          <NativeSelect label={words.period} value={period} onChange={(event) => setPeriod(event.target.value)} options={periods.map((one) => ({ value: one.id, label: periodName(one) }))} />
          {hasTable ? <LinkButton icon={IconDownload} to={`${exportTpp.path}?period=${period}`} reloadDocument download="dasar-tpp.xlsx">{words.download}</LinkButton> : <p className="quiet">{refusals.no_tpp_table}</p>}
        </div>
      )}
    </Card>
  );
}

function Percents({ table }: { table: Tpp["tables"][number] }) {
  const words = useCareersCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { roles } = useSession();
  const decide = useMutation(apiMutation(decideTppTable, { invalidates: [readTpp] }));
  return (
    <Card title={table.perwal} sub={`${words.validFrom} ${format.date(table.validFrom)}.`} aside={table.isInForce && <Badge kind="info">{words.inForce}</Badge>}>
      <ul>{PREDIKAT.map((one) => <li key={one}>{vocabulary.predikat[one]}: <b>{format.percent(table.persen[one])}</b></li>)}</ul>
      <ApprovalLine of={table} mayDecide={roles.includes("bkpsdm_kepala")} isBusy={decide.isPending} onDecide={(body) => decide.mutate({ params: { id: table.id }, body })} />
      <ProblemAlert error={decide.error} />
    </Card>
  );
}

function MakeForm({ onDone }: { onDone: () => void }) {
  const words = useCareersCopy();
  const { vocabulary } = useCopy();
  const [id] = useState(() => v7());
  const [perwal, setPerwal] = useState("");
  const [validFrom, setValidFrom] = useState("");
  const [persen, setPersen] = useState<Record<(typeof PREDIKAT)[number], string>>({ sangat_baik: "", baik: "", butuh_perbaikan: "", kurang: "", sangat_kurang: "" });
  const make = useMutation({ ...apiMutation(makeTppTable, { invalidates: [readTpp] }), onSuccess: onDone });
  const send = () => make.mutate({ body: { id, perwal, validFrom, persen: { sangat_baik: Number(persen.sangat_baik), baik: Number(persen.baik), butuh_perbaikan: Number(persen.butuh_perbaikan), kurang: Number(persen.kurang), sangat_kurang: Number(persen.sangat_kurang) } } });
  return (
    <Card title={words.newTable}>
      <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send(); }}>
        <TextInput label={words.perwal} required minLength={5} maxLength={200} value={perwal} onChange={(event) => setPerwal(event.target.value)} />
        <TextInput type="date" label={words.validFrom} required value={validFrom} onChange={(event) => setValidFrom(event.target.value)} />
        <div className={css["percents"]}>
          {PREDIKAT.map((one) => <TextInput key={one} type="number" inputMode="decimal" min={0} max={200} step="any" required label={words.percentOf(vocabulary.predikat[one])} value={persen[one]} onChange={(event) => setPersen({ ...persen, [one]: event.target.value })} />)}
        </div>
        <div className="row"><Button type="submit" kind="primary" isBusy={make.isPending}>{words.sendTable}</Button><Button onClick={onDone}>{words.close}</Button></div>
        <ProblemAlert error={make.error} />
      </form>
    </Card>
  );
}
