import { describe, expect, test } from "vitest";
import { ACTIONS, addEvidenceRefusals, answerHearingRefusals, type Context, decideRefusals, explainRefusals, explainUntil, fileRefusals, handoverRefusals, layEvidenceRefusals, type Keberatan, type Keputusan, type Pemeriksaan, reassignRefusals, recordHearingRefusals, type Result } from "./keberatan.ts";
import { DEFAULT_STANDAR } from "./standar.ts";
import { KEBERATAN_STATUS } from "./vocabulary.ts";

const kalender = { libur: [], hariKerjaPengganti: [] };
const WHY = "Realisasi Agustus dihitung dua kali oleh sistem.";
/** Opened on Friday 16 October 2026: the fourteenth working day is Thursday 5 November. */
const result = (over: Partial<Result> = {}): Result => ({ isOpen: true, isCurrent: true, hasAtasan: true, setOn: "2026-10-14", receivedOn: "2026-10-16", until: "2026-11-05", ...over });
const keberatan = (over: Partial<Keberatan> = {}): Keberatan => ({ status: "not_filed", filedOn: null, ...over });
const context = (over: Partial<Context> = {}): Context => ({ parties: ["owner"], today: "2026-10-20", kalender, standar: DEFAULT_STANDAR, ...over });
const file = (over: Partial<Result> = {}, overContext: Partial<Context> = {}, claims: readonly { alasan: string }[] | null = [{ alasan: WHY }]) => fileRefusals(result(over), keberatan(), claims, context(overContext));

describe("filing (Lampiran BAB V.B.1–2)", () => {
  test("the pegawai files with reasons; nobody else does", () => {
    expect(file()).toEqual([]);
    expect(file({}, {}, null)).toEqual([]);
    for (const party of ["penilai", "atasan", "job"] as const) expect(file({}, { parties: [party] })).toEqual(["not_yours"]);
  });

  test.each([["2026-10-16", []], ["2026-11-04", []], ["2026-11-05", []], ["2026-11-06", ["keberatan_time_over"]], ["2026-12-01", ["keberatan_time_over"]]])("received on 16 October, on %s: %j", (today, refusals) => expect(file({}, { today })).toEqual(refusals));

  test.each([
    [{ isOpen: false, receivedOn: null, until: null }, ["keberatan_not_open"]], [{ isCurrent: false }, ["result_replaced"]], [{ hasAtasan: false }, ["no_atasan"]], [{ receivedOn: null, until: null }, ["result_not_received"]],
    [{ isOpen: false, isCurrent: false, hasAtasan: false, until: "2026-10-19" }, ["keberatan_not_open", "result_replaced", "no_atasan", "keberatan_time_over"]],
  ] as const)("%j: %j", (over, refusals) => expect(file(over)).toEqual(refusals));

  test("each claim says why, in as many characters as a reason has; none at all is no keberatan", () => {
    expect(file({}, {}, [])).toEqual(["claims_missing"]);
    expect(file({}, {}, [{ alasan: WHY }, { alasan: "   keliru            " }])).toEqual(["words_too_short"]);
    expect(file({}, {}, [{ alasan: "x".repeat(20) }])).toEqual([]);
    expect(file({}, {}, [{ alasan: "x".repeat(19) }])).toEqual(["words_too_short"]);
  });

  test.each(KEBERATAN_STATUS)("once on each result: %s", (status) => {
    expect(fileRefusals(result(), keberatan({ status, filedOn: "2026-10-19" }), null, context())).toEqual(["keberatan_filed"]);
  });
});

describe("the penilai's explanation (Lampiran BAB V.B.4)", () => {
  const explain = (status: Keberatan["status"], text: string | null, parties: Context["parties"] = ["penilai"]) => explainRefusals(keberatan({ status, filedOn: "2026-10-20" }), text, context({ parties }));
  test("once, by the penilai, in words", () => {
    expect(explain("filed", WHY)).toEqual([]);
    expect(explain("filed", null)).toEqual([]);
    expect(explain("filed", "Sudah benar.")).toEqual(["words_too_short"]);
    expect(explain("filed", WHY, ["owner"])).toEqual(["not_your_bawahan"]);
    for (const status of ["not_filed", "explained", "decided"] as const) expect(explain(status, WHY)).toEqual(["wrong_status"]);
  });
});

