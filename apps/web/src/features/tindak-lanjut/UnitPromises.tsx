import { cancelTindakLanjut, listMyTindakLanjut, listUnitTindakLanjut, type TindakLanjutView } from "@teraju/contracts/tindak-lanjut";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useSearchParams } from "react-router-dom";
import { useCopy } from "#copy/copy.tsx";
import { useTindakLanjutCopy } from "#copy/page/tindak-lanjut.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { PageHeader } from "#ui/light/PageHeader.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, Textarea } from "#ui/light/TextInput.tsx";
import { Pager } from "#ui/work/Pager.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { PromiseWords } from "../../promises.tsx";
import { Answers } from "./Answers.tsx";

const STATES = ["terbuka", "lewat", "selesai", "dibatalkan"] as const;

function useUnitPromises(unitId: string) {
  const [search] = useSearchParams();
  const status = STATES.find((state) => state === search.get("keadaan")) ?? "terbuka";
  const after = search.get("sesudah");
  return { status, ...useSuspenseQuery(apiQuery(listUnitTindakLanjut, { params: { unitId }, query: { status, ...(after !== null && { after }) } })).data };
}

/** The unit's finding: how many of its promises are open, and past their day. */
export function UnitHeader({ unitId }: { unitId: string }) {
  const words = useTindakLanjutCopy();
  const { counts } = useUnitPromises(unitId);
  return <PageHeader tab={words.tab} title={words.title(counts.open, counts.overdue)} />;
}

/** Promises of a unit's meetings and of those below; a superior may give one up, with a reason. `?keadaan=` filters. */
export function UnitPromises({ unitId }: { unitId: string }) {
  const words = useTindakLanjutCopy();
  const [, setSearch] = useSearchParams();
  const { items, counts, next, status } = useUnitPromises(unitId);
  const choose = (keadaan: string) => setSearch({ lihat: "unit", keadaan }, { preventScrollReset: true });
  return (
    <div className="stack reading">
      <p>{words.counts(counts.open, counts.carried, counts.overdue, counts.kept)}</p>
      <NativeSelect label={words.filter} value={status} onChange={(event) => choose(event.target.value)} options={STATES.map((value) => ({ value, label: words.filters[value] }))} />
      {items.length === 0 && <EmptyState title={words.empty} />}
      {items.map((item) => <UnitPromise key={item.id} item={item} />)}
      <Pager next={next} param="sesudah" label={words.unit} />
    </div>
  );
}

function UnitPromise({ item }: { item: TindakLanjutView }) {
  const words = useTindakLanjutCopy();
  const { parts } = useCopy();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [isAsked, setAsked] = useState(false);
  const cancel = useMutation(apiMutation(cancelTindakLanjut, { invalidates: [listUnitTindakLanjut, listMyTindakLanjut] }));
  const send = () => (reason.trim() === "" ? setAsked(true) : cancel.mutate({ params: { id: item.id }, body: { version: item.version, reason } }, { onSuccess: () => setOpen(false) }));
  return (
    <Card>
      <p className="quiet small">{item.pemilik === "unit" ? item.unit.name : item.owner.name}</p>
      <PromiseWords item={item} />
      <Answers item={item} />
      {item.actions.cancel.length === 0 && <span><Button kind="quiet" isSmall onClick={() => setOpen(true)}>{words.cancel}</Button></span>}
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title={words.cancelTitle} actions={<><Button kind="danger" isBusy={cancel.isPending} onClick={send}>{words.cancel}</Button><Button onClick={() => setOpen(false)}>{parts.back}</Button></>}>
        <Textarea label={words.cancelReason} help={words.cancelHelp} error={isAsked && reason.trim() === "" ? words.cancelFault : null} maxLength={300} value={reason} onChange={(event) => setReason(event.target.value)} />
        <ProblemAlert error={cancel.error} />
      </Dialog>
    </Card>
  );
}
