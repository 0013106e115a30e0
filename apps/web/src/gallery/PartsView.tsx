import { useState } from "react";
import { Alert, Badge } from "../ui/light/Alert.tsx";
import { LanguageSwitch } from "../ui/light/AppShell.tsx";
import { Button, LinkButton } from "../ui/light/Button.tsx";
import { Card, EmptyState } from "../ui/light/Card.tsx";
import { Dialog } from "../ui/light/Dialog.tsx";
import { ErrorSummary } from "../ui/light/ErrorSummary.tsx";
import { MonthStrip, type StripMonth } from "../ui/light/MonthStrip.tsx";
import { ProgressSteps } from "../ui/light/ProgressSteps.tsx";
import { Checkbox, RadioGroup } from "../ui/light/RadioGroup.tsx";
import { PageSkeleton } from "../ui/light/Skeleton.tsx";
import { NativeSelect, PasswordInput, Textarea, TextInput } from "../ui/light/TextInput.tsx";
import { KeyHint, ShortcutList } from "../ui/work/KeyHint.tsx";
import { Table } from "../ui/work/Table.tsx";
import { Tabs } from "../ui/work/Tabs.tsx";
import { Breadcrumbs, TreeNav } from "../ui/work/TreeNav.tsx";
import { Trend } from "../ui/work/Trend.tsx";
import { HEAT_MONTHS, HEAT_ROWS } from "./examples.ts";
import css from "./gallery.module.css";

const STATES = ["done", "done", "late", "done", "excused", "done", "done", "missing", "done", "done", "open", "future"] as const;
const STRIP: StripMonth[] = STATES.map((state, index) => ({ month: `2026-${String(index + 1).padStart(2, "0")}`, state, words: state }));
const TABS = [{ value: "semua", label: "Semua", count: 52 }, { value: "belum", label: "Belum kirim", count: 6 }] as const;

function Forms() {
  const [choice, setChoice] = useState<"a" | "b" | "c" | null>("a");
  return (
    <Card title="Isian">
      <ErrorSummary faults={[{ field: "uraian", text: "Tulis satu kalimat tentang hasil ini." }]} />
      <TextInput label="NIP" help="18 angka." defaultValue="198001012005011001" />
      <TextInput label="Tanggal" type="date" isOptional defaultValue="2026-12-04" />
      <PasswordInput label="Kata sandi" defaultValue="rahasia" />
      <Textarea id="uraian" label="Apa yang terjadi?" error="Tulis satu kalimat tentang hasil ini." />
      <NativeSelect label="Bulan" options={[{ value: "11", label: "November 2026" }]} />
      <RadioGroup label="Putusan" value={choice} onChange={setChoice} isInline options={[{ value: "a", label: "Terima", keyHint: <KeyHint keys="1" /> }, { value: "b", label: "Minta perbaikan", keyHint: <KeyHint keys="2" /> }, { value: "c", label: "Bahas di rapat", keyHint: <KeyHint keys="3" /> }]} />
      <Checkbox label="Tampil di rapat" help="Foto ikut tampil." defaultChecked />
    </Card>
  );
}

function Work() {
  return (
    <Card title="Jalur kerja">
      <Breadcrumbs places={[{ label: "Kota Langsa", to: "/k" }, { label: "Dinas Kesehatan", to: "/d" }, { label: "Bidang P2P", to: "/p" }]} />
      <Tabs param="lihat" label="Pilihan" tabs={TABS} />
      <Table
        caption="Pegawai"
        rowKey={(row) => row.name}
        rows={[{ name: "Pegawai A", unit: "Bidang P2P", done: 85 }, { name: "Pegawai B", unit: "Sekretariat", done: 98 }, { name: "Pegawai C", unit: "Farmasi", done: null }]}
        columns={[
          { key: "nama", label: "Nama", cell: (row) => row.name, sortBy: (row) => row.name },
          { key: "unit", label: "Unit", cell: (row) => row.unit, isMinor: true },
          { key: "capaian", label: "Capaian", cell: (row) => row.done ?? "–", sortBy: (row) => row.done, isFigure: true },
        ]}
      />
      <div className="row">
        <ShortcutList shortcuts={[{ keys: "J", does: "Baris berikutnya" }, { keys: "K", does: "Baris sebelumnya" }]} />
      </div>
      <TreeNav current="p" nodes={[{ id: "d", label: "Dinas Kesehatan", to: "/d", note: "52", children: [{ id: "p", label: "Bidang P2P", to: "/p", note: "14" }, { id: "g", label: "Gizi & KIA", to: "/g", note: "9" }] }, { id: "e", label: "Dinas Pendidikan", to: "/e", note: "310" }]} />
      <Trend months={HEAT_MONTHS} min={60} max={110} line={{ value: 100, label: "Target" }} caption="Capaian" series={HEAT_ROWS.slice(0, 3).map((row, index) => ({ label: row.label, values: row.values as number[], isStrong: index === 2 }))} />
    </Card>
  );
}

export function PartsView() {
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={css["page"]}>
      <div className="row">
        <Button kind="primary">Kirim laporan</Button>
        <Button>Lihat</Button>
        <Button kind="quiet">Urungkan</Button>
        <Button kind="danger">Hapus</Button>
        <LinkButton to="/hasil">Ke hasil</LinkButton>
        <Button kind="primary" refusal="Periksa dulu semua hasil kerja.">Selesai diperiksa</Button>
        <Button onClick={() => setOpen(true)}>Buka dialog</Button>
      </div>
      <Dialog isOpen={isOpen} onClose={() => setOpen(false)} title="Hapus bukti ini?" actions={<><Button kind="danger">Hapus</Button><Button>Batal</Button></>}>
        <p>Bukti tidak bisa dikembalikan.</p>
      </Dialog>
      <div className="row">
        <Badge>Sedang diisi</Badge> <Badge kind="good">Terkirim</Badge> <Badge kind="info">Diperiksa</Badge> <Badge kind="attention">Dikembalikan</Badge> <Badge kind="error">Keliru</Badge>
      </div>
      <Alert title="Catatan">Jangan memuat data pasien.</Alert>
      <Alert kind="good">Laporan terkirim 4 Desember 2026, 14.02.</Alert>
      <Alert kind="attention">Belum ada umpan balik bulan ini.</Alert>
      <Alert kind="error">Data ini sudah berubah. Muat ulang, lalu coba lagi.</Alert>
      <Card title="Dua belas bulan"><MonthStrip months={STRIP} label="Laporan 12 bulan" /></Card>
      <ProgressSteps steps={["Surveilans", "Posyandu", "Imunisasi", "Gizi", "KIA", "Farmasi"].map((label, index) => ({ label, state: index < 2 ? "done" : index === 2 ? "current" : "todo", to: `/${index}` }))} />
      <EmptyState title="Semua beres.">Laporan berikutnya dibuka 1 Desember.</EmptyState>
      <Forms />
      <Work />
      <PageSkeleton boxes={1} />
      <LanguageSwitch />
    </div>
  );
}
