import { expect, test } from "vitest";
import * as domain from "./index.ts";

test("the names that others rely on stand on the package root", () => {
  const names = [
    "predikatKinerja", "saranRatingHasilKerja", "saranRatingPerilaku", "capaianIndikator", "indeksKinerja", "bobotPp30", "predikatPp30", "polaDistribusi", "jatuhTempo", "tambahHariKerja", "parseNip", "lintSkp",
    "kategoriIpk", "penilaiPeriode", "usulanPenilai", "angkaKreditPeriode", "angkaKreditAkumulasi", "angkaKreditMinimal", "sumbuKinerja", "kotakTalenta", "dampakPelatihan", "access", "rulebookOn", "canonical", "suppress", "kewajiban", "roundHalfUp", "isDecision", "susunAgenda", "drawRaters", "redraw",
  ] as const;
  const face: Record<string, unknown> = { ...domain };
  expect(names.filter((name) => typeof face[name] !== "function")).toEqual([]);
  for (const thing of [domain.skp, domain.monthlyReport, domain.appraisal, domain.evaluationMeeting, domain.tindakLanjut]) expect(thing).toMatchObject({ ACTIONS: expect.any(Object), refusals: expect.any(Function) });
});