describe("the atasan's decision (Lampiran BAB V.B.5–7)", () => {
  const keputusan = (over: Partial<Keputusan> = {}): Keputusan => ({ putusan: "mengubah", alasan: WHY, rekomendasi: "Dipertahankan pada tugas ini.", isAnythingChanged: true, ratings: { hasil_kerja: { rating: "di_atas", basis: 1 }, perilaku: { rating: "sesuai", basis: 0 } }, ...over });
  const decide = (over: Partial<Keputusan> | null, status: Keberatan["status"] = "explained", overContext: Partial<Context> = {}) =>
    decideRefusals(keberatan({ status, filedOn: "2026-10-20" }), over === null ? null : keputusan(over), context({ parties: ["atasan"], today: "2026-10-22", ...overContext }));

  test("changes with a reason, a basis and a recommendation; confirms with a reason", () => {
    expect(decide({})).toEqual([]);
    expect(decide(null)).toEqual([]);
    expect(decide({ putusan: "menguatkan", rekomendasi: null, isAnythingChanged: false, ratings: { hasil_kerja: { rating: "di_bawah", basis: 0 }, perilaku: { rating: "di_atas", basis: 0 } } })).toEqual([]);
  });

  test.each([
    [{ alasan: "Setuju." }, ["words_too_short"]], [{ rekomendasi: null }, ["recommendation_missing"]], [{ rekomendasi: "  " }, ["recommendation_missing"]], [{ isAnythingChanged: false }, ["nothing_changed"]],
    [{ ratings: { hasil_kerja: { rating: "di_atas", basis: 0 }, perilaku: { rating: "di_bawah", basis: 0 } } }, ["no_basis_hasil_kerja", "no_basis_perilaku"]],
    [{ ratings: { hasil_kerja: { rating: "sesuai", basis: 0 }, perilaku: { rating: "di_bawah", basis: 2 } } }, []],
    [{ putusan: "menguatkan", alasan: "Setuju." }, ["words_too_short"]],
  ] as const)("%j: %j", (over, refusals) => expect(decide(over)).toEqual(refusals));

  test("waits for the penilai's three working days, and no longer; being late is no refusal", () => {
    // Filed on Tuesday 20 October: 21, 22, 23.
    expect(explainUntil("2026-10-20", { kalender, standar: DEFAULT_STANDAR })).toBe("2026-10-23");
    for (const [today, refusals] of [["2026-10-20", ["explanation_awaited"]], ["2026-10-23", ["explanation_awaited"]], ["2026-10-24", []], ["2026-12-24", []]] as const) expect(decide({}, "filed", { today })).toEqual(refusals);
    expect(decide({}, "explained", { today: "2026-10-20" })).toEqual([]);
    expect(decideRefusals(keberatan({ status: "filed" }), null, context({ parties: ["atasan"] }))).toEqual([]);
  });

  test("by the atasan alone, once", () => {
    for (const party of ["owner", "penilai"] as const) expect(decide({}, "explained", { parties: [party] })).toEqual(["not_your_bawahan"]);
    for (const status of ["not_filed", "decided"] as const) expect(decide({}, status)).toEqual(["wrong_status"]);
  });

  test("the table says where each action leads", () => {
    expect(Object.fromEntries(Object.entries(ACTIONS).map(([name, { from, to }]) => [name, [from, to]]))).toEqual({ file: [["not_filed"], "filed"], explain: [["filed"], "explained"], decide: [["filed", "explained"], "decided"], reassign: [["filed", "explained"], "same"], addEvidence: [["filed"], "same"], layEvidence: [["filed"], "same"], recordHearing: [["filed", "explained"], "same"], answerHearing: [["filed", "explained"], "same"] });
  });
});

describe("hand-over on paper (Lampiran BAB V.A.5–6)", () => {
  const unread = { receivedOn: null, until: null } as const;
  const record = (day: string | null, over: Partial<Result> = unread, parties: Context["parties"] = ["penilai"]) => handoverRefusals(result(over), day, { parties, today: "2026-10-20" });
  test.each([["2026-10-13", ["handover_day_wrong"]], ["2026-10-14", []], ["2026-10-20", []], ["2026-10-21", ["handover_day_wrong"]], [null, []]] as const)("set on 14 October, handed over on %s: %j", (day, refusals) => expect(record(day)).toEqual(refusals));
  test("recorded by the penilai, and only where it was not received yet", () => {
    expect(record("2026-10-15", {})).toEqual(["result_received"]);
    expect(record("2026-10-15", unread, ["owner"])).toEqual(["not_your_bawahan"]);
    expect(record("2026-10-21", {}, [])).toEqual(["not_your_bawahan", "result_received", "handover_day_wrong"]);
  });
});

