import readXlsxFile from "read-excel-file/node";
import { v7 } from "uuid";
import { beforeAll, expect, it } from "vitest";
import { testApp } from "../../../test/app.ts";
import { addReport, addSkp, smallCity, type SmallCity } from "../../../test/factories.ts";

const { as, pool } = await testApp({ today: "2026-11-23" });
let city: SmallCity;
beforeAll(async () => {
  city = await smallCity(pool);
});

it("gives one's own month as a workbook: notes by day, figures as reported, evidence, and no text ever a formula", async () => {
  const { budi, citra } = city.people;
  const skp = await addSkp(pool, { personId: budi, year: 2026, unitId: city.units.bidangA1 });
  const { rowIds } = await addReport(pool, city, { personId: budi, unit: "bidangA1", month: "2026-11", skp, realisasi: [18, null] });
  await pool.query("update report_row set sentence = '=SUM(A1:A9)', pembilang = null where id = $1", [rowIds[0]]);
  await pool.query("update report_row set pembilang = 9.5, penyebut = 10 where id = $1", [rowIds[1]]);
  await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, register_number) values ($1,$2,$3,'register','Surat pengantar','440/12')", [v7(), budi, rowIds[0]]);
  for (const [day, text, line] of [["2026-11-09", "Rapat bidang.", null], ["2026-11-03", "Menyusun rekap.", skp.lines[0]?.lineId], ["2026-10-30", "Bulan lalu.", null]]) {
    await pool.query("insert into daily_note (id, person_id, day, text, line_id) values ($1,$2,$3,$4,$5)", [v7(), budi, day, text, line]);
  }
  const file = await (await as(budi))("GET", "/api/e-kinerja/month/2026-11");
  expect([file.statusCode, file.headers["content-disposition"]]).toEqual([200, 'attachment; filename="e-kinerja-2026-11.xlsx"']);
  const sheets = await readXlsxFile(file.rawPayload);
  const table = (name: string) => sheets.find((sheet) => sheet.sheet === name)?.data.slice(3) ?? [];
  expect(table("Catatan harian")).toEqual([["Tanggal", "Rencana hasil kerja", "Uraian"], ["2026-11-03", "Hasil kerja 1 tersedia", "Menyusun rekap."], ["2026-11-09", null, "Rapat bidang."]]);
  expect(table("Realisasi").slice(1)).toEqual([
    ["Hasil kerja 1 tersedia", "Jumlah dokumen 1", 20, "dokumen", "18", "=SUM(A1:A9)", null, "Surat pengantar (440/12)"],
    ["Hasil kerja 2 tersedia", "Jumlah dokumen 2", 10, "dokumen", "9,5 dari 10", null, null, null],
  ]);
  const other = await (await as(citra))("GET", "/api/e-kinerja/month/2026-11");
  expect((await readXlsxFile(other.rawPayload)).map((sheet) => sheet.data.length)).toEqual([4, 4]);
});

it("gives an SKP as a workbook: results with indicators and months, perilaku, lampiran; only to who may read it", async () => {
  const { budi, kabidA, citra } = city.people;
  const { skpId, lines } = await addSkp(pool, { personId: budi, year: 2025, penilaiId: kabidA, unitId: city.units.bidangA1 });
  await pool.query("update hasil_kerja set intervened_text = '=1+1' where line_id = $1", [lines[0]?.lineId]);
  await pool.query("update indikator set aspek = 'kualitas', target = null, target_text = 'Predikat A', monthly_target = array[1.5,null,2,null,null,null,null,null,null,null,null,3] where id = $1", [lines[0]?.indikatorId]);
  await pool.query("insert into skp_perilaku (skp_id, perilaku, ekspektasi) values ($1,'loyal','Hadir apel')", [skpId]);
  await pool.query("insert into skp_lampiran (id, skp_id, kind, position, text) values ($1,$2,'sumber_daya',1,'@Dua laptop')", [v7(), skpId]);
  const file = await (await as(kabidA))("GET", `/api/e-kinerja/skp/${skpId}`);
  expect([file.statusCode, file.headers["content-disposition"]]).toEqual([200, 'attachment; filename="e-kinerja-skp-2025.xlsx"']);
  const sheets = await readXlsxFile(file.rawPayload);
  const rows = (name: string) => sheets.find((sheet) => sheet.sheet === name)?.data.slice(4) ?? [];
  expect(rows("Hasil kerja")[0]).toEqual(["=1+1", "Hasil kerja 1 tersedia", "Utama", "Kualitas", "Jumlah dokumen 1", "Predikat A", "dokumen", 1.5, null, 2, null, null, null, null, null, null, null, null, 3]);
  expect(rows("Hasil kerja")).toHaveLength(lines.length);
  expect(rows("Perilaku kerja").filter((row) => row[1] !== null)).toEqual([["Loyal", "Hadir apel"]]);
  expect(rows("Lampiran")).toEqual([["Dukungan sumber daya", "@Dua laptop"]]);
  expect((await (await as(citra))("GET", `/api/e-kinerja/skp/${skpId}`)).statusCode).toBe(404);
});
