import { decideRekonsiliasi, listRekonsiliasi, readRekonsiliasi, REKONSILIASI_PELAKSANA, REKONSILIASI_TINDAKAN, type RekonsiliasiPelaksana, type RekonsiliasiRow, type RekonsiliasiTindakan } from "@teraju/contracts/rekonsiliasi";
import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useRekonsiliasiCopy } from "#copy/page/rekonsiliasi.ts";
import { Badge } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, Textarea, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import { useSession } from "../../session.ts";
import css from "./rekonsiliasi.module.css";

type Beda = RekonsiliasiRow["beda"][number];

/** Where a row is folded: whether it is open now, and the press that changes it. */
export type Fold = { isOpen: boolean; onToggle: () => void };

/** A person of the two lists: what differs side by side, and what is done about it. With `fold` (a phone) a line that opens. */
export function PersonItem({ row, fold, ...answer }: Omit<AnswerProps, "beda"> & { fold: Fold | null }) {
  if (fold !== null) {
    return (
      <div className={css["person"]}>
        <FoldButton row={row} fold={fold} />
        {fold.isOpen && <><p className="quiet small">{[row.nip, row.opd].filter(Boolean).join(", ")}</p><Whole row={row} {...answer} /></>}
      </div>
    );
  }
  return (
    <div className={css["person"]}>
      <div className={css["head"]}>
        <p><b>{row.name}</b> <span className="quiet small">{[row.nip, row.opd].filter(Boolean).join(", ")}</span></p>
        <State row={row} />
      </div>
      <Whole row={row} {...answer} />
    </div>
  );
}

function State({ row }: { row: RekonsiliasiRow }) {
  const words = useRekonsiliasiCopy();
  return <Badge kind={row.state === "cocok" ? "good" : "attention"}>{words.state[row.state]}</Badge>;
}

/** Name, state, and in one line what was decided or what differs first. */
function FoldButton({ row, fold: { isOpen, onToggle } }: { row: RekonsiliasiRow; fold: Fold }) {
  const words = useRekonsiliasiCopy();
  const say = useSay();
  const open = row.beda.find(({ tindakan }) => tindakan === null) ?? row.beda[0];
  const [field] = open?.fields ?? [];
  const more = row.beda.reduce((n, { fields }) => n + fields.length, 0) - 1;
  const decided = open?.tindakan ?? null;
  const line = decided !== null ? [words.tindakan[decided.tindakan], decided.isOverdue && words.late].filter(Boolean).join(", ") : field === undefined ? row.opd : words.differs(words.field[field.field], say(field.field, field.here), say(field.field, field.bkn), more);
  return (
    <button type="button" className={css["fold"]} aria-expanded={isOpen} onClick={onToggle}>
      <span className={css["foldHead"]}><b>{row.name}</b><State row={row} /></span>
      {!isOpen && <span className={css["foldLine"]}>{line}</span>}
    </button>
  );
}

function Whole({ row, report, unit, mayDecide, usualDue }: Omit<AnswerProps, "beda">) {
  const words = useRekonsiliasiCopy();
  return (
    <>
      {row.acting.map((text) => <p key={text} className="quiet small">{words.acting(text)}</p>)}
      {row.rating === "bkn" && <p className="small">{words.fromBkn}</p>}
      {row.rating === "belum" && row.state !== "cocok" && <p className="small">{words.mayAdopt}</p>}
      {row.beda.map((beda) => (
        <div key={beda.aspek} className={css["beda"]}>
          <Sides beda={beda} />
          <Answer key={`${beda.key} ${beda.version ?? 0}`} {...{ beda, row, report, unit, mayDecide, usualDue }} />
        </div>
      ))}
    </>
  );
}

/** A value of a field in words. */
function useSay(): (field: string, value: string | null) => string {
  const words = useRekonsiliasiCopy();
  const { vocabulary } = useCopy();
  return (field, value) => {
    if (value === null) return words.empty;
    const codes: Readonly<Record<string, string>> = field === "predikat" ? vocabulary.predikat : field === "hasilKerja" || field === "perilaku" ? vocabulary.ekspektasi : {};
    return codes[value] ?? value;
  };
}

