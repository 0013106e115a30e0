import { decideKeberatan, type KeberatanView, listKeberatan, readKeberatan } from "@teraju/contracts/keberatan";
import { readHome } from "@teraju/contracts/home";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { v7 } from "uuid";
import { useCopy } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Dialog } from "#ui/light/Dialog.tsx";
import { ErrorSummary, type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, Textarea } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useKeptWords } from "./useKeptWords.ts";
import { keyOf, type Row, useRowName } from "./words.ts";

const EKSPEKTASI = ["di_atas", "sesuai", "di_bawah"] as const;
type Rating = (typeof EKSPEKTASI)[number];
type Putusan = "menguatkan" | "mengubah";
/** `ratings` by row: only those that change. It keeps the id of the next version, so that trying again makes no second one. */
type Draft = { outcomeId: string; putusan: Putusan | null; ratings: Record<string, Rating>; alasan: string; rekomendasi: string };

function bodyOf({ version, rows }: KeberatanView, { outcomeId, putusan, ratings, alasan, rekomendasi }: Draft & { putusan: Putusan }) {
  const isChange = putusan === "mengubah";
  const ratingOf = (row: Pick<Row, "aspect" | "target">): Rating | null => (isChange ? (ratings[keyOf(row)] ?? null) : null);
  return {
    version, putusan, outcomeId, alasan: alasan.trim(), rekomendasi: rekomendasi.trim() || null,
    hasilKerja: ratingOf({ aspect: "hasil_kerja", target: null }), perilakuKerja: ratingOf({ aspect: "perilaku", target: null }),
    rows: rows.flatMap((row) => { const rating = ratingOf(row); return row.target === null || rating === null ? [] : [{ aspect: row.aspect, target: row.target, rating }]; }),
  };
}

/** The atasan's decision: confirm, or set other ratings, with the reason that both sides read. */
export function DecideForm({ shown }: { shown: KeberatanView }) {
  const { id, rows, claims, alasanMin, actions } = shown;
  const { page: words } = useKeberatanCopy();
  const { refusals } = useCopy();
  const rowName = useRowName();
  const [empty] = useState<Draft>(() => ({ outcomeId: v7(), putusan: null, ratings: {}, alasan: "", rekomendasi: "" }));
  const { value: draft, change, forget } = useKeptWords<Draft>(`decide:${id}`, empty);
  // As they were when it was last pressed: a summary that changed with each letter would take the focus from who types.
  const [shownFaults, setShownFaults] = useState<readonly FieldFault[]>([]);
  const [isOpen, setOpen] = useState(false);
  const decide = useMutation({ ...apiMutation(decideKeberatan, { invalidates: [readKeberatan, listKeberatan, readHome] }), onSuccess: forget });
  const { putusan, ratings, alasan, rekomendasi } = draft;
  const isChange = putusan === "mengubah";
  const faults: FieldFault[] = [
    ...(putusan === null ? [{ field: "putusan", text: words.choose }] : []),
    ...(isChange && Object.keys(ratings).length === 0 ? [{ field: "rating", text: refusals.nothing_changed }] : []),
    ...(alasan.trim().length < alasanMin ? [{ field: "alasan", text: words.tooShort(alasanMin) }] : []),
    ...(isChange && rekomendasi.trim() === "" ? [{ field: "rekomendasi", text: refusals.recommendation_missing }] : []),
  ];
  const [blocked] = actions.decide;
  if (blocked !== undefined) return <Card title={words.decide}><Alert>{(refusals as Record<string, string>)[blocked]}</Alert></Card>;
  const rate = (row: Row, chosen: string) => {
    const { [keyOf(row)]: _, ...rest } = ratings;
    const rating = EKSPEKTASI.find((one) => one === chosen);
    change({ ratings: rating === undefined || rating === row.rating ? rest : { ...rest, [keyOf(row)]: rating } });
  };
  const whole = rows.filter((row) => row.target === null);
  const named = claims.filter((claim) => claim.target !== null);
  const send = () => putusan !== null && decide.mutate({ params: { id }, body: bodyOf(shown, { ...draft, putusan }) }, { onSettled: () => setOpen(false) });
  return (
    <Card title={words.decide}>
      <div className="stack">
        <ErrorSummary faults={shownFaults} />
        <RadioGroup<Putusan>
          id="putusan" label={words.putusan} value={putusan} error={faultOf(shownFaults, "putusan")} onChange={(next) => change({ putusan: next })}
          options={[{ value: "menguatkan", label: words.menguatkan, help: words.menguatkanHelp }, { value: "mengubah", label: words.mengubah, help: words.mengubahHelp }]}
        />
        {isChange && (
          <fieldset className="stack-tight">
            <legend><h3>{words.ratingsHelp}</h3></legend>
            {whole.map((row, index) => <RatingSelect key={keyOf(row)} id={index === 0 ? "rating" : undefined} row={row} name={rowName(row)} value={ratings[keyOf(row)] ?? null} error={index === 0 ? faultOf(shownFaults, "rating") : undefined} onChange={(next) => rate(row, next)} />)}
            {named.length > 0 && <p>{words.newRows}</p>}
            {named.map((row) => <RatingSelect key={keyOf(row)} row={row} name={rowName(row)} value={ratings[keyOf(row)] ?? null} onChange={(next) => rate(row, next)} />)}
          </fieldset>
        )}
        <Textarea id="alasan" label={words.decisionReason} help={words.decisionReasonHelp(alasanMin)} error={faultOf(shownFaults, "alasan")} rows={4} value={alasan} maxLength={4000} onChange={(event) => change({ alasan: event.target.value })} />
        {isChange && <Textarea id="rekomendasi" label={words.rekomendasi} help={words.rekomendasiHelp} error={faultOf(shownFaults, "rekomendasi")} value={rekomendasi} maxLength={2000} onChange={(event) => change({ rekomendasi: event.target.value })} />}
        <ProblemAlert error={decide.error} />
        <div><Button kind="primary" onClick={() => { setShownFaults(faults); if (faults.length === 0) setOpen(true); }}>{words.send}</Button></div>
      </div>
      <Dialog
        isOpen={isOpen} onClose={() => setOpen(false)} title={words.confirmTitle}
        actions={<><Button kind="primary" isBusy={decide.isPending} onClick={send}>{words.send}</Button><Button onClick={() => setOpen(false)}>{words.cancel}</Button></>}
      >
        <p>{putusan === "mengubah" ? words.mengubahHelp : words.menguatkanHelp}</p>
        <p>{words.confirmText}</p>
      </Dialog>
    </Card>
  );
}

type SelectProps = { id?: string | undefined; row: Row; name: string; value: Rating | null; error?: string | undefined; onChange: (value: string) => void };
function RatingSelect({ id, row, name, value, error, onChange }: SelectProps) {
  const { page: words } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  const options = [{ value: "", label: words.keep(vocabulary.ekspektasiShort[row.rating]) }, ...EKSPEKTASI.filter((one) => one !== row.rating).map((one) => ({ value: one, label: vocabulary.ekspektasi[one] }))];
  return <NativeSelect {...(id !== undefined && { id })} label={words.newRating(name)} error={error} value={value ?? ""} options={options} onChange={(event) => onChange(event.target.value)} />;
}
