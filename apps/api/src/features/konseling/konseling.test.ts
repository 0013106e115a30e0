import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addPerson, auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { qrOnPage, readPdf } from "#test/pdf.ts";
import { stopPrinting } from "../../pdf/print.ts";

const { app, as, pool, clock } = await testApp({ today: "2026-11-23" });
afterAll(stopPrinting);
let city: SmallCity;
/** Leads the office of personnel; a psychologist of a hospital. */
let kepala: string;
let psikolog: string;
beforeAll(async () => {
  city = await smallCity(pool);
  kepala = await addPerson(pool, { name: "kepala BKPSDM", nip: "196909091994031014", unitId: city.units.dinasB, role: "bkpsdm_kepala" });
  psikolog = await addPerson(pool, { name: "psikolog", nip: "198510102010012015", unitId: city.units.dinasB, jabatan: "Psikolog Klinis Ahli Muda" });
});

/** A plan of konseling of somebody's, agreed by both; with its report (B.1.10) where one was written. */
async function plan(personId: string, { isReported = false, status = "agreed" } = {}): Promise<string> {
  const id = v7();
  await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, status, proposed_by, proposed_on) values ($1,$2,$3,'umpan_balik','Sering tidak hadir.','konseling','Hadir tepat waktu','Kehadiran','2027-03-31',$4,$3,'2026-11-02')", [id, personId, city.people.kabidA, status]);
  if (isReported) await pool.query("insert into development_form (plan_id, format, content, written_by, written_on) values ($1,'B.1.10',$2,$3,'2026-11-03')", [id, JSON.stringify({ format: "B.1.10", ekspektasi: null, masalah: "Tiga kali tidak hadir.", serupa: false, upaya: "Dua kali umpan balik." }), city.people.kabidA]);
  return id;
}
const at = (id: string, tail = ""): string => `/api/konseling/${id}${tail}`;
const get = async (who: string, id: string, tail = "") => (await as(who))("GET", at(id, tail));
const post = async (who: string, id: string, tail: string, body: object) => (await as(who))("POST", at(id, tail), body);
const wish = (konselorId: string, more: object = {}) => ({ version: null, jenis: "penilai", konselorId, dasar: null, scheduledOn: "2026-11-24", scheduledAt: "09:00", place: "Ruang kecil lantai dua", ...more });
const arrange = async (who: string, id: string, body: object) => (await as(who))("PUT", at(id), body);
const note = { day: "2026-11-24", fact: "Beban keluarga mengganggu jam kerja.", option: null, step: "Menyusun jadwal mingguan." };
const record = { heldFrom: "2026-11-24", heldUntil: "2026-11-24", sessions: 1, masalah: "Tidak hadir tanpa kabar.", hasil: "sebagian", kesepakatan: "Memberi kabar sehari sebelumnya.", saran: "Jam masuk digeser sementara." };
const statuses = async (id: string, tail = ""): Promise<string> => {
  const { budi, kabidA, kadisA, bkpsdm, citra, wali, admin, auditor } = city.people;
  const found = [];
  for (const who of [budi, kabidA, kadisA, psikolog, bkpsdm, kepala, citra, wali, admin, auditor]) found.push((await get(who, id, tail)).statusCode);
  return found.join(" ");
};
const mayRead = async (id: string): Promise<string[]> => {
  const people = { pegawai: city.people.budi, penilai: city.people.kabidA, atasan: city.people.kadisA, psikolog, operator: city.people.bkpsdm, kepala };
  const found = await Promise.all(Object.entries(people).map(async ([name, who]) => {
    const answer = await get(who, id);
    return answer.statusCode === 200 && answer.json().record !== null ? [name] : [];
  }));
  return found.flat();
};

