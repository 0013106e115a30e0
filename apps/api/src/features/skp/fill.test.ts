import type { FillSource, SkpView } from "@teraju/contracts";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addPenilai, addPerson, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";

const { as, pool } = await testApp({ today: "2026-01-12" });
let city: SmallCity;
let penilai: Caller;
const bidan: string[] = [];

beforeAll(async () => {
  city = await smallCity(pool);
  penilai = await as(city.people.kabidA);
  for (let n = 0; n < 12; n += 1) {
    const id = await addPerson(pool, { name: `Bidan ${String(n + 1).padStart(2, "0")}`, nip: `19900101201501${2001 + n}`, unitId: city.units.bidangA1, jabatan: "Bidan Terampil" });
    await addPenilai(pool, { pegawaiId: id, penilaiId: city.people.kabidA, atasanId: city.people.kadisA });
    bidan.push(id);
  }
  const indikator = { text: "Jumlah ibu hamil terlayani", jenis: "angka", target: 120, satuan: "orang", aspek: "kuantitas", perspektif: "anggaran" };
  await pool.query("insert into skp_template (id, jabatan_name, title, source, body) values ($1,'Bidan Terampil','Bidan','Contoh kota',$2), ($3,'Guru','Guru','Contoh kota',$2)",
    [v7(), JSON.stringify({ pendekatan: "kuantitatif", hasilKerja: [{ prioritas: "utama", text: "Ibu hamil terlayani", indikator: [indikator] }], perilaku: [{ perilaku: "loyal", ekspektasi: "Hadir apel" }] }), v7()]);
});

const listed = async (call = penilai): Promise<{ sources: FillSource[]; people: { person: { id: string }; refusals: string[] }[] }> => (await call("GET", "/api/skp-team/source?year=2026")).json();
const bodyOf = (from: Pick<FillSource, "kind" | "id">, people: readonly string[]) => ({ year: 2026, from: { kind: from.kind, id: from.id }, people: people.map((personId) => ({ id: v7(), personId })) });

it("fills twelve bidan at once from the example of their post; each draft is its owner's alone, who is told", async () => {
  const { sources, people } = await listed();
  expect(sources.map(({ kind, title, jabatan, hasilKerja }) => [kind, title, jabatan, hasilKerja])).toEqual([["template", "Bidan", "Bidan Terampil", ["Ibu hamil terlayani"]]]);
  expect(people.filter(({ person, refusals }) => bidan.includes(person.id) && refusals.length === 0)).toHaveLength(12);
  const [template] = sources;
  if (template === undefined) throw new Error("no template");
  const body = bodyOf(template, bidan);
  const made = await penilai("POST", "/api/skp-team/fill", body);
  expect([made.statusCode, made.json()]).toEqual([200, { filled: body.people.map(({ id, personId }) => ({ skpId: id, personId })), skipped: [] }]);
  expect((await penilai("POST", "/api/skp-team/fill", body)).json()).toEqual(made.json());
  expect(await auditCount(pool, "skp.fill")).toBe(12);
  const [first, second] = body.people;
  const own = await as(first?.personId ?? "");
  const skp: SkpView = (await own("GET", `/api/skp/${first?.id}`)).json();
  expect(skp).toMatchObject({ status: "draft", revision: 1, hasilKerja: [{ text: "Ibu hamil terlayani", indikator: [{ target: 120, aspek: "kuantitas", perspektif: null }] }], perilaku: [{ perilaku: "loyal" }] });
  const { rows } = await pool.query("select count(distinct h.line_id)::int as lines from hasil_kerja h join skp s on s.id = h.skp_id where s.person_id = any($1)", [bidan]);
  expect(rows[0]).toEqual({ lines: 12 });
  expect((await penilai("GET", `/api/skp/${second?.id}`)).statusCode).toBe(404);
  const messages = (await own("GET", "/api/home")).json<{ notifications: { kind: string }[] }>().notifications;
  expect(messages.map(({ kind }) => kind)).toContain("skp_filled");
  expect((await own("POST", `/api/skp/${first?.id}/propose`, { version: skp.version })).statusCode).toBe(200);
});

