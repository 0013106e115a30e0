import { listTrainings, makeSession, makeTraining } from "@teraju/contracts/development";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import css from "./training.module.css";

const PERILAKU = ["berorientasi_pelayanan", "akuntabel", "kompeten", "harmonis", "loyal", "adaptif", "kolaboratif"] as const;

export function TrainingForm({ onDone }: { onDone: () => void }) {
  const words = useDevelopmentCopy();
  const { vocabulary } = useCopy();
  const [id] = useState(() => v7());
  const [perilaku, setPerilaku] = useState<(typeof PERILAKU)[number] | null>(null);
  const [form, setForm] = useState({ name: "", provider: "", about: "", hours: "", cost: "" });
  const make = useMutation({ ...apiMutation(makeTraining, { invalidates: [listTrainings] }), onSuccess: onDone });
  const field = (name: keyof typeof form) => ({ required: true, value: form[name], onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  const send = () => make.mutate({ body: { id, name: form.name, bentuk: "pelatihan", provider: form.provider, perilaku, about: form.about, hours: Number(form.hours), costPerPerson: Number(form.cost) } });
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); send(); }}>
      <div className={css["grid"]}>
        <TextInput label={words.name} minLength={5} maxLength={150} {...field("name")} />
        <TextInput label={words.provider} minLength={3} maxLength={150} {...field("provider")} />
        <TextInput type="number" inputMode="numeric" min={1} max={2000} label={words.hours} {...field("hours")} />
        <TextInput type="number" inputMode="numeric" min={0} max={1_000_000_000} label={words.cost} {...field("cost")} />
      </div>
      <NativeSelect label={words.aim} help={words.aimHint} value={perilaku ?? ""} onChange={(event) => setPerilaku(PERILAKU.find((one) => one === event.target.value) ?? null)} options={[{ value: "", label: words.noAim }, ...PERILAKU.map((one) => ({ value: one, label: vocabulary.perilaku[one] }))]} />
      <Textarea label={words.aboutTraining} minLength={10} maxLength={500} {...field("about")} />
      <div className="row"><Button type="submit" kind="primary" isBusy={make.isPending}>{words.save}</Button><Button onClick={onDone}>{words.close}</Button></div>
      <ProblemAlert error={make.error} />
    </form>
  );
}

export function SessionForm({ trainingId, onDone }: { trainingId: string; onDone: () => void }) {
  const words = useDevelopmentCopy();
  const [id] = useState(() => v7());
  const [form, setForm] = useState({ firstDay: "", lastDay: "", place: "", places: "20" });
  const make = useMutation({ ...apiMutation(makeSession, { invalidates: [listTrainings] }), onSuccess: onDone });
  const field = (name: keyof typeof form) => ({ required: true, value: form[name], onChange: (event: { target: { value: string } }) => setForm({ ...form, [name]: event.target.value }) });
  return (
    <form className="stack-tight" onSubmit={(event) => { event.preventDefault(); make.mutate({ params: { id: trainingId }, body: { id, ...form, places: Number(form.places) } }); }}>
      <div className={css["grid"]}>
        <TextInput type="date" label={words.firstDay} {...field("firstDay")} />
        <TextInput type="date" label={words.lastDay} {...field("lastDay")} />
        <TextInput label={words.where} minLength={3} maxLength={150} {...field("place")} />
        <TextInput type="number" inputMode="numeric" min={1} max={1000} label={words.placesField} {...field("places")} />
      </div>
      <div className="row"><Button type="submit" kind="primary" isBusy={make.isPending}>{words.save}</Button><Button onClick={onDone}>{words.close}</Button></div>
      <ProblemAlert error={make.error} />
    </form>
  );
}
