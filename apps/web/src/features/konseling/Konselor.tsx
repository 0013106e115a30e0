import type { Input } from "@teraju/contracts/endpoint";
import { countTraining, listKonselor, recordCertificate } from "@teraju/contracts/konseling";
import { useMutation, useSuspenseQuery } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useFormat } from "#copy/copy.tsx";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card, EmptyState, Line, Lines } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation, apiQuery } from "../../api.ts";
import { useSession } from "../../session.ts";
import css from "./konseling.module.css";
import { type Chosen, PersonPicker } from "./PersonPicker.tsx";

/** What makes a penilai a konselor: trainings of the catalogue that count, and certificates from elsewhere. */
export function Konselor() {
  const words = useKonselingCopy();
  const format = useFormat();
  const [isAdding, setAdding] = useState(false);
  const { trainings, certificates } = useSuspenseQuery(apiQuery(listKonselor, {})).data;
  const count = useMutation(apiMutation(countTraining, { invalidates: [listKonselor] }));
  return (
    <Card title={words.konselor} sub={words.konselorSub}>
      <div className="stack">
        <section className="stack-tight" aria-label={words.trainings}>
          <h3>{words.trainings}</h3>
          {trainings.length === 0 && <p className="quiet">{words.noTrainings}</p>}
          {trainings.map(({ id, name, counts, attended }) => <Checkbox key={id} label={words.counts(name, attended)} checked={counts} onChange={(event) => count.mutate({ params: { id }, body: { counts: event.target.checked } })} />)}
          <ProblemAlert error={count.error} />
        </section>
        <section className="stack-tight" aria-label={words.certificates}>
          <h3>{words.certificates}</h3>
          {certificates.length === 0 ? <EmptyState title={words.noCertificates} /> : <Lines>{certificates.map((one) => <Line key={one.id} title={`${one.person.name}: ${one.name}`} sub={words.certificateLine(one.number, one.issuer, format.date(one.issuedOn))} />)}</Lines>}
          {isAdding ? <CertificateForm onDone={() => setAdding(false)} /> : <div><Button onClick={() => setAdding(true)}>{words.addCertificate}</Button></div>}
        </section>
      </div>
    </Card>
  );
}

type Paper = Omit<Input<typeof recordCertificate>["body"], "id" | "personId">;

function CertificateForm({ onDone }: { onDone: () => void }) {
  const words = useKonselingCopy();
  const { today } = useSession();
  const [id] = useState(() => v7());
  const [person, setPerson] = useState<Chosen | null>(null);
  const [paper, setPaper] = useState<Paper>({ name: "", number: "", issuer: "", issuedOn: "" });
  const send = useMutation({ ...apiMutation(recordCertificate, { invalidates: [listKonselor] }), onSuccess: onDone });
  return (
    <form className="stack-tight" aria-label={words.addCertificate} onSubmit={(event) => { event.preventDefault(); if (person !== null) send.mutate({ body: { id, personId: person.id, ...paper } }); }}>
      <PersonPicker label={words.whose} value={person} onChange={setPerson} />
      <TextInput label={words.certificateName} required minLength={5} maxLength={150} value={paper.name} onChange={(event) => setPaper({ ...paper, name: event.target.value })} />
      <div className={css["two"]}>
        <TextInput label={words.certificateNumber} required minLength={3} maxLength={100} value={paper.number} onChange={(event) => setPaper({ ...paper, number: event.target.value })} />
        <TextInput type="date" label={words.issuedOn} required max={today} value={paper.issuedOn} onChange={(event) => setPaper({ ...paper, issuedOn: event.target.value })} />
      </div>
      <TextInput label={words.issuer} required minLength={3} maxLength={150} value={paper.issuer} onChange={(event) => setPaper({ ...paper, issuer: event.target.value })} />
      <div className="row"><Button type="submit" kind="primary" isBusy={send.isPending} refusal={person === null ? words.chooseFirst : null}>{words.save}</Button><Button onClick={onDone}>{words.close}</Button></div>
      <ProblemAlert error={send.error} />
    </form>
  );
}