function Sides({ beda: { aspek, fields } }: { beda: Beda }) {
  const words = useRekonsiliasiCopy();
  const say = useSay();
  return (
    <table className={css["sides"]}>
      <caption className="visually-hidden">{words.aspek[aspek]}</caption>
      <thead><tr><th scope="col">{words.fieldHead}</th><th scope="col">{words.here}</th><th scope="col">{words.bkn}</th></tr></thead>
      <tbody>{fields.map(({ field, here, bkn }) => <tr key={field}><th scope="row">{words.field[field]}</th><td>{say(field, here)}</td><td>{say(field, bkn)}</td></tr>)}</tbody>
    </table>
  );
}

type AnswerProps = { beda: Beda; row: RekonsiliasiRow; report: string; unit: string | null; mayDecide: boolean; usualDue: string };
/** What was decided, or the three ways to decide: one press to choose, one to save. */
function Answer({ beda, row, report, unit, mayDecide, usualDue }: AnswerProps) {
  const words = useRekonsiliasiCopy();
  const format = useFormat();
  const [chosen, setChosen] = useState<RekonsiliasiTindakan | null>(null);
  const [isChanging, setChanging] = useState(false);
  const decided = beda.tindakan;
  if (chosen !== null) return <DecideForm {...{ beda, row, report, unit, chosen, usualDue }} onClose={() => setChosen(null)} />;
  if (decided !== null && !isChanging) {
    return (
      <div className="stack-tight">
        {decided.isOverdue && <div><Badge kind="attention">{words.late}</Badge></div>}
        <p>{decided.dueOn === null ? words.decidedWajar(decided.note) : words.decided(words.tindakan[decided.tindakan], words.pelaksana[decided.pelaksana], format.date(decided.dueOn))}</p>
        {decided.dueOn !== null && decided.note !== "" && <p className="quiet small">{decided.note}</p>}
        <p className="quiet small">{words.decidedBy(decided.by, format.date(decided.on))}</p>
        {mayDecide && <div><Button isSmall onClick={() => setChanging(true)}>{words.change}</Button></div>}
      </div>
    );
  }
  if (!mayDecide) return null;
  return (
    <div className={css["what"]} role="group" aria-label={`${words.what}: ${row.name}, ${words.aspek[beda.aspek]}`}>
      {REKONSILIASI_TINDAKAN.map((one) => <Button key={one} isSmall onClick={() => setChosen(one)}>{words.tindakan[one]}</Button>)}
    </div>
  );
}

function DecideForm({ beda, row, report, unit, chosen, usualDue, onClose }: Omit<AnswerProps, "mayDecide"> & { chosen: RekonsiliasiTindakan; onClose: () => void }) {
  const words = useRekonsiliasiCopy();
  const { today } = useSession();
  const isRepair = chosen !== "wajar";
  const [pelaksana, setPelaksana] = useState<RekonsiliasiPelaksana>(chosen === "perbaiki_di_bkn" ? (beda.aspek === "nilai" ? "penilai" : "admin_opd") : "bkpsdm");
  const [dueOn, setDueOn] = useState(usualDue);
  const [note, setNote] = useState("");
  const save = useMutation(apiMutation(decideRekonsiliasi, { invalidates: [readRekonsiliasi, listRekonsiliasi] }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ params: { id: report }, body: { unit, nip: row.nip, aspek: beda.aspek, key: beda.key, version: beda.version, tindakan: chosen, pelaksana, dueOn: isRepair ? dueOn : null, note: note.trim() === "" ? null : note.trim() } });
  };
  return (
    <form className={css["form"]} onSubmit={submit} aria-label={`${words.tindakan[chosen]}: ${row.name}`}>
      {isRepair && <NativeSelect label={words.who} value={pelaksana} onChange={(event) => { const found = REKONSILIASI_PELAKSANA.find((one) => one === event.target.value); if (found !== undefined) setPelaksana(found); }} options={REKONSILIASI_PELAKSANA.map((one) => ({ value: one, label: words.pelaksana[one] }))} />}
      {isRepair && <TextInput type="date" label={words.until} required min={today} value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
      <Textarea label={isRepair ? words.note : words.why} isOptional={isRepair} required={!isRepair} rows={2} maxLength={500} value={note} onChange={(event) => setNote(event.target.value)} />
      <div className="row">
        <Button kind="primary" type="submit" isBusy={save.isPending}>{words.save}: {words.tindakan[chosen]}</Button>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <ProblemAlert error={save.error} />
    </form>
  );
}
