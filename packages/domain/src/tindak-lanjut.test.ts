import { describe, expect, it } from "vitest";
import { NOTES } from "./notes.ts";
import { actionOf, bukaAgenda, dibawaBulan, isOverdue, refusals } from "./tindak-lanjut.ts";

describe("a promise closes only with evidence or by a decision", () => {
  const open = { status: "terbuka", evidenceCount: 0 } as const;
  it("sudah needs evidence; sebagian and belum do not, and leave it open", () => {
    expect(actionOf("sudah")).toBe("keep");
    expect([actionOf("sebagian"), actionOf("belum")]).toEqual(["answer", "answer"]);
    expect(refusals(open, "keep", ["owner"])).toEqual(["no_evidence"]);
    expect(refusals({ ...open, evidenceCount: 1 }, "keep", ["owner"])).toEqual([]);
    expect(refusals(open, "answer", ["owner"])).toEqual([]);
  });
  it("a superior or the meeting gives it up; its owner alone cannot", () => {
    expect(refusals(open, "cancel", ["atasan"])).toEqual([]);
    expect(refusals(open, "cancel", ["pemimpin"])).toEqual([]);
    expect(refusals(open, "cancel", ["owner"])).toEqual(["not_your_bawahan"]);
  });
  it("what is closed stays closed", () => {
    for (const status of ["selesai", "dibatalkan"] as const) {
      expect(refusals({ status, evidenceCount: 1 }, "keep", ["owner"])).toEqual(["wrong_status"]);
      expect(refusals({ status, evidenceCount: 1 }, "cancel", ["atasan"])).toEqual(["wrong_status"]);
    }
  });
});

it("is overdue from the day after its day, while open", () => {
  expect(isOverdue({ status: "terbuka", due: "2026-11-19" }, "2026-11-19")).toBe(false);
  expect(isOverdue({ status: "terbuka", due: "2026-11-19" }, "2026-11-20")).toBe(true);
  expect(isOverdue({ status: "selesai", due: "2026-11-19" }, "2026-12-20")).toBe(false);
});

it.each([["2026-11-19", "2026-11-19", 0], ["2026-11-01", "2026-11-30", 0], ["2026-11-30", "2026-12-01", 1], ["2026-11-19", "2027-01-21", 2], ["2026-12-24", "2026-11-19", 0]])("due %s, on %s it is carried %i months", (due, tanggal, months) => {
  expect(dibawaBulan({ due, tanggal })).toMatchObject({ value: months, rule: "Bulan sejak jatuh tempo", cite: { part: "rapat: tindak lanjut" } });
});

describe("whose meeting it opens", () => {
  const base = { pemilik: "pribadi", unitAsal: "pkm1", unitRapat: "pkm1", jalurPemilik: ["kota", "dinkes", "pkm1"], isPesertaRapat: true } as const;
  it("a person's stays with the unit of its meeting while they work there", () => {
    expect(bukaAgenda(base).value).toBe(true);
    expect(bukaAgenda({ ...base, unitRapat: "dinkes" }).value).toBe(false);
    // Made in the department's meeting, it stays there although its owner sits in a puskesmas below.
    expect(bukaAgenda({ ...base, unitAsal: "dinkes", unitRapat: "dinkes" }).value).toBe(true);
  });
  it("goes along when the person moves", () => {
    const moved = { ...base, jalurPemilik: ["kota", "dinkes", "pkm2"] };
    expect(bukaAgenda({ ...moved, isPesertaRapat: false }).value).toBe(false);
    expect(bukaAgenda({ ...moved, unitRapat: "pkm2" })).toMatchObject({ value: true, note: NOTES.janjiIkutPindah });
  });
  it("stays where it was made when its owner has left the service", () => {
    expect(bukaAgenda({ ...base, jalurPemilik: null, isPesertaRapat: false }).value).toBe(true);
  });
  it("a unit's stays with the unit, whoever goes", () => {
    expect(bukaAgenda({ ...base, pemilik: "unit", jalurPemilik: null, isPesertaRapat: false })).toMatchObject({ value: true, note: NOTES.janjiTinggal });
    expect(bukaAgenda({ ...base, pemilik: "unit", unitRapat: "pkm2", jalurPemilik: ["kota", "dinkes", "pkm2"] }).value).toBe(false);
  });
});
