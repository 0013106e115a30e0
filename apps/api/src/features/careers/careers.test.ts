import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSheet } from "read-excel-file/node";
import { v7 } from "uuid";
import { testApp } from "../../../test/app.ts";
import { addPeriod } from "../../../test/appraisal-factories.ts";
import { addFinal } from "../../../test/career-factories.ts";
import { addPerson, auditCount, smallCity, type SmallCity } from "../../../test/factories.ts";
import { readPdf } from "../../../test/pdf.ts";
import { stopPrinting } from "../../pdf/print.ts";

const { as, pool } = await testApp({ today: "2026-11-23", worksDocuments: true });
afterAll(stopPrinting);
let city: SmallCity;
let kepala: string;
const EKO = "199208082015021008";
const facts = (...lines: string[]): string => ["nip;jenis;tahun;nilai;per_tanggal;sumber", ...lines].join("\r\n");
const record = async (csv: string, apply: boolean) => (await as(city.people.bkpsdm))("POST", "/api/careers/facts", { id: v7(), csv, apply });
const factCount = async (): Promise<number> => (await pool.query<{ n: number }>("select count(*)::int as n from career_fact")).rows[0]?.n ?? 0;

/** Eko is Pranata Komputer Ahli Pertama, III/a; his year 2025 was set here, 2024 comes from a paper. */
beforeAll(async () => {
  city = await smallCity(pool);
  kepala = await addPerson(pool, { name: "kepala", nip: "197601012001121001", unitId: city.units.dinasB, jabatan: "Kepala BKPSDM", role: "bkpsdm_kepala" });
  await pool.query("update jabatan set jenjang = 'ahli_pertama' where id = (select jabatan_id from placement where person_id = $1)", [city.people.eko]);
  await pool.query("update person set golongan = 'III/a' where id = $1", [city.people.eko]);
  const year = await addPeriod(pool, city, { kind: "tahunan", year: 2025, number: 1, firstMonth: "2025-01", lastMonth: "2025-12", ratingFrom: "2025-12-20", ratingUntil: "2026-01-31" });
  await pool.query("update evaluation_period set closed_at = now() where id = $1", [year]);
  await addFinal(pool, city, { periodId: year, personId: city.people.eko, penilaiId: city.people.kadisB, unit: "dinasB", predikat: "sangat_baik", indeks: 101.25 });
  await addFinal(pool, city, { periodId: year, personId: city.people.budi, penilaiId: city.people.kabidA, unit: "bidangA1", predikat: "kurang" });
});

