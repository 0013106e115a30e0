import { describe, expect, test } from "vitest";
import {
  ACTIONS, answerRefusals, attendRefusals, closeRefusals, type Context, type Kalibrasi, type Kasus, type KasusAgenda, openRefusals, type Proposal, proposeRefusals, readRefusals, susunKalibrasi, type Usul,
} from "./kalibrasi.ts";
import { DEFAULT_STANDAR } from "./standar.ts";
import { PREDIKAT } from "./vocabulary.ts";

const WHY = "Bukti tiga bulan menunjukkan target terlampaui.";
const meeting = (over: Partial<Kalibrasi> = {}): Kalibrasi => ({ status: "open", hasAnalis: true, ...over });
const context = (...parties: Context["parties"]): Context => ({ parties, standar: DEFAULT_STANDAR });
const kepala = context("kepala");
const analis = context("bkpsdm");
const kasus = (over: Partial<Kasus> = {}): Kasus => ({ isCurrent: true, isUnderKeberatan: false, isOwn: false, isRead: true, hasOpenProposal: false, ratings: { hasilKerja: "sesuai", perilaku: "sesuai" }, ...over });
const usul = (over: Partial<Usul> = {}): Usul => ({ hasilKerja: "di_atas", perilaku: "sesuai", alasan: WHY, ...over });

describe("who leads the meeting, and who sits with it", () => {
  test("the head of a perangkat daerah of fifty people opens it, once", () => {
    const open = (over: Partial<Kalibrasi> = {}, people = 50, hasCapaianOrganisasi = true, who = kepala) => openRefusals(meeting({ status: "not_opened", hasAnalis: false, ...over }), { people, hasCapaianOrganisasi, masa: { ratingFrom: "2026-10-01", isClosed: false, today: "2026-10-01" } }, who);
    expect(open()).toEqual([]);
    expect(open({}, 49)).toEqual(["pola_unit_small"]);
    expect(open({}, 50, false)).toEqual(["capaian_organisasi_missing"]);
    expect(open({}, 50, true, analis)).toEqual(["not_unit_head"]);
    expect(open({ status: "open" })).toEqual(["kalibrasi_opened"]);
    expect(open({ status: "closed" }, 12, false, analis)).toEqual(["not_unit_head", "kalibrasi_opened", "capaian_organisasi_missing", "pola_unit_small"]);
  });
  test("while the period is evaluated: not before its end, not once it is closed", () => {
    const on = (today: string, isClosed: boolean) => openRefusals(meeting({ status: "not_opened", hasAnalis: false }), { people: 50, hasCapaianOrganisasi: true, masa: { ratingFrom: "2026-10-01", isClosed, today } }, kepala);
    expect(on("2026-09-30", false)).toEqual(["rating_window_not_open"]);
    expect(on("2026-11-11", false)).toEqual([]);
    expect(on("2026-11-12", true)).toEqual(["period_closed"]);
  });
  test("BKPSDM's analis joins once, while it is open", () => {
    expect(attendRefusals(meeting({ hasAnalis: false }), analis)).toEqual([]);
    expect(attendRefusals(meeting(), analis)).toEqual(["analis_present"]);
    expect(attendRefusals(meeting({ hasAnalis: false }), kepala)).toEqual(["not_yours"]);
    expect(attendRefusals(meeting({ hasAnalis: false, status: "closed" }), analis)).toEqual(["wrong_status"]);
  });
  test("both read evidence while it is open; a penilai does not", () => {
    for (const who of [kepala, analis]) expect(readRefusals(meeting(), who)).toEqual([]);
    expect(readRefusals(meeting(), context("penilai"))).toEqual(["not_unit_head"]);
    expect(readRefusals(meeting({ status: "closed" }), kepala)).toEqual(["wrong_status"]);
  });
  test("no action sets a result", () => expect(Object.keys(ACTIONS)).toEqual(["open", "attend", "read", "propose", "close"]));
});

describe("a proposal", () => {
  const propose = (over: Partial<Kasus> = {}, what: Usul | null = usul(), on = meeting(), who = kepala, isPeriodClosed = false) => proposeRefusals(on, kasus(over), what, { ...who, isPeriodClosed });
  test("names another rating with a reason, after the evidence was read", () => {
    expect(propose()).toEqual([]);
    expect(propose({}, null)).toEqual([]);
    expect(propose({ isRead: false })).toEqual(["evidence_unread"]);
    expect(propose({}, usul({ hasilKerja: "sesuai" }))).toEqual(["nothing_changed"]);
    expect(propose({}, usul({ hasilKerja: "sesuai", perilaku: "di_bawah" }))).toEqual([]);
    expect(propose({}, usul({ alasan: "x".repeat(DEFAULT_STANDAR.penilaian.alasanMin - 1) }))).toEqual(["words_too_short"]);
    expect(propose({}, usul({ alasan: "x".repeat(DEFAULT_STANDAR.penilaian.alasanMin) }))).toEqual([]);
  });
  test("is made by who leads, with the analis present, on a result that counts and is not examined", () => {
    expect(propose({}, usul(), meeting({ hasAnalis: false }))).toEqual(["analis_absent"]);
    expect(propose({}, usul(), meeting(), analis)).toEqual(["not_unit_head"]);
    expect(propose({}, usul(), meeting({ status: "closed" }))).toEqual(["wrong_status"]);
    expect(propose({}, null, meeting(), kepala, true)).toEqual(["period_closed"]);
    expect(propose({ isOwn: true, isCurrent: false, isUnderKeberatan: true, hasOpenProposal: true })).toEqual(["own_appraisal", "result_replaced", "keberatan_running", "proposal_open"]);
  });
  const answer = (over: Partial<Proposal> = {}, what: { isAccepted: boolean; words: string } | null = { isAccepted: true, words: WHY }, who = context("penilai")) => answerRefusals({ isAnswered: false, isCurrent: true, isUnderKeberatan: false, ...over }, what, who);
  test("is answered once by who set the result, with words", () => {
    expect(answer()).toEqual([]);
    expect(answer({}, null)).toEqual([]);
    expect(answer({ isAnswered: true })).toEqual(["wrong_status"]);
    expect(answer({}, { isAccepted: true, words: "ya" })).toEqual(["words_too_short"]);
    for (const who of [kepala, analis, context("owner")]) expect(answer({}, null, who)).toEqual(["not_your_bawahan"]);
  });
  test("under keberatan, or once another version counts, it can only be declined", () => {
    expect(answer({ isUnderKeberatan: true, isCurrent: false })).toEqual(["result_replaced", "keberatan_running"]);
    expect(answer({ isUnderKeberatan: true, isCurrent: false }, { isAccepted: false, words: WHY })).toEqual([]);
    expect(answer({ isUnderKeberatan: true, isCurrent: false }, null)).toEqual([]);
  });
});

