import { ARAH, ASPEK, type IndikatorDraft, JENIS_INDIKATOR, PERSPEKTIF, type SkpView } from "@teraju/contracts/skp";
import { useCopy } from "#copy/copy.tsx";
import { useSkpCopy } from "#copy/page/skp.ts";
import { Button } from "#ui/light/Button.tsx";
import { faultOf, type FieldFault } from "#ui/light/ErrorSummary.tsx";
import { IconTrash } from "#ui/light/icons.ts";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { controlId } from "./draft.ts";
import { FigureInput } from "./FigureInput.tsx";
import { MonthlyPlan } from "./MonthlyPlan.tsx";
import css from "./skp.module.css";

type IndikatorFormProps = {
  indikator: IndikatorDraft;
  /** `hasilKerja.0.indikator.1`: the ids of the controls begin so. */
  path: string;
  place: { result: number; indikator: number };
  skp: Pick<SkpView, "isPimpinan">;
  pendekatan: SkpView["pendekatan"];
  faults: readonly FieldFault[];
  onChange: (indikator: IndikatorDraft) => void;
  onRemove: () => void;
};

export function IndikatorForm({ indikator, path, place, skp, pendekatan, faults, onChange, onRemove }: IndikatorFormProps) {
  const words = useSkpCopy();
  const set = (patch: Partial<IndikatorDraft>) => onChange({ ...indikator, ...patch });
  const field = (name: string) => ({ id: controlId(path, name), error: faultOf(faults, controlId(path, name)) });
  return (
    <section className={css["fieldset"]} aria-label={words.findingAt(place.result, place.indikator)}>
      <div className={css["head"]}>
        <h3>{words.indicator(place.indikator)}</h3>
        <Button kind="quiet" isSmall icon={IconTrash} onClick={onRemove} aria-label={words.removeIndicator(place.result, place.indikator)}>
          {words.remove}
        </Button>
      </div>
      <Textarea {...field("text")} label={pendekatan === "kualitatif" ? words.indicatorTextQualitative : words.indicatorText} rows={2} maxLength={1000} value={indikator.text} onChange={(event) => set({ text: event.target.value })} />
      <Kinds {...{ indikator, set, field, isPimpinan: skp.isPimpinan }} />
      <Target {...{ indikator, set, field }} />
      <MonthlyPlan indikator={indikator} path={path} onChange={(monthlyTarget) => set({ monthlyTarget })} />
    </section>
  );
}

type PartProps = { indikator: IndikatorDraft; set: (patch: Partial<IndikatorDraft>) => void; field: (name: string) => { id: string; error: string | undefined } };

function Kinds({ indikator, set, field, isPimpinan }: PartProps & { isPimpinan: boolean }) {
  const words = useSkpCopy();
  const { vocabulary } = useCopy();
  const options = <T extends string>(list: readonly T[], names: Record<T, string>) => list.map((value) => ({ value, label: names[value] }));
  const none = { value: "", label: words.notChosen };
  const pick = <T extends string>(list: readonly T[], value: string): T | null => list.find((each) => each === value) ?? null;
  return (
    <div className={css["pair"]}>
      <NativeSelect
        {...field("jenis")}
        label={words.jenis}
        options={options(JENIS_INDIKATOR, vocabulary.jenisIndikator)}
        value={indikator.jenis}
        // A plan of figures says nothing about words, nor the other way round.
        onChange={(event) => set({ jenis: pick(JENIS_INDIKATOR, event.target.value) ?? "angka", monthlyTarget: null })}
      />
      {isPimpinan ? (
        <NativeSelect {...field("perspektif")} label={words.perspektif} options={[none, ...options(PERSPEKTIF, vocabulary.perspektif)]} value={indikator.perspektif ?? ""} onChange={(event) => set({ perspektif: pick(PERSPEKTIF, event.target.value) })} />
      ) : (
        <NativeSelect {...field("aspek")} label={words.aspek} options={[none, ...options(ASPEK, vocabulary.aspek)]} value={indikator.aspek ?? ""} onChange={(event) => set({ aspek: pick(ASPEK, event.target.value) })} />
      )}
      {indikator.jenis !== "uraian" && (
        <NativeSelect {...field("arah")} label={words.arah} options={options(ARAH, vocabulary.arah)} value={indikator.arah} onChange={(event) => set({ arah: pick(ARAH, event.target.value) ?? "maks" })} />
      )}
    </div>
  );
}

function Target({ indikator, set, field }: PartProps) {
  const words = useSkpCopy();
  if (indikator.jenis === "uraian") return <TextInput {...field("targetText")} label={words.targetText} isOptional maxLength={1000} value={indikator.targetText ?? ""} onChange={(event) => set({ targetText: event.target.value === "" ? null : event.target.value })} />;
  return (
    <div className={css["pair"]}>
      {indikator.arah === "rentang" ? (
        <>
          <FigureInput {...field("targetMin")} label={words.targetMin} value={indikator.targetMin} onChange={(targetMin) => set({ targetMin })} />
          <FigureInput {...field("targetMax")} label={words.targetMax} value={indikator.targetMax} onChange={(targetMax) => set({ targetMax })} />
        </>
      ) : (
        <FigureInput {...field("target")} label={indikator.jenis === "rasio" ? words.targetRatio : words.targetFigure} value={indikator.target} onChange={(target) => set({ target })} />
      )}
      <TextInput {...field("satuan")} label={words.satuan} help={words.satuanHelp} maxLength={60} value={indikator.satuan ?? ""} onChange={(event) => set({ satuan: event.target.value === "" ? null : event.target.value })} />
    </div>
  );
}