describe("who gives it", () => {
  let id: string;
  it("a penilai without training in konseling is refused with that reason; a certificate or an attended training opens it", async () => {
    id = await plan(city.people.budi);
    const kabid = city.people.kabidA;
    expect((await arrange(kabid, id, wish(kabid))).json().refusals).toEqual(["konselor_untrained"]);
    expect((await arrange(kabid, id, wish(city.people.eko))).json().refusals).toEqual(["konselor_not_penilai", "konselor_untrained"]);
    expect((await arrange(kabid, id, wish(psikolog, { jenis: "independen", dasar: "Surat 800/1/2026" }))).json().refusals).toEqual(["konseling_by_office"]);
    await expect(pool.query("insert into konseling (plan_id, jenis, konselor_id, dasar, scheduled_on, scheduled_at, place, is_by_office, set_by, set_on) values ($1,'penilai',$2,null,'2026-11-24','09:00','x',false,$2,'2026-11-23')", [id, kabid])).rejects.toThrow(/konseling_basis|trained/);
    const office = await as(city.people.bkpsdm);
    const paper = { id: v7(), personId: kabid, name: "Pelatihan konseling ASN", number: "12/LAN/2025", issuer: "LAN", issuedOn: "2025-08-01" };
    for (const _ of [1, 2]) expect((await office("POST", "/api/konselor/certificate", paper)).json().certificates).toMatchObject([{ number: "12/LAN/2025", person: { name: "kabidA" } }]);
    expect((await office("POST", "/api/konselor/certificate", { ...paper, id: v7() })).json().refusals).toEqual(["certificate_known"]);
    expect((await office("POST", "/api/konselor/certificate", { ...paper, id: v7(), number: "13", issuedOn: "2026-12-01" })).statusCode).toBe(400);
    const answer = await arrange(kabid, id, wish(kabid));
    expect(answer.json()).toMatchObject({ arrangement: { version: 1, jenis: "penilai", dasar: "Pelatihan konseling ASN, 12/LAN/2025", isByOffice: false }, readers: { pembaca: { value: ["atasan"], cite: { part: "Lampiran BAB III.D.5.d.1" } }, penentu: { value: ["atasan"] } } });
    expect((await arrange(kabid, id, wish(kabid))).json().arrangement.version).toBe(1);
    expect([await auditCount(pool, "konseling.arrange", id), await auditCount(pool, "konselor.certificate", kabid)]).toEqual([1, 1]);
    expect((await pool.query("select kind from notification where person_id = $1", [city.people.budi])).rows).toEqual([{ kind: "konseling_arranged" }]);
  });

  it("a training of the catalogue counts once BKPSDM says so and it was attended", async () => {
    const [trainingId, sessionId] = [v7(), v7()];
    await pool.query("insert into training (id, name, bentuk, provider, about, hours, cost_per_person) values ($1,'Dasar konseling','pelatihan','BKPSDM','Mendengar dan membantu.',24,1)", [trainingId]);
    await pool.query("insert into training_session (id, training_id, first_day, last_day, place, places) values ($1,$2,'2026-05-04','2026-05-06','Aula',20)", [sessionId, trainingId]);
    await pool.query("insert into training_place (id, session_id, person_id, nominated_by, nominated_on, status, has_attended) values ($1,$2,$3,$3,'2026-04-01','accepted',true)", [v7(), sessionId, city.people.kapus]);
    const own = v7();
    await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, status, proposed_by, proposed_on) values ($1,$2,$3,'keinginan','x','konseling','Tenang','x','2027-03-31','agreed',$3,'2026-11-02')", [own, city.people.dewi, city.people.kapus]);
    expect((await arrange(city.people.kapus, own, wish(city.people.kapus))).json().refusals).toEqual(["konselor_untrained"]);
    const office = await as(kepala);
    for (const _ of [1, 2]) expect((await office("PUT", `/api/konselor/training/${trainingId}`, { counts: true })).json().trainings).toMatchObject([{ name: "Dasar konseling", counts: true, attended: 1 }]);
    expect(await auditCount(pool, "konselor.training", trainingId)).toBe(1);
    expect((await arrange(city.people.kapus, own, wish(city.people.kapus))).json().arrangement.dasar).toBe("Dasar konseling");
    expect((await office("PUT", `/api/konselor/training/${trainingId}`, { counts: false })).json().trainings).toMatchObject([{ counts: false }]);
    expect((await office("GET", "/api/konselor/candidate?q=psik")).json().people).toMatchObject([{ name: "psikolog", jabatan: "Psikolog Klinis Ahli Muda" }]);
    for (const other of [city.people.analis, city.people.kabidA]) expect((await (await as(other))("GET", "/api/konselor")).statusCode).toBe(404);
  });

  it("the office of personnel sets it on a report alone, with the letter, at an hour that is one person's, and never about oneself", async () => {
    const [silent, reported] = [await plan(city.people.citra), await plan(city.people.citra, { isReported: true, status: "proposed" })];
    const letter = { jenis: "independen", dasar: "Surat Kepala BKPSDM 800/112/2026" };
    const office = city.people.bkpsdm;
    expect((await arrange(office, silent, wish(psikolog, letter))).json().refusals).toEqual(["konseling_not_reported"]);
    expect((await arrange(office, reported, wish(psikolog, { ...letter, dasar: null }))).json().refusals).toEqual(["konselor_without_basis"]);
    for (const near of [city.people.kabidA, city.people.kadisA, kepala]) expect((await arrange(office, reported, wish(near, letter))).json().refusals).toEqual(["konselor_too_near"]);
    expect((await arrange(office, reported, wish(v7(), letter))).json().fields).toEqual([{ path: "body.konselorId", code: "unknown_person" }]);
    expect((await arrange(office, reported, wish(psikolog, { ...letter, scheduledOn: "2026-11-20" }))).json().refusals).toEqual(["meeting_date_past"]);
    expect((await arrange(office, reported, wish(psikolog, letter))).json()).toMatchObject({ entries: null, record: null, arrangement: { isByOffice: true, konselor: { name: "psikolog" } }, readers: { pembaca: { value: ["kepegawaian"] } } });
    const other = await plan(city.people.budi, { isReported: true });
    expect((await arrange(office, other, wish(psikolog, letter))).json().refusals).toEqual(["konselor_busy"]);
    // The penilai leaves what the office set, and neither side gives it up.
    expect((await arrange(city.people.kabidA, reported, wish(city.people.kabidA, { version: 1 }))).json().refusals).toEqual(["konseling_not_agreed", "konseling_by_office"]);
    expect((await (await as(city.people.citra))("POST", `/api/development/plans/${reported}/action`, { version: 1, action: "cancel", note: "Tidak mau ikut." })).json().refusals).toEqual(["konseling_by_office"]);
    expect((await arrange(office, reported, wish(psikolog, { ...letter, version: 7, place: "Ruang lain" }))).statusCode).toBe(412);
    expect((await arrange(office, reported, wish(psikolog, { ...letter, version: 1, scheduledOn: "2026-11-30" }))).json().arrangement).toMatchObject({ version: 2, scheduledOn: "2026-11-30" });
    expect((await arrange(office, await plan(office, { isReported: true }), wish(psikolog, { ...letter, scheduledAt: "16:00" }))).json().refusals).toEqual(["own_konseling"]);
    expect((await arrange(city.people.citra, reported, wish(psikolog, letter))).statusCode).toBe(403);
    expect((await arrange(city.people.eko, reported, wish(psikolog, letter))).statusCode).toBe(404);
  });

  it("konseling by the penilai: notes of the two, a signature from its day on, and the atasan reads the record, never the notes", async () => {
    const { budi, kabidA, kadisA } = city.people;
    expect(await statuses(id)).toBe("200 200 404 404 200 200 404 404 404 404");
    expect((await post(kabidA, id, "/record", record)).json().refusals).toEqual(["konseling_not_held", "days_wrong"]);
    clock.set("2026-11-24");
    const entry = { id: v7(), ...note };
    for (const _ of [1, 2]) expect((await post(kabidA, id, "/entries", entry)).json().entries).toHaveLength(1);
    expect((await post(budi, id, "/entries", { id: v7(), ...note, day: "2026-11-25" })).json().fields).toEqual([{ path: "body.day", code: "in_the_future" }]);
    expect((await get(budi, id)).json().entries).toMatchObject([{ fact: note.fact, by: "kabidA" }]);
    for (const other of [city.people.bkpsdm, kepala]) expect((await get(other, id)).json()).toMatchObject({ entries: null, record: null });
    expect((await post(city.people.bkpsdm, id, "/entries", { id: v7(), ...note })).json().refusals).toEqual(["not_yours"]);
    expect((await get(kabidA, id, "/pdf")).json().refusals).toEqual(["form_empty"]);
    expect((await post(budi, id, "/record", record)).json().refusals).toEqual(["not_yours"]);
    const signed = (await post(kabidA, id, "/record", record)).json();
    expect(signed).toMatchObject({ status: "done", isSigned: true, record: { ...record, signedBy: "kabidA", hash: expect.stringMatching(/^[0-9a-f]{64}$/), format: { value: "KONSELING", note: expect.stringContaining("buatan Teraju") } } });
    expect((await post(kabidA, id, "/record", record)).json().record.hash).toBe(signed.record.hash);
    expect((await post(kabidA, id, "/record", { ...record, hasil: "teratasi" })).json().refusals).toEqual(["written_already"]);
    expect(await auditCount(pool, "konseling.sign", id)).toBe(1);
    expect((await pool.query("select done_on::text from development_plan where id = $1", [id])).rows).toEqual([{ done_on: "2026-11-24" }]);
    expect(await statuses(id)).toBe("200 200 200 404 200 200 404 404 404 404");
    expect(await mayRead(id)).toEqual(["pegawai", "penilai", "atasan"]);
    const seen = await get(kadisA, id);
    expect(seen.json()).toMatchObject({ entries: null, sides: ["pembaca", "penentu"] });
    expect(seen.body).not.toContain(note.fact);
    expect((await pool.query("select distinct actor_id, action from access_log where action like 'konseling%'")).rows).toEqual([{ actor_id: kadisA, action: "konseling.record" }]);
    expect((await pool.query("select kind from notification where person_id = $1", [kadisA])).rows).toEqual([{ kind: "konseling_signed" }]);
  });

  it("what follows is the atasan's to say; the pegawai reads it", async () => {
    const { budi, kabidA, kadisA } = city.people;
    const next = { id: v7(), text: "Jam masuk digeser sampai Januari.", dueOn: "2027-01-31" };
    for (const other of [budi, kabidA, city.people.bkpsdm, kepala]) expect((await post(other, id, "/follow-up", next)).json().refusals).toEqual(["not_yours"]);
    expect((await post(kadisA, id, "/follow-up", { ...next, dueOn: "2026-11-01" })).json().fields).toEqual([{ path: "body.dueOn", code: "in_the_past" }]);
    for (const _ of [1, 2]) expect((await post(kadisA, id, "/follow-up", next)).json().followUps).toMatchObject([{ text: next.text, dueOn: "2027-01-31", by: "kadisA", on: "2026-11-24" }]);
    expect((await get(budi, id)).json().followUps).toHaveLength(1);
    expect(await auditCount(pool, "konseling.follow", id)).toBe(1);
    expect((await (await as(kadisA))("GET", "/api/konseling")).json().konseling).toMatchObject([{ id, person: "budi", sides: ["pembaca", "penentu"], isSigned: true, isFollowed: true }]);
    for (const table of ["konseling_record", "konseling_follow_up"]) await expect(pool.query(`update ${table} set plan_id = plan_id`)).rejects.toThrow(/only added/);
    await expect(pool.query("update konseling set place = 'lain' where plan_id = $1", [id])).rejects.toThrow(/signed/);
    await expect(pool.query("insert into konseling_follow_up (id, plan_id, text, decided_by, decided_on) values ($1,$2,'x',$3,'2026-11-24')", [v7(), id, kabidA])).rejects.toThrow(/reported to/);
  });

  it("the record is printed with its signature and a code that anybody may check", async () => {
    const answer = await get(city.people.kadisA, id, "/pdf");
    expect([answer.statusCode, answer.headers["content-disposition"]], answer.body.slice(0, 200)).toEqual([200, 'attachment; filename="rekaman-hasil-konseling.pdf"']);
    const bytes = new Uint8Array(answer.rawPayload);
    const pdf = await readPdf(bytes);
    const plain = pdf.text.replaceAll(/\s+/g, "");
    for (const part of ["Bentuk Teraju", record.masalah, record.kesepakatan, "Masalah teratasi sebagian", "Pelatihan konseling ASN, 12/LAN/2025"]) expect(plain).toContain(part.replaceAll(/\s+/g, ""));
    expect(plain).not.toContain(note.fact.replaceAll(/\s+/g, ""));
    expect((await app.inject(`/api${new URL(await qrOnPage(bytes, pdf.pages)).pathname}`)).json()).toMatchObject({ kind: "pembinaan", format: "KONSELING", date: "2026-11-24", isCurrent: true });
    expect(await statuses(id, "/pdf")).toBe("200 200 200 404 404 404 404 404 404 404");
  });
});

