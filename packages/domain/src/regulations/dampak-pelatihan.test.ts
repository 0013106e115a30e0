import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import { cityStandard } from "./city-citation.ts";
import { dampakPelatihan, SYARAT_DAMPAK, type UkuranDampak, UKUR_DAMPAK } from "./dampak-pelatihan.ts";

const ukuran = (over: Partial<UkuranDampak> = {}): UkuranDampak => ({ ukur: "capaian", bulan: 3, sudahWaktunya: true, sasaran: null, terlatih: 10, berpembanding: 10, kolamCukup: true, periodeSebelum: 3, penilaiBerbeda: true, efek: 0.4, p: 0.01, ujiBersama: 1, pKoreksi: over.p === undefined ? 0.01 : over.p, syarat: SYARAT_DAMPAK, ...over });
const decide = (over: Partial<UkuranDampak> = {}) => dampakPelatihan(ukuran(over));

describe("dampak pelatihan", () => {
  test("value, citation, explanation: more than the matched colleagues and beyond chance is seen", () => {
    expect(decide()).toEqual({
      rule: "Dampak pelatihan", cite: cityStandard("Dampak pelatihan: pembanding sepadan"), given: { ...ukuran() },
      value: { putusan: "terlihat", alasan: ["efek_melampaui_kebetulan"] }, from: [],
    });
  });

  test.each([
    [{ terlatih: 5, berpembanding: 5 }, ["terlatih_kurang"]],
    [{ terlatih: 6, berpembanding: 5 }, ["terlatih_kurang", "sebagian_tanpa_pembanding"]],
    [{ kolamCukup: false }, ["kolam_kurang"]],
    [{ periodeSebelum: 2 }, ["periode_sebelum_kurang"]],
    [{ penilaiBerbeda: false }, ["penilai_sama"]],
    [{ efek: null, p: null }, ["kolam_kurang"]],
    [{ efek: null }, ["kolam_kurang"]],
    [{ p: null, terlatih: 11 }, ["kolam_kurang", "sebagian_tanpa_pembanding"]],
    [{ terlatih: 1, berpembanding: 0, kolamCukup: false, periodeSebelum: 0, penilaiBerbeda: false, efek: null, p: null }, ["terlatih_kurang", "kolam_kurang", "periode_sebelum_kurang", "penilai_sama", "sebagian_tanpa_pembanding"]],
  ] as const)("%j: no claim, and every reason, not the first", (over, alasan) => {
    expect(decide(over)).toMatchObject({ value: { putusan: "data_kurang", alasan }, note: NOTES.tanpaKlaimDampak });
  });

  test.each([
    [{ terlatih: 6, berpembanding: 6 }, "terlihat", ["efek_melampaui_kebetulan"]],
    [{ terlatih: 12 }, "terlihat", ["efek_melampaui_kebetulan", "sebagian_tanpa_pembanding"]],
    [{ p: 0.05 }, "terlihat", ["efek_melampaui_kebetulan"]],
    [{ p: 0.0501 }, "belum_terlihat", ["efek_dalam_kebetulan"]],
    [{ p: 0.0501, terlatih: 11 }, "belum_terlihat", ["efek_dalam_kebetulan", "sebagian_tanpa_pembanding"]],
    [{ efek: -0.4, p: 0.3 }, "belum_terlihat", ["efek_dalam_kebetulan"]],
    [{ efek: -0.4 }, "belum_terlihat", ["efek_berlawanan"]],
    [{ efek: 0, p: 0.05, terlatih: 11 }, "belum_terlihat", ["efek_berlawanan", "sebagian_tanpa_pembanding"]],
    [{ bulan: 6, periodeSebelum: 4 }, "terlihat", ["efek_melampaui_kebetulan"]],
  ] as const)("%j: %s", (over, putusan, alasan) => {
    const decision = decide(over);
    expect(decision.value).toEqual({ putusan, alasan });
    expect(decision.note).toBe(putusan === "terlihat" ? undefined : NOTES.belumTerlihatBukanTidakAda);
  });

  test("a look that chance alone gives too often among four is not claimed, nor one scored by who sent them", () => {
    expect(decide({ ukur: "perilaku", p: 0.03, ujiBersama: 4, pKoreksi: 0.12 }).value).toEqual({ putusan: "belum_terlihat", alasan: ["efek_dalam_kebetulan"] });
    expect(decide({ ukur: "perilaku", p: 0.01, ujiBersama: 4, pKoreksi: 0.04 }).value.putusan).toBe("terlihat");
    expect(decide({ ukur: "perilaku", penilaiBerbeda: false, ujiBersama: 0, pKoreksi: null }).value).toEqual({ putusan: "data_kurang", alasan: ["penilai_sama"] });
  });

  const sasaran = (bersasaran: number, tanpaRekan = 0, over: Partial<UkuranDampak> = {}) => decide({ ukur: "indikator", sasaran: { bersasaran, tanpaRekan }, ...over });
  test("the same indicator is looked at where plans name it and colleagues hold it; else the one reason is said, not what follows from it", () => {
    expect(sasaran(10).value).toEqual({ putusan: "terlihat", alasan: ["efek_melampaui_kebetulan"] });
    expect(sasaran(5, 0, { berpembanding: 0, kolamCukup: false, periodeSebelum: 0, efek: null, p: null }).value).toEqual({ putusan: "data_kurang", alasan: ["indikator_tidak_disebut"] });
    expect(sasaran(10, 5, { berpembanding: 5, efek: null, p: null }).value).toEqual({ putusan: "data_kurang", alasan: ["indikator_tanpa_rekan"] });
    expect(sasaran(6, 0, { terlatih: 14, berpembanding: 6 }).value).toEqual({ putusan: "terlihat", alasan: ["efek_melampaui_kebetulan", "sebagian_tanpa_indikator"] });
    expect(sasaran(8, 1, { terlatih: 8, berpembanding: 7 }).value).toEqual({ putusan: "terlihat", alasan: ["efek_melampaui_kebetulan", "sebagian_tanpa_pembanding"] });
    expect(sasaran(8, 2, { terlatih: 10, berpembanding: 5, efek: null, p: null }).value.alasan).toEqual(["terlatih_kurang", "sebagian_tanpa_indikator", "sebagian_tanpa_pembanding"]);
  });

  test("before its months are over a look says only that", () => {
    expect(decide({ sudahWaktunya: false, berpembanding: 0, efek: null, p: null })).toMatchObject({ value: { putusan: "data_kurang", alasan: ["belum_waktunya"] }, note: NOTES.tanpaKlaimDampak });
  });

  test.each([[0, "data_kurang", ["periode_sebelum_kurang"]], [1, "data_kurang", ["periode_sebelum_kurang"]], [2, "terlihat", ["efek_melampaui_kebetulan"]]] as const)("colleagues' results of %i cycles before: %s", (periodeSebelum, putusan, alasan) => {
    expect(decide({ ukur: "rekan", bulan: 6, periodeSebelum }).value).toEqual({ putusan, alasan });
  });

  test("the conditions are the city's: stricter ones take a claim away", () => {
    expect(decide({ syarat: { ...SYARAT_DAMPAK, terlatihMin: 11 } }).value.putusan).toBe("data_kurang");
    expect(decide({ syarat: { ...SYARAT_DAMPAK, periodeSebelumMin: 4 } }).value.putusan).toBe("data_kurang");
    expect(decide({ syarat: { ...SYARAT_DAMPAK, alfa: 0.005 } }).value.putusan).toBe("belum_terlihat");
    expect(SYARAT_DAMPAK).toEqual({ terlatihMin: 6, periodeSebelumMin: 3, siklusSebelumMin: 2, alfa: 0.05 });
  });

  const figures = fc.record({
    bulan: fc.constantFrom(3 as const, 6 as const), sudahWaktunya: fc.boolean(), sasaran: fc.option(fc.record({ bersasaran: fc.nat(30), tanpaRekan: fc.nat(30) })), terlatih: fc.nat(30), berpembanding: fc.nat(30), kolamCukup: fc.boolean(), periodeSebelum: fc.nat(6), penilaiBerbeda: fc.boolean(),
    efek: fc.option(fc.double({ min: -2, max: 2, noNaN: true })), p: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), ujiBersama: fc.constantFrom(1, 2, 4), pKoreksi: fc.option(fc.double({ min: 0, max: 1, noNaN: true })), ukur: fc.constantFrom(...UKUR_DAMPAK), syarat: fc.constant(SYARAT_DAMPAK),
  });
  test("of fewer than six people nothing is ever claimed, and never without a figure, a reason, or a direction", () => {
    fc.assert(fc.property(figures, (given) => {
      const { putusan, alasan } = dampakPelatihan(given).value;
      expect(alasan.length).toBeGreaterThan(0);
      if (Math.min(given.terlatih, given.berpembanding) < 6) expect(putusan).toBe("data_kurang");
      if (putusan === "terlihat") expect(given.efek).toBeGreaterThan(0);
      if (putusan !== "data_kurang") expect(given.sudahWaktunya).toBe(true);
      if (putusan !== "data_kurang" && given.sasaran !== null) expect(given.sasaran.bersasaran - given.sasaran.tanpaRekan).toBeGreaterThanOrEqual(6);
      if (putusan !== "data_kurang") expect(given.pKoreksi).not.toBeNull();
    }));
  });
});
