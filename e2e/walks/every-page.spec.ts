import { randomUUID } from "node:crypto";
import { expect, test, type BrowserContext, type Page } from "@playwright/test";
import { fits, hasNoBarrier, isDrawn } from "../looks.ts";
import { admin, analis, auditor, bkpsdm, headOfBkpsdm, kepala, pegawai, penilai, waliKota, type Person } from "../people.ts";
import { size } from "../size.ts";
import { DESK, OURS, PHONE, read, visitAs } from "../visit.ts";

type Ids<Key extends string> = Record<Key, { id: string }[]>;

/** A meeting of the head's own unit: planned where there is none yet. */
async function aMeeting(request: BrowserContext["request"]): Promise<{ meeting: string; unit: string }> {
  const { leads } = await read<{ leads: { id: string } }>(request, "/api/session");
  await request.post(`/api/evaluation-meeting/plan/${leads.id}`, { headers: OURS, data: { time: "09:00", place: "Aula", meetings: [{ id: randomUUID(), month: "2026-11", date: "2026-12-10" }] } });
  const { meetings } = await read<{ meetings: { id: string; status: string; unit: { id: string } }[] }>(request, "/api/evaluation-meeting?year=2026");
  return { meeting: meetings.find(({ unit, status }) => unit.id === leads.id && status === "planned")?.id ?? "", unit: leads.id };
}

/** The pages of each role; where an address needs an id, the server is asked for one. */
const WALKS: { person: Person; /** Of one person's pages, where they are too many for one walk. */ part?: string; stops: (context: BrowserContext) => Promise<string[]> }[] = [
  {
    person: pegawai,
    stops: async ({ request }) => {
      const { results } = await read<Ids<"results">>(request, "/api/result");
      const { history } = await read<Ids<"history">>(request, "/api/skp");
      return [
        "/beranda", "/laporan", "/laporan/2026-11?hasil=1", "/laporan/2026-11?hasil=2", "/laporan/2026-11?hasil=3&kurang=1", "/laporan/2026-11/periksa", "/laporan/2026-10/periksa", "/laporan/2026-10/salin",
        "/catatan", "/umpan-balik", "/atasan", "/dua-sisi/kini", "/hasil", `/hasil/${results[0]?.id ?? ""}`, `/hasil/${results[0]?.id ?? ""}/keberatan`, "/keberatan", "/karier", "/pengembangan", "/konseling", "/dokumen", "/skp", `/skp/${history[0]?.id ?? ""}`,
        `/skp/${history[0]?.id ?? ""}/salin`, "/tidak-ada",
      ];
    },
  },
  {
    person: pegawai,
    part: ", in umpan balik rekan",
    stops: async ({ request }) => {
      const { person: me } = await read<{ person: { id: string } }>(request, "/api/session");
      const { forms } = await read<Ids<"forms">>(request, "/api/peer-form");
      const { results } = await read<{ results: { cycle: { id: string } }[] }>(request, "/api/peer-result");
      return [
        "/umpan-balik/rekan", `/umpan-balik/rekan/isi/${forms[0]?.id ?? ""}`, "/umpan-balik/rekan/pilihan", "/umpan-balik/rekan/hubungan", "/umpan-balik/rekan/bukti",
        "/hasil/rekan", `/hasil/rekan/${results[0]?.cycle.id ?? ""}/${me.id}`, "/cermin", "/cermin/pemanasan", "/metode",
      ];
    },
  },
  {
    person: penilai,
    stops: async ({ request }) => {
      const { periods } = await read<{ periods: { id: string; state: string }[] }>(request, "/api/evaluation-period");
      const period = periods.find(({ state }) => state === "rating")?.id ?? "";
      const { members } = await read<{ members: { person: { id: string } }[] }>(request, `/api/appraisal/team?period=${period}`);
      return ["/beranda", "/penilaian", "/keberatan", "/tim", "/pengembangan-tim", "/tim/skp", "/tim/skp/isi?tahun=2027", "/tim/skp/templat", "/penetapan/kini", `/penetapan/${period}?orang=${members[3]?.person.id ?? ""}`, `/orang/${members[3]?.person.id ?? ""}/cuti`, "/capaian-organisasi", "/dasbor"];
    },
  },
  {
    person: penilai,
    part: ", in meetings",
    stops: async ({ request }) => {
      const { meeting, unit } = await aMeeting(request);
      return [
        "/rapat", `/rapat/rencana/${unit}`, `/rapat/${meeting}`, `/rapat/${meeting}/pimpin`, `/rapat/${meeting}/layar`, `/rapat/${meeting}/hadir`, `/rapat/${meeting}/slide-saya`, `/rapat/${meeting}/kertas`,
        "/tindak-lanjut", "/tindak-lanjut?lihat=unit",
      ];
    },
  },
  {
    person: kepala,
    stops: async ({ request }) => {
      const { leads } = await read<{ leads: { id: string } }>(request, "/api/session");
      const { people } = await read<Ids<"people">>(request, `/api/opd-dashboard/${leads.id}/people?month=2026-11&state=all`);
      const { periods, units } = await read<{ periods: { id: string; state: string }[]; units: { unit: { id: string } }[] }>(request, "/api/kalibrasi");
      const of = (wanted: string) => periods.find(({ state }) => state === wanted)?.id ?? "";
      const department = units[0]?.unit.id ?? "";
      return ["/kalibrasi", `/kalibrasi/${of("rating")}/${department}`, `/kalibrasi/${of("closed")}/${department}`, `/pola/${department}/${of("closed")}`, "/kewajaran/unit", "/dasbor", `/dasbor/${leads.id}?keadaan=all`, `/orang/${people[0]?.id ?? ""}`, "/capaian-organisasi"];
    },
  },
  {
    person: bkpsdm,
    part: ", who rates whom",
    stops: async ({ request }) => {
      const { rows } = await read<{ rows: { pegawai: { id: string } }[] }>(request, "/api/penilai-relation");
      return ["/penilai", "/penilai?tampilan=plt", `/penilai/${rows[0]?.pegawai.id ?? ""}`];
    },
  },
  { person: bkpsdm, stops: async () => ["/kota", "/impor", "/koreksi-atasan", "/standar", "/kalender", "/tahun", "/tahun/2026-10", "/siklus-rekan", "/talenta", "/karier-data", "/pelatihan", "/konseling/penetapan", "/dokumen", "/dokumen/kop", "/cuti", "/impor-capaian", "/studi"] },
  {
    person: bkpsdm,
    part: ", on the organisation",
    stops: async ({ request }) => {
      const { units } = await read<{ units: { unitId: string; kind: string }[] }>(request, "/api/organisation");
      return ["/organisasi", `/organisasi?unit=${units.find(({ kind }) => kind === "puskesmas")?.unitId ?? ""}`, "/organisasi?hari=2023-12-31", "/organisasi?lihat=perubahan"];
    },
  },
  {
    person: headOfBkpsdm,
    stops: async ({ request }) => {
      const { konseling } = await read<Ids<"konseling">>(request, "/api/konseling");
      return ["/kota", "/konseling", `/konseling/${konseling[0]?.id ?? ""}`, "/kesiapan", "/kesiapan?jenis=jenjang&kesiapan=perlu_data", "/talenta", "/talenta?kotak=9", "/tpp", "/akses", "/langkah-awal", "/langkah-awal/mulai"];
    },
  },
  {
    person: analis,
    stops: async ({ request }) => {
      const { view } = await read<{ view: { signals: { id: string }[] } }>(request, "/api/fairness");
      const { periods } = await read<{ periods: { id: string; state: string }[] }>(request, "/api/evaluation-period");
      const closed = periods.find(({ state }) => state !== "running")?.id ?? "";
      const { lines } = await read<{ lines: { person: { id: string }; state: string }[] }>(request, `/api/signed-rating?period=${closed}`);
      const paper = lines.find(({ state }) => state !== "final") ?? lines[0];
      return ["/kewajaran", "/kewajaran?lihat=penilai&tampil=semua", "/kewajaran?lihat=orang", "/kewajaran?lihat=kelompok", "/kewajaran?lihat=pola", `/kewajaran/tanda/${view.signals[0]?.id ?? ""}`, "/keberatan-kota", "/kertas-wali-kota", `/kertas-wali-kota/${closed}/${paper?.person.id ?? ""}`, "/kalibrasi", "/siklus-rekan", "/verifikasi-undian"];
    },
  },
  { person: waliKota, stops: async () => ["/wali-kota"] },
  { person: auditor, stops: async () => ["/audit", "/audit?lihat=sampel", "/siklus-rekan", "/verifikasi-undian"] },
  { person: admin, stops: async () => ["/admin", "/admin?lihat=surat", "/dasbor"] },
];

