import { describe, expect, test } from "vitest";
import { formatter } from "#copy/format.ts";
import { opdDashboard as words } from "#copy/id/opd-dashboard.ts";
import { opdDashboard as enWords } from "#copy/en/opd-dashboard.ts";
import { type Dashboard, headline, heatFinding, largest, leastOf, needHelp, portions, shares, trendFinding } from "./finding.ts";

const format = formatter("id");
const NONE = { obliged: 0, submitted: 0, missing: 0, late: 0, checked: 0, excused: 0, missingMost: null };
const said = (completion: Partial<Dashboard["completion"]>) => {
  const { before, marked, after } = headline(words, format, { ...NONE, ...completion }, "November");
  return [`${before}${marked}${after}`, marked];
};

describe("the first sentence says", () => {
  test("how many reports came, who is missing, and where most of them are", () => {
    expect(said({ obliged: 52, submitted: 46, missing: 6, missingMost: { unit: "Bidang P2P", isDirect: false, count: 4 } })).toEqual(["46 dari 52 laporan November masuk. 6 orang belum, 4 di Bidang P2P.", "6 orang belum"]);
  });
  test("that most of them are the unit's own direct staff", () => {
    expect(said({ obliged: 55, submitted: 25, missing: 30, missingMost: { unit: "Puskesmas Langsa Lama", isDirect: true, count: 23 } })[0]).toBe("25 dari 55 laporan November masuk. 30 orang belum, 23 di antaranya pegawai langsung.");
  });
  test("no unit where there is only one", () => {
    expect(said({ obliged: 5, submitted: 0, missing: 5 })[0]).toBe("0 dari 5 laporan November masuk. 5 orang belum.");
  });
  test("that all came, and of those how many late", () => {
    expect(said({ obliged: 1200, submitted: 1200, late: 31 })).toEqual(["Semua 1.200 laporan November masuk. 31 terlambat.", "31 terlambat"]);
    expect(said({ obliged: 52, submitted: 52 })).toEqual(["Semua 52 laporan November masuk.", "Semua 52 laporan November masuk."]);
  });
  test("that nobody had to report", () => {
    expect(said({ excused: 3 })).toEqual(["Tidak ada yang wajib lapor November.", ""]);
  });
  test("the same in English", () => {
    const { before, marked, after } = headline(enWords, formatter("en"), { ...NONE, obliged: 52, submitted: 46, missing: 6, missingMost: { unit: "Bidang P2P", isDirect: false, count: 4 } }, "November");
    expect(`${before}${marked}${after}`).toBe("46 of 52 reports of November have arrived. 6 missing, 4 of them in Bidang P2P.");
  });
});

const row = (name: string, medians: (number | null)[], fallingMonths = 0, isDirect = false) => ({ unit: { id: name, name, kind: "bidang" }, isDirect, fallingMonths, cells: medians.map((median) => ({ median, n: median === null ? 0 : 9, isUnrecorded: false })) });
describe("the finding over the map of months", () => {
  const finding = (...rows: ReturnType<typeof row>[]) => heatFinding(words, format, rows);
  test("names the unit that fell longest, from three months on", () => {
    expect(finding(row("P2P", [90, 80], 3), row("Gizi & KIA", [92, 71], 4))).toBe("Gizi & KIA turun empat bulan berturut-turut");
    expect(finding(row("P2P", [100, 96], 2))).toBe("Semua unit di atas 95% dari target");
  });
  test("says of whom it speaks where the unit's own direct staff fall", () => {
    expect(finding(row("Dinas Kesehatan", [80], 3, true))).toBe("Pegawai langsung Dinas Kesehatan turun tiga bulan berturut-turut");
  });
  test("else counts the low ones, or says that all is well", () => {
    expect(finding(row("A", [84.9]), row("B", [85]), row("C", [60]))).toBe("Dua unit di bawah 85% dari target");
    expect(finding(row("A", [100]), row("B", [100.4]))).toBe("Semua unit mencapai target");
    expect(finding(row("A", [null]))).toBe("Belum ada capaian yang terkirim");
  });
});

test("a month under way is left out of the trend, and the title compares the last two complete ones", () => {
  const trend = [{ month: "2026-09", obliged: 50, submitted: 50, onTime: 47 }, { month: "2026-10", obliged: 50, submitted: 49, onTime: 45 }, { month: "2026-11", obliged: 50, submitted: 5, onTime: 5 }];
  const { arrived, onTime } = shares(trend, (month) => month === "2026-11");
  expect([arrived, onTime]).toEqual([[100, 98, null], [94, 90, null]]);
  const title = (values: (number | null)[]) => trendFinding(words, format, ["2026-09", "2026-10", "2026-11"], values);
  expect([title(onTime), title([90, 94, null]), title([94, 94, null]), title([null, 94, null]), title([null, null, null])]).toEqual([
    "90% laporan Oktober tepat waktu, turun 4 poin", "94% laporan Oktober tepat waktu, naik 4 poin", "94% laporan Oktober tepat waktu", "94% laporan Oktober tepat waktu", "Belum ada bulan yang lengkap",
  ]);
  expect([leastOf([94, 90, null]), leastOf([91]), leastOf([3]), leastOf([])]).toEqual([80, 90, 0, 0]);
});

const PERIOD: NonNullable<Dashboard["period"]> = {
  id: "p", year: 2026, kind: "triwulanan", number: 3, rated: 52, distribution: { sangat_baik: 5, baik: 41, butuh_perbaikan: 5, kurang: 1, sangat_kurang: 0 }, capaianOrganisasi: "baik",
  pola: { sesuai: false, temuan: [], batas: 0.7, predikat: "baik" }, matrix: [], official: { cocok: 52, berbeda: 0, belum_dinilai_bkn: 0, belum_dicocokkan: 0 },
};
test("the pattern's line stands in people on the bar that it speaks of", () => {
  expect(portions(PERIOD)[1]).toEqual({ predikat: "baik", count: 41, limit: { people: 36, kind: "max" } });
  expect(portions(PERIOD).filter((each) => "limit" in each)).toHaveLength(1);
  expect(portions({ ...PERIOD, capaianOrganisasi: "kurang", pola: { sesuai: true, temuan: [], batas: 0.6, predikat: "kurang" } })[3]).toMatchObject({ limit: { people: 31, kind: "min" } });
  expect(portions({ ...PERIOD, pola: null }).some((each) => "limit" in each)).toBe(false);
});
test("the largest group and those who need help", () => {
  expect([largest(PERIOD), needHelp(PERIOD)]).toEqual(["baik", 6]);
});
