import { v7 } from "uuid";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Caller, testApp } from "#test/app.ts";
import { addPeriod } from "#test/appraisal-factories.ts";
import { auditCount, smallCity, type SmallCity } from "#test/factories.ts";
import { fakeSiasn } from "#test/siasn-server.ts";

const siasn = await fakeSiasn();
const { as, pool } = await testApp({ today: "2026-10-14", siasn: siasn.config });
const NIP = "198503032010011003";
let city: SmallCity;
let analis: Caller;

beforeAll(async () => {
  city = await smallCity(pool);
  await pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,'bkpsdm_analis','2024-01-01')", [v7(), city.people.dewi]);
  analis = await as(city.people.dewi);
});
beforeEach(() => {
  Object.assign(siasn, { asked: [], people: new Map([[NIP, "orang-budi"]]), records: new Map(), answer: null });
});

/** A final result of Budi; gives its id. */
async function result(over: { predikat?: string; kind?: "triwulanan" | "tahunan"; number?: number } = {}): Promise<string> {
  const { predikat = "baik", kind = "triwulanan", number = 3 } = over;
  await pool.query("update appraisal set is_current = false");
  const { rows: [there] } = await pool.query<{ id: string }>("select id from evaluation_period where kind = $1 and number = $2", [kind, number]);
  const period = there?.id ?? (await addPeriod(pool, city, kind === "tahunan" ? { kind, number: 1, firstMonth: "2026-01", lastMonth: "2026-12" } : {}));
  const id = v7();
  await pool.query(`insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, hasil_kerja, perilaku, predikat, digest, status, finalized_at, finalized_on, facts, revision)
    values ($1,$2,$3,$4,$5,$6,$7,'di_atas','sesuai',$8,'x','final',now(),'2026-10-10','{"penilai":{"jabatan":"Kepala Bidang"}}',(select count(*)::int + 1 from appraisal))`, [id, period, city.people.budi, city.units.bidangA1, city.units.dinasA, city.ord.bidangA1, city.people.kabidA, predikat]);
  return id;
}
const send = (id: string, call = analis) => call("POST", `/api/siasn/result/${id}`);

describe("a final result told to SIASN", () => {
  it("goes field by field, with both tokens, once: what SIASN has already is not sent again", async () => {
    const id = await result();
    expect((await analis("GET", `/api/siasn/result/${id}`)).json()).toMatchObject({ isOn: true, refusals: [], record: { path: "/kinerjaperiodik/save", body: { kuadranKinerjaNilai: 2, bulanMulaiPenilaian: 7 } } });
    expect(siasn.asked).toEqual([]);
    const sent = await send(id);
    expect([sent.statusCode, sent.json()]).toEqual([200, { siasnId: "riwayat-1" }]);
    expect(siasn.asked.map(({ method, path, authorization, auth }) => [method, path, authorization, auth])).toEqual([
      ["GET", `/pns/data-utama/${NIP}`, "Bearer instansi", "bearer akun"], ["GET", `/pns/rw-kinerjaperiodik/${NIP}`, "Bearer instansi", "bearer akun"], ["POST", "/kinerjaperiodik/save", "Bearer instansi", "bearer akun"],
    ]);
    expect(siasn.asked[2]?.body).toMatchObject({ pnsDinilaiId: "orang-budi", hasilKinerjaNilai: 1, perilakuKerjaNilai: 2, kuadranKinerjaNilai: 2, periodikId: 2, tahun: 2026, bulanMulaiPenilaian: 7, bulanSelesaiPenilaian: 9, penilaiJabatan: "Kepala Bidang", penilaiUnorNama: "Bidang A1", statusPenilai: "ASN" });
    expect(await auditCount(pool, "siasn.send", id)).toBe(1);
    expect((await send(id)).json().refusals).toEqual(["siasn_there_already"]);
    const year = await result({ kind: "tahunan", number: 1 });
    expect((await send(year)).statusCode).toBe(200);
    expect(siasn.asked.at(-1)).toMatchObject({ path: "/skp22/save", body: { pnsDinilaiOrang: "orang-budi", tahun: 2026, path: [] } });
    expect((await send(year)).json().refusals).toEqual(["siasn_there_already"]);
  });

  it("never guesses the two quadrant ids that nobody has confirmed", async () => {
    for (const predikat of ["butuh_perbaikan", "kurang"]) expect((await send(await result({ predikat }))).json().refusals, predikat).toEqual(["siasn_kuadran_unset"]);
    expect(siasn.asked).toEqual([]);
    Object.assign(siasn.config, { kuadran: { butuhPerbaikan: 4, kurang: 3 } });
    expect((await send(await result({ predikat: "kurang" }))).statusCode).toBe(200);
    expect(siasn.asked.at(-1)?.body).toMatchObject({ kuadranKinerjaNilai: 3 });
    Object.assign(siasn.config, { kuadran: { butuhPerbaikan: null, kurang: null } });
  });

  it("says what went wrong there, and leaves no line in the trail", async () => {
    const id = await result();
    const before = await auditCount(pool, "siasn.send");
    siasn.people.clear();
    expect((await send(id)).json().refusals).toEqual(["siasn_unknown"]);
    siasn.answer = { status: 422, body: { message: "penilaiGolongan" } };
    expect((await send(id)).json().refusals).toEqual(["siasn_rejected"]);
    for (const status of [500, 429]) {
      siasn.answer = { status, body: "" };
      expect((await send(id)).statusCode, String(status)).toBe(503);
    }
    siasn.answer = { status: 200, body: { data: { id: "orang-budi" } } };
    expect((await send(id)).statusCode, "a history that cannot be read is no empty one").toBe(503);
    expect(await auditCount(pool, "siasn.send")).toBe(before);
  });

  it("is the analis' alone, and of the result that counts", async () => {
    const id = await result();
    for (const who of ["bkpsdm", "kabidA", "budi", "admin"] as const) expect((await send(id, await as(city.people[who]))).statusCode, who).toBe(404);
    await pool.query("update appraisal set is_current = false where id = $1", [id]);
    expect((await send(id)).json().refusals).toEqual(["result_replaced"]);
    expect((await send(v7())).statusCode).toBe(404);
  });
});

it("is off unless the host has set it: nothing is sent, and the page of BKN's fields says so", async () => {
  const off = await testApp({ today: "2026-10-14" });
  const small = await smallCity(off.pool);
  const period = await addPeriod(off.pool, small);
  const id = v7();
  await off.pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,'bkpsdm_analis','2024-01-01')", [v7(), small.people.dewi]);
  await off.pool.query("insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, hasil_kerja, perilaku, predikat, digest, status, finalized_at, finalized_on, facts) values ($1,$2,$3,$4,$5,$6,$7,'sesuai','sesuai','baik','x','final',now(),'2026-10-10','{}')", [id, period, small.people.budi, small.units.bidangA1, small.units.dinasA, small.ord.bidangA1, small.people.kabidA]);
  const call = await off.as(small.people.dewi);
  expect((await call("GET", `/api/siasn/result/${id}`)).json()).toEqual({ isOn: false, refusals: ["siasn_off"], record: null });
  expect((await call("POST", `/api/siasn/result/${id}`)).json().refusals).toEqual(["siasn_off"]);
});
