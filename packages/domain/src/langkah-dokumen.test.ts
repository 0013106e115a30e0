import { describe, expect, it } from "vitest";
import { akhirEvaluasi, type Dokumen, langkahDokumen, returnRefusals } from "./langkah-dokumen.ts";

const kalender = { libur: ["2027-02-08"], hariKerjaPengganti: [] };
const dokumen: Dokumen = { sebagai: "penilai", signedOn: "2027-01-11", receivedOn: "2027-01-20", returnedOn: null, reportedOn: null, akhirEvaluasi: "2027-01-31" };
const steps = (more: Partial<Dokumen>, today: string) => langkahDokumen({ ...dokumen, ...more }, { today, kalender }).map(({ langkah, due, doneOn, isLate }) => [langkah, due?.value ?? null, due?.cite.part ?? null, doneOn, isLate]);

describe("the clocks of a dokumen evaluasi (Lampiran BAB V.A)", () => {
  it("are 14, 14 and 30 working days when the penilai signed, holidays left out", () => {
    expect(steps({}, "2027-01-25")).toEqual([
      ["penyampaian", "2027-01-29", "Lampiran BAB V huruf A angka 5", "2027-01-20", false],
      ["pengembalian", "2027-02-10", "Lampiran BAB V huruf A angka 6", null, false],
      ["pelaporan", "2027-03-15", "Lampiran BAB V huruf A angka 7 dan 11", null, false],
    ]);
  });
  it("are 7 and 7 when the atasan signed for a penilai who was late", () => {
    expect(steps({ sebagai: "atasan", signedOn: "2027-02-01", receivedOn: "2027-02-02" }, "2027-02-03")).toMatchObject([
      ["penyampaian", "2027-02-11", "Lampiran BAB V huruf A angka 9", "2027-02-02", false], ["pengembalian", "2027-02-12", "Lampiran BAB V huruf A angka 10", null, false], ["pelaporan", "2027-03-15", expect.anything(), null, false],
    ]);
  });
  it("run out on the day after the last: delivered late, returned late, not yet begun", () => {
    expect(steps({ receivedOn: null }, "2027-01-29").map((one) => [one[1], one[4]])).toEqual([["2027-01-29", false], [null, false], ["2027-03-15", false]]);
    expect(steps({ receivedOn: null }, "2027-01-30").map((one) => one[4])).toEqual([true, false, false]);
    expect(steps({ returnedOn: "2027-02-10" }, "2027-04-01").map((one) => one[4])).toEqual([false, false, true]);
    expect(steps({ returnedOn: "2027-02-11", reportedOn: "2027-03-15" }, "2027-04-01").map((one) => one[4])).toEqual([false, true, false]);
  });
  it("count from the end of January for the year, from the period's own end otherwise", () => {
    expect(akhirEvaluasi({ kind: "tahunan", lastMonth: "2026-12", ratingUntil: "2027-01-31" })).toBe("2027-01-31");
    expect(akhirEvaluasi({ kind: "triwulanan", lastMonth: "2026-09", ratingUntil: "2026-10-20" })).toBe("2026-09-30");
  });
});

describe("giving the document back", () => {
  const mine = { isCurrent: true, receivedOn: "2027-01-20", answer: null };
  it("is the pegawai's own, once, of the version that counts, after receiving it", () => {
    expect(returnRefusals(mine, { parties: ["owner"] })).toEqual([]);
    expect(returnRefusals(mine, { parties: ["penilai"] })).toEqual(["not_yours"]);
    expect(returnRefusals({ isCurrent: false, receivedOn: null, answer: null }, { parties: ["owner"] })).toEqual(["result_replaced", "result_not_received"]);
    expect(returnRefusals({ ...mine, answer: "menolak_menandatangani" }, { parties: ["owner"] })).toEqual(["result_returned"]);
  });
});
