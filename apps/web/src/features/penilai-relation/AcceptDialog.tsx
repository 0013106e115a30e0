import { adoptPenilaiProposals, listPenilaiRelations, readPenilaiRelation } from "@teraju/contracts/penilai-relation";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { usePenilaiRelationCopy } from "#copy/page/penilai-relation.ts";
import { Button } from "#ui/light/Button.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Skeleton } from "#ui/light/Skeleton.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import { Follows } from "./Follows.tsx";
import type { Row } from "./rows.ts";

type Props = { rows: readonly Row[]; onDone: (text: string) => void; onClose: () => void };
/** What a proposal would change, shown before the second click; day and basis are filled in, and may be changed. */
export function AcceptDialog({ rows, onDone, onClose }: Props) {
  const words = usePenilaiRelationCopy();
  const { today } = useSession();
  const [day, setDay] = useState<string | null>(null);
  const [basis, setBasis] = useState(words.basisUsulan);
  const form = useId();
  const [one] = rows;
  const single = rows.length === 1 && one !== undefined ? one : null;
  const asked = { penilaiId: single?.usulan?.penilai?.id, from: day === null || day === "" ? undefined : day };
  const { data: view, error } = useQuery({ ...apiQuery(readPenilaiRelation, { params: { personId: single?.pegawai.id ?? "" }, query: asked }), enabled: single !== null });
  const from = day ?? (single === null ? today : (view?.changes.from ?? ""));
  const adopt = useMutation({
    ...apiMutation(adoptPenilaiProposals, { invalidates: [listPenilaiRelations, readPenilaiRelation] }),
    onSuccess: ({ handOvers, reports }) => onDone(handOvers === 0 ? words.doneNothing : words.done(handOvers, reports)),
  });
  const people = rows.flatMap(({ pegawai, usulan }) => (usulan?.penilai ? [{ personId: pegawai.id, penilaiId: usulan.penilai.id }] : []));
  const actions = (
    <>
      <Button type="submit" form={form} kind="primary" isBusy={adopt.isPending} disabled={from === ""}>{words.apply}</Button>
      <Button onClick={onClose}>{words.cancel}</Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={single === null ? words.acceptManyTitle(rows.length) : words.acceptTitle(single.pegawai.name)} actions={actions}>
      <form id={form} className="stack" onSubmit={(event) => { event.preventDefault(); adopt.mutate({ body: { people, from, basis: basis.trim() } }); }}>
        {single === null ? <p>{words.acceptManyText}</p> : <p>{words.becomes(single.penilai?.name ?? words.none, single.usulan?.penilai?.name ?? words.none)}</p>}
        <TextInput type="date" label={words.from} help={words.fromHelp} required value={from} onChange={(event) => setDay(event.target.value)} />
        <TextInput label={words.basis} help={words.basisHelp} required minLength={5} maxLength={200} value={basis} onChange={(event) => setBasis(event.target.value)} />
        {single !== null && (view === undefined ? <Skeleton height={90} /> : <Follows changes={view.changes} />)}
      </form>
      <ProblemAlert error={adopt.error ?? error} />
    </Dialog>
  );
}
