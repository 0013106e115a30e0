import type { ResultView } from "@teraju/contracts/result";
import type { SignedRatingView } from "@teraju/contracts/signed-rating";
import type { FaktaPenilaian } from "@teraju/domain";
import { v7 } from "uuid";
import { beforeAll, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addCapaian, addPeriod, addRegisterEvidence } from "#test/appraisal-factories.ts";
import { addPerson, addReport, addSkp, auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { TINY_PDF, tinyPng } from "#test/images.ts";
import { recompute } from "../appraisal/decision.ts";

const { app, as, pool, signIn } = await testApp({ today: "2026-10-26" });
let city: SmallCity;
let period: string;
let evidence: string;
let kepala: string;
let lines: string[];
let analis: Caller;
let head: Caller;
const REASON = "Sasaran dinas terlampaui dan dipakai seluruh kota.";

beforeAll(async () => {
  city = await smallCity(pool);
  period = await addPeriod(pool, city);
  kepala = await addPerson(pool, { name: "kepala", nip: "197601012001121001", unitId: city.units.dinasB, role: "bkpsdm_kepala" });
  [analis, head] = [await as(city.people.analis), await as(kepala)];
  for (const unitId of [city.units.dinasA, city.units.dinasB, city.units.kota]) await addCapaian(pool, { periodId: period, unitId, setBy: city.people.wali });
  for (const [who, unit] of [["kadisA", "dinasA"], ["kadisB", "dinasB"]] as const) {
    const skp = await addSkp(pool, { personId: city.people[who], year: 2026, penilaiId: city.people.wali, unitId: city.units[unit] });
    const { rowIds } = await addReport(pool, city, { personId: city.people[who], unit, month: "2026-09", skp, penilaiId: city.people.wali, status: "checked", realisasi: [22, 9] });
    if (who === "kadisA") evidence = await addRegisterEvidence(pool, { ownerId: city.people.kadisA, reportRowId: rowIds[0] ?? "" });
    else lines = skp.lines.map(({ lineId }) => lineId);
  }
});

const url = (tail = "", who: "kadisA" | "kadisB" | "budi" = "kadisA") => `/api/signed-rating/${period}/${city.people[who]}${tail}`;
const entry = (over: object = {}) => ({ id: v7(), version: null, number: "800/17/2026", signedOn: "2026-10-16", hasilKerja: "di_atas", perilakuKerja: "sesuai", alasanHasilKerja: REASON, alasanPerilaku: null, basis: [{ aspect: "hasil_kerja", kind: "evidence", id: evidence }], ...over });
const view = async (): Promise<SignedRatingView> => (await analis("GET", url())).json();
async function scan(who: string, bytes: Buffer, type: string) {
  return app.inject({ method: "PUT", url: url("/scan/file?title=Penilaian"), headers: { cookie: await signIn(who), "content-type": type }, payload: bytes });
}
const states = async (): Promise<Record<string, string>> => {
  const { lines: all } = (await analis("GET", `/api/signed-rating?period=${period}`)).json<{ lines: { person: { id: string }; state: string }[] }>();
  return Object.fromEntries(all.map(({ person, state }) => [person.id, state]));
};

describe("the Wali Kota, who has no NIP, rates a Kepala OPD on signed paper", () => {
  it("only whom the Wali Kota rates is listed; a paper about others, or one that breaks a rule of rating, is not taken", async () => {
    expect(await states()).toMatchObject({ [city.people.kadisA]: "none", [city.people.kadisB]: "none" });
    expect(Object.keys(await states())).not.toContain(city.people.budi);
    expect((await analis("PUT", url("", "budi"), entry())).statusCode).toBe(404);
    expect((await analis("PUT", url(), entry({ signedOn: "2026-10-27" }))).json().refusals).toContain("paper_signed_later");
    // The window is over today; it is the day of the signature that counts.
    expect((await analis("PUT", url(), entry({ signedOn: "2026-10-21" }))).json().refusals).toEqual(["rating_window_closed"]);
    expect((await analis("PUT", url(), entry({ basis: [], alasanHasilKerja: null }))).json().refusals).toEqual(["no_basis_hasil_kerja", "reason_missing_hasil_kerja"]);
    expect((await head("PUT", url(), entry())).statusCode).toBe(403);
    for (const who of ["bkpsdm", "admin", "wali", "budi", "kadisA"] as const) expect([who, (await (await as(city.people[who]))("GET", url())).statusCode]).toEqual([who, 404]);
  });

  it("nobody enters or confirms their own, not even who holds both roles", async () => {
    for (const role of ["bkpsdm_analis", "bkpsdm_kepala"]) await pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,$3,'2026-10-01')", [v7(), city.people.kadisA, role]);
    const self = await as(city.people.kadisA);
    expect((await self("PUT", url(), entry())).json().refusals).toEqual(["own_appraisal"]);
    expect((await self("POST", url("/confirm"), { version: 1 })).json().refusals).toContain("own_appraisal");
    await pool.query("delete from role_assignment where person_id = $1", [city.people.kadisA]);
  });

  it("one enters with the scan, another sees it and confirms; the result is the Wali Kota's and says who did what", async () => {
    const first = entry();
    expect((await analis("PUT", url(), first)).statusCode).toBe(200);
    expect((await analis("PUT", url(), first)).statusCode).toBe(200);
    expect(await auditCount(pool, "signed-rating.enter", first.id)).toBe(1);
    expect((await head("POST", url("/confirm"), { version: 1 })).json().refusals).toEqual(["paper_without_scan"]);
    expect((await head("GET", url("/scan/file"))).statusCode).toBe(404);
    expect((await scan(city.people.analis, TINY_PDF, "application/pdf")).statusCode).toBe(200);
    expect((await head("POST", url("/confirm"), { version: 2 })).json().refusals).toEqual(["paper_not_seen"]);
    expect((await head("GET", url("/scan/file"))).statusCode).toBe(200);
    // Another page after it was seen: it has to be seen again.
    expect((await scan(city.people.analis, tinyPng(), "image/png")).statusCode).toBe(200);
    expect((await head("POST", url("/confirm"), { version: 3 })).json().refusals).toEqual(["paper_not_seen"]);
    expect((await head("GET", url("/scan/file"))).headers["content-type"]).toBe("image/png");
    await pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,'bkpsdm_kepala','2026-10-01')", [v7(), city.people.analis]);
    expect((await analis("POST", url("/confirm"), { version: 3 })).json().refusals).toContain("second_person_needed");
    await pool.query("delete from role_assignment where person_id = $1 and role = 'bkpsdm_kepala'", [city.people.analis]);
    expect((await head("POST", url("/confirm"), { version: 2 })).statusCode).toBe(412);
    expect((await view()).actions.enter).toEqual([]);
    expect([(await view()).isSecond, (await head("GET", url())).json<SignedRatingView>().isSecond]).toEqual([false, true]);

    // Sent back with the reason: nothing is confirmed until it is entered anew and seen anew.
    expect((await analis("POST", url("/return"), { version: 3, reason: "Salah" })).statusCode).toBe(403);
    expect((await head("POST", url("/return"), { version: 2, reason: "Salah" })).statusCode).toBe(412);
    const back = await head("POST", url("/return"), { version: 3, reason: "Tanggalnya salah." });
    expect([back.statusCode, back.json<SignedRatingView>().paper?.status, back.json<SignedRatingView>().paper?.returned?.reason]).toEqual([200, "returned", "Tanggalnya salah."]);
    expect((await head("POST", url("/return"), { version: 3, reason: "Tanggalnya salah." })).json()).toEqual(back.json());
    expect((await head("POST", url("/confirm"), { version: 4 })).json().refusals).toContain("wrong_status");
    expect([await auditCount(pool, "signed-rating.return", first.id), (await states())[city.people.kadisA]]).toEqual([1, "returned"]);
    expect((await analis("PUT", url(), { ...first, version: 4 })).json<SignedRatingView>().paper).toMatchObject({ status: "entered", version: 5, returned: null });
    expect((await head("GET", url("/scan/file"))).statusCode).toBe(200);
    await expect(pool.query("update signed_rating set entered_by = person_id")).rejects.toThrow(/signed_rating_not_self/);
    await expect(pool.query("update signed_rating set status = 'returned'")).rejects.toThrow(/signed_rating_returned/);
    await expect(pool.query("update signed_rating set status = 'returned', returned_by = entered_by, returned_on = '2026-10-26', return_reason = 'x'")).rejects.toThrow(/signed_rating_returned/);
    await expect(pool.query("update signed_rating set status = 'confirmed', confirmed_by = entered_by")).rejects.toThrow(/signed_rating_(two_people|confirmed|seen)/);

    const confirmed = await head("POST", url("/confirm"), { version: 5 });
    expect(confirmed.statusCode, confirmed.body).toBe(200);
    expect((await head("POST", url("/confirm"), { version: 5 })).json()).toEqual(confirmed.json());
    const { resultId, paper }: SignedRatingView = confirmed.json();
    expect([paper?.status, paper?.enteredBy.id, paper?.confirmedBy?.id]).toEqual(["confirmed", city.people.analis, kepala]);
    expect([await auditCount(pool, "signed-rating.confirm", first.id), await auditCount(pool, "appraisal.finalise", resultId ?? "")]).toEqual([1, 1]);
    const { rows: [row] } = await pool.query<{ facts: FaktaPenilaian; digest: string; penilai_id: string }>("select facts, digest, penilai_id from appraisal where id = $1", [resultId]);
    expect([row?.penilai_id, row === undefined ? null : recompute(row.facts).digest]).toEqual([city.people.wali, row?.digest]);
    // The digest covers the scan: the same ratings on another page are another result.
    const { kertas } = row?.facts ?? {};
    const { rows: [{ sha } = { sha: "" }] } = await pool.query<{ sha: string }>("select scan_sha256 as sha from signed_rating where appraisal_id = $1", [resultId]);
    expect(kertas).toMatchObject({ nomor: "800/17/2026", sidikPindaian: sha });
    expect(row === undefined || kertas === undefined ? row?.digest : recompute({ ...row.facts, kertas: { ...kertas, sidikPindaian: "0".repeat(64) } }).digest).not.toBe(row?.digest);

    const own = await as(city.people.kadisA);
    const shown: ResultView = (await own("GET", `/api/result/${resultId}`)).json();
    expect([shown.penilai.id, shown.hasilKerja.rating, shown.hasilKerja.alasan, shown.keberatan.isAllowed, shown.results.map((one) => one.rating)]).toEqual([city.people.wali, "di_atas", REASON, false, [null, null]]);
    expect(shown.kertas).toEqual({ nomor: "800/17/2026", ditandatangani: "2026-10-16", sidik: sha, diisi: paper?.enteredBy.name, dikonfirmasi: paper?.confirmedBy?.name });
    expect((await own("GET", `/api/result/${resultId}/signed-paper`)).headers["content-type"]).toBe("image/png");
    expect((await (await as(city.people.eko))("GET", `/api/result/${resultId}/signed-paper`)).statusCode).toBe(404);
    // Who confirmed it reads what came of it; no other result.
    expect([(await head("GET", `/api/result/${resultId}`)).statusCode, (await head("GET", `/api/result/${resultId}/signed-paper`)).statusCode]).toEqual([200, 200]);
    expect(await states()).toMatchObject({ [city.people.kadisA]: "confirmed" });
    expect((await head("POST", url("/return"), { version: 6, reason: "Salah" })).json().refusals).toEqual(["wrong_status"]);
    expect((await analis("PUT", url(), entry({ version: 6 }))).json().refusals).toContain("wrong_status");
  });

  it("the database itself keeps a confirmed paper as it was, its scan too", async () => {
    for (const change of ["update signed_rating set hasil_kerja = 'sesuai'", "update signed_rating set scan_sha256 = 'x'", "update signed_rating set status = 'entered', confirmed_by = null, confirmed_on = null, appraisal_id = null", "delete from signed_rating"]) await expect(pool.query(change), change).rejects.toThrow(/rows here are only added/);
  });

  it("the paper of the head of BKPSDM is confirmed by another analis, never by that head or who entered it", async () => {
    await pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,'bkpsdm_kepala','2026-10-01')", [v7(), city.people.kadisB]);
    const second = await as(await addPerson(pool, { name: "analis dua", nip: "198001012005011009", unitId: city.units.dinasA, role: "bkpsdm_analis" }));
    const file = `/api/signed-rating/${period}/${city.people.kadisB}/scan/file`;
    const own = url("", "kadisB");
    const step = [await analis("PUT", own, entry({ hasilKerja: "sesuai", alasanHasilKerja: null, basis: [], number: null })), await app.inject({ method: "PUT", url: `${file}?title=Penilaian`, headers: { cookie: await signIn(city.people.analis), "content-type": "application/pdf" }, payload: TINY_PDF })];
    expect(step.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect((await (await as(city.people.kadisB))("POST", url("/confirm", "kadisB"), { version: 2 })).json().refusals).toContain("own_appraisal");
    expect((await analis("POST", url("/confirm", "kadisB"), { version: 2 })).json().refusals).toContain("second_person_needed");
    expect((await second("GET", own)).json<SignedRatingView>()).toMatchObject({ isSecond: true, actions: { confirm: ["paper_not_seen"], return: [] } });
    expect((await second("GET", file)).statusCode).toBe(200);
    expect((await second("POST", url("/return", "kadisB"), { version: 2, reason: "Nomor kertas belum ditulis." })).statusCode).toBe(200);
    await pool.query("delete from role_assignment where person_id = $1", [city.people.kadisB]);
    await pool.query("delete from signed_rating where person_id = $1", [city.people.kadisB]);
  });
});

it("the Wali Kota rates a Kepala OPD in the app as well, with an account that has no NIP", async () => {
  await pool.query("update evaluation_period set rating_until = '2026-10-30' where id = $1", [period]);
  const wali = await as(city.people.wali);
  const at = `/api/appraisal/${period}/${city.people.kadisB}`;
  expect((await pool.query("select nip from person where id = $1", [city.people.wali])).rows).toEqual([{ nip: null }]);
  const body = { id: v7(), version: null, hasil: lines.map((lineId) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] };
  expect((await wali("PUT", at, body)).statusCode).toBe(200);
  const final = await wali("POST", `${at}/finalise`, { version: 1 });
  expect([final.statusCode, final.json().appraisal.status]).toEqual([200, "final"]);
  expect((await states())[city.people.kadisB]).toBe("final");
});
