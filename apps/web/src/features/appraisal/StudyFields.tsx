import type { Input } from "@teraju/contracts/endpoint";
import type { recordStudy } from "@teraju/contracts/year-state";
import { useState } from "react";
import { useFormat } from "#copy/copy.tsx";
import { useAppraisalCopy } from "#copy/page/appraisal.ts";
import { Checkbox } from "#ui/light/RadioGroup.tsx";
import { NativeSelect, TextInput } from "#ui/light/TextInput.tsx";

export type Studi = Input<typeof recordStudy>["body"]["studi"];
const EMPTY: Studi = { lokasi: "dalam_negeri", jenjang: "s2_s3_profesi", akreditasiPT: null, akreditasiProdi: null, ipk: null, isGagal: false };

/** "3,51" and "3.51" alike; null where nothing is written. */
const toIpk = (text: string): number | null => (text.trim() === "" ? null : Number(text.trim().replace(",", ".")));

/** What is typed of a studi; `typed` is the IPK as written. */
export function useStudi(known: Studi | null) {
  const [studi, setStudi] = useState<Studi>(known ?? EMPTY);
  const [typed, setTyped] = useState(known?.ipk?.toString().replace(".", ",") ?? "");
  return { studi: { ...studi, ipk: toIpk(typed) }, typed, setTyped, change: (part: Partial<Studi>) => setStudi({ ...studi, ...part }) };
}

/** The fields of what an institution says of a tugas belajar (Lampiran BAB II.B). */
export function StudyFields({ studi, typed, setTyped, change }: ReturnType<typeof useStudi>) {
  const { yearState: words } = useAppraisalCopy();
  const letters = [{ value: "", label: words.unknown }, ...(["A", "B", "C"] as const).map((value) => ({ value, label: value }))];
  const letter = (text: string) => (text === "A" || text === "B" || text === "C" ? text : null);
  return (
    <>
      <NativeSelect label={words.lokasi} value={studi.lokasi} options={(["dalam_negeri", "luar_negeri"] as const).map((value) => ({ value, label: words.lokasiOf[value] }))} onChange={(event) => change({ lokasi: event.target.value === "luar_negeri" ? "luar_negeri" : "dalam_negeri" })} />
      <NativeSelect label={words.jenjang} value={studi.jenjang} options={(["s1", "s2_s3_profesi"] as const).map((value) => ({ value, label: words.jenjangOf[value] }))} onChange={(event) => change({ jenjang: event.target.value === "s1" ? "s1" : "s2_s3_profesi" })} />
      <NativeSelect label={words.akreditasiPT} value={studi.akreditasiPT ?? ""} options={letters} onChange={(event) => change({ akreditasiPT: letter(event.target.value) })} />
      <NativeSelect label={words.akreditasiProdi} value={studi.akreditasiProdi ?? ""} options={letters} onChange={(event) => change({ akreditasiProdi: letter(event.target.value) })} />
      <TextInput label={words.ipkField} help={words.ipkHelp} inputMode="decimal" value={typed} onChange={(event) => setTyped(event.target.value)} />
      <Checkbox label={words.isGagal} checked={studi.isGagal} onChange={(event) => change({ isGagal: event.target.checked })} />
    </>
  );
}

/** The same in words, where it is on record and not to be typed. */
export function useStudyLine(): (studi: Studi) => string {
  const { yearState: words } = useAppraisalCopy();
  const format = useFormat();
  return ({ lokasi, jenjang, akreditasiPT, akreditasiProdi, ipk, isGagal }) =>
    words.study([words.jenjangOf[jenjang], words.lokasiOf[lokasi], `${words.akreditasiPT} ${akreditasiPT ?? "–"}`, `${words.akreditasiProdi} ${akreditasiProdi ?? "–"}`, `${words.ipkField} ${ipk === null ? "–" : format.fixed(ipk, 2)}`].join(", "), isGagal);
}
