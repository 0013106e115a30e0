import { expect, test } from "vitest";
import { REFUSALS } from "./refusal.ts";
import { RULEBOOK, rulebookOn } from "./rulebook.ts";
import { DEFAULT_STANDAR } from "./standar.ts";
import { PANDUAN_PERILAKU, PANGKAT, PERILAKU } from "./vocabulary.ts";
import { reasons, transitionRefusals } from "./workflow.ts";

test("a transition refuses the wrong person and the wrong status, both when both are wrong", () => {
  const approve = { from: ["sent"], to: "done", by: ["penilai", "atasan"] } as const;
  expect(transitionRefusals<string>(approve, "sent", ["penilai"])).toEqual([]);
  expect(transitionRefusals<string>(approve, "sent", ["owner", "atasan"])).toEqual([]);
  expect(transitionRefusals<string>(approve, "draft", ["owner"])).toEqual(["not_your_bawahan", "wrong_status"]);
  expect(transitionRefusals<string>({ ...approve, by: "atasan" }, "sent", ["penilai"])).toEqual(["not_your_bawahan"]);
});

test("reasons come in the order given", () => expect(reasons({ no_rows: true, not_obliged: false, period_closed: true })).toEqual(["no_rows", "period_closed"]));
test("no refusal stands twice", () => expect(new Set(REFUSALS).size).toBe(REFUSALS.length));

test("the rulebook is chosen by the day judged; before the first one there is none", () => {
  const [first] = RULEBOOK;
  expect(rulebookOn("2023-01-31")).toBe(first);
  expect(rulebookOn("2026-09-30").id).toBe("2023-01-31");
  expect(() => rulebookOn("2023-01-30")).toThrow("no rulebook on 2023-01-30");
  const later = { ...first, from: "2027-01-01" } as unknown as typeof first;
  expect(rulebookOn("2026-12-31", [first, later])).toBe(first);
  expect(rulebookOn("2027-01-01", [first, later])).toBe(later);
  expect(RULEBOOK.map(({ from }) => from)).toEqual(RULEBOOK.map(({ from }) => from).toSorted());
});

test("the rules in the rulebook are those that were tested", () => {
  expect(rulebookOn("2026-09-30").rules.predikatKinerja({ hasilKerja: "di_atas", perilaku: "sesuai" }).value).toBe("baik");
  expect(Object.keys(rulebookOn("2026-09-30").rules)).toHaveLength(34);
});

test("the seven values have three panduan perilaku each, none twice (Pasal 10 ayat 3)", () => {
  expect(PERILAKU.map((perilaku) => perilaku[0]).join("")).toBe("bakhlak");
  expect(new Set(Object.values(PANDUAN_PERILAKU).flat()).size).toBe(21);
});

test("the standard that the city begins with is plain JSON and in itself consistent", () => {
  expect(JSON.parse(JSON.stringify(DEFAULT_STANDAR))).toEqual(DEFAULT_STANDAR);
  const { batasHari, periksaHari, tutupHari } = DEFAULT_STANDAR.laporan;
  expect([batasHari, periksaHari, tutupHari]).toEqual([5, 9, 15]);
  expect(DEFAULT_STANDAR.penilaian).toMatchObject({ batas: { sebagianBesar: 0.5, sebagianKecil: 0.25 }, catatanHari: 5, alasanMin: 20, jendelaHari: 14 });
  expect(DEFAULT_STANDAR.indeks).toEqual({ batasAtas: 120, bobotUtama: 2, targetSebagian: true, bobotTambahan: 1, peerInput: false });
  expect([DEFAULT_STANDAR.periodeEvaluasi, DEFAULT_STANDAR.sandiMin, DEFAULT_STANDAR.pola.minPegawai]).toEqual(["triwulanan", 5, 50]);
});

test("seventeen pangkat, none twice, from Juru Muda to Pembina Utama", () => {
  expect(new Set(Object.values(PANGKAT)).size).toBe(17);
  expect([PANGKAT["I/a"], PANGKAT["II/c"], PANGKAT["III/b"], PANGKAT["IV/e"]]).toEqual(["Juru Muda", "Pengatur", "Penata Muda Tingkat I", "Pembina Utama"]);
  expect(Object.keys(PANGKAT)).toEqual(Object.keys(PANGKAT).toSorted((a, b) => ["I", "II", "III", "IV"].indexOf(a.split("/")[0] ?? "") - ["I", "II", "III", "IV"].indexOf(b.split("/")[0] ?? "")));
});