const WIDTHS = size([360], [360, 768, 1366]);
const LANGUAGES = size(["id"], ["id", "en"]);

test.describe.configure({ timeout: size(90_000, 300_000) });

/** At each width without a barrier, and never wider than it; nor than a small phone. */
async function look(page: Page, path: string, language: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    await page.goto(path);
    await isDrawn(page);
    await hasNoBarrier(page, `${path} ${width} ${language}`);
    await fits(page, `${path} ${width} ${language}`);
  }
  await page.setViewportSize({ width: 320, height: 640 });
  await fits(page, `${path} 320 ${language}`);
}

for (const language of LANGUAGES) {
  for (const { person, part = "", stops } of WALKS) {
    test(`every page of ${person.name}${part} has no barrier (${language})`, async ({ browser }) => {
      const { context, page } = await visitAs(browser, person, { viewport: PHONE.viewport });
      await page.addInitScript((chosen) => localStorage.setItem("teraju.language", chosen), language);
      for (const path of await stops(context)) {
        await test.step(path, async () => {
          await look(page, path, language);
          await expect.soft(page.getByRole("heading", { level: 1 }), `${path} is a page, not a failure`).not.toHaveText(path === "/tidak-ada" ? /belum bisa/ : /Halaman ini|This page|Ada gangguan|Tidak ada sinyal/);
        });
      }
      await context.close();
    });
  }

  test(`the way in has no barrier (${language})`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: DESK.viewport });
    const page = await context.newPage();
    await page.addInitScript((chosen) => localStorage.setItem("teraju.language", chosen), language);
    for (const path of ["/masuk", "/aktivasi"]) {
      await look(page, path, language);
      // Asked for nothing, it says what is missing: that state too.
      await page.locator("form button[type=submit]").click();
      await expect(page.getByRole("alert").first()).toBeVisible();
      await hasNoBarrier(page, `${path}, with errors ${language}`);
    }
    await context.close();
  });
}