describe("the next above decides", () => {
  const reassign = (over: object = {}, status: Keberatan["status"] = "filed", parties: Context["parties"] = ["bkpsdm"]) => reassignRefusals(keberatan({ status }), { hasNext: true, isNextAParty: false, isActorAParty: false, alasan: WHY, ...over }, context({ parties }));
  test("where the atasan is absent or too near: by BKPSDM, with words, while it is undecided", () => {
    for (const status of ["filed", "explained"] as const) expect(reassign({}, status)).toEqual([]);
    expect(reassign({ alasan: null })).toEqual([]);
    expect(reassign({ alasan: "cuti" })).toEqual(["words_too_short"]);
    expect(reassign({}, "decided")).toEqual(["wrong_status"]);
    for (const party of ["owner", "penilai", "atasan"] as const) expect(reassign({}, "filed", [party])).toEqual(["not_yours"]);
  });
  test("never to nobody, to one of the two sides, or by one of them", () => {
    expect(reassign({ hasNext: false })).toEqual(["no_atasan"]);
    expect(reassign({ isNextAParty: true, isActorAParty: true })).toEqual(["own_appraisal", "no_atasan"]);
  });
});

describe("more evidence", () => {
  test("until the penilai has explained, by the pegawai, and at least one", () => {
    const add = (status: Keberatan["status"], count: number | null, parties: Context["parties"] = ["owner"]) => addEvidenceRefusals(keberatan({ status }), count, context({ parties }));
    expect(add("filed", 1)).toEqual([]);
    expect(add("filed", null)).toEqual([]);
    expect(add("filed", 0)).toEqual(["nothing_changed"]);
    for (const status of ["explained", "decided"] as const) expect(add(status, 1)).toEqual(["wrong_status"]);
    expect(add("filed", 1, ["penilai"])).toEqual(["not_yours"]);
  });
});

describe("the minutes of a hearing (Lampiran BAB V.B.3–4)", () => {
  const filed = (status: Keberatan["status"] = "explained") => keberatan({ status, filedOn: "2026-10-16" });
  const hearing: Pemeriksaan = { on: "2026-10-19", isOwnerPresent: true, isPenilaiPresent: false, said: WHY };
  const record = (over: Partial<Pemeriksaan> | null, status: Keberatan["status"] = "explained", parties: Context["parties"] = ["atasan"]) => recordHearingRefusals(filed(status), over && { ...hearing, ...over }, context({ parties }));
  test("are the atasan's to write as long as nothing is decided", () => {
    for (const status of ["filed", "explained"] as const) expect([record({}, status), record(null, status)]).toEqual([[], []]);
    expect(record({}, "decided")).toEqual(["wrong_status"]);
    for (const party of ["owner", "penilai", "bkpsdm"] as const) expect(record({}, "filed", [party])).toEqual(["not_your_bawahan"]);
  });
  test.each([["2026-10-15", ["hearing_day_wrong"]], ["2026-10-16", []], ["2026-10-20", []], ["2026-10-21", ["hearing_day_wrong"]]] as const)("filed on 16 October, held on %s, today the 20th: %j", (on, refusals) => expect(record({ on })).toEqual(refusals));
  test("say who of the two was heard, and what was said", () => {
    expect(record({ isOwnerPresent: false, isPenilaiPresent: true })).toEqual([]);
    expect(record({ isOwnerPresent: false, said: "Didengar." })).toEqual(["nobody_heard", "words_too_short"]);
  });
  test("are signed, or not, by who was there, once, until the decision", () => {
    const answer = (over: object = {}, status: Keberatan["status"] = "filed", parties: Context["parties"] = ["owner"]) => answerHearingRefusals({ status }, { isPresent: true, isAnswered: false, ...over }, parties);
    expect([answer(), answer({}, "explained", ["penilai"])]).toEqual([[], []]);
    expect([answer({ isPresent: false }), answer({ isAnswered: true }), answer({}, "decided"), answer({}, "filed", ["atasan"])]).toEqual([["not_at_hearing"], ["hearing_answered"], ["wrong_status"], ["not_yours"]]);
  });
});

describe("a new file before the atasan", () => {
  test("is either side's to lay until the penilai has explained; the atasan judges and lays none", () => {
    expect((["owner", "penilai", "atasan"] as const).map((party) => layEvidenceRefusals({ status: "filed" }, [party]))).toEqual([[], [], ["not_yours"]]);
    expect(layEvidenceRefusals({ status: "explained" }, ["penilai"])).toEqual(["wrong_status"]);
    expect(layEvidenceRefusals({ status: "decided" }, [])).toEqual(["not_yours", "wrong_status"]);
  });
});
