import { AppShell } from "../ui/light/AppShell.tsx";
import { Button } from "../ui/light/Button.tsx";
import { Card, Line, Lines } from "../ui/light/Card.tsx";
import { IconDashboard, IconHome, IconReport, IconReview, IconTeam, IconUmpanBalik } from "../ui/light/icons.ts";
import { Mark, PageHeader } from "../ui/light/PageHeader.tsx";
import { QuadrantMatrix } from "../ui/light/QuadrantMatrix.tsx";
import { Distribution } from "../ui/work/Distribution.tsx";
import { HeatMap } from "../ui/work/HeatMap.tsx";
import css from "./gallery.module.css";
import { COUNTS, HEAT_MONTHS, HEAT_ROWS } from "./examples.ts";

const GROUPS = [
  { label: "Unit saya", items: [{ to: "/dasbor", label: "Dasbor", icon: IconDashboard }] },
  {
    label: "Pekerjaan saya",
    items: [
      { to: "/beranda", label: "Beranda", icon: IconHome },
      { to: "/laporan", label: "Laporan", icon: IconReport },
      { to: "/umpan-balik", label: "Umpan balik", icon: IconUmpanBalik, count: 2 },
    ],
  },
  {
    label: "Tim saya",
    items: [
      { to: "/penilaian", label: "Penilaian", icon: IconReview, count: 7 },
      { to: "/tim", label: "Tim", icon: IconTeam },
    ],
  },
];

export function DeskView() {
  return (
    <AppShell
      groups={GROUPS}
      person={{ name: "dr. Contoh Pegawai", jabatan: "Kepala Dinas Kesehatan" }}
      account={<Button>Keluar</Button>}
      line="Kota contoh, bukan data sungguhan. Tanggalnya tetap 23 November 2026."
    >
      <PageHeader
        tab="Dasbor"
        title={
          <>
            46 dari 52 laporan November masuk. <Mark>6 orang belum</Mark>, 4 di Bidang P2P.
          </>
        }
        sub="Dinas Kesehatan. Batas kirim Jumat, 4 Desember."
        action={<Button kind="primary">Ingatkan 6 orang</Button>}
      />
      <div className={css["grid"]}>
        <Card title="Gizi & KIA turun empat bulan berturut-turut" sub="Median capaian tiap bidang, persen dari target. Target 100.">
          <HeatMap months={HEAT_MONTHS} current="2026-11" rows={HEAT_ROWS} steps={[75, 85, 95, 100]} caption="Capaian bidang tiap bulan" rowHeading="Bidang" />
        </Card>
        <Card title="Perlu perhatian Anda" className={css["first"]}>
          <Lines>
            <Line title="Penyuluhan gizi 1 dari 3 sesi" sub="Bidang P2P" action={<Button isSmall>Lihat</Button>} />
            <Line title="7 laporan menunggu umpan balik" sub="Terlama 6 hari" action={<Button isSmall>Periksa</Button>} />
            <Line title="1 keberatan, sisa 3 hari kerja" sub="Triwulan III" action={<Button isSmall>Jawab</Button>} />
            <Line title="Rapat evaluasi 3 Des, 09.00" sub="Agenda siap, 18 orang, 72 menit" action={<Button isSmall>Buka rapat</Button>} />
          </Lines>
        </Card>
        <Card title="Triwulan III: Baik 41 dari 52 orang" sub="Usulan predikat. Capaian kinerja organisasi: Baik">
          <Distribution
            portions={[
              { predikat: "sangat_baik", count: 5 },
              { predikat: "baik", count: 41, limit: { people: 36, kind: "max" } },
              { predikat: "butuh_perbaikan", count: 5 },
              { predikat: "kurang", count: 1 },
              { predikat: "sangat_kurang", count: 0 },
            ]}
          />
          <p className="small quiet">Garis: pola 70% atau 36 orang. Selisih perlu dijelaskan, bukan diubah.</p>
        </Card>
        <Card title="Enam orang butuh pendampingan" sub="Jumlah pegawai tiap kotak. Ketuk untuk melihat nama.">
          <QuadrantMatrix counts={COUNTS} onSelect={() => undefined} />
        </Card>
      </div>
    </AppShell>
  );
}
