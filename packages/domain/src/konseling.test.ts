import { describe, expect, test } from "vitest";
import { arrangeRefusals, followRefusals, formatRekamanKonseling, HUBUNGAN_KONSELOR, kewenanganKonselor, type Konseling, KONSELOR_JENIS, mayReadJournal, mayReadRecord, noteRefusals, pembacaRekaman, penentuTindakLanjut, signRefusals, type Sisi } from "./konseling.ts";

const part = (text: string) => ({ regulation: "PermenPANRB 6/2022", part: `Lampiran BAB III.D.5.${text}` });

describe("who may be konselor (D.5.c.2)", () => {
  const letter = { pelatihan: null, dasar: "Surat penunjukan 800/12/2026" };
  test("the penilai who was trained for it, from the catalogue or by a certificate; untrained, with that reason", () => {
    expect(kewenanganKonselor({ jenis: "penilai", hubungan: "penilai", pelatihan: "katalog", dasar: null })).toMatchObject({ value: [], cite: part("c.2.(b).(1)") });
    expect(kewenanganKonselor({ jenis: "penilai", hubungan: "penilai", pelatihan: "sertifikat", dasar: null }).value).toEqual([]);
    expect(kewenanganKonselor({ jenis: "penilai", hubungan: "penilai", pelatihan: null, dasar: null }).value).toEqual(["konselor_untrained"]);
    expect(kewenanganKonselor({ jenis: "penilai", hubungan: "lain", pelatihan: "katalog", dasar: null }).value).toEqual(["konselor_not_penilai"]);
  });
  test("an official whose function it is, and a konselor independen, each with the ground of it", () => {
    expect(kewenanganKonselor({ jenis: "pejabat_fungsi", hubungan: "lain", ...letter })).toMatchObject({ value: [], cite: part("c.2.(b).(2)") });
    expect(kewenanganKonselor({ jenis: "independen", hubungan: "lain", ...letter })).toMatchObject({ value: [], cite: part("c.2.(a).(3)") });
    for (const jenis of ["pejabat_fungsi", "independen"] as const) for (const dasar of [null, " SK  "]) expect(kewenanganKonselor({ jenis, hubungan: "lain", pelatihan: null, dasar }).value).toEqual(["konselor_without_basis"]);
  });
  test("nobody writes a record that they are to read, and nobody is their own", () => {
    const found = KONSELOR_JENIS.flatMap((jenis) => HUBUNGAN_KONSELOR.map((hubungan) => [jenis, hubungan, ...kewenanganKonselor({ jenis, hubungan, pelatihan: "katalog", dasar: "Surat penunjukan" }).value].join(" ")));
    expect(found).toEqual([
      "penilai pegawai konselor_too_near", "penilai penilai", "penilai atasan konselor_not_penilai", "penilai kepala_kepegawaian konselor_not_penilai", "penilai lain konselor_not_penilai",
      "pejabat_fungsi pegawai konselor_too_near", "pejabat_fungsi penilai konselor_too_near", "pejabat_fungsi atasan konselor_too_near", "pejabat_fungsi kepala_kepegawaian", "pejabat_fungsi lain",
      "independen pegawai konselor_too_near", "independen penilai konselor_too_near", "independen atasan konselor_too_near", "independen kepala_kepegawaian konselor_too_near", "independen lain",
    ]);
  });
});

