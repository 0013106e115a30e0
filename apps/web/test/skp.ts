import type { SessionView } from "@teraju/contracts/session";
import type { SkpView } from "@teraju/contracts/skp";

export const uuid = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
export const ME = uuid(1);
export const PENILAI = uuid(2);

export const SESSION: SessionView = {
  person: { id: ME, name: "Pegawai Contoh", nip: "198001012005011001", jabatan: "Penata Layanan", unit: "Bidang A1", unitId: null, opd: "Dinas A", opdId: null },
  roles: ["pegawai"], leads: null, today: "2026-11-23", isDemo: false,
};

const NOTHING_MAY: SkpView["actions"] = {
  save: ["wrong_status"], discard: ["wrong_status"], bind: ["not_yours"], propose: ["wrong_status"], withdraw: ["wrong_status"], sendBack: ["not_your_bawahan"], set: ["not_your_bawahan"], revise: ["wrong_status"], template: ["not_yours"],
};
export const may = (...allowed: (keyof SkpView["actions"])[]): SkpView["actions"] => ({ ...NOTHING_MAY, ...Object.fromEntries(allowed.map((action) => [action, []])) });

/** An SKP in force with one counted and one worded result, typed by the endpoint. */
export function skpView(over: Partial<SkpView> = {}): SkpView {
  return {
    id: uuid(100), person: { id: ME, name: "Pegawai Contoh", jabatan: "Penata Layanan", unit: "Bidang A1" }, year: 2026, revision: 1, status: "set", version: 4, pendekatan: "kuantitatif", isPimpinan: false,
    penilai: { id: PENILAI, name: "Penilai Contoh" }, note: null, effectiveFrom: "2026-01-01", proposedAt: "2026-01-12T03:00:00.000Z", setAt: "2026-01-20T03:00:00.000Z", deadline: "2026-01-31", isLate: false,
    hasilKerja: [
      {
        lineId: uuid(10), prioritas: "utama", text: "Tersedianya data gizi balita", assignedBy: null, intervenedLineId: null, intervenedText: "Gizi balita membaik",
        indikator: [{ lineId: uuid(11), text: "Jumlah balita terdata", jenis: "angka", arah: "maks", target: 240, targetMin: null, targetMax: null, targetText: null, satuan: "balita", aspek: "kuantitas", perspektif: null, monthlyTarget: [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 25, 15] }],
      },
      {
        lineId: uuid(20), prioritas: "tambahan", text: "Terbinanya magang", assignedBy: "Kepala Bidang", intervenedLineId: null, intervenedText: null,
        indikator: [{ lineId: uuid(21), text: "Magang selesai dengan baik", jenis: "uraian", arah: "maks", target: null, targetMin: null, targetMax: null, targetText: "Predikat A", satuan: null, aspek: "kualitas", perspektif: null, monthlyTarget: null }],
      },
    ],
    perilaku: [{ perilaku: "akuntabel", ekspektasi: "Laporan masuk sebelum tanggal lima" }], lampiran: [{ kind: "sumber_daya", text: "Dua laptop" }],
    findings: [], perilakuLokal: [], superiorResults: [], actions: may("revise"), ...over,
  };
}
