import { type FormBody, type PlanView, readDevelopment, readPlanForm, writePlanForm } from "@teraju/contracts/development";
import type { Refusal } from "@teraju/contracts/problem";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useDevelopmentCopy } from "#copy/page/development.ts";
import { Button, LinkButton } from "#ui/light/Button.tsx";
import { Line, Lines } from "#ui/light/Card.tsx";
import { IconDownload } from "#ui/light/icons.ts";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";

type Format = PlanView["forms"][number]["format"];
type Filled = FormBody["format"];
const isFilled = (format: Format): format is Filled => format !== "B.1.6" && format !== "B.1.7";

/** Formats B.1.6 to B.1.10 of a plan: those that can be read as PDF, and those that one may fill. */
export function PlanForms({ plan: { id, forms, actions } }: { plan: PlanView }) {
  const words = useDevelopmentCopy();
  const { refusals } = useCopy();
  const format = useFormat();
  const [open, setOpen] = useState<Filled | null>(null);
  const shown = forms.filter((one) => one.isReadable || one.refusals.length === 0 || actions.record.length === 0);
  if (shown.length === 0) return null;
  return (
    <section className="stack-tight" aria-label={words.forms}>
      <h3>{words.forms}</h3>
      <Lines>
        {shown.map((one) => {
          const title = words.formOf[one.format];
          const address = readPlanForm.path.replace(":id", id).replace(":format", one.format);
          return (
            <Line
              key={one.format} title={title} sub={one.on === null ? (one.refusals[0] === undefined ? words.formOpen : refusals[one.refusals[0] as Refusal]) : `Format ${one.format}, ${format.date(one.on)}${one.receivedOn === null ? "" : `; ${words.receivedOn(format.date(one.receivedOn))}`}`}
              action={one.isReadable
                ? <LinkButton isSmall icon={IconDownload} to={address} reloadDocument download aria-label={words.formPdf(title)}>PDF</LinkButton>
                : one.refusals.length === 0 && isFilled(one.format) && open !== one.format && <Button isSmall aria-label={words.fillForm(title)} onClick={() => setOpen(isFilled(one.format) ? one.format : null)}>{words.fill}</Button>}
            />
          );
        })}
      </Lines>
      {open !== null && <FillForm key={open} planId={id} format={open} onDone={() => setOpen(null)} />}
    </section>
  );
}

function FillForm({ planId, format, onDone }: { planId: string; format: Filled; onDone: () => void }) {
  const words = useDevelopmentCopy();
  const send = useMutation({ ...apiMutation(writePlanForm, { invalidates: [readDevelopment] }), onSuccess: onDone });
  const [body, setBody] = useState<Draft>(() => EMPTY[format]);
  const complete = completed(body);
  return (
    <form className="stack-tight" aria-label={words.formOf[format]} onSubmit={(event) => { event.preventDefault(); if (complete !== null) send.mutate({ params: { id: planId }, body: complete }); }}>
      <p className="quiet small">{words.formOnce}</p>
      {body.format === "B.1.8" && <Heard body={body} onChange={setBody} />}
      {body.format === "B.1.9" && <Competences body={body} onChange={setBody} />}
      {body.format === "B.1.10" && <Trouble body={body} onChange={setBody} />}
      <div className="row"><Button type="submit" kind="primary" isBusy={send.isPending} refusal={complete === null ? words.formIncomplete : null}>{words.saveForm}</Button><Button onClick={onDone}>{words.close}</Button></div>
      <ProblemAlert error={send.error} />
    </form>
  );
}

type Answer = Extract<FormBody, { format: "B.1.8" }>["jawaban"][number];
type Score = { nilai: number | null; alasan: string };
type HeardDraft = { format: "B.1.8"; jawaban: readonly (Answer | null)[]; catatan: string };
type CompetencesDraft = { format: "B.1.9"; nilai: readonly Score[]; teknis: readonly (Score & { nama: string })[]; rekomendasi: string };
type TroubleDraft = { format: "B.1.10"; ekspektasi: string; masalah: string; serupa: boolean | null; upaya: string };
type Draft = HeardDraft | CompetencesDraft | TroubleDraft;

