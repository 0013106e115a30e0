import { describe, expect, test } from "vitest";
import { NOTES } from "../notes.ts";
import type { JenisJabatan } from "../vocabulary.ts";
import { type PemegangPimpinan, tingkatPenilai, type UnitGaris, usulanPenilai } from "./usulan-penilai.ts";

const head = (pegawai: string, jenis: JenisJabatan, more: Partial<PemegangPimpinan> = {}): PemegangPimpinan => ({ pegawai, kind: "definitif", jenis, jenjang: null, hasDelegasi: false, isBerhalangan: false, ...more });
const unit = (name: string, pimpinan: PemegangPimpinan[], isPerangkatDaerah = false): UnitGaris => ({ unit: name, isPerangkatDaerah, pimpinan });
const kota = unit("kota", [head("wali", "kepala_daerah")]);
const dinas = unit("dinas", [head("kadis", "jpt_pratama")], true);
const bidang = unit("bidang", [head("kabid", "administrator")]);
const seksi = unit("seksi", [head("kasi", "pengawas")]);
const whole = [seksi, bidang, dinas, kota];

const propose = (jenis: JenisJabatan, garis: readonly UnitGaris[] = whole, more: { jenjang?: string | null; memimpin?: boolean; pegawai?: string } = {}) =>
  usulanPenilai({ pegawai: more.pegawai ?? "pegawai", minimal: tingkatPenilai({ jenis, jenjang: more.jenjang ?? null }), memimpin: more.memimpin ?? false, garis });

describe("the table of who rates whom", () => {
  test.each<[JenisJabatan, string | null, string, string]>([
    ["pelaksana", null, "kasi", "kabid"],
    ["fungsional", "penyelia", "kasi", "kabid"],
    ["fungsional", "ahli_pertama", "kasi", "kabid"],
    ["fungsional", "ahli_muda", "kabid", "kadis"],
    ["fungsional", "ahli_madya", "kadis", "wali"],
    ["fungsional", "ahli_utama", "kadis", "wali"],
    ["pengawas", null, "kabid", "kadis"],
    ["administrator", null, "kadis", "wali"],
    ["jpt_pratama", null, "wali", "wali"],
  ])("%s %s is rated by %s, with %s above", (jenis, jenjang, penilai, atasan) => {
    expect(propose(jenis, whole, { jenjang }).value).toMatchObject({ penilai, atasan, isGanda: false });
  });

  test("the answer carries the article, and the table it rests on", () => {
    const decision = propose("pelaksana");
    expect(decision).toMatchObject({ rule: "Usulan pejabat penilai", cite: { regulation: "PermenPANRB 6/2022", part: expect.stringContaining("Pasal 1 angka 9") } });
    expect(decision.from[0]).toMatchObject({ rule: "Tingkat pejabat penilai", value: "pengawas", cite: { regulation: "Paparan BKN setelah SE BKN 11/2023" }, note: NOTES.tabelPaparanBkn });
    expect(tingkatPenilai({ jenis: "fungsional", jenjang: null })).toMatchObject({ value: "pengawas", note: `${NOTES.tabelPaparanBkn}\n${NOTES.jenjangTidakTercatat}` });
    expect(tingkatPenilai({ jenis: "kepala_daerah", jenjang: null }).value).toBe("kepala_daerah");
  });

  test("who leads a unit is rated from above it", () => {
    expect(propose("pengawas", whole, { memimpin: true, pegawai: "kasi" }).value).toMatchObject({ penilai: "kabid", unit: "bidang" });
    expect(propose("administrator", [bidang, dinas, kota], { memimpin: true, pegawai: "kabid" }).value).toMatchObject({ penilai: "kadis", atasan: "wali", isFinal: false });
  });

  test("a head rated by the Wali Kota is marked: final, no keberatan", () => {
    const decision = propose("jpt_pratama", [dinas, kota], { memimpin: true, pegawai: "kadis" });
    expect(decision).toMatchObject({ value: { penilai: "wali", atasan: "wali", isFinal: true }, note: NOTES.usulanFinal });
  });

  test("a camat stands in the place of a JPT pratama, and is rated by the Wali Kota", () => {
    const kecamatan = unit("kecamatan", [head("camat", "administrator")], true);
    expect(propose("administrator", [kecamatan, kota], { memimpin: true, pegawai: "camat" }).value).toMatchObject({ penilai: "wali", isFinal: true });
    expect(propose("administrator", [kecamatan, kota])).toMatchObject({ value: { penilai: "camat", atasan: "wali" }, note: NOTES.usulanPimpinanPerangkatDaerah });
  });
});