describe("who reads the record, and who decides (D.5.d-e)", () => {
  test.each([
    ["penilai", "d.1", ["atasan"], ["atasan"]],
    ["pejabat_fungsi", "d.2", ["penilai", "atasan"], ["atasan"]],
    ["independen", "d.3", ["kepegawaian"], ["kepegawaian"]],
  ] as const)("by %s (%s): %s, decided by %s", (jenis, clause, readers, deciders) => {
    const pembaca = pembacaRekaman({ konselor: jenis, adaAtasan: true });
    expect(pembaca).toMatchObject({ value: readers, cite: part(clause), given: { konselor: jenis, adaAtasan: true } });
    expect(pembaca.note).toBeUndefined();
    expect(penentuTindakLanjut({ pembaca })).toMatchObject({ value: deciders, cite: part("e"), from: [{ rule: "Pembaca rekaman konseling" }] });
  });
  test("where nobody is on record above the penilai it goes to the office of personnel, and says so", () => {
    expect(pembacaRekaman({ konselor: "penilai", adaAtasan: false })).toMatchObject({ value: ["kepegawaian"], note: expect.stringContaining("Atasan pejabat penilai tidak tercatat") });
    expect(pembacaRekaman({ konselor: "pejabat_fungsi", adaAtasan: false }).value).toEqual(["penilai", "kepegawaian"]);
    expect(pembacaRekaman({ konselor: "independen", adaAtasan: false }).note).toBeUndefined();
  });
  test("the form of the record is said to be our own", () => {
    expect(formatRekamanKonseling({})).toMatchObject({ value: "KONSELING", cite: part("c.2.(c)"), note: expect.stringContaining("buatan Teraju") });
  });
  test("the journal is the two's alone; the record besides of whom it is reported to", () => {
    const all: readonly Sisi[] = ["pegawai", "konselor", "penilai", "kepegawaian", "pembaca", "penentu"];
    expect(all.filter((side) => mayReadJournal([side]))).toEqual(["pegawai", "konselor"]);
    expect(all.filter((side) => mayReadRecord([side]))).toEqual(["pegawai", "konselor", "pembaca"]);
  });
});

const rencana = { status: "agreed", bentuk: "konseling", dilaporkan: true } as const;
const arranged = { konselorId: "psikolog", byOffice: true, scheduledOn: "2026-11-20", entries: 0 } as const;
const open: Konseling = { rencana, arranged, isSigned: false };
const signed: Konseling = { rencana: { ...rencana, status: "done" }, arranged, isSigned: true };
const today = "2026-11-23";

describe("konselor, day and place are set", () => {
  const wanted = { jenis: "penilai", konselorId: "psikolog", scheduledOn: "2026-11-30" } as const;
  const office = { sides: ["kepegawaian"], today } as const;
  const penilai = { sides: ["penilai"], today } as const;
  test("by the office of personnel on a report, agreed or not; by the penilai where both agreed", () => {
    for (const status of ["proposed", "agreed"] as const) expect(arrangeRefusals({ ...open, rencana: { ...rencana, status }, arranged: null }, wanted, office)).toEqual([]);
    expect(arrangeRefusals({ ...open, rencana: { ...rencana, dilaporkan: false }, arranged: null }, wanted, office)).toEqual(["konseling_not_reported"]);
    expect(arrangeRefusals({ ...open, rencana: { ...rencana, dilaporkan: false }, arranged: null }, wanted, penilai)).toEqual([]);
    expect(arrangeRefusals({ ...open, rencana: { ...rencana, status: "proposed" }, arranged: null }, wanted, penilai)).toEqual(["konseling_not_agreed"]);
    for (const jenis of ["pejabat_fungsi", "independen"] as const) {
      expect(arrangeRefusals({ ...open, arranged: null }, { ...wanted, jenis }, office)).toEqual([]);
      expect(arrangeRefusals({ ...open, arranged: null }, { ...wanted, jenis }, penilai)).toEqual(["konseling_by_office"]);
    }
    expect(arrangeRefusals(open, wanted, { sides: ["pegawai", "pembaca"], today })).toEqual(["not_yours", "own_konseling", "konseling_by_office"]);
    expect(arrangeRefusals(open, wanted, { sides: ["pegawai", "kepegawaian"], today })).toEqual(["own_konseling"]);
  });
  test("a new day may be set until it is signed, another konselor until it has begun; what the office set, the penilai leaves", () => {
    expect(arrangeRefusals(open, { ...wanted, konselorId: "lain" }, office)).toEqual([]);
    expect(arrangeRefusals({ ...open, arranged: { ...arranged, entries: 1 } }, { ...wanted, konselorId: "lain" }, office)).toEqual(["konseling_begun"]);
    expect(arrangeRefusals({ ...open, arranged: { ...arranged, entries: 1 } }, wanted, office)).toEqual([]);
    expect(arrangeRefusals(open, wanted, penilai)).toEqual(["konseling_by_office"]);
    expect(arrangeRefusals({ ...open, arranged: { ...arranged, byOffice: false } }, wanted, penilai)).toEqual([]);
    expect(arrangeRefusals(open, wanted, { sides: ["penilai", "kepegawaian"], today })).toEqual(["konseling_by_office"]);
    expect(arrangeRefusals(signed, wanted, office)).toEqual(["written_already"]);
  });
  test("from today on, of a plan of konseling that is neither ended nor of another kind", () => {
    expect(arrangeRefusals({ ...open, arranged: null }, { ...wanted, scheduledOn: today }, office)).toEqual([]);
    expect(arrangeRefusals({ ...open, arranged: null }, { ...wanted, scheduledOn: "2026-11-22" }, office)).toEqual(["meeting_date_past"]);
    // The place alone may change after the day.
    expect(arrangeRefusals(open, { ...wanted, scheduledOn: arranged.scheduledOn }, office)).toEqual([]);
    expect(arrangeRefusals({ ...open, rencana: { ...rencana, status: "cancelled" } }, wanted, office)).toEqual(["wrong_status"]);
    expect(arrangeRefusals({ ...open, rencana: { ...rencana, bentuk: "coaching" } }, wanted, office)).toEqual(["wrong_status"]);
  });
});