describe("BKPSDM's file of facts", () => {
  it("shows what is new and what is wrong, by line, and keeps nothing of it", async () => {
    const answer = await record(facts(`${EKO};angka_kredit;;30;2023-12-31;PAK 7/2024`, "1,99E+17;potensial;;tinggi;2026-01-01;Asesmen 2026", "199999999999999999;lowongan;;ada;2026-01-01;Peta jabatan", "198801012010011002;lowongan;;ada;2026-01-01;Peta jabatan"), true);
    expect(answer.statusCode, answer.body).toBe(200);
    expect(answer.json()).toMatchObject({ read: 4, unchanged: 0, isApplied: false, fresh: [{ line: 2, name: "eko", jenis: "angka_kredit", nilai: "30" }] });
    expect(answer.json().wrong).toEqual([{ line: 3, kolom: "nip", masalah: "nip_rusak_excel" }, { line: 4, kolom: "nip", masalah: "nip_tidak_sah" }, { line: 5, kolom: "nip", masalah: "nip_tidak_ditemukan" }]);
    expect(await factCount()).toBe(0);
  });

  it("is kept as a whole when it is right and asked for; once more it changes nothing", async () => {
    const csv = facts(`${EKO};angka_kredit;;30;2023-12-31;PAK 7/2024`, `${EKO};predikat;2024;baik;2025-01-31;e-Kinerja BKN 2024`, `${EKO};potensial;;tinggi;2026-03-01;Asesmen 2026`, `${EKO};lowongan;;ada;2026-06-01;Peta jabatan 2026`, `${EKO};pangkat;;III/a;2024-04-01;Keputusan kenaikan pangkat 120/2024`);
    expect((await record(csv, false)).json()).toMatchObject({ isApplied: false, fresh: [{}, {}, {}, {}, {}] });
    expect(await factCount()).toBe(0);
    expect((await record(csv, true)).json()).toMatchObject({ isApplied: true });
    expect(await factCount()).toBe(5);
    expect((await record(csv, true)).json()).toMatchObject({ isApplied: false, unchanged: 5, fresh: [] });
    expect(await auditCount(pool, "career.record")).toBe(1);
    // The trail counts, and says nothing of anybody.
    expect(JSON.stringify((await pool.query("select payload from audit_payload")).rows)).not.toContain("tinggi");
  });

  it("is what the papers of angka kredit are made of: konversi, akumulasi and PAK of each year that counts", async () => {
    const own = await as(city.people.eko);
    const papers = (await own("GET", "/api/document")).json().documents.filter(({ kind }: { kind: string }) => kind.endsWith("angka_kredit"));
    expect(papers.map(({ kind, year, state }: { kind: string; year: number; state: string }) => [kind, year, state])).toEqual([2025, 2024].flatMap((year) => ["konversi_angka_kredit", "akumulasi_angka_kredit", "penetapan_angka_kredit"].map((kind) => [kind, year, "berlaku"])));
    const textOf = async (at: number): Promise<string> => {
      const { kind, personId, sourceId } = papers[at];
      const answer = await own("GET", `/api/document/${kind}/${personId}/${sourceId}/pdf`);
      expect(answer.statusCode, answer.body.slice(0, 200)).toBe(200);
      return (await readPdf(new Uint8Array(answer.rawPayload))).text.replaceAll(/\s+/g, "");
    };
    expect(await textOf(0)).toContain("SANGATBAIK150%12,518,75");
    expect(await textOf(1)).toContain("2024Januari-DesemberBAIK100%12,512,52025Januari-DesemberSANGATBAIK150%12,518,75JUMLAHANGKAKREDITYANGDIPEROLEH31,25");
    for (const part of ["PAK7/2024", "JUMLAHANGKAKREDITKUMULATIF3031,2561,25", "Kelebihan11,25", "Kekurangan38,75"]) expect(await textOf(2)).toContain(part);
    expect(await textOf(4)).toContain("JUMLAHANGKAKREDITYANGDIPEROLEH12,5");
    // The penilai who sets the conversion reads it, a colleague does not.
    const { kind, personId, sourceId } = papers[0];
    expect((await (await as(city.people.kadisB))("GET", `/api/document/${kind}/${personId}/${sourceId}/pdf`)).statusCode).toBe(200);
    expect((await (await as(city.people.budi))("GET", `/api/document/${kind}/${personId}/${sourceId}/pdf`)).statusCode).toBe(404);
    const id = v7();
    const kepalaOf = await as(city.people.kadisB);
    expect((await kepalaOf("POST", `/api/document-job/unit/${city.units.dinasB}`, { id, kinds: ["penetapan_angka_kredit"], year: 2025, periodId: null, packaging: "xlsx" })).json()).toMatchObject({ total: 1 });
    await expect.poll(async () => (await kepalaOf("GET", `/api/document-job/${id}`)).json().status, { timeout: 20_000 }).toBe("done");
    const sheet = await readSheet((await kepalaOf("GET", `/api/document-job/${id}/file`)).rawPayload);
    expect(sheet.at(-1)?.slice(5)).toEqual(["2025", 30, "PAK 7/2024", 31.25, 61.25, 50, 100]);
  });

  it("takes columns in any order and either separator; refuses what is no such table", async () => {
    const swapped = `sumber,nilai,nip,tahun,per_tanggal,jenis\n"PAK 7/2024",30,${EKO},,2023-12-31,angka_kredit`;
    expect((await record(swapped, false)).json()).toMatchObject({ read: 1, unchanged: 1, wrong: [] });
    for (const [csv, code] of [["nip;jenis\n1;2", "columns_missing"], ['nip;"jenis\n', "not_csv"], ["halo", "columns_missing"], [facts(...Array.from({ length: 10_001 }, () => "1;2;3;4;5;6")), "too_many_lines"]] as const) {
      const answer = await record(csv, true);
      expect([answer.statusCode, answer.json().fields], csv.slice(0, 20)).toEqual([400, [{ path: "body.csv", code }]]);
    }
  });

  it("stays as it was recorded: PostgreSQL itself refuses a change, a wrong value and a second year", async () => {
    await expect(pool.query("update career_fact set nilai = '99'")).rejects.toThrow(/refused|never|only/i);
    await expect(pool.query("delete from career_fact")).rejects.toThrow();
    const add = (jenis: string, tahun: number | null, nilai: string) => pool.query("insert into career_fact (id, person_id, jenis, tahun, nilai, per_tanggal, sumber, recorded_on) values ($1,$2,$3,$4,$5,'2026-01-01','x','2026-01-01')", [v7(), city.people.eko, jenis, tahun, nilai]);
    await expect(add("potensial", null, "cukup")).rejects.toThrow(/career_fact_nilai/);
    await expect(add("gaji", null, "1")).rejects.toThrow(/career_fact_nilai/);
    await expect(add("potensial", 2025, "tinggi")).rejects.toThrow(/career_fact_tahun/);
  });
});

