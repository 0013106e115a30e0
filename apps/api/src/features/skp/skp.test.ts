import type { SkpDraft, SkpView } from "@teraju/contracts";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp, type Caller } from "#test/app.ts";
import { addPenilai, addPerson, addReport, addSkp, auditCount, movePenilai, smallCity, type CityPerson, type SmallCity } from "#test/factories.ts";

const { app, as, pool, clock } = await testApp({ today: "2026-01-12" });
let city: SmallCity;
const callers = {} as Record<CityPerson, Caller>;
let serial = 0;

beforeAll(async () => {
  city = await smallCity(pool);
  for (const name of Object.keys(city.people) as CityPerson[]) callers[name] = await as(city.people[name]);
});

/** A pegawai of Bidang A1 of one's own for each test: rated by kabidA, atasan kadisA. */
async function pegawai(jabatan = "Penata Layanan"): Promise<{ id: string; call: Caller }> {
  serial += 1;
  const id = await addPerson(pool, { name: `pegawai ${serial}`, nip: `19900101201501${String(1000 + serial)}`, unitId: city.units.bidangA1, jabatan });
  await addPenilai(pool, { pegawaiId: id, penilaiId: city.people.kabidA, atasanId: city.people.kadisA });
  return { id, call: await as(id) };
}

const indikator = (over: Partial<SkpDraft["hasilKerja"][number]["indikator"][number]> = {}) => ({
  lineId: v7(), text: "Jumlah dokumen yang terbit", jenis: "angka" as const, arah: "maks" as const, target: 120, targetMin: null, targetMax: null, targetText: null, satuan: "dokumen",
  aspek: "kuantitas" as const, perspektif: null, monthlyTarget: Array.from({ length: 12 }, () => 10), ...over,
});
const result = (over: Partial<SkpDraft["hasilKerja"][number]> = {}) => ({
  lineId: v7(), prioritas: "utama" as const, text: "Tersedianya data layanan yang mutakhir", assignedBy: null, intervenedLineId: null, intervenedText: null, indikator: [indikator()], ...over,
});
const draft = (version: number, over: Partial<SkpDraft> = {}): SkpDraft => ({ version, pendekatan: "kuantitatif", hasilKerja: [result()], perilaku: [], lampiran: [], ...over });

async function begun(call: Caller, year = 2026): Promise<SkpView> {
  return (await call("POST", "/api/skp", { id: v7(), year, from: { kind: "empty", pendekatan: "kuantitatif" } })).json();
}
async function proposed(call: Caller, over: Partial<SkpDraft> = {}): Promise<SkpView> {
  const skp = await begun(call);
  const saved: SkpView = (await call("PUT", `/api/skp/${skp.id}`, draft(skp.version, over))).json();
  return (await call("POST", `/api/skp/${skp.id}/propose`, { version: saved.version })).json();
}
async function inForce(call: Caller, over: Partial<SkpDraft> = {}): Promise<SkpView> {
  const skp = await proposed(call, over);
  return (await callers.kabidA("POST", `/api/skp/${skp.id}/set`, { version: skp.version })).json();
}
const refusalsOf = (response: { json(): { refusals?: string[] } }) => response.json().refusals;

