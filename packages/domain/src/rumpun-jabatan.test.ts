import { describe, expect, test } from "vitest";
import { NOTES } from "./notes.ts";
import { asksForNotes, ritmeDokumentasi, rumpunJabatan } from "./rumpun-jabatan.ts";
import { DEFAULT_STANDAR } from "./standar.ts";
import { RITME } from "./vocabulary.ts";

describe("the rumpun of a post", () => {
  test.each([
    ["Guru Ahli Pertama", "guru_sd", "guru"], ["GURU KELAS", null, "guru"], ["Kepala Sekolah", "kepala_sekolah", "guru"],
    // Who left the class for the office documents as the office does.
    ["Pengembang Teknologi Pembelajaran Ahli Muda", "guru_smp", "teknis"],
    [null, "guru_sd", "guru"], [null, null, "teknis"], ["", "guru_sd", "teknis"],
    ["Bidan Penyelia", "bidan_penyelia", "kesehatan"], ["Petugas Loket", "kesehatan_petugas_loket", "kesehatan"], ["Penyuluh Kesehatan Masyarakat Ahli Muda", null, "kesehatan"], ["Dokter Ahli Madya", null, "kesehatan"],
    // "Bidang" is no "bidan", and a department's name makes nobody a health worker.
    ["Kepala Bidang Kesehatan Masyarakat", "kepala_bidang", "teknis"], ["Analis Kebijakan Ahli Muda", "analis", "teknis"],
  ] as const)("%s, %s: %s", (jabatan, rumpun, expected) => { expect(rumpunJabatan({ jabatan, rumpun }).value).toBe(expected); });
});

describe("the rhythm of a rumpun", () => {
  const pilihan = DEFAULT_STANDAR.pendokumentasian;

  test("is the standard's, with the parameter and Pasal 16 as its ground, and the rumpun below it", () => {
    const decision = ritmeDokumentasi({ rumpun: rumpunJabatan({ jabatan: "Guru Ahli Muda", rumpun: null }), pilihan });
    expect(decision).toMatchObject({ rule: "Ritme pendokumentasian", value: "impor", note: NOTES.tanpaCatatanHarian, given: { rumpun: "guru" } });
    expect(decision.cite.part).toBe("pendokumentasian.guru (PermenPANRB 6/2022 Pasal 16)");
    expect(decision.from).toMatchObject([{ rule: "Rumpun jabatan", value: "guru" }]);
  });

  test("daily by default for all but guru, and then nothing is noted", () => {
    for (const rumpun of ["kesehatan", "teknis"] as const) expect(ritmeDokumentasi({ rumpun, pilihan })).toMatchObject({ value: "harian" });
    expect(ritmeDokumentasi({ rumpun: "teknis", pilihan }).note).toBeUndefined();
    expect(ritmeDokumentasi({ rumpun: "guru", pilihan: { ...pilihan, guru: "harian" } }).value).toBe("harian");
  });

  test("notes are asked for in two rhythms alone", () => { expect(RITME.filter(asksForNotes)).toEqual(["harian", "mingguan"]); });
});