test("the two write in its journal, while it runs", () => {
  for (const side of ["pegawai", "konselor"] as const) expect(noteRefusals(open, { sides: [side] })).toEqual([]);
  expect(noteRefusals(open, { sides: ["penilai", "kepegawaian", "pembaca"] })).toEqual(["not_yours"]);
  expect(noteRefusals({ ...open, arranged: null }, { sides: ["pegawai"] })).toEqual(["wrong_status"]);
  expect(noteRefusals({ ...open, rencana: { ...rencana, status: "declined" } }, { sides: ["pegawai"] })).toEqual(["wrong_status"]);
  expect(noteRefusals(signed, { sides: ["konselor"] })).toEqual(["written_already"]);
});

describe("the record is signed", () => {
  const held = { heldFrom: "2026-11-20", heldUntil: today } as const;
  const konselor = { sides: ["konselor"], today } as const;
  test("by the konselor, once, from the day set for it", () => {
    expect(signRefusals(open, held, konselor)).toEqual([]);
    expect(signRefusals({ ...open, arranged: { ...arranged, scheduledOn: today } }, held, konselor)).toEqual([]);
    expect(signRefusals({ ...open, arranged: { ...arranged, scheduledOn: "2026-11-24" } }, held, konselor)).toEqual(["konseling_not_held"]);
    expect(signRefusals(signed, held, konselor)).toEqual(["written_already"]);
    expect(signRefusals(open, held, { sides: ["penilai", "pegawai", "kepegawaian"], today })).toEqual(["not_yours"]);
    expect(signRefusals({ ...open, arranged: null }, held, { sides: ["penilai"], today })).toEqual(["not_yours", "wrong_status"]);
    expect(signRefusals({ ...open, rencana: { ...rencana, status: "cancelled" } }, held, konselor)).toEqual(["wrong_status"]);
  });
  test.each([["2026-11-23", "2026-11-20"], ["2026-11-20", "2026-11-24"]])("not of talks from %s to %s", (heldFrom, heldUntil) => {
    expect(signRefusals(open, { heldFrom, heldUntil }, konselor)).toEqual(["days_wrong"]);
  });
});

test("what follows is said by whom the record is reported to, on a signed one, never by who wrote it or whom it is about", () => {
  expect(followRefusals(signed, { sides: ["pembaca", "penentu"] })).toEqual([]);
  expect(followRefusals(open, { sides: ["penentu"] })).toEqual(["form_empty"]);
  expect(followRefusals(signed, { sides: ["penilai", "pembaca", "kepegawaian"] })).toEqual(["not_yours"]);
  expect(followRefusals(signed, { sides: ["penentu", "konselor"] })).toEqual(["second_person_needed"]);
  expect(followRefusals(signed, { sides: ["penentu", "pegawai"] })).toEqual(["own_konseling"]);
});