describe("beginning an SKP", () => {
  it("begins empty, and sent twice it is begun once", async () => {
    const { call } = await pegawai();
    const body = { id: v7(), year: 2026, from: { kind: "empty", pendekatan: "kualitatif" } };
    const first = await call("POST", "/api/skp", body);
    expect(first.statusCode).toBe(200);
    expect(first.json()).toMatchObject({ id: body.id, year: 2026, revision: 1, status: "draft", pendekatan: "kualitatif", isPimpinan: false, hasilKerja: [], version: 1, deadline: "2026-01-31", isLate: false });
    expect((await call("POST", "/api/skp", body)).json()).toEqual(first.json());
    expect(await auditCount(pool, "skp.create", body.id)).toBe(1);
  });

  it("arrives once when the same request comes twice at the same time", async () => {
    const { id, call } = await pegawai();
    const body = { id: v7(), year: 2026, from: { kind: "empty", pendekatan: "kuantitatif" } };
    const both = await Promise.all([call("POST", "/api/skp", body), call("POST", "/api/skp", body)]);
    expect(both.map((r) => r.statusCode).every((status) => status === 200 || status === 503)).toBe(true);
    expect((await pool.query("select 1 from skp where person_id = $1", [id])).rowCount).toBe(1);
  });

  it("is refused while another of the year is in work", async () => {
    const { call } = await pegawai();
    await begun(call);
    const second = await call("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "empty", pendekatan: "kuantitatif" } });
    expect([second.statusCode, refusalsOf(second)]).toEqual([409, ["revision_in_work"]]);
    expect((await call("GET", "/api/skp?year=2026")).json().actions.create).toEqual(["revision_in_work"]);
  });

  it("does not give away another's SKP by its id, neither as id nor as source", async () => {
    const mine = await pegawai();
    const other = await inForce((await pegawai()).call);
    expect((await mine.call("POST", "/api/skp", { id: other.id, year: 2026, from: { kind: "empty", pendekatan: "kuantitatif" } })).statusCode).toBe(404);
    expect((await mine.call("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "previous", skpId: other.id } })).statusCode).toBe(404);
    // A penilai sees a bawahan's and may still not copy it.
    expect((await callers.kabidA("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "previous", skpId: other.id } })).statusCode).toBe(403);
  });

  it("takes last year's content with new lines", async () => {
    const { id, call } = await pegawai();
    const old = await addSkp(pool, { personId: id, year: 2025, penilaiId: city.people.kabidA, targets: [240] });
    const skp: SkpView = (await call("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "previous", skpId: old.skpId } })).json();
    expect(skp.hasilKerja).toHaveLength(1);
    expect(skp.hasilKerja[0]).toMatchObject({ text: "Hasil kerja 1 tersedia", indikator: [{ target: 240, monthlyTarget: Array.from({ length: 12 }, () => 20) }] });
    expect(skp.hasilKerja[0]?.lineId).not.toBe(old.lines[0]?.lineId);
  });

  it("takes the example of one's jabatan, and nobody else's", async () => {
    const { call } = await pegawai("Arsiparis Percobaan");
    const [own, foreign] = [v7(), v7()];
    const body = JSON.stringify({ pendekatan: "kuantitatif", hasilKerja: [{ prioritas: "utama", text: "Arsip tertata", indikator: [{ text: "Jumlah berkas", jenis: "angka", target: 60, satuan: "berkas", aspek: "kuantitas" }] }], lampiran: [{ kind: "sumber_daya", text: "Rak arsip" }] });
    await pool.query("insert into skp_template (id, jabatan_name, title, source, body) values ($1, 'Arsiparis Percobaan', 'Arsiparis', 'Contoh kota', $3), ($2, 'Dokter', 'Dokter', 'Contoh kota', $3)", [own, foreign, body]);
    expect((await call("GET", "/api/skp-template")).json()).toEqual([{ id: own, title: "Arsiparis", source: "Contoh kota", isOwnJabatan: true, pendekatan: "kuantitatif", hasilKerja: ["Arsip tertata"] }]);
    const begunFrom = await call("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "template", templateId: own } });
    expect(begunFrom.json()).toMatchObject({ hasilKerja: [{ text: "Arsip tertata", indikator: [{ target: 60, arah: "maks", monthlyTarget: null }] }], lampiran: [{ kind: "sumber_daya", text: "Rak arsip" }] });
    expect((await callers.eko("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "template", templateId: foreign } })).statusCode).toBe(404);
  });

  it("is not for the Wali Kota, nor for a year far away", async () => {
    expect((await callers.wali("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "empty", pendekatan: "kuantitatif" } })).statusCode).toBe(403);
    const far = await (await pegawai()).call("POST", "/api/skp", { id: v7(), year: 2030, from: { kind: "empty", pendekatan: "kuantitatif" } });
    expect([far.statusCode, far.json().fields]).toEqual([400, [{ path: "body.year", code: "year_too_far" }]]);
  });

  it("knows the pimpinan by their post: a department's head and a puskesmas's, not a bidang's", async () => {
    const is = async (name: CityPerson) => (await begun(callers[name])).isPimpinan;
    expect([await is("kadisB"), await is("kapus"), await is("dewi"), await is("citra")]).toEqual([true, true, false, false]);
    const kabid = await begun(callers.kabidA);
    expect(kabid.isPimpinan).toBe(false);
    await pool.query("delete from skp where id = $1", [kabid.id]);
  });
});

describe("saving the draft", () => {
  it("keeps everything as sent, with the positions of the lists", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    const rasio = indikator({ jenis: "rasio", target: 95, satuan: "persen", aspek: "kualitas", monthlyTarget: [95, null, 95, null, 95, null, 95, null, 95, null, 95, 95] });
    const rentang = indikator({ arah: "rentang", target: null, targetMin: 2, targetMax: 4.5 });
    const sent = draft(skp.version, {
      hasilKerja: [result({ indikator: [rasio, rentang] }), result({ prioritas: "tambahan", text: "Terbinanya magang", intervenedText: "Belum ada di SKP atasan" })],
      perilaku: [{ perilaku: "akuntabel", ekspektasi: "Laporan masuk sebelum tanggal lima" }], lampiran: [{ kind: "konsekuensi", text: "Penugasan baru" }, { kind: "sumber_daya", text: "Dua laptop" }],
    });
    const saved: SkpView = (await call("PUT", `/api/skp/${skp.id}`, sent)).json();
    expect(saved.version).toBe(2);
    expect(saved.hasilKerja).toEqual(sent.hasilKerja);
    expect(saved.perilaku).toEqual(sent.perilaku);
    expect(new Set(saved.lampiran.map((l) => l.text))).toEqual(new Set(["Penugasan baru", "Dua laptop"]));
    expect((await call("GET", `/api/skp/${skp.id}`)).json()).toEqual(saved);
  });

  it("puts counts on the trail, never a word of the draft", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    await call("PUT", `/api/skp/${skp.id}`, draft(skp.version, { hasilKerja: [result({ text: "Rahasia rancangan tersimpan" })] }));
    const { rows } = await pool.query<{ payload: string }>("select p.payload from audit a join audit_payload p on p.seq = a.seq where a.action = 'skp.save' and a.target_id = $1", [skp.id]);
    expect(rows.map((row) => JSON.parse(row.payload))).toEqual([{ hasilKerja: 1, indikator: 1 }]);
  });

  it("is refused with an old version and leaves everything as it was", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    await call("PUT", `/api/skp/${skp.id}`, draft(1, { hasilKerja: [result({ text: "Pertama" })] }));
    expect((await call("PUT", `/api/skp/${skp.id}`, draft(1, { hasilKerja: [result({ text: "Kedua" })] }))).statusCode).toBe(412);
    expect((await call("GET", `/api/skp/${skp.id}`)).json().hasilKerja[0].text).toBe("Pertama");
  });

  it("is refused once proposed", async () => {
    const { call } = await pegawai();
    const skp = await proposed(call);
    const late = await call("PUT", `/api/skp/${skp.id}`, draft(skp.version));
    expect([late.statusCode, refusalsOf(late)]).toEqual([409, ["wrong_status"]]);
  });

  it("names the field that is wrong", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    const fieldsOf = async (over: Partial<SkpDraft>) => (await call("PUT", `/api/skp/${skp.id}`, draft(1, over))).json().fields;
    expect(await fieldsOf({ hasilKerja: [result({ text: "  " })] })).toMatchObject([{ path: "body.hasilKerja.0.text" }]);
    expect(await fieldsOf({ hasilKerja: [result({ indikator: [indikator({ monthlyTarget: [1, 2, 3] })] })] })).toMatchObject([{ path: "body.hasilKerja.0.indikator.0.monthlyTarget" }]);
    expect(await fieldsOf({ hasilKerja: [result({ intervenedLineId: v7() })] })).toEqual([{ path: "body.hasilKerja.0.intervenedLineId", code: "unknown_line" }]);
    const twin = result();
    expect(await fieldsOf({ hasilKerja: [twin, twin] })).toEqual([{ path: "body.hasilKerja", code: "line_twice" }]);
    expect(await fieldsOf({ hasilKerja: Array.from({ length: 4 }, () => result({ indikator: Array.from({ length: 16 }, () => indikator()) })) })).toEqual([{ path: "body.hasilKerja", code: "too_many_indikator" }]);
  });

  it("gives what the rules say about it: an activity instead of a result, a missing unit", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    const saved: SkpView = (await call("PUT", `/api/skp/${skp.id}`, draft(1, { hasilKerja: [result({ text: "Melakukan rapat", indikator: [indikator({ satuan: null })] })] }))).json();
    expect(saved.findings.map(({ kode, hasilKerja, indikator: at }) => [kode, hasilKerja, at])).toEqual([["rencana_berupa_aktivitas", 0, null], ["satuan_kosong", 0, 0]]);
    expect(saved.findings[0]?.cite.part).toContain("Anak Lampiran 1");
  });

  it("is nobody else's: the draft does not exist for penilai, rekan or auditor", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    for (const name of ["kabidA", "kadisA", "budi", "auditor", "analis", "admin", "wali"] as const) {
      expect([name, (await callers[name]("GET", `/api/skp/${skp.id}`)).statusCode]).toEqual([name, 404]);
      expect([name, (await callers[name]("PUT", `/api/skp/${skp.id}`, draft(1))).statusCode]).toEqual([name, 404]);
    }
  });
});

describe("taking a draft away", () => {
  it("makes room for another beginning, and leaves a line on the trail", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    await call("PUT", `/api/skp/${skp.id}`, draft(1));
    expect((await call("DELETE", `/api/skp/${skp.id}`)).statusCode).toBe(204);
    expect((await call("DELETE", `/api/skp/${skp.id}`)).statusCode).toBe(404);
    expect((await pool.query("select 1 from hasil_kerja where skp_id = $1", [skp.id])).rowCount).toBe(0);
    expect(await auditCount(pool, "skp.discard", skp.id)).toBe(1);
    expect((await begun(call)).revision).toBe(1);
  });

  it("is not for what the penilai has seen, nor for anybody else", async () => {
    const { call } = await pegawai();
    const skp = await proposed(call);
    expect((await callers.kabidA("DELETE", `/api/skp/${skp.id}`)).statusCode).toBe(403);
    expect((await callers.budi("DELETE", `/api/skp/${skp.id}`)).statusCode).toBe(404);
    const refused = await call("DELETE", `/api/skp/${skp.id}`);
    expect([refused.statusCode, refusalsOf(refused)]).toEqual([409, ["wrong_status"]]);
    const set: SkpView = (await callers.kabidA("POST", `/api/skp/${skp.id}/set`, { version: skp.version })).json();
    expect((await call("DELETE", `/api/skp/${set.id}`)).statusCode).toBe(409);
  });
});

const messagesOf = async (personId: string): Promise<unknown[]> =>
  (await pool.query<{ kind: string; params: string }>("select kind, params from notification where person_id = $1 order by id", [personId])).rows.map(({ kind, params }) => [kind, JSON.parse(params)]);

describe("proposing, sending back, setting", () => {
  it("walks from draft to in force, with a receipt of its content on the trail", async () => {
    const { id, call } = await pegawai();
    const skp = await inForce(call);
    expect(skp).toMatchObject({ status: "set", effectiveFrom: "2026-01-01", penilai: { id: city.people.kabidA, name: "kabidA" }, isLate: false });
    expect((await call("GET", "/api/skp?year=2026")).json()).toMatchObject({ inForce: { id: skp.id, actions: { save: ["wrong_status"], revise: [] } }, inWork: null, history: [{ id: skp.id, setBy: "kabidA" }] });
    const { rows } = await pool.query<{ action: string; actor_id: string; payload: string }>("select a.action, a.actor_id, p.payload from audit a join audit_payload p on p.seq = a.seq where a.target_id = $1 and a.action in ('skp.propose', 'skp.set') order by a.seq", [skp.id]);
    expect(rows.map((row) => [row.action, row.actor_id])).toEqual([["skp.propose", id], ["skp.set", city.people.kabidA]]);
    expect(await messagesOf(id)).toEqual([["skp_set", { skpId: skp.id, year: 2026, version: 3 }]]);
    const [proposal, setting] = rows.map((row) => JSON.parse(row.payload));
    expect(setting).toMatchObject({ revision: 1, hasilKerja: 1, indikator: 1, superseded: null });
    expect(setting.sha256).toBe(proposal.sha256);
  });

  it("is refused with all reasons: empty, without an utama, without indicator, without target", async () => {
    const { call } = await pegawai();
    const skp = await begun(call);
    const empty = await call("POST", `/api/skp/${skp.id}/propose`, { version: 1 });
    expect([empty.statusCode, refusalsOf(empty)]).toEqual([409, ["no_hasil_kerja"]]);
    const saved: SkpView = (await call("PUT", `/api/skp/${skp.id}`, draft(1, { hasilKerja: [result({ prioritas: "tambahan", indikator: [] }), result({ prioritas: "tambahan", indikator: [indikator({ target: null })] })] }))).json();
    const poor = await call("POST", `/api/skp/${skp.id}/propose`, { version: 2 });
    expect(refusalsOf(poor)).toEqual(["no_hasil_kerja_utama", "no_indikator", "target_missing"]);
    expect(saved.actions.propose).toEqual(refusalsOf(poor));
  });

  it("is refused where nobody is named as penilai", async () => {
    const id = await addPerson(pool, { name: "tanpa penilai", nip: "199101012015011999", unitId: city.units.bidangA1 });
    const call = await as(id);
    const skp = await begun(call);
    await call("PUT", `/api/skp/${skp.id}`, draft(1));
    expect(refusalsOf(await call("POST", `/api/skp/${skp.id}/propose`, { version: 2 }))).toEqual(["no_penilai"]);
  });

  it("is taken back while it waits, and is the owner's alone again", async () => {
    const { call } = await pegawai();
    const skp = await proposed(call);
    expect((await callers.kabidA("GET", `/api/skp/${skp.id}`)).statusCode).toBe(200);
    expect((await call("POST", `/api/skp/${skp.id}/withdraw`, { version: skp.version })).json()).toMatchObject({ status: "draft", proposedAt: null });
    expect((await callers.kabidA("GET", `/api/skp/${skp.id}`)).statusCode).toBe(404);
  });

  it("goes back with a note only, which the pegawai reads and is told of", async () => {
    const { id, call } = await pegawai();
    const skp = await proposed(call);
    const mute = await callers.kabidA("POST", `/api/skp/${skp.id}/send-back`, { version: skp.version, note: "  " });
    expect([mute.statusCode, refusalsOf(mute)]).toEqual([409, ["discussion_note_missing"]]);
    await callers.kabidA("POST", `/api/skp/${skp.id}/send-back`, { version: skp.version, note: "Target terlalu rendah." });
    const back: SkpView = (await call("GET", `/api/skp/${skp.id}`)).json();
    expect(back).toMatchObject({ status: "returned", note: "Target terlalu rendah.", actions: { save: [], propose: [] } });
    expect(await messagesOf(id)).toEqual([["skp_returned", { skpId: skp.id, year: 2026, version: skp.version }]]);
    expect((await call("PUT", `/api/skp/${skp.id}`, draft(back.version))).statusCode).toBe(200);
  });

  it("is set by the penilai alone: whoever only sees it is forbidden, whoever does not see it finds nothing", async () => {
    const { call } = await pegawai();
    const skp = await proposed(call);
    const statusFor = async (name: CityPerson) => (await callers[name]("POST", `/api/skp/${skp.id}/set`, { version: skp.version })).statusCode;
    expect((await call("POST", `/api/skp/${skp.id}/set`, { version: skp.version })).statusCode).toBe(403);
    expect([await statusFor("auditor"), await statusFor("analis"), await statusFor("budi"), await statusFor("kadisB"), await statusFor("admin")]).toEqual([403, 403, 404, 404, 404]);
    expect(await auditCount(pool, "skp.set", skp.id)).toBe(0);
  });

  it("is set by the atasan penilai only once January has passed", async () => {
    const { call } = await pegawai();
    const skp = await proposed(call);
    const early = await callers.kadisA("POST", `/api/skp/${skp.id}/set`, { version: skp.version });
    expect([early.statusCode, refusalsOf(early)]).toEqual([409, ["penilai_in_time"]]);
    clock.set("2026-02-02");
    const rows = (await callers.kadisA("GET", "/api/skp-team?year=2026")).json().team as { as: string; inWork: { id: string } | null }[];
    expect(rows.filter((row) => row.as === "atasan").map((row) => row.inWork?.id)).toContain(skp.id);
    const set = await callers.kadisA("POST", `/api/skp/${skp.id}/set`, { version: skp.version });
    expect(set.json()).toMatchObject({ status: "set", isLate: true, penilai: { id: city.people.kadisA } });
    clock.set("2026-01-12");
  });

  it("is refused with an old version", async () => {
    const { call } = await pegawai();
    const skp = await proposed(call);
    expect((await callers.kabidA("POST", `/api/skp/${skp.id}/set`, { version: skp.version - 1 })).statusCode).toBe(412);
    expect((await call("GET", `/api/skp/${skp.id}`)).json().status).toBe("proposed");
  });

  it("passes to the new penilai when the pegawai's changes; the former one may read what was theirs in the year", async () => {
    const { id, call } = await pegawai();
    const skp = await proposed(call);
    await movePenilai(pool, { pegawaiId: id, to: city.people.kadisB, on: "2026-01-12" });
    expect((await callers.kabidA("GET", `/api/skp/${skp.id}`)).statusCode).toBe(200);
    expect((await callers.kabidA("POST", `/api/skp/${skp.id}/set`, { version: skp.version })).statusCode).toBe(403);
    expect((await callers.kadisB("POST", `/api/skp/${skp.id}/set`, { version: skp.version })).json()).toMatchObject({ status: "set", penilai: { id: city.people.kadisB } });
  });
});

describe("the next revision", () => {
  it("supersedes the one in force in the moment it is set, and keeps its lines", async () => {
    const { call } = await pegawai();
    const first = await inForce(call);
    const secondId = v7();
    const second: SkpView = (await call("POST", `/api/skp/${first.id}/revise`, { id: secondId })).json();
    expect(second).toMatchObject({ id: secondId, revision: 2, status: "draft" });
    expect(second.hasilKerja).toEqual(first.hasilKerja);
    expect((await call("POST", `/api/skp/${first.id}/revise`, { id: secondId })).json()).toEqual(second);
    expect(refusalsOf(await call("POST", `/api/skp/${first.id}/revise`, { id: v7() }))).toEqual(["revision_in_work"]);

    clock.set("2026-06-15");
    await call("PUT", `/api/skp/${secondId}`, draft(1, { hasilKerja: second.hasilKerja.map((line) => ({ ...line, text: "Tersedianya data layanan setiap pekan" })) }));
    await call("POST", `/api/skp/${secondId}/propose`, { version: 2 });
    expect((await call("GET", `/api/skp/${first.id}`)).json().status).toBe("set");
    const set: SkpView = (await callers.kabidA("POST", `/api/skp/${secondId}/set`, { version: 3 })).json();
    expect(set).toMatchObject({ status: "set", effectiveFrom: "2026-06-15", isLate: false });
    expect(set.hasilKerja.map((line) => [line.lineId, line.indikator[0]?.lineId])).toEqual(first.hasilKerja.map((line) => [line.lineId, line.indikator[0]?.lineId]));
    expect((await call("GET", `/api/skp/${first.id}`)).json()).toMatchObject({ status: "superseded", hasilKerja: first.hasilKerja });
    expect((await call("GET", "/api/skp?year=2026")).json().history.map((h: { revision: number; status: string }) => [h.revision, h.status])).toEqual([[2, "set"], [1, "superseded"]]);
    clock.set("2026-01-12");
  });

  it("is not begun by the penilai", async () => {
    const skp = await inForce((await pegawai()).call);
    expect((await callers.kabidA("POST", `/api/skp/${skp.id}/revise`, { id: v7() })).statusCode).toBe(403);
  });

  it("leaves a month already reported on the old one as it was", async () => {
    const { id, call } = await pegawai();
    const first = await inForce(call);
    const { rows } = await pool.query<{ h: string; i: string }>("select h.id as h, i.id as i from hasil_kerja h join indikator i on i.hasil_kerja_id = h.id where h.skp_id = $1", [first.id]);
    const lines = rows.map((row) => ({ hasilKerjaId: row.h, lineId: v7(), indikatorId: row.i }));
    const { reportId } = await addReport(pool, city, { personId: id, unit: "bidangA1", month: "2026-01", skp: { skpId: first.id, lines }, status: "submitted" });
    const second: SkpView = (await call("POST", `/api/skp/${first.id}/revise`, { id: v7() })).json();
    await call("POST", `/api/skp/${second.id}/propose`, { version: 1 });
    expect((await callers.kabidA("POST", `/api/skp/${second.id}/set`, { version: 2 })).statusCode).toBe(200);
    expect((await pool.query("select skp_id from monthly_report where id = $1", [reportId])).rows[0]).toEqual({ skp_id: first.id });
  });
});

describe("the superior's results", () => {
  it("are written down before they exist, and bound later, also when the SKP is in force", async () => {
    const { id, call } = await pegawai();
    const boss = await addPerson(pool, { name: "pimpinan baru", nip: "197001011995011777", unitId: city.units.bidangA1, jabatan: "Ketua Tim" });
    await movePenilai(pool, { pegawaiId: id, to: boss, on: "2026-01-05" });
    const bossCall = await as(boss);
    const skp = await proposed(call, { hasilKerja: [result({ intervenedText: "Data kota tersedia" })] });
    expect(skp.superiorResults).toEqual([]);
    const set: SkpView = (await bossCall("POST", `/api/skp/${skp.id}/set`, { version: skp.version })).json();
    expect(set.hasilKerja[0]).toMatchObject({ intervenedLineId: null, intervenedText: "Data kota tersedia" });

    const above = await addSkp(pool, { personId: boss, year: 2026, targets: [12] });
    const mine: SkpView = (await call("GET", `/api/skp/${skp.id}`)).json();
    expect(mine.superiorResults).toEqual([{ lineId: above.lines[0]?.lineId, text: "Hasil kerja 1 tersedia" }]);
    expect((await bossCall("GET", `/api/skp/${skp.id}`)).json().superiorResults).toEqual([]);

    const bindings = (lineId: string | undefined, intervenedLineId: string | undefined) => call("PUT", `/api/skp/${skp.id}/binding`, { version: mine.version, bindings: [{ lineId, intervenedLineId }] });
    expect((await bindings(mine.hasilKerja[0]?.lineId, v7())).json().fields).toEqual([{ path: "body.bindings.0.intervenedLineId", code: "unknown_line" }]);
    expect((await bindings(v7(), above.lines[0]?.lineId)).json().fields).toEqual([{ path: "body.bindings.0.lineId", code: "unknown_line" }]);
    const bound: SkpView = (await bindings(mine.hasilKerja[0]?.lineId, above.lines[0]?.lineId)).json();
    expect(bound).toMatchObject({ status: "set", version: mine.version + 1, hasilKerja: [{ intervenedLineId: above.lines[0]?.lineId, intervenedText: "Hasil kerja 1 tersedia" }] });
    expect((await bindings(mine.hasilKerja[0]?.lineId, above.lines[0]?.lineId)).statusCode).toBe(412);
    expect(await auditCount(pool, "skp.bind", skp.id)).toBe(1);

    // The superior's later revision drops the line: what was bound stays bound.
    await pool.query("update skp set status = 'superseded' where id = $1", [above.skpId]);
    const revised: SkpView = (await call("POST", `/api/skp/${skp.id}/revise`, { id: v7() })).json();
    expect((await call("PUT", `/api/skp/${revised.id}`, draft(1, { hasilKerja: revised.hasilKerja }))).json().hasilKerja[0].intervenedText).toBe("Hasil kerja 1 tersedia");
  });
});

describe("the team's list", () => {
  it("shows a penilai everybody they rate, waiting ones first, and no way into a draft", async () => {
    const [waiting, drafting, none] = [await pegawai(), await pegawai(), await pegawai()];
    const skp = await proposed(waiting.call);
    await begun(drafting.call);
    const answer = (await callers.kabidA("GET", "/api/skp-team?year=2026")).json() as { deadline: string; team: { person: { id: string }; inForce: unknown; inWork: { id: string | null; status: string } | null }[] };
    const of = (id: string) => answer.team.find((row) => row.person.id === id);
    expect(answer.deadline).toBe("2026-01-31");
    expect(of(waiting.id)).toMatchObject({ inForce: null, inWork: { id: skp.id, status: "proposed" } });
    expect(of(drafting.id)).toMatchObject({ inWork: { id: null, status: "draft", proposedAt: null } });
    expect(of(none.id)).toMatchObject({ person: { jabatan: "Penata Layanan", unit: "Bidang A1" }, inForce: null, inWork: null });
    expect(answer.team[0]?.inWork?.status).toBe("proposed");
    expect((await callers.budi("GET", "/api/skp-team")).json().team).toEqual([]);
  });
});

it("nobody who is not signed in gets anything", async () => {
  for (const url of ["/api/skp", "/api/skp-team", "/api/skp-template", `/api/skp/${v7()}`]) expect((await app.inject({ url })).statusCode).toBe(401);
});
