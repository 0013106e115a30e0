import type { Input } from "@teraju/contracts/endpoint";
import { type KonselingView, listKonseling, printKonseling, readKonseling, signKonseling } from "@teraju/contracts/konseling";
import { readHome } from "@teraju/contracts/home";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import css from "./konseling.module.css";

type Body = Input<typeof signKonseling>["body"];
const HASIL = ["teratasi", "sebagian", "belum"] as const;

/** The record: read by whom it is reported to, filled and signed by the konselor. */
export function KonselingRecord({ view }: { view: KonselingView }) {
  const words = useKonselingCopy();
  const { refusals } = useCopy();
  const { record, isSigned, sides, actions, arrangement } = view;
  if (record !== null) return <Signed id={view.id} record={record} />;
  if (isSigned) return <Card title={words.record}><p className="quiet">{words.notReader}</p></Card>;
  const [why] = actions.sign;
  if (!sides.includes("konselor") || arrangement === null) return <Card title={words.record}><p className="quiet">{words.unsigned}</p></Card>;
  return (
    <Card title={words.record} sub={words.recordSub}>
      {why === undefined ? <SignForm id={view.id} day={arrangement.scheduledOn} /> : <p className="quiet">{refusals[why as Refusal]}</p>}
    </Card>
  );
}

function Signed({ id, record }: { id: string; record: NonNullable<KonselingView["record"]> }) {
  const words = useKonselingCopy();
  const format = useFormat();
  return (
    <Card title={words.record} sub={words.held(format.date(record.heldFrom), format.date(record.heldUntil), record.sessions)} aside={<LinkButton isSmall icon={IconDownload} to={printKonseling.path.replace(":id", id)} reloadDocument download aria-label={words.pdf}>PDF</LinkButton>}>
      <div className="stack-tight">
        <dl className={css["facts"]}>
          <div><dt>{words.labels.masalah}</dt><dd>{record.masalah}</dd></div>
          <div><dt>{words.labels.hasil}</dt><dd><b>{words.hasilOf[record.hasil]}</b></dd></div>
          <div><dt>{words.labels.kesepakatan}</dt><dd>{record.kesepakatan}</dd></div>
          {record.saran !== null && <div><dt>{words.labels.saran}</dt><dd>{record.saran}</dd></div>}
        </dl>
        <p className="quiet small">{words.signed(record.signedBy, format.moment(record.signedAt))}</p>
        <p className={`quiet small ${css["hash"] ?? ""}`}>{words.hash(record.hash)}</p>
        <p className="quiet small">{words.ownForm}</p>
      </div>
    </Card>
  );
}

function SignForm({ id, day }: { id: string; day: string }) {
  const words = useKonselingCopy();
  const { today } = useSession();
  const [draft, setDraft] = useState<Omit<Body, "hasil"> & { hasil: Body["hasil"] | null }>({ heldFrom: day, heldUntil: today, sessions: 1, masalah: "", hasil: null, kesepakatan: "", saran: "" });
  const send = useMutation(apiMutation(signKonseling, { invalidates: [readKonseling, listKonseling, readHome] }));
  const { hasil } = draft;
  return (
    <form className="stack-tight" aria-label={words.record} onSubmit={(event) => { event.preventDefault(); if (hasil !== null) send.mutate({ params: { id }, body: { ...draft, hasil } }); }}>
      <div className={css["two"]}>
        <TextInput type="date" label={words.heldFrom} required max={today} value={draft.heldFrom} onChange={(event) => setDraft({ ...draft, heldFrom: event.target.value })} />
        <TextInput type="date" label={words.heldUntil} required min={draft.heldFrom} max={today} value={draft.heldUntil} onChange={(event) => setDraft({ ...draft, heldUntil: event.target.value })} />
      </div>
      <TextInput type="number" label={words.sessions} required min={1} max={50} value={String(draft.sessions)} onChange={(event) => setDraft({ ...draft, sessions: Number(event.target.value) })} />
      <Textarea label={words.masalah} required minLength={10} maxLength={1000} value={draft.masalah} onChange={(event) => setDraft({ ...draft, masalah: event.target.value })} />
      <RadioGroup isInline label={words.hasil} value={hasil} onChange={(value) => setDraft({ ...draft, hasil: value })} options={HASIL.map((value) => ({ value, label: words.hasilOf[value] }))} />
      <Textarea label={words.kesepakatan} required minLength={10} maxLength={1000} value={draft.kesepakatan} onChange={(event) => setDraft({ ...draft, kesepakatan: event.target.value })} />
      <Textarea label={words.saran} isOptional maxLength={1000} value={draft.saran ?? ""} onChange={(event) => setDraft({ ...draft, saran: event.target.value })} />
      <p className="quiet small">{words.signNote} {words.ownForm}</p>
      <div><Button type="submit" kind="primary" isBusy={send.isPending} refusal={hasil === null ? words.choose : null}>{words.sign}</Button></div>
      <ProblemAlert error={send.error} />
    </form>
  );
}
