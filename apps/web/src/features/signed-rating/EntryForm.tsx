import { enterSignedRating, listSignedRatings, readSignedRating, type SignedRatingView } from "@teraju/contracts/signed-rating";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useSignedRatingCopy } from "#copy/page/signed-rating.ts";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { Checkbox, RadioGroup } from "#ui/light/RadioGroup.tsx";
import { Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";

type Paper = NonNullable<SignedRatingView["paper"]>;
type Rating = Paper["hasilKerja"];
type Basis = Paper["basis"][number];
type Aspect = Basis["aspect"];

/** What the paper says, as it was signed: two ratings, their reasons, and what they rest on. */
export function EntryForm({ view }: { view: SignedRatingView }) {
  const { period, person, paper } = view;
  const words = useSignedRatingCopy();
  const { today } = useSession();
  const [id] = useState(() => paper?.id ?? v7());
  const [number, setNumber] = useState(paper?.number ?? "");
  const [signedOn, setSignedOn] = useState(paper?.signedOn ?? today);
  const [ratings, setRatings] = useState<Record<Aspect, Rating | null>>({ hasil_kerja: paper?.hasilKerja ?? null, perilaku: paper?.perilakuKerja ?? null });
  const [reasons, setReasons] = useState<Record<Aspect, string>>({ hasil_kerja: paper?.alasanHasilKerja ?? "", perilaku: paper?.alasanPerilaku ?? "" });
  const [basis, setBasis] = useState<readonly Basis[]>(paper?.basis ?? []);
  const enter = useMutation(apiMutation(enterSignedRating, { invalidates: [readSignedRating, listSignedRatings] }));
  const { hasil_kerja: hasilKerja, perilaku: perilakuKerja } = ratings;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (hasilKerja === null || perilakuKerja === null) return;
    const said = (aspect: Aspect) => reasons[aspect].trim() || null;
    enter.mutate({ params: { periodId: period.id, personId: person.id }, body: { id, version: paper?.version ?? null, number: number.trim() || null, signedOn, hasilKerja, perilakuKerja, alasanHasilKerja: said("hasil_kerja"), alasanPerilaku: said("perilaku"), basis: [...basis] } });
  };
  return (
    <Card title={words.entry} sub={words.entrySub}>
      <form className="stack" onSubmit={send}>
        <TextInput label={words.number} isOptional maxLength={100} value={number} onChange={(event) => setNumber(event.target.value)} />
        <TextInput type="date" label={words.signedOn} required max={today} value={signedOn} onChange={(event) => setSignedOn(event.target.value)} />
        {(["hasil_kerja", "perilaku"] as const).map((aspect) => (
          <AspectFields key={aspect} {...{ view, aspect, basis, setBasis }} rating={ratings[aspect]} reason={reasons[aspect]}
            onRate={(rating) => setRatings({ ...ratings, [aspect]: rating })} onReason={(text) => setReasons({ ...reasons, [aspect]: text })} />
        ))}
        <div><Button type="submit" kind="primary" isBusy={enter.isPending} refusal={hasilKerja === null || perilakuKerja === null ? words.needRatings : undefined}>{words.save}</Button></div>
        <ProblemAlert error={enter.error} />
      </form>
    </Card>
  );
}

type FieldsProps = { view: SignedRatingView; aspect: Aspect; basis: readonly Basis[]; setBasis: (basis: readonly Basis[]) => void; rating: Rating | null; reason: string; onRate: (rating: Rating) => void; onReason: (text: string) => void };
function AspectFields({ view, aspect, basis, setBasis, rating, reason, onRate, onReason }: FieldsProps) {
  const words = useSignedRatingCopy();
  const format = useFormat();
  const { vocabulary } = useCopy();
  const there: { kind: Basis["kind"]; id: string; label: string }[] = [
    ...view.evidence.map(({ id, title, month }) => ({ kind: "evidence" as const, id, label: `${title} (${format.monthYear(month)})` })),
    ...view.umpanBalik.map(({ id, from, text }) => ({ kind: "umpan_balik" as const, id, label: words.note(from, text) })),
  ];
  const isChosen = (id: string) => basis.some((one) => one.aspect === aspect && one.id === id);
  return (
    <>
      <RadioGroup label={vocabulary.aspect[aspect]} isInline value={rating} onChange={onRate} options={(["di_atas", "sesuai", "di_bawah"] as const).map((value) => ({ value, label: vocabulary.ekspektasi[value] }))} />
      <Textarea label={words.reason[aspect]} isOptional maxLength={2000} value={reason} onChange={(event) => onReason(event.target.value)} />
      {rating !== null && rating !== "sesuai" && (
        <fieldset className="stack-tight">
          <legend><b>{words.basis[aspect]}</b></legend>
          <p className="quiet small">{there.length === 0 ? words.noBasis : words.basisHelp}</p>
          {there.map(({ kind, id, label }) => (
            <Checkbox key={id} label={label} checked={isChosen(id)} onChange={() => setBasis(isChosen(id) ? basis.filter((one) => one.aspect !== aspect || one.id !== id) : [...basis, { aspect, kind, id }])} />
          ))}
        </fieldset>
      )}
    </>
  );
}
