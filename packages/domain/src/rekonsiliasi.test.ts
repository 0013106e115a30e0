import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, differenceKey, matchPeriod, ofAspek, tindakanRefusals, type BknSide, type OwnSide } from "./rekonsiliasi.ts";

const NIP = "198503032010011003";
const here = (more: Partial<OwnSide> = {}): OwnSide => ({ nip: NIP, name: "Budi", opd: "Dinas Kesehatan", unit: "Bidang Satu", jabatan: "Pengolah Data", penilaiNip: "197502021998031002", penilaiName: "Kabid", hasilKerja: "sesuai", perilaku: "sesuai", predikat: "baik", ...more });
const bkn = (more: Partial<BknSide> = {}): BknSide => ({ line: 9, nip: NIP, name: "BUDI", unor: "BIDANG SATU", unorInduk: "DINAS KESEHATAN", jabatan: "PENGOLAH DATA", isActing: false, penilaiNip: "197502021998031002", penilaiName: "KABID", hasilKerja: "sesuai", perilaku: "sesuai", predikat: "baik", ...more });
const of = (ours: OwnSide[], theirs: BknSide[], more: { scope?: string; comparable?: boolean } = {}) => compare({ ours, bkn: theirs, scope: more.scope ?? "", aspek: ["data", "nilai"], areRatingsComparable: more.comparable ?? true });

describe("two lists of the same people", () => {
  it("agree when only case, dots and blanks differ", () => {
    expect(of([here()], [bkn({ unor: "Bidang  Satu.", nip: `'${NIP}` })])).toEqual([{ nip: NIP, name: "Budi", state: "cocok", opd: "Dinas Kesehatan", differences: [], acting: [] }]);
  });
  it("name each field that differs, both words side by side", () => {
    const [row] = of([here()], [bkn({ unor: "Bidang Dua", jabatan: "Analis", penilaiNip: "197001011990031001", penilaiName: "Lain", predikat: "butuh_perbaikan", perilaku: "di_bawah" })]);
    expect(row?.state).toBe("berbeda");
    expect(row?.differences).toEqual([
      { field: "unit", here: "Bidang Satu", bkn: "Bidang Dua" }, { field: "jabatan", here: "Pengolah Data", bkn: "Analis" }, { field: "penilai", here: "Kabid", bkn: "Lain" },
      { field: "perilaku", here: "sesuai", bkn: "di_bawah" }, { field: "predikat", here: "baik", bkn: "butuh_perbaikan" },
    ]);
  });
  it("a rating that one side has not given yet is a difference; an empty column of a person's data is none", () => {
    expect(of([here()], [bkn({ hasilKerja: null, unor: "", jabatan: "", penilaiNip: "" })])[0]?.differences).toEqual([{ field: "hasilKerja", here: "sesuai", bkn: null }]);
  });
  it("ratings of other months are not compared", () => {
    expect(of([here()], [bkn({ predikat: "kurang" })], { comparable: false })[0]?.state).toBe("cocok");
  });
  it("who is on one side alone is said, within the department of the report", () => {
    const elsewhere = here({ nip: "199001011990031001", name: "Citra", opd: "Dinas Lain" });
    const missing = here({ nip: "199101011990031001", name: "Dewi" });
    const unknown = bkn({ nip: "199201011990031001", name: "EKA" });
    expect(of([elsewhere, missing], [unknown], { scope: "Dinas kesehatan" }).map(({ name, state, opd }) => [name, state, opd])).toEqual([["Dewi", "hanya_di_sini", "Dinas Kesehatan"], ["EKA", "hanya_di_bkn", "DINAS KESEHATAN"]]);
    expect(of([elsewhere, missing], [unknown]).map(({ name }) => name)).toEqual(["Citra", "Dewi", "EKA"]);
  });
  it("what there is to say of who is on one side alone: the unit, or else the name", () => {
    expect(of([], [bkn()])).toEqual([{ nip: NIP, name: "BUDI", state: "hanya_di_bkn", opd: "DINAS KESEHATAN", differences: [{ field: "orang", here: null, bkn: "BIDANG SATU" }], acting: [] }]);
    expect(of([], [bkn({ unor: "", unorInduk: "" })])).toMatchObject([{ opd: null, differences: [{ field: "orang", here: null, bkn: "BUDI" }] }]);
    expect(of([here()], [])).toEqual([{ nip: NIP, name: "Budi", state: "hanya_di_sini", opd: "Dinas Kesehatan", differences: [{ field: "orang", here: "Bidang Satu", bkn: null }], acting: [] }]);
    expect(of([here({ unit: null })], [])).toMatchObject([{ differences: [{ here: "Budi" }] }]);
  });
  it("of several lines of a person the definitive post is compared, an acting one is named; a line without NIP is nobody's", () => {
    const [row, ...more] = of([here()], [bkn({ jabatan: "Plt. Kepala Bidang Dua", unor: "Bidang Dua", isActing: true, predikat: "kurang" }), bkn({ line: 10 }), bkn({ nip: "" })]);
    expect(row).toMatchObject({ state: "cocok", acting: ["Plt. Kepala Bidang Dua, Bidang Dua"] });
    expect(more).toEqual([]);
  });
  it("an aspect that is not asked for is not told", () => {
    const one = { ours: [here()], bkn: [bkn({ unor: "Bidang Dua", predikat: "kurang" })], scope: "", areRatingsComparable: true };
    expect(compare({ ...one, aspek: ["data"] })[0]?.differences.map(({ field }) => field)).toEqual(["unit"]);
    expect(compare({ ...one, aspek: ["nilai"] })[0]?.differences.map(({ field }) => field)).toEqual(["predikat"]);
    expect(compare({ ...one, ours: [], aspek: ["nilai"] })).toEqual([]);
  });
  it("each person once whatever the order of the lines, and the same lists always agree", () => {
    const nips = fc.uniqueArray(fc.stringMatching(/^19[0-9]{16}$/), { maxLength: 12 });
    fc.assert(fc.property(nips, nips, (a, b) => {
      const [ours, theirs] = [a.map((nip) => here({ nip })), b.map((nip) => bkn({ nip }))];
      const rows = of(ours, theirs);
      expect(rows.map(({ nip }) => nip)).toEqual([...new Set([...a, ...b])].sort());
      expect(of(ours.toReversed(), theirs.toReversed())).toEqual(rows);
      expect(rows.filter(({ state }) => state === "hanya_di_sini")).toHaveLength(a.filter((nip) => !b.includes(nip)).length);
    }));
  });
});

