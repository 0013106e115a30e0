import type { DecisionView } from "../ui/light/Explanation.tsx";
import type { CellCount } from "../ui/light/QuadrantMatrix.tsx";

export const HEAT_MONTHS = ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"];
export const HEAT_ROWS = [
  { key: "1", label: "Pelayanan", values: [88, 91, 93, 95, 96, 97] },
  { key: "2", label: "P2P", values: [94, 92, 95, 93, 91, 85] },
  { key: "3", label: "Gizi & KIA", values: [90, 92, 90, 86, 78, 71] },
  { key: "4", label: "Farmasi", values: [99, 98, 101, null, 102, 100] },
  { key: "5", label: "Sekretariat", values: [96, 97, 95, 98, 97, { hidden: "<5" }] },
];
export const COUNTS: CellCount[] = [
  { hasilKerja: "di_atas", perilaku: "sesuai", count: 6 },
  { hasilKerja: "di_atas", perilaku: "di_atas", count: 5 },
  { hasilKerja: "sesuai", perilaku: "di_bawah", count: 1 },
  { hasilKerja: "sesuai", perilaku: "sesuai", count: 26 },
  { hasilKerja: "sesuai", perilaku: "di_atas", count: 9 },
  { hasilKerja: "di_bawah", perilaku: "sesuai", count: 4 },
  { hasilKerja: "di_bawah", perilaku: "di_atas", count: 1 },
];
const law = (part: string) => ({ regulation: "PermenPANRB 6/2022", part, link: "https://peraturan.bpk.go.id/Details/202240/permen-pan-rb-no-6-tahun-2022" });
export const DECISION: DecisionView = {
  rule: "Predikat kinerja",
  cite: law("Lampiran BAB IV huruf B angka 3"),
  given: { hasilKerja: "sesuai", perilaku: "di_atas" },
  value: "baik",
  from: [
    {
      rule: "Saran rating hasil kerja",
      cite: law("Lampiran BAB IV, contoh panduan"),
      given: {
        hasil: [
          { prioritas: "utama", rating: "sesuai" },
          { prioritas: "utama", rating: "sesuai" },
          { prioritas: "tambahan", rating: "di_bawah" },
        ],
        umpanBalik: { positif: 4, netral: 1, negatif: 0 },
        batas: { sebagianBesar: 0.5, sebagianKecil: 0.25 },
      },
      value: "sesuai",
      note: "Arti sebagian besar dan sebagian kecil adalah pilihan kota; peraturan tidak memberi angka.",
      from: [],
    },
    { rule: "Saran rating perilaku kerja", cite: { regulation: "Standar penilaian kota", part: "penilaian.batas", link: null }, given: { nilai: [{ perilaku: "akuntabel", rating: "di_atas" }] }, value: "di_atas", from: [] },
  ],
};