describe("who is not there", () => {
  test("an empty post, or a head who cannot act, is passed over step by step", () => {
    for (const pimpinan of [[], [head("kasi", "pengawas", { isBerhalangan: true })]]) {
      expect(propose("pelaksana", [unit("seksi", pimpinan), bidang, dinas, kota])).toMatchObject({ value: { penilai: "kabid", atasan: "kadis" }, note: NOTES.usulanJabatanKosong });
    }
    expect(propose("pelaksana", [unit("seksi", []), unit("bidang", []), dinas, kota]).value).toMatchObject({ penilai: "kadis", atasan: "wali" });
    expect(propose("pelaksana", [seksi, unit("bidang", []), dinas, kota]).value).toMatchObject({ penilai: "kasi", atasan: "kadis" });
  });

  test("a Plt. or Plh. rates where that was delegated; else the next above does", () => {
    for (const kind of ["plt", "plh"] as const) {
      const acting = (hasDelegasi: boolean) => [unit("seksi", [head("pengganti", "pengawas", { kind, hasDelegasi })]), bidang, dinas, kota];
      expect(propose("pelaksana", acting(true))).toMatchObject({ value: { penilai: "pengganti", atasan: "kabid", sebagai: kind }, note: NOTES.usulanDelegasiPelaksana });
      expect(propose("pelaksana", acting(false))).toMatchObject({ value: { penilai: "kabid" }, note: NOTES.usulanTanpaDelegasi });
    }
  });

  test("the head comes before who stands in; a Plt. before a Plh.", () => {
    const plt = head("plt", "pengawas", { kind: "plt", hasDelegasi: true });
    const plh = head("plh", "pengawas", { kind: "plh", hasDelegasi: true });
    expect(propose("pelaksana", [unit("seksi", [plt, plh, head("kasi", "pengawas")]), bidang]).value?.penilai).toBe("kasi");
    expect(propose("pelaksana", [unit("seksi", [plh, plt]), bidang]).value?.penilai).toBe("plt");
    expect(propose("pelaksana", [unit("seksi", [head("kasi", "pengawas", { isBerhalangan: true }), plh]), bidang]).value?.penilai).toBe("plh");
  });

  test("nobody on the way up: no proposal, said in words", () => {
    expect(propose("pelaksana", [unit("seksi", [])])).toMatchObject({ value: null, note: NOTES.usulanTanpaPimpinan });
    expect(propose("pelaksana", [seksi]).value).toMatchObject({ penilai: "kasi", atasan: null });
    expect(propose("pengawas", [seksi]).value).toBeNull();
  });

  test("nobody rates themselves, also where they lead what is above their own seat", () => {
    expect(propose("pengawas", whole, { pegawai: "kabid" }).value).toMatchObject({ penilai: "kadis" });
  });
});

describe("a fungsional who leads a unit", () => {
  const puskesmas = (hasDelegasi: boolean) => [unit("puskesmas", [head("kapus", "fungsional", { jenjang: "ahli_muda", hasDelegasi })]), dinas, kota];
  test("rates everybody there where that was delegated (angka 7: guru, nutrisionis)", () => {
    for (const [jenis, jenjang] of [["fungsional", "ahli_madya"], ["fungsional", "penyelia"], ["pelaksana", null]] as const) {
      expect(propose(jenis, puskesmas(true), { jenjang })).toMatchObject({ value: { penilai: "kapus", atasan: "kadis" }, note: NOTES.usulanDelegasiFungsional });
    }
  });
  test("without it the next above does", () => {
    expect(propose("pelaksana", puskesmas(false))).toMatchObject({ value: { penilai: "kadis" }, note: NOTES.usulanTanpaDelegasi });
  });
});

test("two heads of one unit: somebody must say who it is", () => {
  expect(propose("pelaksana", [unit("seksi", [head("a", "pengawas"), head("b", "pengawas")]), bidang])).toMatchObject({ value: { penilai: "a", isGanda: true }, note: NOTES.usulanGanda });
});
