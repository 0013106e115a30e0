import { describe, expect, test } from "vitest";
import { addDays, isHariKerja } from "./calendar.ts";
import { ACTIONS, type Action, type Context, type MonthlyReport, type ReportRow, completeReport, isEscalated, jendelaLaporan, ketepatanLaporan, lastDayToSubmit, refusals } from "./monthly-report.ts";
import { NOTES } from "./notes.ts";
import { DEFAULT_STANDAR, type StandarPenilaian } from "./standar.ts";
import { KEWAJIBAN, MONTHLY_REPORT_STATUS } from "./vocabulary.ts";

const kalender = { libur: [], hariKerjaPengganti: [] };
const laporan = (over: Partial<StandarPenilaian["laporan"]>) => ({ laporan: { ...DEFAULT_STANDAR.laporan, ...over } });
/** October 2026: due Friday 6 November, checked by 12, closed at the end of Friday 20 November. */
const jendela = jendelaLaporan("2026-10", DEFAULT_STANDAR, kalender);

const row = (over: Partial<ReportRow> = {}): ReportRow => ({
  id: "r1", jenis: "angka", isDue: true, realisasi: 90, pembilang: null, penyebut: null, uraian: null, sentence: "Posyandu berjalan di empat gampong.", cause: null, capaian: 100, evidenceCount: 1, verdict: null, verdictNote: null, ...over,
});
const report = (over: Partial<MonthlyReport> = {}): MonthlyReport => ({ status: "draft", kewajiban: "wajib_lapor", rows: [row()], isVerdictGiven: false, returnedOn: null, ...over });
const context = (over: Partial<Context> = {}): Context => ({ parties: ["owner"], today: "2026-11-03", jendela, standar: DEFAULT_STANDAR, kalender, ...over });

describe("the window of a month", () => {
  test("its ends are working days of the month after", () => expect(jendela).toMatchObject({ batas: "2026-11-06", periksaSampai: "2026-11-12", tutup: "2026-11-20" }));
  test("holidays and replacement days move the ends", () => {
    // Idul Adha and the Kepgub of June 2024: 17–20 off, Saturdays 22 and 29 worked.
    const aceh = { libur: ["2024-06-17", "2024-06-18", "2024-06-19", "2024-06-20"], hariKerjaPengganti: ["2024-06-22", "2024-06-29"] };
    expect(jendelaLaporan("2024-05", DEFAULT_STANDAR, aceh)).toMatchObject({ batas: "2024-06-07", periksaSampai: "2024-06-13", tutup: "2024-06-26" });
    expect(jendelaLaporan("2024-05", DEFAULT_STANDAR, kalender).tutup).toBe("2024-06-21");
  });
  test("an extension after an outage moves all ends by working days and not the opening", () => {
    const extended = jendelaLaporan("2026-10", DEFAULT_STANDAR, kalender, 3);
    expect(extended).toEqual({ buka: jendela.buka, batas: "2026-11-11", periksaSampai: "2026-11-17", tutup: "2026-11-25" });
  });
  test("the days are the standard's, across the turn of the year too", () => {
    expect(jendelaLaporan("2026-12", laporan({ batasHari: 1, periksaHari: 2, tutupHari: 3 }), kalender)).toMatchObject({ batas: "2027-01-01", periksaSampai: "2027-01-04", tutup: "2027-01-05" });
  });
  test("it opens before its end, whatever the month", () => {
    expect(jendela.buka < jendela.batas).toBe(true);
    expect(isHariKerja(jendela.tutup, kalender)).toBe(true);
  });
});

describe("late or in time", () => {
  const decide = (sentOn: string, finishedOn: string | null = null) => ketepatanLaporan({ sentOn, finishedOn, batas: jendela.batas, susulanHari: 1 });
  test.each([
    ["2026-11-05", null, "tepat_waktu", undefined], ["2026-11-06", null, "tepat_waktu", undefined], ["2026-11-07", null, "terlambat", NOTES.terlambat],
    ["2026-11-07", "2026-11-06", "tepat_waktu", NOTES.susulan], ["2026-11-07", "2026-11-07", "terlambat", NOTES.terlambat], ["2026-11-08", "2026-11-06", "terlambat", NOTES.terlambat],
  ] as const)("sent on %s, finished on %s: %s", (sentOn, finishedOn, value, note) => {
    const decision = decide(sentOn, finishedOn);
    expect(decision).toMatchObject({ rule: "Ketepatan waktu laporan bulanan", value, cite: { regulation: "Standar penilaian kota", part: "laporan.batasHari, laporan.susulanHari", link: null }, given: { sentOn, finishedOn, batas: "2026-11-06", susulanHari: 1 } });
    expect(decision.note).toBe(note);
  });
});

