import { useState } from "react";
import { Bullet } from "../ui/light/Bullet.tsx";
import { Button } from "../ui/light/Button.tsx";
import { Card } from "../ui/light/Card.tsx";
import { Explanation } from "../ui/light/Explanation.tsx";
import { IconArrowLeft, IconCamera, IconFile } from "../ui/light/icons.ts";
import { NumberStepper } from "../ui/light/NumberStepper.tsx";
import { ProgressSteps } from "../ui/light/ProgressSteps.tsx";
import { QuadrantMatrix } from "../ui/light/QuadrantMatrix.tsx";
import { TaskActions, TaskFrame } from "../ui/light/TaskFrame.tsx";
import { Textarea } from "../ui/light/TextInput.tsx";
import { DECISION } from "./examples.ts";
import css from "./gallery.module.css";

export function TaskView() {
  const [value, setValue] = useState<number | null>(17);
  const [text, setText] = useState("17 bayi selesai imunisasi dasar. 3 bayi ditunda karena demam, dijadwalkan 2 Desember.");
  return (
    <TaskFrame
      title="Laporan November"
      status="✓ Tersimpan di HP, pukul 14.02"
      backTo="/beranda"
      foot={
        <TaskActions line="Batas kirim Jumat, 4 Desember">
          <Button aria-label="Kembali" icon={IconArrowLeft} />
          <Button kind="primary">Lanjut: Penyuluhan gizi</Button>
        </TaskActions>
      }
    >
      <ProgressSteps
        steps={[
          { label: "Surveilans", state: "done", to: "/1" },
          { label: "Posyandu", state: "done", to: "/2" },
          { label: "Imunisasi", state: "current" },
          { label: "Gizi", state: "todo", to: "/4" },
        ]}
      />
      <div>
        <h1>Bayi diimunisasi dasar lengkap</h1>
        <p className="quiet">Hasil kerja 3 dari 4. Target November 20 bayi.</p>
      </div>
      <div>
        <NumberStepper label="Berapa bayi yang tercapai?" value={value} onChange={setValue} />
        <Bullet value={value} target={20} lastMonth={16} caption={<><b>{Math.round(((value ?? 0) / 20) * 100)}%</b> dari target</>} lastMonthCaption="Bulan lalu 16" />
      </div>
      <Textarea label="Apa yang terjadi?" aside={<a href="#catatan">Isi dari 6 catatan harian</a>} value={text} onChange={(event) => setText(event.target.value)} />
      <div className="stack-tight">
        <b>Bukti (2 foto)</b>
        <div className={css["thumbs"]}>
          <span>1</span>
          <span>2</span>
          <Button icon={IconCamera}>Kamera</Button>
          <Button icon={IconFile}>Berkas</Button>
        </div>
      </div>
    </TaskFrame>
  );
}

const RESULTS = [
  { name: "Imunisasi dasar lengkap", points: "36,1", value: 57, target: 60, words: "57 dari 60 bayi = 95%, bobot 38%" },
  { name: "Surveilans mingguan", points: "24,0", value: 12, target: 12, words: "12 dari 12 laporan = 100%, bobot 24%" },
  { name: "Penyuluhan gizi", points: "14,0", value: 9, target: 15, words: "9 dari 15 sesi = 60%, bobot 15%" },
];

export function ResultView() {
  return (
    <div className={css["page"]}>
      <div className={css["hero"]}>
        Hasil triwulan III 2026
        <b>Baik</b>
        Usulan predikat, diterima 12 Oktober 2026.
      </div>
      <Card title="Mengapa Baik?" sub="Hasil kerja sesuai ekspektasi dan perilaku di atas ekspektasi.">
        <QuadrantMatrix you={{ hasilKerja: "sesuai", perilaku: "di_atas" }} />
      </Card>
      <Card title="Hasil kerja 96%">
        <div>
          {RESULTS.map((row) => (
            <div key={row.name} className={css["result"]}>
              <p>
                <span>{row.name}</span> <b className="num">{row.points}</b>
              </p>
              <Bullet value={row.value} target={row.target} tone={row.value < row.target * 0.7 ? "attention" : "good"} caption={row.words} />
            </div>
          ))}
        </div>
        <p className="quiet">Indeks kota, bukan dasar predikat. Rating ditetapkan pejabat penilai dengan bukti.</p>
      </Card>
      <Card title="Dasar penetapan" kind="info">
        <Explanation decision={DECISION} />
      </Card>
    </div>
  );
}