it("skips and names who has an SKP already, and takes somebody's SKP in force as the example", async () => {
  const { budi, citra, kabidA } = city.people;
  const { skpId } = await addSkp(pool, { personId: budi, year: 2026, penilaiId: kabidA, unitId: city.units.bidangA1 });
  const { sources } = await listed();
  const source = sources.find(({ id }) => id === skpId);
  expect(source).toMatchObject({ kind: "skp", source: "2026", hasilKerja: ["Hasil kerja 1 tersedia", "Hasil kerja 2 tersedia"] });
  if (source === undefined) return;
  const body = bodyOf(source, [citra, budi, bidan[0] ?? ""]);
  expect((await penilai("POST", "/api/skp-team/fill", body)).json()).toEqual({ filled: [{ personId: citra, skpId: body.people[0]?.id }], skipped: [{ personId: budi, refusals: ["skp_in_force"] }, { personId: bidan[0], refusals: ["revision_in_work"] }] });
  // A template's id under the name of an SKP is nothing.
  expect((await penilai("POST", "/api/skp-team/fill", bodyOf({ kind: "template", id: skpId }, [citra]))).statusCode).toBe(404);
  // An id that is somebody else's SKP is not made theirs.
  expect((await penilai("POST", "/api/skp-team/fill", { ...bodyOf(source, [bidan[1] ?? ""]), people: [{ id: skpId, personId: bidan[1] }] })).statusCode).toBe(412);
});

it("is the penilai's alone: neither the atasan nor a colleague fills, and nobody fills whom they do not rate", async () => {
  const { kadisA, kadisB, budi } = city.people;
  const [template] = (await listed()).sources;
  if (template === undefined) throw new Error("no template");
  expect((await (await as(kadisA))("POST", "/api/skp-team/fill", bodyOf(template, [budi]))).statusCode).toBe(403);
  expect((await (await as(kadisB))("POST", "/api/skp-team/fill", bodyOf(template, [budi]))).statusCode).toBe(404);
  expect((await penilai("POST", "/api/skp-team/fill", bodyOf(template, [city.people.eko]))).statusCode).toBe(404);
  expect((await penilai("POST", "/api/skp-team/fill", { ...bodyOf(template, [budi]), year: 2031 })).statusCode).toBe(400);
  const twice = bodyOf(template, [budi, budi]);
  expect((await penilai("POST", "/api/skp-team/fill", twice)).statusCode).toBe(400);
});