describe("by others than the penilai", () => {
  it("an official whose function it is: penilai and atasan read, the atasan decides", async () => {
    const id = await plan(city.people.budi, { isReported: true });
    expect((await arrange(kepala, id, wish(psikolog, { jenis: "pejabat_fungsi", dasar: "Psikolog klinis RSUD", scheduledAt: "13:30" }))).statusCode).toBe(200);
    expect((await post(psikolog, id, "/entries", { id: v7(), ...note })).json().entries).toHaveLength(1);
    expect((await get(city.people.kabidA, id)).json()).toMatchObject({ entries: null, record: null });
    expect((await arrange(kepala, id, wish(city.people.dewi, { jenis: "independen", dasar: "Surat 800/2/2026", version: 1 }))).json().refusals).toEqual(["konseling_begun"]);
    await post(psikolog, id, "/record", record);
    expect(await mayRead(id)).toEqual(["pegawai", "penilai", "atasan", "psikolog"]);
    expect((await get(city.people.kabidA, id)).json()).toMatchObject({ entries: null, actions: { follow: ["not_yours"] } });
    expect((await get(city.people.kadisA, id)).json().actions.follow).toEqual([]);
  });

  it("a konselor independen: the head of the office of personnel alone, neither penilai nor atasan nor who keeps the diary", async () => {
    const id = await plan(city.people.budi, { isReported: true });
    await arrange(city.people.bkpsdm, id, wish(psikolog, { jenis: "independen", dasar: "Surat 800/3/2026", scheduledAt: "15:00" }));
    const home = async (who: string) => (await (await as(who))("GET", "/api/home")).json().tasks.filter(({ kind }: { kind: string }) => kind === "konseling").map(({ as: side, count }: { as: string; count: number }) => [side, count]);
    expect(await home(psikolog)).toEqual([["konselor", 1]]);
    expect(await home(city.people.budi)).toEqual([["pegawai", 1]]);
    await post(psikolog, id, "/record", record);
    expect(await mayRead(id)).toEqual(["pegawai", "psikolog", "kepala"]);
    expect(await statuses(id)).toBe("200 200 404 200 200 200 404 404 404 404");
    expect((await get(city.people.kabidA, id)).json()).toMatchObject({ isSigned: true, record: null, followUps: [] });
    expect(await home(kepala)).toEqual([["penentu", 1], ["kepegawaian", 2]]);
    expect((await post(kepala, id, "/follow-up", { id: v7(), text: "Diusulkan pindah bidang.", dueOn: null })).json().followUps).toHaveLength(1);
    expect([await home(kepala), await home(psikolog), await home(city.people.budi)]).toEqual([[["kepegawaian", 2]], [], []]);
    expect((await (await as(city.people.kabidA))("GET", "/api/konseling")).json().konseling.find((one: { id: string }) => one.id === id)).toMatchObject({ isSigned: true, isFollowed: false });
  });

  it("what waits stands on the home of who has the step", async () => {
    const tasks = async (who: string) => (await (await as(who))("GET", "/api/home")).json().tasks.filter(({ kind }: { kind: string }) => kind === "konseling").map(({ as: side, count }: { as: string; count: number }) => [side, count]);
    // Of the reports, budi's whose hour was taken has no day yet.
    expect(await tasks(city.people.bkpsdm)).toEqual([["kepegawaian", 1]]);
    // Agreed, neither reported nor set: citra's silent one.
    expect(await tasks(city.people.kabidA)).toEqual([["penilai", 1]]);
    expect(await tasks(city.people.kadisA)).toEqual([["penentu", 1]]);
    expect(await tasks(city.people.citra)).toEqual([["pegawai", 1]]);
  });
});

