import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import type { SetupLine } from "@teraju/contracts";
import { type Caller, testApp } from "#test/app.ts";
import { auditCount } from "#test/factories.ts";
import { valuesWith } from "#test/standard-factories.ts";
import { toCsv } from "../../csv.ts";
import { runJobs } from "../../jobs/index.ts";
import { beginCity, openOnHost } from "./host.ts";

const TODAY = "2026-11-02";
const host = await testApp({ today: TODAY });
const { app, as, pool, db, clock, dataDir } = host;
const PASSWORD = "Perahu kayu di muara 7";
const NIP = { operator: "198702182009121001", analis: "198911232014032003", kepala: "197605051999042060", kadis: "196801011990031001", kabid: "197502021998031002", staf: "198503032010011003" };
const callers = new Map<string, Caller>();
const caller = (who: string): Caller => callers.get(who) ?? (() => { throw new Error(`${who} has not come in yet`); })();

/** From the code on paper to the first page, as everybody comes in. */
async function comeIn(nip: string, code: string): Promise<Caller> {
  const answer = await app.inject({ method: "POST", url: "/api/activation", payload: { nip, code, password: PASSWORD } });
  expect(answer.statusCode, answer.body).toBe(200);
  return as(answer.json().person.id);
}
const open = (nip: string, name: string, role = "bkpsdm") => openOnHost({ db, pool, today: TODAY }, { nip, name, role });
const lacking = async (): Promise<string[]> => (await caller("operator")("GET", "/api/setup")).json<{ steps: SetupLine[] }>().steps.filter(({ isDone }) => !isDone).map(({ step }) => step);
const step = async (name: string): Promise<SetupLine | undefined> => (await caller("operator")("GET", "/api/setup")).json<{ steps: SetupLine[] }>().steps.find((one) => one.step === name);

type Cells = Record<string, string>;
async function importFile(rows: Cells[]): Promise<void> {
  const titles = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const [id, operator] = [v7(), caller("operator")];
  const cookie = await host.signIn((await operator("GET", "/api/session")).json().person.id);
  const put = await app.inject({ method: "PUT", url: `/api/people-import/${id}/file?name=kota.csv`, headers: { cookie, "content-type": "text/csv" }, payload: toCsv([titles, ...rows.map((row) => titles.map((title) => row[title] ?? ""))]) });
  expect(put.statusCode, put.body).toBe(200);
  const preview = (await operator("GET", `/api/people-import/${id}?from=${TODAY}`)).json();
  expect([preview.counts.bermasalah, preview.counts.units.bermasalah, preview.actions.apply], JSON.stringify(preview)).toEqual([0, 0, []]);
  const applied = await operator("POST", `/api/people-import/${id}/apply`, { version: put.json().version, from: TODAY, endMissing: false, digest: preview.digest });
  expect(applied.statusCode, applied.body).toBe(200);
}
const person = (nip: string, nama: string, kode: string, jabatan: string, jenis: string, more: Cells): Cells => ({ NIP: nip, Nama: nama, "Jenis Pegawai": "PNS", Golongan: "III/c", "Kode Unit": kode, Jabatan: jabatan, "Jenis Jabatan": jenis, "Pimpinan Unit": "Tidak", "Status Penempatan": "Definitif", ...more });

describe("what the host's command does and refuses", () => {
  it("nobody comes in with a wrong NIP, an unknown role, or without a name; roles that must not meet do not", async () => {
    await expect(open("1987", "Fauzan")).rejects.toThrow("tidak sah");
    await expect(open(NIP.operator, "Fauzan", "wali_kota")).rejects.toThrow("tidak dikenal");
    await expect(open(NIP.operator, " ")).rejects.toThrow("Tulis nama lengkap");
    await open("199205162019031005", "Rahmad", "admin_teknis");
    await expect(open("199205162019031005", "", "bkpsdm")).rejects.toThrow("memegang peran admin_teknis");
  });
});

