import { useState } from "react";
import { AnchoredQuestion } from "../ui/light/AnchoredQuestion.tsx";
import { Card } from "../ui/light/Card.tsx";
import { DotPlot } from "../ui/work/DotPlot.tsx";
import css from "./gallery.module.css";

const NAMES = { interval: "rentang 95%", row: "Kebiasaan", value: "Anda", low: "Paling rendah", high: "Paling tinggi" };

const QUESTIONS = [
  { key: "berorientasi_pelayanan", question: "Saat warga atau rekan membutuhkan bantuannya", levels: ["Permintaan sering tidak dijawab.", "Permintaan dijawab, tetapi sering perlu diingatkan.", "Permintaan dijawab dengan ramah sampai selesai.", "Selesai dengan ramah, dan cara melayani di unit ikut dibenahi."] },
  { key: "loyal", question: "Saat memegang data dan nama baik kantor", levels: ["Data kantor sering dibuka kepada yang tidak berhak.", "Data dijaga, tetapi kadang dibicarakan sembarangan.", "Rahasia jabatan dan nama baik kantor dijaga.", "Dijaga, dan rekan diingatkan dengan cara yang baik."] },
];

/** Questions with levels in words, and a dot plot with intervals. */
export function PeerView() {
  const [chosen, choose] = useState<Record<string, number>>({ berorientasi_pelayanan: 3 });
  return (
    <div className={css["page"]}>
      {QUESTIONS.map(({ key, question, levels }) => (
        <AnchoredQuestion
          key={key} label={question} value={chosen[key] ?? null} onChange={(value) => choose({ ...chosen, [key]: value })}
          levels={levels.map((label, index) => ({ value: index + 1, label }))} unknown={{ value: 0, label: "Tidak cukup mengenal" }}
          error={key === "loyal" ? "Pilih satu jawaban." : null}
        />
      ))}
      <Card title="Formulir Anda sedikit lebih longgar dari kota">
        <DotPlot
          min={-1.5} max={1.5} ticks={[-1, 0, 1]} ends={["lebih ketat", "lebih longgar"]} line={{ value: 0, label: "kota" }} caption="Kebiasaan menilai, dibanding kota" names={NAMES}
          dots={[
            { key: "a", label: "Kelonggaran", words: "0,4 lebih longgar (0,1 sampai 0,7), dari 12 formulir", figure: { value: 0.4, low: 0.1, high: 0.7 }, isStrong: true },
            { key: "b", label: "Beda antarorang", words: "Setara dengan kota (-0,5 sampai 0,3)", figure: { value: -0.1, low: -0.5, high: 0.3 } },
            { key: "c", label: "Beda antarperilaku", words: "Sangat seragam", figure: { value: -1.2, low: -2, high: -0.7 } },
            { key: "d", label: "Jawaban sama semua", words: "Belum cukup formulir: baru 3, perlu 8", figure: null },
          ]}
        />
      </Card>
    </div>
  );
}
