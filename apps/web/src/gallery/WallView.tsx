import { Slide, type SlideLine, type SlideProps } from "../features/evaluation-meeting/Slide.tsx";
import { Wall } from "../features/evaluation-meeting/Wall.tsx";

const line = (id: string, name: string, value: number | null, target: number | null, lastMonth: number | null, unit: string, isToDiscuss = false): SlideLine => ({
  id, name, value, target, lastMonth, figure: value === null ? "–" : String(value), outOf: target === null ? "" : `/${target} ${unit}`, lastMonthText: lastMonth === null ? null : String(lastMonth), words: null, isToDiscuss,
});
const PHOTO = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="3"><rect width="4" height="3" fill="#9bbfb2"/></svg>')}`;
const USUAL: SlideProps = {
  place: "Giliran 5 dari 18", name: "Cut Contoh", post: "Bidan Ahli Muda, Bidang P2P", headline: "Imunisasi naik menjadi 17 dari 20 bayi, Oktober 16.",
  lines: [line("1", "Imunisasi dasar lengkap", 17, 20, 16, "bayi"), line("2", "Surveilans mingguan", 4, 4, 4, "laporan"), line("3", "Pembinaan posyandu", 5, 6, 4, "kali"), line("4", "Penyuluhan gizi", 1, 3, 3, "sesi", true)],
  more: 0, kendala: "Dua sesi gizi batal, jadwal bentrok.", bantuan: "Tukar jadwal dengan tim Gizi.", photos: [{ id: "1", src: PHOTO, alt: "Foto 1" }, { id: "2", src: PHOTO, alt: "Foto 2" }], only: null, hasOnly: false,
};
const LONG = "Persentase bayi usia 0 sampai 11 bulan yang mendapat imunisasi dasar lengkap sesuai jadwal di wilayah kerja puskesmas";
/** As much as a report can hold: every text long, seven results. */
const FULL: SlideProps = {
  ...USUAL, name: "Dr. dr. Contoh Pegawai Bernama Sangat Panjang, Sp.PD., M.Kes.", post: "Kepala Bidang Pencegahan dan Pengendalian Penyakit Menular dan Tidak Menular, Dinas Kesehatan",
  headline: "Cakupan imunisasi dasar lengkap di wilayah puskesmas naik menjadi 17 dari 20 bayi setelah tim mengunjungi semua gampong yang jauh dari posyandu bulan ini.",
  lines: [line("1", LONG, 17, 20, 16, "bayi"), line("2", LONG, 123456789.25, 234567890, 98765432, "rupiah"), line("3", LONG, 5, 6, 0, "kali", true), line("4", LONG, null, 3, 3, "sesi", true), { ...line("5", LONG, null, null, null, ""), words: "Standar operasional telah disusun bersama tim, dibahas dua kali, dan sudah disahkan kepala dinas pada tanggal 20." }, line("6", LONG, 1, 2, 1, "x")],
  more: 1, kendala: `${LONG}. ${LONG}.`, bantuan: `${LONG}. ${LONG}.`,
};
const ONLY: SlideProps = { ...USUAL, headline: null, lines: [], kendala: null, bantuan: null, photos: [], hasOnly: true, only: <p>Laporan November belum masuk. Silakan disampaikan lisan.</p> };

const SLIDES = { usual: USUAL, full: FULL, only: ONLY };

/** `?slide=usual|full|only&panel=0&lewat=1` */
export function WallView() {
  const query = new URLSearchParams(location.search);
  const slide = SLIDES[query.get("slide") as keyof typeof SLIDES] ?? USUAL;
  const minutesAgo = query.has("lewat") ? 4.5 : 2.23;
  return (
    <Wall
      before={[{ id: "1", text: "Ajukan lemari vaksin", sub: "Sudah, 20 November" }]}
      decided={[{ id: "2", text: "Kunjungan rumah, 3 bayi tertunda", sub: "Cut Contoh, sampai 5 Des" }, { id: "3", text: "Tukar jadwal penyuluhan gizi dengan tim Gizi mulai pekan depan", sub: "Nurul Contoh, sampai 12 Des" }]}
      presence="16 hadir, 1 izin, 1 belum masuk" isPanelHidden={query.get("panel") === "0"} timer={{ startedAt: new Date(Date.now() - minutesAgo * 60_000).toISOString(), minutes: 4, skewMs: 0 }}
      at={5} of={18} next="Berikutnya M. Yusuf" isBlank={query.has("gelap")} isTimed notice={query.has("sinyal") ? "Tanpa sinyal" : null} onFullScreen={null}
    >
      <Slide {...slide} />
    </Wall>
  );
}
