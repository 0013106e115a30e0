import type { RekonsiliasiRow, RekonsiliasiView } from "@teraju/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { type Caller, testApp } from "#test/app.ts";
import { addPeriod } from "#test/appraisal-factories.ts";
import { addPerson, auditCount, smallCity, type SmallCity } from "#test/factories.ts";

const { app, as, clock, pool, signIn } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
let operator: Caller;
let analis: Caller;
let kadisA: Caller;
let report: string;

const NIP = { budi: "198503032010011003", citra: "198604042010012004", dewi: "199006062023212006", kabid: "197502021998031002", eko: "199208082015021008" };
const HEAD = "nip;nama;skp_unor;skp_unor_induk;skp_jabatan;is_skp_plt_plh_pjb;hasil_kerja;perilaku_kerja;hasil_akhir;pegawai_atasan_nip;pegawai_atasan_nama";
const FILE = [
  "Laporan Penilaian SKP Periode Triwulan III Tahun 2026", "", HEAD,
  `${NIP.budi};BUDI;BIDANG A1;DINAS A;PENGOLAH DATA;Tidak;SESUAI EKSPEKTASI;SESUAI EKSPEKTASI;BAIK;${NIP.kabid};KABID`, // as ours
  `${NIP.citra};CITRA;Puskesmas A2;DINAS A;Penata Kelola;Tidak;DIATAS EKSPEKTASI;SESUAI EKSPEKTASI;BAIK;${NIP.kabid};KABID`, // another office; rated there only
  `${NIP.dewi};DEWI;Puskesmas A2;DINAS A;Bidan Penyelia;Tidak;SESUAI EKSPEKTASI;DIBAWAH EKSPEKTASI;BUTUH PERBAIKAN;;`, // another rating
  `${NIP.dewi};DEWI;Dinas B;DINAS B;Kepala Dinas B;Plt;;;;;`,
  "199501012020121001;FAJAR;Bidang A1;DINAS A;Analis;Tidak;;;;;", // nobody of ours
].join("\n");

