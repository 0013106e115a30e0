import type { EffectRow } from "@teraju/contracts";
import { dampakPelatihan, SYARAT_DAMPAK } from "@teraju/domain";
import { afterAll, describe, expect, it } from "vitest";
import { readPdf } from "#test/pdf.ts";
import { KOP } from "./forms.fixture.ts";
import { stopPrinting } from "./print.ts";
import { type NeedRow, trainingStoryPdf } from "./training-story.ts";

afterAll(stopPrinting);
const plain = (text: string): string => text.replaceAll(/\s+/g, "");

function row(name: string, effect: number | null, hindrances: string[] = []): EffectRow {
  const effects = ([3, 6] as const).map((months) => {
    const n = effect === null ? 4 : 12;
    const chance = effect !== null && effect > 3 ? 0.01 : 0.4;
    const decision = dampakPelatihan({ ukur: "capaian", bulan: months, sudahWaktunya: true, sasaran: null, terlatih: n, berpembanding: n, kolamCukup: true, periodeSebelum: 3, penilaiBerbeda: true, efek: effect, p: effect === null ? null : chance, ujiBersama: 2, pKoreksi: effect === null ? null : chance, syarat: SYARAT_DAMPAK });
    return { measure: "capaian" as const, months, trained: n, matched: n, pool: 90, effect, ci95: effect === null ? null : ([effect - 3, effect + 3] as [number, number]), p: effect === null ? null : chance, pTogether: effect === null ? null : chance, g: effect === null ? null : 0.5, verdict: decision.value.putusan, reasons: decision.value.alasan, decision };
  });
  return { training: { id: "019a0000-0000-7000-8000-000000000001", name, perilaku: null, costPerPerson: 500_000 }, attended: effect === null ? 4 : 12, cost: 6_000_000, indikator: [], effects, hindrances };
}
const need = (name: string, people: number | null): NeedRow => ({ unit: { name }, people, byForm: { coaching: people, mentoring: null, pelatihan: people, belajar_mandiri: 0, konseling: null } });
const budget = { year: 2026, spent: 12_000_000, planned: 4_500_000 };
const print = async (rows: readonly EffectRow[], needs: readonly NeedRow[]) => readPdf(await trainingStoryPdf({ letterhead: { ...KOP, offices: [] }, files: [], date: "2026-11-28", rows, needs, budget }));

describe("the city's training story", () => {
  it("says in one line what is seen, then trainings by effect with interval, needs by department, budget, what stands in the way", async () => {
    const pdf = await print([row("Pelayanan prima", null), row("Pengolahan data", 1, ["Data masih dicari manual."]), row("Manajemen waktu", 6)], [need("Dinas Kesehatan", 14), need("Dinas Pendidikan", 31), need("Kecamatan Langsa Kota", null)]);
    expect(pdf).toMatchObject({ pages: 1, isTagged: true, language: "id-ID", title: "Pelatihan dan dampaknya" });
    const all = plain(pdf.text);
    let at = 0;
    for (const part of [
      "Dari 3 pelatihan yang diikuti: 1 terlihat, 1 belum terlihat, 1 data kurang.",
      // A cell over two rows is drawn after the first of them; for who listens to the page it stands before.
      "3 bulan", "12", "terlihat", "+6,0 (+3,0 sampai +9,0)", "Manajemen waktu", "12", "6 bulan", "belum terlihat", "+1,0 (-2,0 sampai +4,0)", "Pengolahan data", "Pelayanan prima", "3, 6 bulan", "data kurang", "tidak dinyatakan",
      "Dinas Pendidikan", "31", "Dinas Kesehatan", "14", "Kecamatan Langsa Kota", "tertutup", "Dipakai 2026", "Rp12.000.000", "Direncanakan 2026", "Rp4.500.000", "Data masih dicari manual.", "Tidak ada nama pada halaman ini.",
    ]) {
      const found = all.indexOf(plain(part), at);
      expect(found, part).toBeGreaterThanOrEqual(at);
      at = found + plain(part).length;
    }
    for (const box of pdf.boxes) expect(box.right, box.text).toBeLessThanOrEqual(box.width);
  });

  it("stays one page with a whole city of long names, and says how much is left out", async () => {
    const long = "Pelatihan penyusunan laporan kinerja berbasis data bagi pejabat pelaksana pada perangkat daerah dan unit pelaksana teknis di bawahnya tahun anggaran berjalan";
    const pdf = await print(Array.from({ length: 20 }, (_, i) => row(`${long} ${i}`, i - 5, Array.from({ length: 5 }, (__, k) => `${long} ${i} ${k}`))), Array.from({ length: 37 }, (_, i) => need(`Dinas ${long} ${i}`, i)));
    expect(pdf.pages).toBe(1);
    expect(plain(pdf.text)).toContain(plain("dan 14 pelatihan lain di halaman Pelatihan"));
    expect(plain(pdf.text)).toMatch(/dan\d+perangkatdaerahlaindihalamanPelatihan/);
  });

  it("names all departments of a city of 24 whose names are of a usual length", async () => {
    const pdf = await print(Array.from({ length: 4 }, (_, i) => row(`Pelatihan ${i}`, i)), Array.from({ length: 24 }, (_, i) => need(`Dinas Kependudukan ${i}`, i)));
    expect([pdf.pages, plain(pdf.text).includes("perangkatdaerahlain")]).toEqual([1, false]);
  });

  it("says so where nothing is known yet", async () => {
    const { text, pages } = await print([], []);
    expect([pages, plain(text).includes(plain("Belum ada pelatihan yang dampaknya dapat dilihat.")), plain(text).includes(plain("Belum ada rencana pengembangan yang disepakati."))]).toEqual([1, true, true]);
  });
});