describe("a career", () => {
  it("is read by oneself, with every condition, its figures and its source; the assessment is not on that page", async () => {
    const eko = (await (await as(city.people.eko))("GET", "/api/careers/mine")).json();
    // rules §3: Ahli Pertama 12.5 a year; 2024 Baik 12.5, 2025 Sangat Baik 18.75; pangkat asks 50, jenjang 100.
    expect(eko).toMatchObject({
      jenjang: "ahli_pertama", predikat: [{ tahun: 2023, predikat: null }, { tahun: 2024, predikat: "baik", sumber: "e-Kinerja BKN 2024" }, { tahun: 2025, predikat: "sangat_baik", sumber: null }],
      angkaKredit: { pak: { nilai: 30, sumber: "PAK 7/2024" }, total: 61.25, sejakPak: { value: 31.25 }, tahunTanpaPredikat: [], minimal: { kenaikanPangkat: 50, kenaikanJenjang: 100 } },
      pangkat: { value: "siap_diperiksa", from: [{ value: "terpenuhi" }, { value: "terpenuhi", given: { sejak: "2024-04-01" } }, { value: "terpenuhi", given: { punya: 61.25, perlu: 50 } }, { value: "terpenuhi" }] },
      kenaikanJenjang: { value: "belum", from: [{ value: "terpenuhi" }, { value: "belum" }, { value: "belum_diketahui" }, { value: "terpenuhi", given: { syarat: "lowongan" } }] },
      prestasi: { value: "perlu_data", from: [{ value: "terpenuhi" }, { value: "belum_diketahui", given: { syarat: "penetapan_prestasi" } }] },
    });
    expect(eko.tanggal[0]).toBe("2026-12-01");
    expect(eko.facts.map(({ jenis }: { jenis: string }) => jenis)).toEqual(["angka_kredit", "lowongan", "pangkat", "predikat"]);
    expect((await (await as(city.people.wali))("GET", "/api/careers/mine")).json().pangkat).toBeNull();
  });

  it("of another is read by BKPSDM's analis and head alone, the assessment too", async () => {
    const of = async (reader: string) => (await as(reader))("GET", `/api/careers/people/${city.people.eko}`);
    for (const reader of [city.people.analis, kepala]) expect((await of(reader)).json().facts.map(({ jenis }: { jenis: string }) => jenis)).toContain("potensial");
    for (const reader of [city.people.bkpsdm, city.people.kadisB, city.people.auditor, city.people.budi]) expect((await of(reader)).statusCode).toBe(404);
  });
});