describe("the end", () => {
  const close = (needsWords: boolean, explanation: string | null | undefined, over: Partial<Kalibrasi> = {}, who = kepala) => closeRefusals(meeting(over), { needsWords, explanation }, who);
  test("outside of the pola it needs words that are published; nothing else holds it up", () => {
    expect(close(false, null)).toEqual([]);
    expect(close(true, undefined)).toEqual([]);
    expect(close(true, null)).toEqual(["explanation_missing"]);
    expect(close(true, "terlalu pendek")).toEqual(["explanation_missing"]);
    expect(close(true, WHY)).toEqual([]);
    // Also words that nobody asked for are published: they say something.
    expect(close(false, "terlalu pendek")).toEqual(["words_too_short"]);
    expect(close(false, WHY)).toEqual([]);
  });
  test("belongs to who leads, with the analis present", () => {
    expect(close(false, null, { hasAnalis: false })).toEqual(["analis_absent"]);
    expect(close(false, null, {}, analis)).toEqual(["not_unit_head"]);
    expect(close(false, null, { status: "closed" })).toEqual(["wrong_status"]);
  });
});

describe("the order of the talk", () => {
  const one = (key: string, over: Partial<KasusAgenda> = {}): KasusAgenda => ({ key, penilai: "p1", predikat: "baik", z: 0.1, bukti: 3, isFragile: false, ...over });
  test("patokan first: a clear case for each predikat, most evidence, then nearest to what is expected, then by key", () => {
    const { butir, sisa } = susunKalibrasi([one("a", { bukti: 2 }), one("b", { z: 0.9 }), one("c", { z: -0.2 }), one("d", { z: 0.2 }), one("e", { predikat: "sangat_baik", z: -1 }), one("f", { predikat: "kurang", z: 1.01 }), one("g", { predikat: "butuh_perbaikan", z: null })], []);
    expect(butir).toEqual(["e", "c", "g"].map((key) => ({ key, bagian: "patokan", penilai: "p1" })));
    expect(sisa).toBe(0);
    expect(susunKalibrasi([one("x", { z: null, bukti: 9 }), one("y", { bukti: 1 })], []).butir.map(({ key }) => key)).toEqual(["y"]);
    expect(susunKalibrasi([one("x", { z: null, bukti: 9 }), one("y", { z: 1.2 })], []).butir.map(({ key }) => key)).toEqual(["x"]);
  });
  test("then five cases of each penilai with a signal, farthest in its direction first; then what hangs on one source or lies far away", () => {
    const team = [3, 1, 2, 5, 4, 0].map((z) => one(`l${z}`, { penilai: "lunak", z }));
    const severe = [-1.5, 0.5].map((z) => one(`k${z}`, { penilai: "keras", z }));
    const { butir } = susunKalibrasi([...team, ...severe, one("far", { z: -2.1 }), one("near", { z: 2 }), one("thin", { isFragile: true, z: null }), one("thinner", { isFragile: true, z: 0.3 })], [{ key: "lunak", arah: 1 }, { key: "keras", arah: -1 }]);
    expect(butir.map(({ key, bagian }) => `${bagian} ${key}`)).toEqual([
      "patokan l0", "penilai k-1.5", "penilai k0.5", "penilai l5", "penilai l4", "penilai l3", "penilai l2", "penilai l1", "perbatasan far", "perbatasan thinner", "perbatasan thin",
    ]);
  });
  test("at most twenty borderline cases; how many more there are is said, and the order does not depend on the input's", () => {
    const many = Array.from({ length: 30 }, (_, i) => one(`x${String(i).padStart(2, "0")}`, { z: 2.5 + (i % 3) }));
    const asked = susunKalibrasi(many, []);
    expect(asked.butir).toHaveLength(20);
    expect(asked.sisa).toBe(10);
    expect(susunKalibrasi(many.toReversed(), [])).toEqual(asked);
    expect(asked.butir.slice(0, 2).map(({ key }) => key)).toEqual(["x02", "x05"]);
  });
  test("nobody's case twice, and an empty department has none", () => {
    const all = PREDIKAT.map((predikat) => one(predikat, { predikat, z: 0, isFragile: false }));
    const { butir } = susunKalibrasi(all, [{ key: "p1", arah: 1 }]);
    expect(new Set(butir.map(({ key }) => key)).size).toBe(butir.length);
    expect(susunKalibrasi([], [])).toEqual({ butir: [], sisa: 0 });
  });
});