describe("complete or what is missing", () => {
  const missing = (rows: ReportRow[], over: Partial<StandarPenilaian["laporan"]> = {}) => completeReport(rows, laporan(over)).missing.map((item) => `${item.row}:${item.what}`);
  test.each<[string, Partial<ReportRow>, string[]]>([
    ["a number and a sentence", {}, []],
    ["no number", { realisasi: null }, ["r1:realisasi"]],
    ["a number of 0 is a number", { realisasi: 0 }, []],
    ["no sentence", { sentence: "  " }, ["r1:sentence"]],
    ["nothing at all", { realisasi: null, sentence: null, capaian: null }, ["r1:realisasi", "r1:sentence"]],
    ["numerator and denominator", { jenis: "rasio", realisasi: null, pembilang: 3, penyebut: 4 }, []],
    ["no numerator", { jenis: "rasio", pembilang: null, penyebut: 4 }, ["r1:ratio"]],
    ["no denominator", { jenis: "rasio", pembilang: 3, penyebut: null }, ["r1:ratio"]],
    ["a denominator of 0", { jenis: "rasio", pembilang: 3, penyebut: 0 }, ["r1:ratio"]],
    ["words", { jenis: "uraian", uraian: "Selesai dibahas.", sentence: null, capaian: null }, []],
    ["no words", { jenis: "uraian", uraian: " ", sentence: null, capaian: null }, ["r1:uraian"]],
    ["under target without a cause", { capaian: 99.99 }, ["r1:cause"]],
    ["under target with a cause", { capaian: 40, cause: "Stok vaksin terlambat tiba." }, []],
    ["under target with a blank cause", { capaian: 40, cause: " " }, ["r1:cause"]],
    ["nothing due this month", { isDue: false, realisasi: null, sentence: null, capaian: 10 }, []],
  ])("%s", (_name, over, list) => {
    expect(missing([row(over)])).toEqual(list);
    expect(completeReport([row(over)], DEFAULT_STANDAR).isComplete).toBe(list.length === 0);
  });
  test("row by row, in order", () => expect(missing([row({ id: "a", realisasi: null }), row({ id: "b" }), row({ id: "c", sentence: null, capaian: 10 })])).toEqual(["a:realisasi", "c:sentence", "c:cause"]));
  test("from which capaian a cause is asked for, and where evidence, is the standard's", () => {
    expect(missing([row({ capaian: 85 })], { sebabDiBawah: 80 })).toEqual([]);
    expect(missing([row({ evidenceCount: 0 })], { buktiWajib: "baris" })).toEqual(["r1:evidence"]);
    expect(missing([row({ evidenceCount: 0 })])).toEqual([]);
  });
});

