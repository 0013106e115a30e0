import { type AppraisalView, readAppraisal, readTeam, setYearState } from "@teraju/contracts/appraisal";
import type { Input } from "@teraju/contracts/endpoint";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Alert } from "#ui/light/Alert.tsx";
import { Button } from "#ui/light/Button.tsx";
import { Card } from "#ui/light/Card.tsx";
import { Explanation } from "#ui/light/Explanation.tsx";
import { ProblemAlert } from "#ui/light/ProblemAlert.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import css from "./appraisal.module.css";
import { StudyFields, useStudi, useStudyLine } from "./StudyFields.tsx";

type Shown = NonNullable<AppraisalView["yearState"]>;
type Body = Input<typeof setYearState>["body"];
type Props = { view: AppraisalView; shown: Shown; params: { periodId: string; personId: string } };

/** The state that the records suggest; null where they say nothing. */
const suggestionOf = (value: unknown): { keadaan: Body["keadaan"]; sejak: string; surat: string } | null =>
  typeof value === "object" && value !== null && "keadaan" in value && "sejak" in value && typeof value.sejak === "string" ? { keadaan: kindOf(String(value.keadaan)), sejak: value.sejak, surat: "surat" in value && typeof value.surat === "string" ? value.surat : "" } : null;
const perlakuanOf = (value: unknown): "dinilai" | "dinilai_sampai" | "tidak_dinilai" =>
  typeof value === "object" && value !== null && "perlakuan" in value && (value.perlakuan === "dinilai_sampai" || value.perlakuan === "tidak_dinilai") ? value.perlakuan : "dinilai";

/** What is not as in others' years: what was recorded, what follows from it by which rule, and the form to record it. */
export function YearState({ view, shown, params }: Props) {
  const { yearState: words } = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const lineOf = useStudyLine();
  const { state, endedOn, usul, perlakuan, ipk, actions } = shown;
  const suggested = suggestionOf(usul.keadaan.value);
  const recorded = state === null || state.keadaan === "bekerja" ? null : state;
  return (
    <Card title={words.title} sub={recorded === null ? words.none : words.recorded(vocabulary.keadaanAkhirTahun[recorded.keadaan], format.date(recorded.sejak))}>
      {recorded === null && endedOn !== null && <Alert kind="attention" title={words.ended(format.date(endedOn))} />}
      {recorded === null && suggested !== null && (
        <Alert title={words.suggested(vocabulary.keadaanAkhirTahun[suggested.keadaan], format.date(suggested.sejak))}>
          {usul.keadaan.note !== undefined && <p>{words.checkLetter}</p>}
          {usul.studi !== null && <p>{lineOf(usul.studi.studi)} {words.studyBy(usul.studi.basis, usul.studi.setBy, format.date(usul.studi.setOn))}</p>}
        </Alert>
      )}
      {recorded?.keadaan === "tugas_belajar" && usul.studi !== null && usul.studi.setOn > recorded.setOn && <Alert kind="attention" title={words.studyChanged}><p>{lineOf(usul.studi.studi)}</p></Alert>}
      {recorded !== null && perlakuan !== null && (
        <>
          <p className="small quiet">{words.by(recorded.basis, recorded.setBy, format.date(recorded.setOn))}</p>
          <p>{words.perlakuan[perlakuanOf(perlakuan.value)]}</p>
          {ipk !== null && typeof ipk.value === "string" && <p>{words.ipk((vocabulary.predikat as Record<string, string>)[ipk.value] ?? "")}</p>}
          {recorded.studi?.isGagal === true && <p>{words.failed}</p>}
          <details className={css["details"]}>
            <summary>{words.why}</summary>
            {[perlakuan, ipk].map((one) => one !== null && <Explanation key={one.rule} decision={one} />)}
          </details>
        </>
      )}
      {actions.set.length === 0 && (
        <details className={css["details"]}>
          <summary>{words.open}</summary>
          <Form view={view} shown={shown} params={params} />
        </details>
      )}
    </Card>
  );
}

/** What the personnel records say stands in the form already; what BKPSDM has on record of a studi is read, not typed. */
function Form({ view, shown: { state, endedOn, usul }, params }: Props) {
  const { yearState: words } = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const lineOf = useStudyLine();
  const suggested = suggestionOf(usul.keadaan.value);
  const [keadaan, setKeadaan] = useState<Body["keadaan"]>(state?.keadaan ?? suggested?.keadaan ?? "tugas_belajar");
  const [sejak, setSejak] = useState(state?.sejak ?? suggested?.sejak ?? endedOn ?? `${view.period.year}-01-01`);
  const [basis, setBasis] = useState(state?.basis ?? usul.studi?.basis ?? suggested?.surat ?? "");
  const fields = useStudi(state?.studi ?? null);
  const save = useMutation(apiMutation(setYearState, { invalidates: [readAppraisal, readTeam] }));
  const isStudy = keadaan === "tugas_belajar";
  const kinds = Object.entries(vocabulary.keadaanAkhirTahun).map(([value, label]) => ({ value, label }));
  const store = () => save.mutate({ params, body: { version: state?.version ?? null, keadaan, sejak, basis: basis.trim(), studi: isStudy ? (usul.studi?.studi ?? fields.studi) : null } });
  return (
    <div className="stack-tight">
      <NativeSelect label={words.keadaan} value={keadaan} options={kinds} onChange={(event) => setKeadaan(kindOf(event.target.value))} />
      <TextInput label={words.sejak} type="date" value={sejak} onChange={(event) => setSejak(event.target.value)} />
      <TextInput label={words.basis} help={words.basisHelp} value={basis} maxLength={500} onChange={(event) => setBasis(event.target.value)} />
      {isStudy && (usul.studi === null ? <StudyFields {...fields} /> : <p>{lineOf(usul.studi.studi)}</p>)}
      <ProblemAlert error={save.error} />
      <div><Button isBusy={save.isPending} onClick={store}>{words.save}</Button></div>
    </div>
  );
}

const KINDS = ["bekerja", "tugas_belajar", "pejabat_negara", "diberhentikan_sementara", "cltn", "masa_persiapan_pensiun", "pensiun", "perjanjian_berakhir", "pindah_instansi", "meninggal"] as const;
const kindOf = (text: string): Body["keadaan"] => KINDS.find((one) => one === text) ?? "bekerja";
