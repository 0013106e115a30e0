import type { Input } from "@teraju/contracts/endpoint";
import { listReports } from "@teraju/contracts/development";
import { readHome } from "@teraju/contracts/home";
import { arrangeKonseling, type KonselingView, listKonseling, readKonseling } from "@teraju/contracts/konseling";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useKonselingCopy } from "#copy/page/konseling.ts";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import css from "./konseling.module.css";
import { type Chosen, PersonPicker } from "./PersonPicker.tsx";

type Jenis = Input<typeof arrangeKonseling>["body"]["jenis"];
const JENIS = ["independen", "pejabat_fungsi", "penilai"] as const;

/** Konselor, day and place: BKPSDM with any kind of konselor, a penilai for a konseling that they give. */
export function ArrangeForm({ view, onDone }: { view: KonselingView; onDone: () => void }) {
  const words = useKonselingCopy();
  const { today } = useSession();
  const { arrangement, sides, penilai } = view;
  const isOffice = sides.includes("kepegawaian") && !sides.includes("penilai");
  const [jenis, setJenis] = useState<Jenis>(arrangement?.jenis ?? (isOffice ? "independen" : "penilai"));
  const [chosen, setChosen] = useState<Chosen | null>(arrangement === null || arrangement.jenis === "penilai" ? null : arrangement.konselor);
  const [dasar, setDasar] = useState(arrangement === null || arrangement.jenis === "penilai" ? "" : arrangement.dasar);
  const [when, setWhen] = useState({ scheduledOn: arrangement?.scheduledOn ?? "", scheduledAt: arrangement?.scheduledAt ?? "09:00", place: arrangement?.place ?? "" });
  const send = useMutation({ ...apiMutation(arrangeKonseling, { invalidates: [readKonseling, listKonseling, listReports, readHome] }), onSuccess: onDone });
  const konselor = jenis === "penilai" ? penilai : chosen;
  return (
    <form
      className="stack-tight" aria-label={words.set}
      onSubmit={(event) => { event.preventDefault(); if (konselor !== null) send.mutate({ params: { id: view.id }, body: { version: arrangement?.version ?? null, jenis, konselorId: konselor.id, dasar: jenis === "penilai" ? null : dasar, ...when } }); }}
    >
      {isOffice && <RadioGroup label={words.chooseJenis} value={jenis} onChange={setJenis} options={JENIS.map((value) => ({ value, label: words.jenis[value] }))} />}
      {jenis === "penilai"
        ? <p>{penilai === null ? words.noPenilai : words.chosen(penilai.name)}</p>
        : <>
          <PersonPicker label={words.chooseKonselor} value={chosen} onChange={setChosen} />
          <TextInput label={words.dasarField[jenis]} required minLength={5} maxLength={300} value={dasar} onChange={(event) => setDasar(event.target.value)} />
        </>}
      <div className={css["two"]}>
        <TextInput type="date" label={words.day} required min={arrangement !== null && arrangement.scheduledOn < today ? arrangement.scheduledOn : today} value={when.scheduledOn} onChange={(event) => setWhen({ ...when, scheduledOn: event.target.value })} />
        <TextInput type="time" label={words.time} required value={when.scheduledAt} onChange={(event) => setWhen({ ...when, scheduledAt: event.target.value })} />
      </div>
      <TextInput label={words.place} help={words.placeHelp} required minLength={3} maxLength={150} value={when.place} onChange={(event) => setWhen({ ...when, place: event.target.value })} />
      <div className="row"><Button type="submit" kind="primary" isBusy={send.isPending} refusal={konselor === null ? (jenis === "penilai" ? words.noPenilai : words.chooseFirst) : null}>{words.save}</Button><Button onClick={onDone}>{words.close}</Button></div>
      <ProblemAlert error={send.error} />
    </form>
  );
}