it("the database holds the same walls against whoever forgets them", async () => {
  const { dewi, kapus, kadisA, eko, bkpsdm } = city.people;
  const insert = (id: string, k: { jenis?: string; konselor: string; certificate?: string | null; dasar?: string | null; office?: boolean; at?: string; day?: string }) => pool.query(
    "insert into konseling (plan_id, jenis, konselor_id, certificate_id, dasar, scheduled_on, scheduled_at, place, is_by_office, set_by, set_on) values ($1,$2,$3,$4,$5,$6,$7,'Ruang',$8,$3,'2026-11-24')",
    [id, k.jenis ?? "independen", k.konselor, k.certificate ?? null, k.dasar === undefined ? "Surat 800/9/2026" : k.dasar, k.day ?? "2026-11-24", k.at ?? "20:00", k.office ?? true]);
  const of = async (isReported: boolean): Promise<string> => {
    const id = v7();
    await pool.query("insert into development_plan (id, person_id, penilai_id, source, finding, bentuk, goal, measure, due_on, status, proposed_by, proposed_on) values ($1,$2,$3,'keinginan','x','konseling','x','x','2027-03-31','agreed',$3,'2026-11-02')", [id, dewi, kapus]);
    if (isReported) await pool.query("insert into development_form (plan_id, format, content, written_by, written_on) values ($1,'B.1.10','{\"format\":\"B.1.10\"}',$2,'2026-11-03')", [id, kapus]);
    return id;
  };
  const { rows: [paper] } = await pool.query<{ id: string }>("select id from konselor_certificate limit 1");
  const [silent, told] = [await of(false), await of(true)];
  await expect(insert(silent, { konselor: psikolog })).rejects.toThrow(/on a report/);
  await expect(insert(told, { konselor: dewi })).rejects.toThrow(/another person/);
  for (const near of [kapus, kadisA]) await expect(insert(told, { konselor: near })).rejects.toThrow(/do not write it/);
  await expect(insert(told, { konselor: psikolog, dasar: null })).rejects.toThrow(/konseling_basis/);
  await expect(insert(told, { konselor: eko, jenis: "penilai", dasar: null, certificate: paper?.id ?? null })).rejects.toThrow(/once trained/);
  // The certificate is somebody else's.
  await expect(insert(told, { konselor: kapus, jenis: "penilai", dasar: null, certificate: paper?.id ?? null })).rejects.toThrow(/once trained/);
  await expect(insert(told, { konselor: psikolog, office: false })).rejects.toThrow(/konseling_by_office/);
  await expect(insert(told, { konselor: psikolog, at: "24:00" })).rejects.toThrow(/konseling_time/);
  await insert(told, { konselor: psikolog, day: "2026-11-30" });
  const signed = (by: string, on: string) => pool.query("insert into konseling_record (plan_id, held_from, held_until, sessions, masalah, hasil, kesepakatan, signed_by, signed_on, signed_at, hash) values ($1,'2026-11-20','2026-11-20',1,'x','belum','x',$2,$3,now(),repeat('a', 64))", [told, by, on]);
  await expect(signed(psikolog, "2026-11-29")).rejects.toThrow(/from its day on/);
  await expect(signed(bkpsdm, "2026-11-30")).rejects.toThrow(/konseling_record_signer/);
  await pool.query("insert into development_entry (id, plan_id, day, fact, step, written_by) values ($1,$2,'2026-11-30','x','x',$3)", [v7(), told, psikolog]);
  await expect(pool.query("update konseling set konselor_id = $2 where plan_id = $1", [told, eko])).rejects.toThrow(/not replaced/);
  await expect(pool.query("update development_plan set status = 'cancelled', note = 'x' where id = $1", [told])).rejects.toThrow(/signed record/);
  await expect(pool.query("delete from konseling where plan_id = $1", [told])).rejects.toThrow(/only added/);
  await signed(psikolog, "2026-11-30");
  await expect(signed(psikolog, "2026-11-30")).rejects.toThrow(/konseling_record_pkey|duplicate/);
});