describe("who may do what, when", () => {
  const PARTY: Record<Action, Context["parties"]> = { save: ["owner"], submit: ["owner"], withdraw: ["owner"], verdict: ["penilai"], return: ["penilai"], check: ["penilai"], close: ["job"] };
  const FROM: Record<Action, readonly string[]> = { save: ["draft", "returned"], submit: ["draft", "returned"], withdraw: ["submitted"], verdict: ["submitted"], return: ["submitted"], check: ["submitted"], close: ["submitted"] };
  const TO: Record<Action, string> = { save: "same", submit: "submitted", withdraw: "draft", verdict: "same", return: "returned", check: "checked", close: "closed_unreviewed" };
  const READY: Record<Action, MonthlyReport> = {
    save: report(), submit: report(), withdraw: report(), verdict: report(), return: report({ rows: [row({ verdict: "minta_perbaikan", verdictNote: "Lampirkan daftar hadir." })] }), check: report({ rows: [row({ verdict: "terima" })] }), close: report(),
  };
  const today = (action: Action): string => (action === "close" ? "2026-11-21" : "2026-11-03");

  test.each((Object.keys(ACTIONS) as Action[]).flatMap((action) => MONTHLY_REPORT_STATUS.map((status) => [action, status] as const)))("%s of a %s report", (action, status) => {
    const found = refusals({ ...READY[action], status }, action, context({ parties: PARTY[action], today: today(action) }));
    expect(found).toEqual(FROM[action].includes(status) ? [] : ["wrong_status"]);
    expect(ACTIONS[action].to).toBe(TO[action]);
  });

  test.each(Object.keys(ACTIONS) as Action[])("nobody else may %s", (action) => {
    const status = action === "save" || action === "submit" ? "draft" : "submitted";
    const code = { owner: "not_yours", penilai: "not_your_bawahan", job: "only_by_system" }[PARTY[action][0] as "owner" | "penilai" | "job"];
    for (const parties of [[], ["owner"], ["penilai"], ["atasan"], ["job"]] as Context["parties"][]) {
      if (parties[0] === PARTY[action][0]) continue;
      expect(refusals({ ...READY[action], status }, action, context({ parties, today: today(action) }))).toEqual([code]);
    }
  });

  test("all reasons are given, not the first", () => {
    const broken = report({ status: "checked", kewajiban: "cuti", rows: [row({ realisasi: null, capaian: 10, evidenceCount: 0 })] });
    expect(refusals(broken, "submit", context({ parties: [], today: "2026-12-31" }))).toEqual(["not_yours", "wrong_status", "not_obliged", "period_closed", "rows_incomplete", "cause_missing", "no_evidence"]);
  });
});

describe("a pegawai", () => {
  test.each(KEWAJIBAN)("in the state %s may send and save only when obliged", (kewajiban) => {
    const expected = kewajiban === "wajib_lapor" ? [] : ["not_obliged"];
    expect(refusals(report({ kewajiban }), "submit", context())).toEqual(expected);
    expect(refusals(report({ kewajiban }), "save", context())).toEqual(expected);
  });
  test("may not send before the window opens, but may save", () => {
    const early = context({ today: addDays(jendela.buka, -1) });
    expect(refusals(report(), "submit", early)).toEqual(["window_not_open"]);
    expect(refusals(report(), "save", early)).toEqual([]);
    expect(refusals(report(), "submit", context({ today: jendela.buka }))).toEqual([]);
  });
  test("may send late until the month is closed, and not after", () => {
    expect(refusals(report(), "submit", context({ today: "2026-11-20" }))).toEqual([]);
    expect(refusals(report(), "submit", context({ today: "2026-11-21" }))).toEqual(["period_closed"]);
  });
  test("whose draft was finished before the month closed may arrive a day later", () => {
    expect(refusals(report(), "submit", context({ today: "2026-11-21", finishedOn: "2026-11-20" }))).toEqual([]);
    expect(refusals(report(), "submit", context({ today: "2026-11-22", finishedOn: "2026-11-20" }))).toEqual(["period_closed"]);
    expect(refusals(report(), "submit", context({ today: "2026-11-21", finishedOn: "2026-11-21" }))).toEqual(["period_closed"]);
    expect(refusals(report(), "submit", context({ today: "2026-11-21", finishedOn: null }))).toEqual(["period_closed"]);
    expect(refusals(report(), "save", context({ today: "2026-11-21" }))).toEqual([]);
    expect(refusals(report(), "save", context({ today: "2026-11-22" }))).toEqual(["period_closed"]);
  });
  test("to whom a report was returned late has three working days, also after the closing", () => {
    expect(lastDayToSubmit(jendela, null, DEFAULT_STANDAR, kalender)).toBe("2026-11-20");
    expect(lastDayToSubmit(jendela, "2026-11-05", DEFAULT_STANDAR, kalender)).toBe("2026-11-20");
    expect(lastDayToSubmit(jendela, "2026-11-19", DEFAULT_STANDAR, kalender)).toBe("2026-11-24");
    const returned = report({ status: "returned", returnedOn: "2026-11-19" });
    expect(refusals(returned, "submit", context({ today: "2026-11-24" }))).toEqual([]);
    expect(refusals(returned, "submit", context({ today: "2026-11-25" }))).toEqual(["period_closed"]);
  });
  test("sends rows, complete, with causes and evidence", () => {
    expect(refusals(report({ rows: [] }), "submit", context())).toEqual(["no_rows"]);
    for (const over of [{ realisasi: null }, { sentence: null }, { jenis: "rasio" as const }, { jenis: "uraian" as const }]) expect(refusals(report({ rows: [row(over)] }), "submit", context())).toEqual(["rows_incomplete"]);
    expect(refusals(report({ rows: [row({ capaian: 50 })] }), "submit", context())).toEqual(["cause_missing"]);
    expect(refusals(report({ rows: [row({ evidenceCount: 0 })] }), "submit", context())).toEqual(["no_evidence"]);
    expect(refusals(report({ rows: [row({ evidenceCount: 0 }), row({ id: "r2" })] }), "submit", context())).toEqual([]);
    expect(refusals(report({ rows: [row({ evidenceCount: 0 }), row({ id: "r2" })] }), "submit", context({ standar: laporan({ buktiWajib: "baris" }) }))).toEqual(["no_evidence"]);
    expect(refusals(report({ rows: [row({ evidenceCount: 0 })] }), "submit", context({ standar: laporan({ buktiWajib: "tidak" }) }))).toEqual([]);
    expect(refusals(report({ rows: [row({ isDue: false, evidenceCount: 0 })] }), "submit", context())).toEqual([]);
  });
  test("may withdraw until the first verdict", () => {
    expect(refusals(report({ status: "submitted" }), "withdraw", context())).toEqual([]);
    expect(refusals(report({ status: "submitted", isVerdictGiven: true }), "withdraw", context())).toEqual(["verdict_given"]);
  });
});

