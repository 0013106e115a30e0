import { describe, expect, test } from "vitest";
import { BENTUK_PEMBINAAN, formatPelaksanaan, FORMULIR, formulirOf, formulirRefusals, lookFrom, looksDue, mayReadFormulir, pesertaRefusals, refusals, type Peserta, type Rencana } from "./development.ts";

const plan = (with_: Partial<Rencana> = {}): Rencana => ({ status: "proposed", bentuk: "pelatihan", proposedBy: "sari", doneOn: null, entries: 0, isArranged: false, looked: [], ...with_ });
const as = (actor: "sari" | "budi", more: object = {}) => ({ actor, parties: [actor === "sari" ? "owner" : "penilai"] as const, today: "2026-11-23", ...more });

describe("a plan is two people's", () => {
  test("who proposed waits for the other; the other agrees or says why not", () => {
    expect(refusals(plan(), "agree", as("sari"))).toEqual(["second_person_needed"]);
    expect(refusals(plan(), "agree", as("budi"))).toEqual([]);
    expect(refusals(plan({ proposedBy: "budi" }), "agree", as("sari"))).toEqual([]);
    expect(refusals(plan(), "decline", as("budi", { note: " ya " }))).toEqual(["words_too_short"]);
    // Who put it forward neither agrees nor declines; five letters are the least, blanks around them none of them.
    expect(refusals(plan(), "decline", as("sari", { note: "Tidak perlu." }))).toEqual(["second_person_needed"]);
    expect(refusals(plan(), "decline", as("budi", { note: " benar " }))).toEqual([]);
    expect(refusals(plan(), "decline", as("budi", { note: " ada   " }))).toEqual(["words_too_short"]);
    expect(refusals(plan(), "decline", as("budi", { note: "Belum waktunya." }))).toEqual([]);
  });
  test("nobody else, and not out of its order", () => {
    expect(refusals(plan(), "agree", { actor: "x", parties: [], today: "2026-11-23" })).toEqual(["not_yours"]);
    expect(refusals(plan({ status: "done" }), "agree", as("budi"))).toEqual(["wrong_status"]);
    expect(refusals(plan({ status: "done" }), "cancel", as("sari", { note: "Tidak jadi." }))).toEqual(["wrong_status"]);
    expect(refusals(plan({ status: "agreed" }), "cancel", as("sari", { note: "Tidak jadi." }))).toEqual([]);
    expect(refusals(plan({ status: "agreed" }), "cancel", as("sari"))).toEqual(["words_too_short"]);
  });
});

describe("done", () => {
  test.each(BENTUK_PEMBINAAN.filter((bentuk) => bentuk !== "konseling").map((bentuk) => [bentuk, bentuk === "coaching" || bentuk === "mentoring"] as const))("%s needs an entry in the journal: %s (Formats B.1.6, B.1.7)", (bentuk, needs) => {
    expect(refusals(plan({ status: "agreed", bentuk }), "finish", as("sari"))).toEqual(needs ? ["journal_empty"] : []);
    expect(refusals(plan({ status: "agreed", bentuk, entries: 1 }), "finish", as("sari"))).toEqual([]);
    expect(refusals(plan({ status: "agreed", bentuk }), "record", as("budi"))).toEqual([]);
  });
});

describe("konseling", () => {
  test("is written down and ends on its own page", () => {
    const talk = plan({ status: "agreed", bentuk: "konseling", entries: 1 });
    expect(refusals(talk, "finish", as("budi"))).toEqual(["wrong_status"]);
    expect(refusals(talk, "record", as("sari"))).toEqual(["wrong_status"]);
    expect(refusals(talk, "cancel", as("sari", { note: "Tidak jadi." }))).toEqual([]);
  });
  test("is given up by neither side once the office of personnel has set it", () => {
    const note = "Tidak jadi.";
    expect(refusals(plan({ bentuk: "konseling", isArranged: true }), "decline", as("budi", { note }))).toEqual(["konseling_by_office"]);
    expect(refusals(plan({ status: "agreed", bentuk: "konseling", isArranged: true }), "cancel", as("sari", { note }))).toEqual(["konseling_by_office"]);
    expect(refusals(plan({ bentuk: "konseling", isArranged: true }), "agree", as("budi"))).toEqual([]);
  });
});