it("an SKP in force becomes the example of its post: the team's by its penilai, the city's by an analis; renamed, retired, and then offered to nobody", async () => {
  const { budi, kabidA, kadisA, bkpsdm, analis } = city.people;
  const { rows: [row] } = await pool.query<{ id: string; jabatan: string }>("select s.id, j.name as jabatan from skp s join placement p on p.person_id = s.person_id join jabatan j on j.id = p.jabatan_id where s.person_id = $1 and s.status = 'set'", [budi]);
  if (row === undefined) throw new Error("no SKP in force");
  const id = v7();
  const template = (caller: Caller, body: object, skpId = row.id) => caller("POST", `/api/skp/${skpId}/template`, body);
  expect((await penilai("GET", `/api/skp/${row.id}`)).json<SkpView>().actions.template).toEqual([]);
  expect((await (await as(budi))("GET", `/api/skp/${row.id}`)).json<SkpView>().actions.template).toEqual(["not_yours"]);
  const made = await template(penilai, { id, title: "Pengolah data" });
  expect([made.statusCode, made.json()]).toMatchObject([200, { id, scope: "team", title: "Pengolah data", jabatan: row.jabatan, made: { by: "kabidA", on: "2026-01-12" }, retiredOn: null, version: 1, hasilKerja: ["Hasil kerja 1 tersedia", "Hasil kerja 2 tersedia"] }]);
  expect((await template(penilai, { id, title: "Pengolah data" })).json()).toEqual(made.json());
  expect((await template(penilai, { id, title: "Lain" })).statusCode).toBe(412);
  expect((await template(penilai, { id: v7(), title: "Pengolah data" })).json()).toMatchObject({ refusals: ["template_name_taken"] });
  expect((await template(await as(kadisA), { id: v7(), title: "X" })).statusCode).toBe(403);
  expect((await template(await as(bkpsdm), { id: v7(), title: "X" })).statusCode).toBe(404);
  // Nobody's name goes with it; the city's stands beside the team's.
  const cityId = v7();
  const analyst = await as(analis);
  expect((await template(analyst, { id: cityId, title: "Pengolah data" })).json()).toMatchObject({ scope: "city" });
  const { rows: bodies } = await pool.query<{ body: string }>("select body from skp_template where id = any($1)", [[id, cityId]]);
  expect(bodies.every(({ body }) => !body.includes("lineId") && !body.includes(budi))).toBe(true);
  // Who sees which: the team both, a colleague of the post elsewhere the city's alone, and the operator keeps the city's.
  const idsOf = async (caller: Caller): Promise<string[]> => (await caller("GET", "/api/skp-template")).json<{ id: string }[]>().map((each) => each.id).filter((each) => each === id || each === cityId);
  const colleague = await addPerson(pool, { name: "Pengolah di tim", nip: "199001012015012998", unitId: city.units.bidangA1, jabatan: row.jabatan });
  await addPenilai(pool, { pegawaiId: colleague, penilaiId: kabidA });
  expect(await idsOf(await as(colleague))).toEqual([id, cityId]);
  expect((await listed()).sources.map((source) => source.id)).toEqual(expect.arrayContaining([id, cityId]));
  const outside = await addPerson(pool, { name: "Pengolah lain", nip: "199001012015012999", unitId: city.units.dinasB, jabatan: row.jabatan });
  await addPenilai(pool, { pegawaiId: outside, penilaiId: city.people.kadisB });
  expect(await idsOf(await as(outside))).toEqual([cityId]);
  expect((await (await as(outside))("POST", "/api/skp", { id: v7(), year: 2026, from: { kind: "template", templateId: id } })).statusCode).toBe(404);
  const keptBy = async (caller: Caller): Promise<{ templates: { id: string; retiredOn: string | null }[]; keepsCity: boolean }> => (await caller("GET", "/api/skp-template/kept")).json();
  expect(await keptBy(penilai)).toMatchObject({ keepsCity: false, templates: [{ id }] });
  const operator = await as(bkpsdm);
  expect((await keptBy(operator)).templates.map((each) => each.id)).toEqual(expect.arrayContaining([cityId]));
  expect((await keptBy(operator)).templates.map((each) => each.id)).not.toContain(id);
  // Renaming and retiring are who keeps it.
  expect((await operator("PUT", `/api/skp-template/${id}`, { version: 1, title: "Y" })).statusCode).toBe(404);
  expect((await penilai("PUT", `/api/skp-template/${cityId}`, { version: 1, title: "Y" })).statusCode).toBe(404);
  expect((await operator("PUT", `/api/skp-template/${cityId}`, { version: 1, title: "Pengolah data kota" })).json()).toMatchObject({ title: "Pengolah data kota", version: 2 });
  expect((await operator("PUT", `/api/skp-template/${cityId}`, { version: 1, title: "Y" })).statusCode).toBe(412);
  expect((await penilai("POST", `/api/skp-template/${id}/retire`, { version: 1 })).json()).toMatchObject({ retiredOn: "2026-01-12" });
  expect((await penilai("PUT", `/api/skp-template/${id}`, { version: 2, title: "Y" })).json()).toMatchObject({ refusals: ["wrong_status"] });
  expect(await idsOf(await as(colleague))).toEqual([cityId]);
  expect((await penilai("POST", "/api/skp-team/fill", bodyOf({ kind: "template", id }, [bidan[2] ?? ""]))).statusCode).toBe(404);
  // The name is free again; what an example says is never changed, and a retired one stays so.
  expect((await template(penilai, { id: v7(), title: "Pengolah data" })).statusCode).toBe(200);
  await expect(pool.query("update skp_template set body = '{}' where id = $1", [cityId])).rejects.toThrow(/what an example says/);
  await expect(pool.query("update skp_template set retired_on = null where id = $1", [id])).rejects.toThrow(/retired/);
  await expect(pool.query("update skp_template set owner_id = $2 where id = $1", [cityId, kabidA])).rejects.toThrow(/what an example says/);
});