describe("the first day of an empty city, from the host's command to everybody's letter", () => {
  beforeAll(async () => {
    await beginCity({ db, pool, today: TODAY });
    const { code } = await open(NIP.operator, "Fauzan");
    callers.set("operator", await comeIn(NIP.operator, code));
  });

  it("the first operator is in, everything else is still to be done, and no page of theirs breaks", async () => {
    expect(await beginCity({ db, pool, today: TODAY })).toBe(false);
    expect(await lacking()).toEqual(["two_people", "calendar", "standard", "units", "kepala_daerah", "people", "penilai", "start", "letters"]);
    const operator = caller("operator");
    expect((await operator("GET", "/api/setup")).json().standard).toEqual({ name: "Standar bawaan Teraju", isBuiltIn: true });
    expect((await operator("GET", "/api/session")).json()).toMatchObject({ roles: ["bkpsdm"], isEmptyCity: true });
    for (const path of ["/api/home", "/api/calendar", "/api/standard", "/api/cycle", "/api/people-import", "/api/account", "/api/account-letter", "/api/penilai-correction", "/api/cycle/2026-11", "/api/organisation"]) {
      expect([path, (await operator("GET", path)).statusCode < 500]).toEqual([path, true]);
    }
    expect(await runJobs({ pool, db, clock, dataDir })).toBe(true);
    expect([await auditCount(pool, "role.given"), await auditCount(pool, "standard.built_in")]).toEqual([2, 1]);
  });

  it("a lost first operator comes in again by the host; the code before is worth nothing then", async () => {
    const { code: first } = await open(NIP.analis, "Cut Nurul", "bkpsdm_analis");
    const { code, name } = await open(NIP.analis, "", "bkpsdm_analis");
    expect(name).toBe("Cut Nurul");
    expect((await app.inject({ method: "POST", url: "/api/activation", payload: { nip: NIP.analis, code: first, password: PASSWORD } })).statusCode).toBe(401);
    callers.set("analis", await comeIn(NIP.analis, code));
    expect(await step("two_people")).toMatchObject({ count: 1, lacking: 1, isDone: false });
    callers.set("kepala", await comeIn(NIP.kepala, (await open(NIP.kepala, "Mutia", "bkpsdm_kepala")).code));
    expect(await step("two_people")).toMatchObject({ count: 2, lacking: 0, isDone: true });
  });

  it("the calendar counts by its days; the city's own standard by two people's word", async () => {
    const day = { day: "2026-12-25", kind: "libur", name: "Kelahiran Yesus Kristus", basis: "SKB Tiga Menteri 2026" };
    expect((await caller("operator")("PUT", "/api/calendar", { changes: [day] })).statusCode).toBe(200);
    const id = v7();
    const draft = { id, name: "Standar penilaian kota", legalBasis: "Peraturan Wali Kota 1/2026", validFrom: "2027-01-01", values: valuesWith({ "laporan.batasHari": 6 }) };
    expect((await caller("analis")("POST", "/api/standard/draft", draft)).statusCode).toBe(200);
    expect((await caller("analis")("POST", `/api/standard/draft/${id}/propose`, { version: 1 })).statusCode).toBe(200);
    expect(await lacking()).toContain("standard");
    const published = await caller("kepala")("POST", `/api/standard/draft/${id}/decision`, { version: 2, publish: true, note: null });
    expect(published.statusCode, published.body).toBe(200);
    expect(await lacking()).toEqual(["units", "kepala_daerah", "people", "penilai", "start", "letters"]);
  });

  it("units, who leads the city, people with their penilai: each from its file or form, and the list follows", async () => {
    const operator = caller("operator");
    const wali = { id: v7(), name: "Wali Kota Langsa", login: "walikota", jabatan: "Wali Kota", from: TODAY, basis: "SK Menteri Dalam Negeri" };
    expect((await operator("POST", "/api/kepala-daerah", wali)).json().refusals).toEqual(["no_units_yet"]);
    await importFile([
      { "Kode Unit": "KOTA", "Nama Unit": "Kota Langsa", "Jenis Unit": "Kota", "Kode Induk": "" },
      { "Kode Unit": "DINKES", "Nama Unit": "Dinas Kesehatan", "Jenis Unit": "OPD", "Kode Induk": "KOTA" },
      { "Kode Unit": "DINKES-B1", "Nama Unit": "Bidang P2P", "Jenis Unit": "Bidang", "Kode Induk": "DINKES" },
    ]);
    expect((await operator("GET", "/api/session")).json().isEmptyCity).toBeUndefined();
    expect(await step("units")).toMatchObject({ count: 1, lacking: 1 });
    const recorded = await operator("POST", "/api/kepala-daerah", wali);
    expect(recorded.json(), recorded.body).toEqual({ id: wali.id, name: wali.name, login: "walikota", jabatan: "Wali Kota", from: TODAY });
    expect((await operator("POST", "/api/kepala-daerah", wali)).json()).toEqual(recorded.json());
    await importFile([
      person(NIP.kadis, "dr. Ainsyah", "DINKES", "Kepala Dinas Kesehatan", "JPT Pratama", { "Pimpinan Unit": "Ya", "NIP Penilai": "walikota", "NIP Atasan Penilai": "walikota" }),
      person(NIP.kabid, "Teuku Irfan", "DINKES-B1", "Kepala Bidang P2P", "Administrator", { "Pimpinan Unit": "Ya", "NIP Penilai": NIP.kadis, "NIP Atasan Penilai": "walikota" }),
      person(NIP.staf, "Budi", "DINKES-B1", "Pengolah Data", "Pelaksana", {}),
      ...(["operator", "analis", "kepala"] as const).map((who) => person(NIP[who], { operator: "Fauzan", analis: "Cut Nurul", kepala: "Mutia" }[who], "DINKES", "Analis SDM Aparatur", "Fungsional", { "NIP Penilai": NIP.kadis, "NIP Atasan Penilai": "walikota" })),
    ]);
    expect(await step("people")).toMatchObject({ count: 6, lacking: 1 }); // the technical admin of the host is on no post yet
    await pool.query("update account set is_active = false where login = '199205162019031005'");
    expect(await step("units")).toMatchObject({ count: 1, lacking: 0 });
    expect(await step("penilai")).toMatchObject({ count: 5, lacking: 1, isDone: false });
    await importFile([person(NIP.staf, "Budi", "DINKES-B1", "Pengolah Data", "Pelaksana", { "NIP Penilai": NIP.kabid, "NIP Atasan Penilai": NIP.kadis })]);
    expect(await step("penilai")).toMatchObject({ count: 6, lacking: 0, isDone: true });
  });

  it("a letter for everybody, and the city can work: whoever comes in finds their month", async () => {
    expect(await step("letters")).toMatchObject({ count: 3, lacking: 3 });
    const letters = await caller("kepala")("GET", "/api/account-letter");
    const opd = letters.json().opds[0].id;
    const printed = await caller("kepala")("POST", `/api/account-letter/${opd}`, { again: false });
    expect(printed.statusCode, printed.body).toBe(200);
    expect(await step("letters")).toMatchObject({ count: 6, lacking: 0, isDone: true });
    expect(await lacking()).toEqual(["people", "start"]);
    const { opds } = (await caller("operator")("GET", "/api/opd-start")).json();
    expect((await caller("operator")("PUT", "/api/opd-start", { unitIds: opds.map(({ id }: { id: string }) => id), month: "2026-11", note: null })).statusCode).toBe(200);
    expect(await lacking()).toEqual(["people"]);
    await runJobs({ pool, db, clock, dataDir });
    const { rows } = await pool.query<{ id: string }>("select id from person where nip = $1", [NIP.staf]);
    const budi = await as(rows[0]?.id ?? "");
    expect((await budi("GET", "/api/home")).statusCode).toBe(200);
    expect((await budi("GET", "/api/monthly-report/2026-11")).json()).toMatchObject({ month: "2026-11", kewajiban: "tidak_ada_target" });
    expect((await budi("GET", "/api/monthly-report?year=2026")).json().months.map((one: { kewajiban: string | null }) => one.kewajiban)).toEqual([...Array.from({ length: 10 }, () => "tidak_tercatat"), "tidak_ada_target", null]);
    expect((await caller("operator")("GET", "/api/city-dashboard")).statusCode).toBe(200);
  });

  it("the next who leads the city takes over the lines of penilai from their day on", async () => {
    const next = { id: v7(), name: "Wali Kota yang baru", login: "walikota.baru", jabatan: "Wali Kota", from: "2027-03-01", basis: "SK Menteri Dalam Negeri" };
    const operator = caller("operator");
    expect((await operator("POST", "/api/kepala-daerah", { ...next, login: "walikota" })).json().refusals).toEqual(["login_taken"]);
    expect((await operator("POST", "/api/kepala-daerah", { ...next, from: TODAY })).json().refusals).toEqual(["begins_before_last"]);
    expect((await operator("POST", "/api/kepala-daerah", next)).statusCode).toBe(200);
    const { rows } = await pool.query("select p.name, r.valid_from as from, r.valid_until as until from penilai_relation r join person k on k.id = r.pegawai_id join person p on p.id = r.penilai_id where k.nip = $1 order by r.valid_from", [NIP.kadis]);
    expect(rows).toEqual([{ name: "Wali Kota Langsa", from: TODAY, until: "2027-03-01" }, { name: "Wali Kota yang baru", from: "2027-03-01", until: null }]);
    expect(await auditCount(pool, "kepala-daerah.record", next.id)).toBe(1);
  });
});
