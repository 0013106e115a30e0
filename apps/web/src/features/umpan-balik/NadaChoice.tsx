import type { UmpanBalikView } from "@teraju/contracts/umpan-balik";
import { useCopy } from "#copy/copy.tsx";
import { useUmpanBalikCopy } from "#copy/page/umpan-balik.ts";
import { RadioGroup } from "#ui/light/RadioGroup.tsx";

type Nada = NonNullable<UmpanBalikView["nada"]>;
const NADA = ["positif", "netral", "negatif"] as const satisfies readonly Nada[];

export function NadaChoice({ value, onChange, error = null }: { value: Nada | null; onChange: (nada: Nada) => void; error?: string | null }) {
  const umpanBalik = useUmpanBalikCopy();
  const { vocabulary } = useCopy();
  return <RadioGroup label={umpanBalik.nada} isInline value={value} error={error} onChange={onChange} options={NADA.map((nada) => ({ value: nada, label: vocabulary.nada[nada] }))} />;
}