describe("what a decision is about", () => {
  const differences = of([here()], [bkn({ unor: "Bidang Dua", predikat: "kurang" })])[0]?.differences ?? [];
  it("data and ratings apart; another word makes it another difference, other case does not", () => {
    expect(ofAspek(differences, "data").map(({ field }) => field)).toEqual(["unit"]);
    expect(ofAspek(differences, "nilai").map(({ field }) => field)).toEqual(["predikat"]);
    expect(differenceKey(differences, "data")).toBe("unit=bidang satu|bidang dua");
    expect(differenceKey([{ field: "unit", here: "BIDANG SATU", bkn: "bidang dua" }], "data")).toBe(differenceKey(differences, "data"));
    expect(differenceKey([{ field: "unit", here: "Bidang Satu", bkn: "Bidang Tiga" }], "data")).not.toBe(differenceKey(differences, "data"));
    expect(differenceKey([], "nilai")).toBe("");
    expect(differenceKey([{ field: "hasilKerja", here: null, bkn: "Sesuai" }, { field: "predikat", here: "baik", bkn: null }], "nilai")).toBe("hasilKerja=|sesuai;predikat=baik|");
  });
  it("a repair needs a day that is not over; what stays needs words", () => {
    const today = "2026-11-23";
    expect(tindakanRefusals({ tindakan: "perbaiki_di_bkn", note: "", dueOn: null, today })).toEqual(["rekonsiliasi_day_missing"]);
    expect(tindakanRefusals({ tindakan: "perbaiki_di_sini", note: "", dueOn: "2026-11-22", today })).toEqual(["rekonsiliasi_day_past"]);
    expect(tindakanRefusals({ tindakan: "perbaiki_di_sini", note: "", dueOn: today, today })).toEqual([]);
    expect(tindakanRefusals({ tindakan: "wajar", note: " ", dueOn: null, today })).toEqual(["rekonsiliasi_reason_missing"]);
    expect(tindakanRefusals({ tindakan: "wajar", note: "Plt. sejak pekan lalu.", dueOn: null, today })).toEqual([]);
  });
});

describe("periods of e-Kinerja beside ours (Pasal 24)", () => {
  const quarters = [{ kind: "triwulanan" as const, firstMonth: "2026-07", lastMonth: "2026-09" }, { kind: "tahunan" as const, firstMonth: "2026-01", lastMonth: "2026-12" }];
  it.each([
    [{ kind: "triwulanan" as const, year: 2026, number: 3 }, "same", "2026-07"], [{ kind: "bulanan" as const, year: 2026, number: 8 }, "inside", "2026-07"],
    [{ kind: "tahunan" as const, year: 2026, number: 1 }, "same", "2026-01"], [{ kind: "bulanan" as const, year: 2026, number: 10 }, "none", undefined], [{ kind: "tahunan" as const, year: 2025, number: 1 }, "none", undefined],
  ])("%o is %s", (period, kind, first) => {
    const found = matchPeriod(period, quarters);
    expect([found.kind, found.period?.firstMonth]).toEqual([kind, first]);
  });
});