describe("a pejabat penilai", () => {
  const judge = (action: Action, rows: ReportRow[]) => refusals(report({ status: "submitted", rows }), action, context({ parties: ["penilai"] }));
  test("may not approve before the pegawai submits", () => expect(refusals(report({ rows: [row({ verdict: "terima" })] }), "check", context({ parties: ["penilai"] }))).toEqual(["wrong_status"]));
  test("gives a verdict on any row of a submitted report", () => expect(judge("verdict", [row()])).toEqual([]));
  test("asks for a repair only with a note that says which", () => expect(judge("verdict", [row({ verdict: "minta_perbaikan", verdictNote: " " })])).toEqual(["verdict_note_missing"]));
  test("returns a report only with a row to repair, and says what", () => {
    expect(judge("return", [row({ verdict: "terima" })])).toEqual(["no_perbaikan_requested"]);
    expect(judge("return", [row({ verdict: "minta_perbaikan" })])).toEqual(["verdict_note_missing"]);
    expect(judge("return", [row({ verdict: "minta_perbaikan", verdictNote: " " })])).toEqual(["verdict_note_missing"]);
    expect(judge("return", [row({ verdict: "minta_perbaikan", verdictNote: "Angka belum cocok." }), row({ id: "r2" })])).toEqual([]);
  });
  test("checks it when every row is accepted or goes to the meeting", () => {
    expect(judge("check", [row({ verdict: "terima" }), row({ verdict: "bahas_di_rapat" })])).toEqual([]);
    expect(judge("check", [row({ verdict: "terima" }), row()])).toEqual(["verdicts_missing"]);
    expect(judge("check", [row({ verdict: "terima" }), row({ verdict: "minta_perbaikan" })])).toEqual(["perbaikan_requested"]);
  });
});

describe("the clock", () => {
  const close = (today: string) => refusals(report({ status: "submitted" }), "close", context({ parties: ["job"], today }));
  test("closes a month after its last day, not on it", () => {
    expect(close("2026-11-20")).toEqual(["not_yet_closing"]);
    expect(close("2026-11-21")).toEqual([]);
  });
  test("tells the atasan penilai after five working days without a check", () => {
    expect(isEscalated("2026-11-03", "2026-11-10", DEFAULT_STANDAR, kalender)).toBe(false);
    expect(isEscalated("2026-11-03", "2026-11-11", DEFAULT_STANDAR, kalender)).toBe(true);
  });
});