describe("the list of who is ready to be checked", () => {
  it("counts, filters and names what is missing", async () => {
    const analis = await as(city.people.analis);
    const pangkat = (await analis("GET", "/api/careers/readiness?jenis=pangkat&kesiapan=siap_diperiksa")).json();
    expect(pangkat).toMatchObject({ rows: [{ person: { name: "eko", golongan: "III/a", unit: "Dinas B" }, angkaKredit: 61.25, perlu: 50, belum: [], tidakDiketahui: [] }], next: null });
    expect(pangkat.counts).toMatchObject({ siap_diperiksa: 1, belum: 1 });
    const belum = (await analis("GET", `/api/careers/readiness?jenis=pangkat&kesiapan=belum&unit=${city.units.dinasA}`)).json();
    expect(belum.rows).toMatchObject([{ person: { name: "budi" }, belum: ["Syarat predikat kinerja"] }]);
    expect((await analis("GET", "/api/careers/readiness?jenis=jenjang")).json().rows).toMatchObject([{ person: { name: "eko" }, kesiapan: "belum", belum: ["Syarat angka kredit"], tidakDiketahui: ["uji_kompetensi"] }]);
    const prestasi = (await analis("GET", "/api/careers/readiness?jenis=prestasi&kesiapan=perlu_data")).json();
    expect(prestasi.rows.find(({ person }: { person: { name: string } }) => person.name === "eko")).toMatchObject({ angkaKredit: null, perlu: null, belum: [], tidakDiketahui: ["penetapan_prestasi"] });
    // Nobody else has a predikat of last year that reaches so far.
    expect(prestasi.rows.filter(({ tidakDiketahui }: { tidakDiketahui: string[] }) => !tidakDiketahui.includes("Syarat predikat kinerja"))).toHaveLength(1);
  });

  it("goes on page by page without losing or repeating anybody", async () => {
    const analis = await as(city.people.analis);
    const names: string[] = [];
    for (let after = ""; ;) {
      const page = (await analis("GET", `/api/careers/readiness?jenis=pangkat&limit=3${after}`)).json();
      names.push(...page.rows.map(({ person }: { person: { name: string } }) => person.name));
      if (page.next === null) break;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
    expect(names).toEqual(names.toSorted());
    expect(new Set(names).size).toBe(names.length);
    // Everybody in service but the Wali Kota, and the one PPPK, of whom our sources do not speak.
    expect(names).toHaveLength(12);
  });

  it("goes to XLSX with each condition in words and its source", async () => {
    const file = await (await as(city.people.analis))("GET", "/api/careers/readiness/export?jenis=pangkat&kesiapan=siap_diperiksa");
    const rows = await readSheet(file.rawPayload);
    expect(rows.at(-1)).toEqual([EKO, "eko", "III/a", "Pranata Komputer Ahli Pertama", "Dinas B", "Siap diperiksa", 61.25, 50, "Syarat predikat kinerja: terpenuhi; Masa dalam pangkat terakhir: terpenuhi; Syarat angka kredit: terpenuhi; Pangkat berikutnya di dalam jenjang: terpenuhi", "predikat 2024: e-Kinerja BKN 2024; predikat 2025: Teraju; PAK per 2023-12-31: PAK 7/2024; pangkat per 2024-04-01: Keputusan kenaikan pangkat 120/2024"]);
  });
});

describe("the nine boxes", () => {
  it("place who has both axes, count apart who has not, and name people to the analis", async () => {
    const talent = (await (await as(city.people.analis))("GET", "/api/talent?year=2025")).json();
    expect(talent).toMatchObject({ year: 2025, isSuppressed: false, belumDinilai: 1, tanpaPredikat: 11 });
    expect(talent.boxes[0]).toMatchObject({ kotak: 9, n: 1, people: [{ name: "eko" }], saran: ["promosi_dan_pertahankan", "krs_instansi_nasional", "penghargaan"] });
  });
  it("show an operator no name, no small group and no department", async () => {
    const talent = (await (await as(city.people.bkpsdm))("GET", `/api/talent?year=2025&unit=${city.units.dinasB}`)).json();
    expect(talent).toMatchObject({ isSuppressed: true, units: [], belumDinilai: null });
    expect(talent.boxes[0]).toMatchObject({ kotak: 9, n: null, people: null });
    expect(JSON.stringify(talent)).not.toContain("eko");
    expect((await (await as(city.people.budi))("GET", "/api/talent")).statusCode).toBe(404);
  });
});

describe("a list that leaves the system", () => {
  const make = async (id: string, boxes: number[] = [9]) => (await as(city.people.analis))("POST", "/api/talent/lists", { id, year: 2025, boxes, title: "Calon peserta seleksi", purpose: "Bahan panitia seleksi terbuka.", recipient: "Panitia seleksi" });

  it("waits for a second person, goes out only then, and each time stands in the trail", async () => {
    const id = v7();
    expect((await make(id)).json()).toMatchObject({ people: 1, status: "draft", madeBy: "analis", actions: { decide: ["second_person_needed"] } });
    const [analis, head] = [await as(city.people.analis), await as(kepala)];
    expect((await analis("GET", `/api/talent/lists/${id}/export`)).json().refusals).toEqual(["not_approved"]);
    expect((await analis("POST", `/api/talent/lists/${id}/decision`, { version: 1, approve: true, note: null })).statusCode).toBe(403);
    expect((await head("POST", `/api/talent/lists/${id}/decision`, { version: 1, approve: false, note: null })).json().refusals).toEqual(["words_too_short"]);
    expect((await head("POST", `/api/talent/lists/${id}/decision`, { version: 1, approve: true, note: null })).json()).toMatchObject({ status: "approved", decidedBy: "kepala", version: 2 });
    expect((await head("POST", `/api/talent/lists/${id}/decision`, { version: 2, approve: false, note: "Ternyata tidak." })).json().refusals).toEqual(["wrong_status"]);
    const rows = await readSheet((await analis("GET", `/api/talent/lists/${id}/export`)).rawPayload);
    expect(rows.at(-1)).toEqual([EKO, "eko", "III/a", "Pranata Komputer Ahli Pertama", "Dinas B", 9]);
    expect(await auditCount(pool, "talent-list.export", id)).toBe(1);
    expect((await (await as(city.people.bkpsdm))("GET", "/api/talent/lists")).statusCode).toBe(404);
  });

  it("is frozen, is the same list when it is sent twice, and is none where nobody stands", async () => {
    const id = v7();
    await make(id);
    expect((await make(id)).statusCode).toBe(200);
    expect((await make(v7(), [5])).json().refusals).toEqual(["list_empty"]);
    await expect(pool.query("update talent_list set rows = '[]' where id = $1", [id])).rejects.toThrow(/never changed/);
    await expect(pool.query("update talent_list set status = 'approved', decided_by = made_by, decided_on = '2026-11-23' where id = $1", [id])).rejects.toThrow(/two_people/);
  });

  it("one person with both roles still needs the other", async () => {
    const both = await addPerson(pool, { name: "rangkap", nip: "198001012005011001", unitId: city.units.dinasB, role: "bkpsdm_kepala" });
    await pool.query("insert into role_assignment (id, person_id, role, valid_from) values ($1,$2,'bkpsdm_analis','2024-01-01')", [v7(), both]);
    const them = await as(both);
    const id = v7();
    await them("POST", "/api/talent/lists", { id, year: 2025, boxes: [9], title: "Daftar sendiri", purpose: "Untuk diuji oleh orang lain.", recipient: "Panitia" });
    expect((await them("POST", `/api/talent/lists/${id}/decision`, { version: 1, approve: true, note: null })).json().refusals).toEqual(["second_person_needed"]);
  });
});

describe("the basis of TPP", () => {
  const persen = { sangat_baik: 100, baik: 100, butuh_perbaikan: 80, kurang: 60, sangat_kurang: 40 };
  it("needs a Perwal's table, approved by a second person, in force at the period's end; it takes nothing off", async () => {
    const [analis, head] = [await as(city.people.analis), await as(kepala)];
    const { periods } = (await analis("GET", "/api/tpp")).json();
    expect(periods).toMatchObject([{ year: 2025, kind: "tahunan" }]);
    const period: string = periods[0].id;
    expect((await analis("GET", `/api/tpp/export?period=${period}`)).json().refusals).toEqual(["no_tpp_table"]);
    const id = v7();
    const made = await analis("POST", "/api/tpp/tables", { id, perwal: "Perwal percobaan 1/2025", validFrom: "2025-01-01", persen });
    expect(made.json(), made.body).toMatchObject({ status: "draft", isInForce: false });
    expect((await analis("GET", `/api/tpp/export?period=${period}`)).json().refusals).toEqual(["no_tpp_table"]);
    expect((await head("POST", `/api/tpp/tables/${id}/decision`, { version: 1, approve: true, note: null })).json()).toMatchObject({ status: "approved", isInForce: true });
    const rows = await readSheet((await analis("GET", `/api/tpp/export?period=${period}`)).rawPayload);
    const of = (name: string) => rows.find((row) => row[1] === name)?.slice(4);
    expect(of("eko")).toEqual(["Sangat Baik", 101.25, 100, null]);
    expect(of("budi")).toEqual(["Kurang", null, 60, null]);
    expect(of("citra")).toEqual([null, null, null, "Belum ada hasil final"]);
    const twin = v7();
    await analis("POST", "/api/tpp/tables", { id: twin, perwal: "Perwal percobaan 2/2025", validFrom: "2025-01-01", persen });
    expect((await head("POST", `/api/tpp/tables/${twin}/decision`, { version: 1, approve: true, note: null })).json().refusals).toEqual(["table_day_taken"]);
    for (const other of [city.people.bkpsdm, city.people.budi, city.people.auditor]) expect((await (await as(other))("GET", "/api/tpp")).statusCode).toBe(404);
  });
});
