import { expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp } from "#test/app.ts";
import { addCapaian, addPeriod } from "#test/appraisal-factories.ts";
import { addReport, addSkp, smallCity } from "#test/factories.ts";

const { as, pool, clock } = await testApp({ today: "2026-12-28" });

it("December's report is part of the annual evaluation, also when it is sent in January", async () => {
  const city = await smallCity(pool);
  const { budi, kabidA } = city.people;
  const period = await addPeriod(pool, city, { kind: "tahunan", number: 1, firstMonth: "2026-01", lastMonth: "2026-12", ratingFrom: "2026-12-21", ratingUntil: "2027-01-31" });
  await addCapaian(pool, { periodId: period, unitId: city.units.bidangA1, setBy: city.people.kadisA });
  const skp = await addSkp(pool, { personId: budi, year: 2026, unitId: city.units.bidangA1 });
  const add = (month: string, status: "checked" | "draft", realisasi: number[]) => addReport(pool, city, { personId: budi, unit: "bidangA1", month, skp, penilaiId: kabidA, status, realisasi });
  for (let n = 1; n <= 11; n += 1) await add(`2026-${String(n).padStart(2, "0")}`, "checked", [20, 10]);
  // Half of what was agreed, in December alone.
  const december = await add("2026-12", "draft", [10, 5]);
  const [penilai, owner] = [await as(kabidA), await as(budi)];
  const desk = async () => {
    const view = (await penilai("GET", `/api/appraisal/${period}/${budi}`)).json();
    const [first] = view.results[0].indikator;
    return { months: first.months.map(({ month }: { month: string }) => month) as string[], capaian: first.capaian.value as number, december: view.months.find(({ month }: { month: string }) => month === "2026-12").status };
  };
  // On 28 December it is a draft: nobody's word yet, and named as such.
  expect(await desk()).toMatchObject({ capaian: 100, december: "draft" });
  expect((await desk()).months).not.toContain("2026-12");
  clock.set("2027-01-06");
  const rows = december.rowIds.map((id, i) => ({ id, realisasi: i === 0 ? 10 : 5, pembilang: null, penyebut: null, uraian: null, sentence: "Sebagian selesai.", cause: "Dua pekan banjir.", isFlagged: false }));
  await pool.query("insert into evidence (id, owner_id, report_row_id, kind, title, register_number) values ($1,$2,$3,'register','Register Desember','440/1')", [v7(), budi, december.rowIds[0]]);
  expect((await owner("POST", `/api/monthly-report/${december.reportId}/submit`, { version: 1, draft: { rows, kendala: null, bantuan: null } })).json()).toMatchObject({ status: "submitted" });
  // (11 × 20 + 10) of 240.
  expect(await desk()).toMatchObject({ december: "submitted", capaian: expect.closeTo(95.83, 2) });
  expect((await desk()).months.at(-1)).toBe("2026-12");
  const hasil = skp.lines.map(({ lineId }) => ({ lineId, rating: "sesuai" }));
  const saved = await penilai("PUT", `/api/appraisal/${period}/${budi}`, { id: v7(), version: null, hasil, perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: null, alasanPerilaku: null, basis: [] });
  expect(saved.statusCode, saved.body).toBe(200);
  expect((await penilai("POST", `/api/appraisal/${period}/${budi}/finalise`, { version: 1 })).statusCode).toBe(200);
  // The receipt holds it: whoever computes the result again computes it with December.
  const { rows: [kept] } = await pool.query<{ facts: { hasil: { indikator: { bulan: { bulan: string }[] }[] }[] } }>("select facts from appraisal where period_id = $1 and status = 'final'", [period]);
  for (const one of kept?.facts.hasil ?? []) expect(one.indikator[0]?.bulan.map(({ bulan }) => bulan)).toEqual(Array.from({ length: 12 }, (_, i) => `2026-${String(i + 1).padStart(2, "0")}`));
});
