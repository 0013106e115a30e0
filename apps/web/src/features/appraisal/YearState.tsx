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
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";
import { apiMutation } from "../../api.ts";
import css from "./appraisal.module.css";

type Shown = NonNullable<AppraisalView["yearState"]>;
type Body = Input<typeof setYearState>["body"];
type Studi = NonNullable<Body["studi"]>;
type Props = { view: AppraisalView; shown: Shown; params: { periodId: string; personId: string } };

const EMPTY: Studi = { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: null, akreditasiProdi: null, ipk: null, isGagal: false };
const perlakuanOf = (value: unknown): "dinilai" | "dinilai_sampai" | "tidak_dinilai" =>
  typeof value === "object" && value !== null && "perlakuan" in value && (value.perlakuan === "dinilai_sampai" || value.perlakuan === "tidak_dinilai") ? value.perlakuan : "dinilai";

/** What is not as in others' years: what was recorded, what follows from it by which rule, and the form to record it. */
export function YearState({ view, shown, params }: Props) {
  const { yearState: words } = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const format = useFormat();
  const { state, endedOn, perlakuan, ipk, actions } = shown;
  const recorded = state === null || state.keadaan === "bekerja" ? null : state;
  return (
    <Card title={words.title} sub={recorded === null ? words.none : words.recorded(vocabulary.keadaanAkhirTahun[recorded.keadaan], format.date(recorded.sejak))}>
      {recorded === null && endedOn !== null && <Alert kind="attention" title={words.ended(format.date(endedOn))} />}
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

/** "3,51" and "3.51" alike; null where nothing is written. */
const toIpk = (text: string): number | null => (text.trim() === "" ? null : Number(text.trim().replace(",", ".")));

function Form({ view, shown: { state, endedOn }, params }: Props) {
  const { yearState: words } = useAppraisalCopy();
  const { vocabulary } = useCopy();
  const [keadaan, setKeadaan] = useState<Body["keadaan"]>(state?.keadaan ?? (endedOn === null ? "tugas_belajar" : "pensiun"));
  const [sejak, setSejak] = useState(state?.sejak ?? endedOn ?? `${view.period.year}-01-01`);
  const [basis, setBasis] = useState(state?.basis ?? "");
  const [studi, setStudi] = useState<Studi>(state?.studi ?? EMPTY);
  const [ipk, setIpk] = useState(state?.studi?.ipk?.toString().replace(".", ",") ?? "");
  const save = useMutation(apiMutation(setYearState, { invalidates: [readAppraisal, readTeam] }));
  const isStudy = keadaan === "tugas_belajar";
  const kinds = Object.entries(vocabulary.keadaanAkhirTahun).map(([value, label]) => ({ value, label }));
  const letters = [{ value: "", label: words.unknown }, ...(["A", "B", "C"] as const).map((value) => ({ value, label: value }))];
  const letter = (text: string) => (text === "A" || text === "B" || text === "C" ? text : null);
  const store = () => save.mutate({ params, body: { version: state?.version ?? null, keadaan, sejak, basis: basis.trim(), studi: isStudy ? { ...studi, ipk: toIpk(ipk) } : null } });
  return (
    <div className="stack-tight">
      <NativeSelect label={words.keadaan} value={keadaan} options={kinds} onChange={(event) => setKeadaan(kindOf(event.target.value))} />
      <TextInput label={words.sejak} type="date" value={sejak} onChange={(event) => setSejak(event.target.value)} />
      <TextInput label={words.basis} help={words.basisHelp} value={basis} maxLength={500} onChange={(event) => setBasis(event.target.value)} />
      {isStudy && (
        <>
          <NativeSelect label={words.lokasi} value={studi.lokasi} options={(["dalam_negeri", "luar_negeri"] as const).map((value) => ({ value, label: words.lokasiOf[value] }))} onChange={(event) => setStudi({ ...studi, lokasi: event.target.value === "luar_negeri" ? "luar_negeri" : "dalam_negeri" })} />
          <NativeSelect label={words.jenjang} value={studi.jenjang} options={(["s1", "s2_s3_profesi"] as const).map((value) => ({ value, label: words.jenjangOf[value] }))} onChange={(event) => setStudi({ ...studi, jenjang: event.target.value === "s1" ? "s1" : "s2_s3_profesi" })} />
          <NativeSelect label={words.akreditasiPT} value={studi.akreditasiPT ?? ""} options={letters} onChange={(event) => setStudi({ ...studi, akreditasiPT: letter(event.target.value) })} />
          <NativeSelect label={words.akreditasiProdi} value={studi.akreditasiProdi ?? ""} options={letters} onChange={(event) => setStudi({ ...studi, akreditasiProdi: letter(event.target.value) })} />
          <TextInput label={words.ipkField} help={words.ipkHelp} inputMode="decimal" value={ipk} onChange={(event) => setIpk(event.target.value)} />
          <Checkbox label={words.isGagal} checked={studi.isGagal} onChange={(event) => setStudi({ ...studi, isGagal: event.target.checked })} />
        </>
      )}
      <ProblemAlert error={save.error} />
      <div><Button isBusy={save.isPending} onClick={store}>{words.save}</Button></div>
    </div>
  );
}

const KINDS = ["bekerja", "tugas_belajar", "pejabat_negara", "diberhentikan_sementara", "cltn", "masa_persiapan_pensiun", "pensiun", "perjanjian_berakhir", "pindah_instansi", "meninggal"] as const;
const kindOf = (text: string): Body["keadaan"] => KINDS.find((one) => one === text) ?? "bekerja";
