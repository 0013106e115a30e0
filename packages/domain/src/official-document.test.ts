import { describe, expect, it } from "vitest";
import { officialDocument } from "./index.ts";

const { penandatangan, signRefusals, formatSkp, formatUmpanBalik, formatHasilEvaluasi, formatDokumenEvaluasi, jobRefusals, cancelRefusals, MOST_DOCUMENTS, MOST_JOBS } = officialDocument;

describe("which form of the annex a document is", () => {
  it.each([
    ["kualitatif", true, "A.1.1", "B.1.3", "C.1.1"],
    ["kuantitatif", true, "A.1.2", "B.1.4", "C.1.2"],
    ["kualitatif", false, "A.1.6", "B.1.3", "C.1.1"],
    ["kuantitatif", false, "A.1.7", "B.1.5", "C.1.3"],
  ] as const)("%s, pimpinan %s: %s, %s, %s", (pendekatan, isPimpinan, skp, umpanBalik, hasil) => {
    const of = { pendekatan, isPimpinan };
    expect([formatSkp(of).value, formatUmpanBalik(of).value, formatHasilEvaluasi(of).value]).toEqual([skp, umpanBalik, hasil]);
    expect(formatSkp(of)).toMatchObject({ rule: "Format SKP", given: of, from: [], cite: { regulation: "PermenPANRB 6/2022", part: "Lampiran BAB II.A angka 2 dan 7" } });
    expect([formatUmpanBalik(of).cite.part, formatHasilEvaluasi(of).cite.part]).toEqual(["Lampiran BAB III.C angka 16", "Lampiran BAB V.A angka 2 huruf b"]);
  });

  it.each([["penilai", "D.1.1"], ["atasan", "D.1.2"], ["pemutus_keberatan", "D.1.3"]] as const)("a dokumen evaluasi set by the %s is %s", (sebagai, format) => {
    expect(formatDokumenEvaluasi({ sebagai })).toMatchObject({ value: format, given: { sebagai }, cite: { part: "Lampiran BAB V.A angka 6 dan 10, V.B angka 7" } });
  });
});

describe("who signs", () => {
  it.each([
    [["A.1.1", "A.1.2", "A.1.6", "A.1.7", "A.1.8", "B.1.3", "B.1.4", "B.1.5", "D.1.1"], ["pegawai", "penilai"]],
    [["B.1.2", "B.1.8"], ["pegawai"]],
    [["B.1.6", "B.1.7"], ["pegawai", "pembimbing"]],
    [["B.1.9"], ["pembimbing"]],
    [["B.1.10", "C.1.1", "C.1.2", "C.1.3", "KONVERSI", "AKUMULASI"], ["penilai"]],
    [["D.1.2"], ["pegawai", "atasan"]],
    [["D.1.3"], ["pegawai", "penilai", "atasan"]],
    [["PAK"], ["penetap"]],
    [["KONSELING"], ["konselor"]],
  ] as const)("%j: %j", (formats, who) => {
    for (const format of formats) expect(penandatangan({ format }).value, format).toEqual(who);
  });

  it("a record is signed once over the same content, by those who stand under it, and never empty", () => {
    const of = { format: "B.1.5", isSigned: false, isEmpty: false } as const;
    expect([signRefusals({ ...of, as: "pegawai" }), signRefusals({ ...of, as: "penilai" })]).toEqual([[], []]);
    expect(signRefusals({ ...of, as: null })).toEqual(["not_yours"]);
    expect(signRefusals({ ...of, format: "B.1.2", as: "penilai" })).toEqual(["not_yours"]);
    expect(signRefusals({ format: "B.1.2", as: null, isSigned: true, isEmpty: true })).toEqual(["not_yours", "record_empty", "already_signed"]);
  });
});

describe("a job of many documents", () => {
  it("begins with at least one document, and at most as many as one job makes", () => {
    expect(jobRefusals({ documents: 0, open: 0, isCity: false })).toEqual(["no_documents"]);
    expect(jobRefusals({ documents: 1, open: 0, isCity: false })).toEqual([]);
    expect(jobRefusals({ documents: MOST_DOCUMENTS, open: MOST_JOBS - 1, isCity: false })).toEqual([]);
    expect(jobRefusals({ documents: MOST_DOCUMENTS + 1, open: 0, isCity: false })).toEqual(["too_many_documents"]);
  });

  it("says all reasons: the whole city is no unit of one job, and three are enough at once", () => {
    expect(jobRefusals({ documents: 0, open: MOST_JOBS, isCity: true })).toEqual(["document_unit_is_city", "too_many_jobs"]);
  });

  it("is cancelled by its owner while it waits or runs", () => {
    expect([cancelRefusals("waiting", ["owner"]), cancelRefusals("running", ["owner"])]).toEqual([[], []]);
    expect(cancelRefusals("done", ["owner"])).toEqual(["wrong_status"]);
    expect(cancelRefusals("failed", [])).toEqual(["not_yours", "wrong_status"]);
  });
});
