import type { KeberatanMaterial, KeberatanRow } from "@teraju/contracts/keberatan";
import { useCopy } from "#copy/copy.tsx";
import { useKeberatanCopy } from "#copy/page/keberatan.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Card } from "#ui/light/Card.tsx";
import { DayClock } from "#ui/light/DayClock.tsx";
import { type FieldFault, faultOf } from "#ui/light/ErrorSummary.tsx";
import { FieldError } from "#ui/light/Field.tsx";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { Textarea } from "#ui/light/TextInput.tsx";
import { BasisItem, useBasisLine } from "./BasisItem.tsx";
import type { Draft } from "./draft.ts";
import css from "./keberatan.module.css";
import { keyOf, useRowName } from "./words.ts";

type StepProps = { material: KeberatanMaterial; draft: Draft; onChange: (claims: Draft["claims"]) => void };
const ASPECTS = ["hasil_kerja", "perilaku"] as const;

/** The id of a row's reason, so that the summary of faults leads there. */
export const fieldOf = (row: KeberatanRow): string => `alasan-${keyOf(row).replaceAll(/\W/g, "-")}`;
const chosenOf = ({ rows }: KeberatanMaterial, { claims }: Draft): KeberatanRow[] => rows.filter((row) => claims[keyOf(row)] !== undefined);

export function ChooseStep({ material, draft, onChange, error }: StepProps & { error: string | null }) {
  const { file: words } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  const rowName = useRowName();
  const toggle = (row: KeberatanRow, isOn: boolean) => {
    const { [keyOf(row)]: _, ...rest } = draft.claims;
    onChange(isOn ? { ...rest, [keyOf(row)]: { alasan: "", basis: [] } } : rest);
  };
  return (
    <>
      <div className="stack-tight">
        <h1>{words.choose}</h1>
        <p className="quiet">{words.chooseHelp}</p>
      </div>
      {error !== null && <FieldError>{error}</FieldError>}
      {ASPECTS.map((aspect, at) => (
        <fieldset key={aspect} className="stack-tight">
          <legend className={css["group"]}><h2>{vocabulary.aspect[aspect]}</h2></legend>
          {material.rows.filter((row) => row.aspect === aspect).map((row, index) => (
            <Checkbox
              key={keyOf(row)} id={at === 0 && index === 0 ? "pilihan" : undefined} label={rowName(row)} help={words.rated(vocabulary.ekspektasiShort[row.rating])}
              checked={draft.claims[keyOf(row)] !== undefined} onChange={(event) => toggle(row, event.target.checked)}
            />
          ))}
        </fieldset>
      ))}
      {material.clock !== null && <DayClock clock={material.clock} />}
    </>
  );
}

export function ReasonStep({ material, draft, onChange, faults }: StepProps & { faults: readonly FieldFault[] }) {
  const { file: words } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  const rowName = useRowName();
  const lineOf = useBasisLine();
  return (
    <>
      <h1>{words.reason}</h1>
      {chosenOf(material, draft).map((row) => {
        const claim = draft.claims[keyOf(row)] ?? { alasan: "", basis: [] };
        const set = (part: Partial<typeof claim>) => onChange({ ...draft.claims, [keyOf(row)]: { ...claim, ...part } });
        return (
          <Card key={keyOf(row)} title={rowName(row)} sub={words.rated(vocabulary.ekspektasiShort[row.rating])}>
            <Textarea id={fieldOf(row)} label={words.reason} help={words.reasonHelp(material.alasanMin)} error={faultOf(faults, fieldOf(row))} value={claim.alasan} maxLength={2000} onChange={(event) => set({ alasan: event.target.value })} />
            <fieldset className="stack-tight">
              <legend className={css["legend"]}>{words.basis}</legend>
              <p className="small quiet">{material.basis.length === 0 ? words.noBasis : words.basisHelp}</p>
              {material.basis.map((item) => {
                const { title, more } = lineOf(item);
                return <Checkbox key={item.id} label={title} help={more ?? undefined} checked={claim.basis.includes(item.id)} onChange={(event) => set({ basis: event.target.checked ? [...claim.basis, item.id] : claim.basis.filter((id) => id !== item.id) })} />;
              })}
            </fieldset>
          </Card>
        );
      })}
    </>
  );
}

export function CheckStep({ material, draft }: Omit<StepProps, "onChange">) {
  const { file: words, page } = useKeberatanCopy();
  const { vocabulary } = useCopy();
  const rowName = useRowName();
  const { atasan, clock } = material;
  return (
    <>
      <div className="stack-tight">
        <h1>{words.check}</h1>
        <p>{words.checkText}</p>
        {atasan !== null && <p>{words.readers(material.penilai.name, atasan.name)}</p>}
      </div>
      {chosenOf(material, draft).map((row) => {
        const claim = draft.claims[keyOf(row)] ?? { alasan: "", basis: [] };
        const basis = material.basis.filter((one) => claim.basis.includes(one.id));
        return (
          <Card key={keyOf(row)} title={rowName(row)} aside={<Badge>{vocabulary.ekspektasiShort[row.rating]}</Badge>}>
            <p className={css["words"]}>{page.reason(claim.alasan.trim())}</p>
            {basis.length === 0 ? <p className="quiet small">{words.noEvidence}</p> : <ul className={css["bases"]}>{basis.map((item) => <li key={item.id}><BasisItem item={item} /></li>)}</ul>}
          </Card>
        );
      })}
      {clock !== null && <DayClock clock={clock} />}
    </>
  );
}