const ROWS = 9;
const EMPTY: Record<Filled, Draft> = {
  "B.1.8": { format: "B.1.8", jawaban: Array.from({ length: ROWS }, () => null), catatan: "" },
  "B.1.9": { format: "B.1.9", nilai: Array.from({ length: ROWS }, () => ({ nilai: null, alasan: "" })), teknis: [], rekomendasi: "" },
  "B.1.10": { format: "B.1.10", ekspektasi: "", masalah: "", serupa: null, upaya: "" },
};
const isScored = <S extends Score>(one: S): one is S & { nilai: number } => one.nilai !== null;
/** The body once nothing is left open. */
function completed(draft: Draft): FormBody | null {
  switch (draft.format) {
    case "B.1.8": {
      const jawaban = draft.jawaban.filter((one) => one !== null);
      return jawaban.length === ROWS ? { ...draft, jawaban } : null;
    }
    case "B.1.9": {
      const nilai = draft.nilai.filter(isScored);
      const teknis = draft.teknis.filter(isScored);
      return nilai.length === ROWS && teknis.length === draft.teknis.length ? { ...draft, nilai, teknis } : null;
    }
    case "B.1.10": return draft.serupa === null ? null : { ...draft, serupa: draft.serupa };
  }
}
const replaced = <T,>(list: readonly T[], at: number, one: T): T[] => list.map((old, i) => (i === at ? one : old));

type Part<D extends Draft> = { body: D; onChange: (body: D) => void };

/** B.1.8: nine sentences about the guidance. */
function Heard({ body, onChange }: Part<HeardDraft>) {
  const words = useDevelopmentCopy();
  return (
    <>
      {words.kriteria.map((text, i) => (
        <RadioGroup key={text} isInline label={`${i + 1}. ${text}`} value={body.jawaban[i] ?? null} onChange={(jawaban) => onChange({ ...body, jawaban: replaced(body.jawaban, i, jawaban) })} options={(["ya", "sebagian", "tidak"] as const).map((value) => ({ value, label: words.jawaban[value] }))} />
      ))}
      <Textarea label={words.heardNote} isOptional maxLength={1000} value={body.catatan} onChange={(event) => onChange({ ...body, catatan: event.target.value })} />
    </>
  );
}

function ScoreFields({ name, one, onChange }: { name: string; one: Score; onChange: (score: Score) => void }) {
  const words = useDevelopmentCopy();
  return (
    <>
      <NativeSelect label={name} value={one.nilai === null ? "" : String(one.nilai)} onChange={(event) => onChange({ ...one, nilai: event.target.value === "" ? null : Number(event.target.value) })} options={[{ value: "", label: words.choose }, ...words.skala.map((label, i) => ({ value: String(i + 1), label: `${i + 1}. ${label}` }))]} />
      <TextInput label={words.reasonOf(name)} required minLength={3} maxLength={500} value={one.alasan} onChange={(event) => onChange({ ...one, alasan: event.target.value })} />
    </>
  );
}

const MOST_TECHNICAL = 10;
/** B.1.9: eight kompetensi manajerial, one sosio kultural, and the technical ones that one names. */
function Competences({ body, onChange }: Part<CompetencesDraft>) {
  const words = useDevelopmentCopy();
  return (
    <>
      {words.kompetensi.map((name, i) => <ScoreFields key={name} name={name} one={body.nilai[i] ?? { nilai: null, alasan: "" }} onChange={(one) => onChange({ ...body, nilai: replaced(body.nilai, i, one) })} />)}
      {body.teknis.map((one, i) => (
        <div key={i} className="stack-tight">
          <TextInput label={words.technicalName(i + 1)} required minLength={3} maxLength={150} value={one.nama} onChange={(event) => onChange({ ...body, teknis: replaced(body.teknis, i, { ...one, nama: event.target.value }) })} />
          <ScoreFields name={words.technicalScore(i + 1)} one={one} onChange={(score) => onChange({ ...body, teknis: replaced(body.teknis, i, { ...one, ...score }) })} />
        </div>
      ))}
      {body.teknis.length < MOST_TECHNICAL && <Button onClick={() => onChange({ ...body, teknis: [...body.teknis, { nama: "", nilai: null, alasan: "" }] })}>{words.addTechnical}</Button>}
      <Textarea label={words.recommendation} required minLength={5} maxLength={1000} value={body.rekomendasi} onChange={(event) => onChange({ ...body, rekomendasi: event.target.value })} />
    </>
  );
}

/** B.1.10: what the problem is, and what was tried. */
function Trouble({ body, onChange }: Part<TroubleDraft>) {
  const words = useDevelopmentCopy();
  return (
    <>
      <Textarea label={words.troubleExpected} isOptional maxLength={1000} value={body.ekspektasi} onChange={(event) => onChange({ ...body, ekspektasi: event.target.value })} />
      <Textarea label={words.trouble} required minLength={10} maxLength={2000} value={body.masalah} onChange={(event) => onChange({ ...body, masalah: event.target.value })} />
      <RadioGroup isInline label={words.troubleOthers} value={body.serupa === null ? null : body.serupa ? "ya" : "tidak"} onChange={(value) => onChange({ ...body, serupa: value === "ya" })} options={(["ya", "tidak"] as const).map((value) => ({ value, label: words.jawaban[value] }))} />
      <Textarea label={words.troubleTried} required minLength={10} maxLength={2000} value={body.upaya} onChange={(event) => onChange({ ...body, upaya: event.target.value })} />
    </>
  );
}