describe("looking back at three and six months", () => {
  test("the months between must be over: done in April, first looked at in August", () => {
    expect(lookFrom("2026-04-17", 3)).toBe("2026-08");
    expect(lookFrom("2026-04-30", 6)).toBe("2026-11");
    expect(lookFrom("2026-11-01", 3)).toBe("2027-03");
  });
  test("due once each", () => {
    const done = { status: "done" as const, doneOn: "2026-04-17" };
    expect(looksDue({ ...done, looked: [] }, "2026-07-31")).toEqual([]);
    expect(looksDue({ ...done, looked: [] }, "2026-08-01")).toEqual([3]);
    expect(looksDue({ ...done, looked: [] }, "2026-11-01")).toEqual([3, 6]);
    expect(looksDue({ ...done, looked: [3] }, "2026-11-01")).toEqual([6]);
    expect(looksDue({ status: "agreed", doneOn: null, looked: [] }, "2026-11-01")).toEqual([]);
  });
  test("refused when early, when made, without words", () => {
    const done = plan({ status: "done", doneOn: "2026-08-10", looked: [3] });
    expect(refusals(done, "look", as("sari", { look: 6, note: "Sudah lebih rapi." }))).toEqual(["too_early"]);
    expect(refusals(done, "look", as("sari", { look: 3, note: "Sudah lebih rapi." }))).toEqual(["too_early", "looked_already"]);
    expect(refusals(plan({ status: "done", doneOn: "2026-07-10" }), "look", as("sari", { look: 3, note: "Sudah lebih rapi." }))).toEqual([]);
    expect(refusals(plan({ status: "done", doneOn: "2026-07-10" }), "look", as("sari", { look: 3 }))).toEqual(["words_too_short"]);
  });
});

describe("a place in a training", () => {
  const place = (with_: Partial<Peserta> = {}): Peserta => ({ status: "nominated", hasEnded: false, taken: 3, places: 4, ...with_ });
  test.each([
    [place(), "accept", []], [place({ taken: 4 }), "accept", ["training_full"]], [place({ hasEnded: true }), "accept", ["training_over"]], [place({ status: "accepted" }), "accept", ["wrong_status"]],
    [place({ taken: 4 }), "refuse", []], [place({ status: "refused" }), "refuse", ["wrong_status"]], [place({ status: "accepted" }), "withdraw", []], [place({ status: "accepted", hasEnded: true }), "withdraw", ["training_over"]], [place({ status: "refused" }), "withdraw", ["wrong_status"]],
    [place({ status: "accepted", hasEnded: true }), "attend", []], [place({ status: "accepted" }), "attend", ["training_not_over"]], [place({ hasEnded: true }), "attend", ["wrong_status"]],
  ] as const)("%j %s: %j", (peserta, action, expected) => expect(pesertaRefusals(peserta, action)).toEqual(expected));
});

describe("Formats B.1.6 to B.1.10 (Lampiran BAB III.D)", () => {
  test("coaching and mentoring fill B.1.6 and B.1.7 by their journal, then B.1.8 and B.1.9; B.1.10 stands before konseling", () => {
    expect(BENTUK_PEMBINAAN.map((bentuk) => [bentuk, formatPelaksanaan({ bentuk }), formulirOf({ bentuk })])).toEqual([
      ["coaching", "B.1.6", ["B.1.8", "B.1.9"]], ["mentoring", "B.1.7", ["B.1.8", "B.1.9"]], ["pelatihan", null, []], ["belajar_mandiri", null, []], ["konseling", null, ["B.1.10"]],
    ]);
  });
  test("the pegawai says how the guidance was, who guided what it left; both after it, each once", () => {
    const done = plan({ status: "done", bentuk: "coaching", doneOn: "2026-04-17" });
    const owner = { parties: ["owner"] as const, written: [] };
    const penilai = { parties: ["penilai"] as const, written: [] };
    expect([formulirRefusals(done, "B.1.8", owner), formulirRefusals(done, "B.1.9", penilai)]).toEqual([[], []]);
    expect([formulirRefusals(done, "B.1.8", penilai), formulirRefusals(done, "B.1.9", owner)]).toEqual([["not_yours"], ["not_yours"]]);
    expect(formulirRefusals(plan({ status: "agreed", bentuk: "coaching" }), "B.1.8", owner)).toEqual(["wrong_status"]);
    expect(formulirRefusals(done, "B.1.10", penilai)).toEqual(["wrong_status"]);
    expect(formulirRefusals(done, "B.1.9", { ...penilai, written: ["B.1.9"] })).toEqual(["written_already"]);
  });
  test("a problem of behaviour is reported while konseling is put forward or under way", () => {
    const by = { parties: ["penilai"] as const, written: [] };
    expect(["proposed", "agreed"].map((status) => formulirRefusals(plan({ status: status as "proposed", bentuk: "konseling" }), "B.1.10", by))).toEqual([[], []]);
    expect(formulirRefusals(plan({ status: "done", bentuk: "konseling" }), "B.1.10", by)).toEqual(["wrong_status"]);
  });
  test("B.1.8 goes past who guided to their superior; B.1.10 stays between the two", () => {
    const readers = [["owner"], ["penilai"], []] as const;
    expect((["B.1.6", ...FORMULIR] as const).map((formulir) => readers.map((parties) => mayReadFormulir(formulir, parties)))).toEqual([[true, true, true], [true, false, true], [true, true, true], [true, true, false]]);
  });
});