async function keep(text: string): Promise<void> {
  const id = v7();
  const cookie = await signIn(city.people.bkpsdm);
  const put = await app.inject({ method: "PUT", url: `/api/people-import/${id}/file?name=laporan.csv`, headers: { cookie, "content-type": "text/csv" }, payload: Buffer.from(text) });
  expect(put.statusCode, put.body).toBe(200);
  expect((await operator("POST", `/api/people-import/${id}/keep`, { version: 1 })).statusCode).toBe(200);
}
/** As if it had been rated here; the receipt plays no part in comparing. */
async function rated(periodId: string, personId: string, [hasilKerja, perilaku, predikat]: [string, string, string]): Promise<void> {
  await pool.query(`insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, digest, decision, facts, rulebook, finalized_at, finalized_on)
    values ($1,$2,$3,$4,$5,3,$6,'final',$7,$8,$9,repeat('a',64),'{}','{}','r',now(),'2026-10-10')`, [v7(), periodId, personId, city.units.bidangA1, city.units.dinasA, city.people.kabidA, hasilKerja, perilaku, predikat]);
}
const read = async (who: Caller, query = ""): Promise<RekonsiliasiView> => {
  const answer = await who("GET", `/api/rekonsiliasi/${report}?${query}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<RekonsiliasiView>();
};
const rowOf = ({ rows }: RekonsiliasiView, nip: string): RekonsiliasiRow => {
  const row = rows.find((one) => one.nip === nip);
  if (row === undefined) throw new Error(`no row of ${nip}`);
  return row;
};
const act = (who: Caller, row: RekonsiliasiRow, more: object = {}, at = 0) => who("POST", `/api/rekonsiliasi/${report}/tindakan`, {
  unit: null, nip: row.nip, aspek: row.beda[at]?.aspek, key: row.beda[at]?.key, version: row.beda[at]?.version, tindakan: "perbaiki_di_bkn", pelaksana: "admin_opd", dueOn: "2026-12-01", note: null, ...more,
});

beforeAll(async () => {
  city = await smallCity(pool);
  [operator, analis, kadisA] = [await as(city.people.bkpsdm), await as(city.people.analis), await as(city.people.kadisA)];
  const q3 = await addPeriod(pool, city);
  await rated(q3, city.people.budi, ["sesuai", "sesuai", "baik"]);
  await rated(q3, city.people.dewi, ["sesuai", "sesuai", "baik"]);
  await keep(FILE);
  report = (await operator("GET", "/api/rekonsiliasi")).json<{ reports: { id: string }[] }>().reports[0]?.id ?? "";
});

describe("e-Kinerja's report beside ours", () => {
  it("puts each person in one of four states, with the fields that differ, by department", async () => {
    const all = await read(analis, "lihat=semua");
    expect(all.match).toEqual({ kind: "same", firstMonth: "2026-07", lastMonth: "2026-09" });
    expect(rowOf(all, NIP.budi)).toMatchObject({ state: "cocok", beda: [] });
    expect(rowOf(all, NIP.citra).beda.map(({ aspek, fields }) => [aspek, fields])).toEqual([
      ["data", [{ field: "unit", here: "Bidang A1", bkn: "Puskesmas A2" }]],
      ["nilai", [{ field: "hasilKerja", here: null, bkn: "di_atas" }, { field: "perilaku", here: null, bkn: "sesuai" }, { field: "predikat", here: null, bkn: "baik" }]],
    ]);
    expect(rowOf(all, NIP.dewi)).toMatchObject({ state: "berbeda", acting: ["Kepala Dinas B, Dinas B"], beda: [{ aspek: "nilai", fields: [{ field: "perilaku" }, { field: "predikat", here: "baik", bkn: "butuh_perbaikan" }] }] });
    expect(rowOf(all, "199501012020121001")).toMatchObject({ state: "hanya_di_bkn", opd: "DINAS A" });
    expect(rowOf(all, NIP.eko).state).toBe("hanya_di_sini");
    expect(all.opds.map(({ opd, open }) => [opd, open])).toEqual([["Dinas A", 6], ["Dinas B", 6]]);
    expect(all.counts).toEqual({ berbeda: 2, hanya_di_bkn: 1, cocok: 1, hanya_di_sini: all.found - 4 });
  });

  it("a report of a month lies within our quarter: its ratings are not compared", async () => {
    await keep(FILE.replace("Triwulan III", "Bulanan Agustus"));
    const { reports } = (await operator("GET", "/api/rekonsiliasi")).json<{ reports: { id: string; period: { kind: string } }[] }>();
    const month = reports.find(({ period }) => period.kind === "bulanan")?.id;
    const view = (await analis("GET", `/api/rekonsiliasi/${month}?lihat=semua`)).json<RekonsiliasiView>();
    expect(view.match.kind).toBe("inside");
    expect(rowOf(view, NIP.dewi).state).toBe("cocok");
  });

  it("operators read people's data, never ratings; a head reads the own department alone", async () => {
    const plain = await read(operator, "lihat=semua");
    expect(plain.areRatingsShown).toBe(false);
    expect(JSON.stringify(plain)).not.toMatch(/"nilai"|butuh_perbaikan|di_atas/);
    expect(rowOf(plain, NIP.dewi).state).toBe("cocok");
    const own = await read(kadisA, `unit=${city.units.dinasA}&lihat=semua`);
    expect(own.areRatingsShown).toBe(true);
    expect(own.rows.every(({ opd }) => opd?.toLowerCase() === "dinas a")).toBe(true);
    expect((await kadisA("GET", `/api/rekonsiliasi/${report}`)).statusCode).toBe(404);
    expect((await kadisA("GET", `/api/rekonsiliasi/${report}?unit=${city.units.dinasB}`)).statusCode).toBe(404);
  });

  it("finds by name and number, by department, and what waits first", async () => {
    expect((await read(analis, "lihat=semua&cari=cit")).rows.map(({ nip }) => nip)).toEqual([NIP.citra]);
    expect((await read(analis, `lihat=semua&cari=${NIP.dewi}`)).found).toBe(1);
    const open = await read(analis, "opd=dinas%20a");
    expect(open.rows.map(({ nip }) => nip)).not.toContain(NIP.budi);
    expect(open.found).toBe(open.open);
  });
});

describe("what is done about a difference", () => {
  it("a repair has who and until when, is past its day when that is over, and is done when the lists agree", async () => {
    const row = rowOf(await read(operator), NIP.citra);
    expect((await act(operator, row, { dueOn: null })).json()).toMatchObject({ refusals: ["rekonsiliasi_day_missing"] });
    const before = await auditCount(pool, "rekonsiliasi.decide");
    const done = await act(operator, row);
    expect(done.statusCode, done.body).toBe(200);
    expect(done.json<RekonsiliasiRow>().beda[0]?.tindakan).toMatchObject({ tindakan: "perbaiki_di_bkn", pelaksana: "admin_opd", dueOn: "2026-12-01", isOverdue: false });
    expect((await act(operator, row)).statusCode).toBe(200);
    expect(await auditCount(pool, "rekonsiliasi.decide")).toBe(before + 1);
    expect((await act(operator, row, { dueOn: "2026-12-02" })).statusCode).toBe(412);
    clock.set("2026-12-02");
    expect((await read(operator, "lihat=terlambat")).rows.map(({ nip }) => nip)).toEqual([NIP.citra]);
    clock.set("2026-11-23");
    await keep(FILE.replace(`${NIP.citra};CITRA;Puskesmas A2`, `${NIP.citra};CITRA;Bidang A1`));
    report = (await operator("GET", "/api/rekonsiliasi")).json<{ reports: { id: string; period: { kind: string } }[] }>().reports.find(({ period }) => period.kind === "triwulanan")?.id ?? "";
    expect(rowOf(await read(operator, "lihat=semua"), NIP.citra)).toMatchObject({ state: "cocok", beda: [] });
  });

  it("what is in order needs words, leaves the list, and comes back when it becomes another difference", async () => {
    const row = rowOf(await read(analis), NIP.dewi);
    expect((await act(analis, row, { tindakan: "wajar", dueOn: null })).json()).toMatchObject({ refusals: ["rekonsiliasi_reason_missing"] });
    expect((await act(analis, row, { tindakan: "wajar", dueOn: null, note: "Dikoreksi setelah keberatan." })).statusCode).toBe(200);
    expect((await read(analis)).rows.map(({ nip }) => nip)).not.toContain(NIP.dewi);
    await keep(FILE.replace("DIBAWAH EKSPEKTASI;BUTUH PERBAIKAN", "DIBAWAH EKSPEKTASI;KURANG"));
    report = (await operator("GET", "/api/rekonsiliasi")).json<{ reports: { id: string; period: { kind: string } }[] }>().reports.find(({ period }) => period.kind === "triwulanan")?.id ?? "";
    const again = rowOf(await read(analis), NIP.dewi);
    expect(again.beda[0]).toMatchObject({ tindakan: null, version: 1 });
    expect((await act(analis, again)).statusCode).toBe(200);
  });

  it("operators do not decide about ratings; a difference that is not there is refused; PostgreSQL keeps the same walls", async () => {
    const row = rowOf(await read(analis), NIP.dewi);
    expect((await act(operator, row)).statusCode).toBe(403);
    expect((await act(analis, { ...row, nip: NIP.budi }, { version: null })).json()).toMatchObject({ refusals: ["rekonsiliasi_no_difference"] });
    expect((await act(analis, row, { key: "unit=x|y" })).statusCode).toBe(412);
    const insert = (tindakan: string, due: string | null, note: string) => pool.query("insert into rekonsiliasi_tindakan (id, period_kind, year, number, nip, aspek, difference_key, tindakan, pelaksana, due_on, note, decided_by, decided_on) values ($1,'bulanan',2026,1,'1','data','k',$2,'bkpsdm',$3,$4,$5,'2026-11-23')", [v7(), tindakan, due, note, city.people.bkpsdm]);
    await expect(insert("wajar", null, " ")).rejects.toThrow(/rekonsiliasi_tindakan_words/);
    await expect(insert("perbaiki_di_bkn", null, "")).rejects.toThrow(/rekonsiliasi_tindakan_due/);
  });

  it("the head of BKPSDM reads ratings and decides about none", async () => {
    const head = await as(await addPerson(pool, { name: "kepala", nip: "197601012001121001", unitId: city.units.dinasB, role: "bkpsdm_kepala" }));
    const view = await read(head, "lihat=semua");
    expect(view.areRatingsShown).toBe(true);
    expect((await act(head, rowOf(view, NIP.dewi))).statusCode).toBe(403);
  });
});
