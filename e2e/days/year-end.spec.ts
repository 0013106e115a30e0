import { randomUUID } from "node:crypto";
import { expect, test, type APIRequestContext, type Page } from "@playwright/test";
import { dayBecomes } from "../day.ts";
import { fits, hasNoBarrier, isDrawn, picture } from "../looks.ts";
import { analis, auditor, kepala, latecomer, objector, penilai, type Person, waliKota } from "../people.ts";
import { fileOf, readPrinted } from "../printed.ts";
import { activate, DESK, OURS, PHONE, read, visitAs } from "../visit.ts";

// The year 2026 closes: two days pass in this story, which comes after that of umpan balik rekan, and the city does not go back.
test.describe.configure({ mode: "serial", timeout: 120_000 });

const CAPAIAN = "Capaian perjanjian kinerja 2026 mencapai sembilan puluh enam persen.";
const BELOW = "Cakupan kunjungan di bawah rencana sejak Maret, sudah dibahas dua kali.";
const DOUBT = "Bukti sepanjang tahun menunjukkan target terlampaui di semua posyandu.";
const STAYS = "Buktinya kuat, tetapi sesuai rencana, tidak melampauinya.";
const POLA = "Sebagian besar tim baru selesai dinilai; bukti tiap orang sudah dibaca.";
const WHY = "Register bulan Maret mencatat semua layanan, tetapi hanya sebagian yang dihitung.";
const EXPLANATION = "Register bulan Maret baru saya terima setelah penilaian ditetapkan.";
const HEARD = "Register Maret dibuka bersama: semua layanan bertanggal dan ditandatangani.";
const REASON = "Register bulan Maret lengkap dan sah, jadi target setahun tercapai.";
const ADVICE = "Catat register setiap pekan dan lampirkan pada laporan bulanan.";
const WHOLE = "Rating hasil kerja secara utuh";

let period = "";
let results = { objector: "", latecomer: "" };
let keberatanAddress = "";

type Desk = { results: { lineId: string }[]; person: { id: string } };
type Member = { person: { id: string; name: string } };

async function teamOf(request: APIRequestContext): Promise<Member[]> {
  return (await read<{ members: Member[] }>(request, `/api/appraisal/team?period=${period}`)).members;
}
const idIn = (team: readonly Member[], { name }: Person): string => team.find((one) => one.person.name === name)?.person.id ?? "";

/** Saves a colleague's year as planned, as the desk does; nobody's screen is the story here. */
async function savesAsPlanned(request: APIRequestContext, personId: string): Promise<void> {
  const url = `/api/appraisal/${period}/${personId}`;
  const { results: lines } = await read<Desk>(request, url);
  // Who has no SKP yet has no year to be rated.
  if (lines.length === 0) return;
  const data = { id: randomUUID(), version: null, hasil: lines.map(({ lineId }) => ({ lineId, rating: "sesuai" })), perilaku: [{ perilaku: "akuntabel", rating: "sesuai" }], hasilKerja: "sesuai", perilakuKerja: "sesuai", alasanHasilKerja: STAYS, alasanPerilaku: STAYS, basis: [] };
  expect((await request.put(url, { headers: OURS, data })).status(), personId).toBe(200);
}

async function setsCapaian(page: Page, unit: string): Promise<void> {
  await page.goto(`/capaian-organisasi?periode=${period}`);
  await page.getByRole("button", { name: `Isi capaian: ${unit}` }).click();
  const form = page.getByRole("form", { name: unit });
  await form.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(form.getByRole("alert").getByText("Pilih predikat unit.")).toBeVisible();
  await form.getByLabel("Predikat unit").selectOption("Baik");
  await form.getByLabel("Dasar penetapan").fill(CAPAIAN);
  await form.getByRole("button", { name: "Simpan capaian" }).click();
  await expect(page.getByRole("button", { name: `Ubah: ${unit}` })).toBeVisible();
}

test("the heads above set what the units reached in the year, with its basis", async ({ browser }) => {
  await dayBecomes("2027-01-25");
  for (const [head, unit] of [[waliKota, "Dinas Kesehatan"], [kepala, "Puskesmas Langsa Kota"]] as const) {
    const { context, page } = await visitAs(browser, head, DESK);
    const { periods } = await read<{ periods: { id: string; year: number; kind: string }[] }>(context.request, "/api/evaluation-period");
    period = periods.find((one) => one.year === 2026 && one.kind === "tahunan")?.id ?? "";
    await setsCapaian(page, unit);
    await hasNoBarrier(page, "/capaian-organisasi");
    await context.close();
  }
});

test("the penilai rates the year: twelve equal months, a guard against the last quarter alone, and the two ratings with their ground", async ({ browser }) => {
  const { context, page } = await visitAs(browser, penilai, DESK);
  const { request } = context;
  const team = await teamOf(request);
  await Promise.all(team.filter(({ person }) => person.name !== objector.name).map(({ person }) => savesAsPlanned(request, person.id)));
  expect((await request.post(`/api/appraisal/${period}/${idIn(team, latecomer)}/finalise`, { headers: OURS, data: { version: 1 } })).status()).toBe(200);
  const head = (await visitAs(browser, kepala, DESK)).context;
  await Promise.all((await teamOf(head.request)).map(({ person }) => savesAsPlanned(head.request, person.id)));
  await head.close();

  await page.goto(`/penetapan/${period}?orang=${idIn(team, objector)}`);
  await expect(page.getByRole("list", { name: "Laporan bulanan" }).getByRole("listitem")).toHaveCount(12);
  const overall = (name: string) => page.getByRole("group", { name, exact: true });
  for (const group of await page.getByRole("group", { name: /^Rating: / }).all()) await group.getByRole("radio", { name: "sesuai" }).check({ force: true });
  await overall("Rating perilaku kerja").getByRole("radio", { name: "sesuai" }).check({ force: true });
  await overall("Rating hasil kerja").getByRole("radio", { name: "di bawah" }).check({ force: true });
  const basis = page.getByRole("group", { name: "Dasar rating" });
  await basis.getByRole("checkbox", { name: /November/ }).first().check();
  await page.getByLabel("Alasan berbeda dari saran").first().fill(BELOW);
  const save = page.getByRole("button", { name: /Simpan rating/ });
  await save.click();
  await expect(page.getByText("Semua yang dirujuk berasal dari Oktober sampai Desember.")).toBeVisible();
  await hasNoBarrier(page, "/penetapan, a year with a guard");
  await basis.getByRole("checkbox", { name: /Maret/ }).first().check();
  await save.click();
  await expect(page.getByText("Semua yang dirujuk berasal dari Oktober sampai Desember.")).toHaveCount(0);
  await page.getByRole("button", { name: "Tetapkan hasil" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Tetapkan hasil" }).click();
  await expect(page.getByText("Sudah ditetapkan: Butuh perbaikan.")).toBeVisible();
  const resultOf = async (person: Person) => (await read<{ appraisal: { id: string } }>(request, `/api/appraisal/${period}/${idIn(team, person)}`)).appraisal.id;
  results = { objector: await resultOf(objector), latecomer: await resultOf(latecomer) };
  await context.close();
});

test("rapat kalibrasi: the evidence before the name, a proposal that changes nothing, the penilai's answer, words for the pola", async ({ browser }) => {
  const head = await visitAs(browser, kepala, DESK);
  const { page } = head;
  await page.goto(`/kalibrasi?periode=${period}`);
  await page.getByRole("link", { name: "Buka Dinas Kesehatan" }).click();
  await page.getByRole("button", { name: "Buka rapat kalibrasi" }).click();
  await expect(page.getByText(/Analis BKPSDM belum hadir/)).toBeVisible();
  const address = new URL(page.url()).pathname;
  const guest = await visitAs(browser, analis, DESK);
  await guest.page.goto(address);
  await guest.page.getByRole("button", { name: "Saya hadir" }).click();
  await expect(guest.page.getByText(/Analis BKPSDM hadir/)).toBeVisible();
  await guest.context.close();

  await page.goto(`${address}?lihat=papan`);
  // The menu, twin of dragging, leads to the case with that proposal; its name is not there yet.
  await page.getByRole("combobox", { name: "Pindahkan Kasus 1 ke" }).selectOption("hasil kerja di atas, perilaku di atas");
  await expect(page.getByRole("heading", { level: 1, name: /^Kasus 1: / })).toBeVisible();
  await hasNoBarrier(page, "/kalibrasi, a case");
  await page.getByRole("button", { name: "Ya, saya sudah membaca buktinya" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Kasus 1, ${latecomer.name}: Baik` })).toBeVisible();
  await page.getByLabel("Alasan usul").fill(DOUBT);
  await page.getByRole("button", { name: "Kirim usul" }).click();
  await expect(page.getByText(DOUBT)).toBeVisible();

  const rater = await visitAs(browser, penilai, DESK);
  await rater.page.goto("/kalibrasi");
  const mine = rater.page.getByRole("region", { name: latecomer.name });
  await mine.getByLabel("Jawaban Anda").fill(STAYS);
  await mine.getByRole("button", { name: "Tolak" }).click();
  await expect(mine.getByText(new RegExp(`^Ditolak oleh ${penilai.name}`))).toBeVisible();
  await rater.context.close();

  await page.goto(`${address}?lihat=pola`);
  await expect(page.getByText("Belum ada yang berubah.")).toBeVisible();
  await page.goto(`${address}?lihat=usul`);
  await page.getByLabel("Penjelasan").fill(POLA);
  await page.getByRole("button", { name: "Akhiri rapat kalibrasi" }).click();
  await expect(page.getByRole("region", { name: "Penjelasan yang diumumkan" }).getByText(POLA)).toBeVisible();
  await head.context.close();
});

test("delivery: one opens the result on the phone, with what the rapat said; another gets it on paper and does not sign", async ({ browser }) => {
  const own = await visitAs(browser, objector, PHONE, activate);
  await own.page.goto(`/hasil/${results.objector}`);
  await expect(own.page.getByRole("heading", { level: 1, name: `Hasil Tahun 2026, ${objector.name} Butuh perbaikan` })).toBeVisible();
  await expect(own.page.getByText(POLA)).toBeVisible();
  await expect(own.page.getByText(/^Hitungan 14 hari kerja mulai besok\. Sisa 14 hari kerja, sampai /).first()).toBeVisible();
  await own.context.close();

  const { context, page } = await visitAs(browser, penilai, DESK);
  await page.goto(`/hasil/${results.latecomer}`);
  await page.getByRole("button", { name: "Catat penyerahan di atas kertas" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("checkbox", { name: "Pegawai menandatangani" }).uncheck({ force: true });
  await dialog.getByRole("button", { name: "Simpan" }).click();
  await expect(page.getByText("Diserahkan di atas kertas pada 25 Januari 2027; pegawai menolak menandatangani.")).toBeVisible();
  await context.close();
});

test("on the fourteenth working day the pegawai objects on the phone, in three steps; the penilai explains", async ({ browser }) => {
  await dayBecomes("2027-02-12");
  const { context, page } = await visitAs(browser, objector, PHONE);
  const objection = page.getByRole("region", { name: "Ada yang keliru?" });
  await page.goto(`/hasil/${results.objector}`);
  await expect(objection.getByText(/^Hari kerja ke-14 dari 14\. Hari ini hari terakhir, Jumat, 12 Februari\.$/)).toBeVisible();
  await hasNoBarrier(page, "/hasil/:id, with the days of a keberatan");
  await objection.getByRole("link", { name: "Ajukan keberatan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Bagian mana yang menurut Anda keliru?" })).toBeVisible();
  const next = page.getByRole("button", { name: "Lanjut" });
  await next.click();
  await expect(page.getByRole("alert").getByRole("link", { name: "Pilih paling sedikit satu bagian." })).toBeVisible();
  await hasNoBarrier(page, "/hasil/:id/keberatan, nothing chosen");
  await page.getByRole("checkbox", { name: WHOLE }).check();
  await picture(page, "keberatan-pilih");
  await next.click();
  await page.getByLabel("Mengapa ini keliru?").fill(WHY);
  await page.getByRole("checkbox", { name: /^(Bukti|Umpan balik).*Maret/ }).first().check();
  await hasNoBarrier(page, "/hasil/:id/keberatan, reasons");
  await fits(page, "/hasil/:id/keberatan 360");
  // A telephone call, a closed tab: what was written is still there.
  await page.reload();
  await expect(page.getByLabel("Mengapa ini keliru?")).toHaveValue(WHY);
  await next.click();
  await expect(page.getByText(`Yang membaca: ${penilai.name} sebagai pejabat penilai, dan ${kepala.name} sebagai atasannya.`)).toBeVisible();
  await page.getByRole("button", { name: "Kirim keberatan" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `Keberatan ${objector.name}, Tahun 2026` })).toBeVisible();
  await expect(page.getByText(`Menunggu penjelasan ${penilai.name} sampai Rabu, 17 Februari.`)).toBeVisible();
  await hasNoBarrier(page, "/keberatan/:id, filed");
  await fits(page, "/keberatan/:id 360");
  keberatanAddress = new URL(page.url()).pathname;
  await context.close();

  const rater = await visitAs(browser, penilai, DESK);
  await rater.page.goto("/keberatan");
  await expect(rater.page.getByRole("heading", { level: 1, name: "1 keberatan belum selesai." })).toBeVisible();
  await hasNoBarrier(rater.page, "/keberatan");
  await rater.page.getByRole("link", { name: new RegExp(objector.name) }).click();
  await rater.page.getByLabel("Penjelasan Anda").fill(EXPLANATION);
  await rater.page.getByRole("button", { name: "Kirim penjelasan" }).click();
  await expect(rater.page.getByText(`Menunggu keputusan ${kepala.name}`)).toBeVisible();
  await rater.context.close();
});

test("on the fifteenth the colleague is refused; the atasan hears both sides, and what was said is signed or refused", async ({ browser }) => {
  await dayBecomes("2027-02-15");
  const late = await visitAs(browser, latecomer, PHONE, activate);
  await late.page.goto(`/hasil/${results.latecomer}`);
  await expect(late.page.getByText(/^Batas Jumat, 12 Februari sudah lewat 1 hari kerja\.$/).first()).toBeVisible();
  await expect(late.page.getByText(DOUBT)).toBeVisible();
  await expect(late.page.getByRole("link", { name: "Ajukan keberatan" })).toHaveCount(0);
  await late.page.goto(`/hasil/${results.latecomer}/keberatan`);
  await expect(late.page.getByRole("heading", { level: 1, name: "Keberatan tidak dapat diajukan" })).toBeVisible();
  await late.context.close();

  const head = await visitAs(browser, kepala, DESK);
  await head.page.goto(keberatanAddress);
  const minutes = head.page.getByRole("region", { name: "Risalah pemeriksaan" });
  await minutes.getByRole("button", { name: "Catat pemeriksaan" }).click();
  await minutes.getByLabel("Tempat").fill("Ruang Kepala Dinas");
  await minutes.getByRole("checkbox", { name: `${objector.name}, pegawai` }).check();
  await minutes.getByRole("checkbox", { name: `${penilai.name}, pejabat penilai` }).check();
  await minutes.getByLabel("Apa yang dikatakan").fill(HEARD);
  await hasNoBarrier(head.page, "/keberatan/:id, writing the minutes");
  await minutes.getByRole("button", { name: "Tanda tangani dan simpan" }).click();
  await expect(minutes.getByText(HEARD)).toBeVisible();
  await head.context.close();

  const own = await visitAs(browser, objector, PHONE);
  await own.page.goto(keberatanAddress);
  await own.page.getByRole("button", { name: "Tanda tangani risalah" }).tap();
  await expect(own.page.getByText("menandatangani, 15 Februari 2027")).toBeVisible();
  await hasNoBarrier(own.page, "/keberatan/:id, minutes signed");
  await fits(own.page, "/keberatan/:id with minutes 360");
  await own.context.close();
  const rater = await visitAs(browser, penilai, DESK);
  await rater.page.goto(keberatanAddress);
  await rater.page.getByRole("button", { name: "Menolak menandatangani" }).click();
  await expect(rater.page.getByText("menolak menandatangani, 15 Februari 2027")).toBeVisible();
  await rater.context.close();
});

test("the atasan reads both sides, and changes the result; the new document is genuine", async ({ browser }) => {
  const { context, page } = await visitAs(browser, kepala, DESK);
  await page.goto(keberatanAddress);
  await expect(page.getByText(`"${WHY}"`)).toBeVisible();
  await expect(page.getByText(EXPLANATION)).toBeVisible();
  // Few of the city are rated yet: three cases out of four would be recognised.
  await expect(page.getByText("Kasus setara kurang dari 5, jadi tidak ditampilkan.")).toBeVisible();
  await page.getByRole("radio", { name: /^Mengubah hasil/ }).check({ force: true });
  await page.getByLabel(`Rating baru: ${WHOLE}`).selectOption("Sesuai ekspektasi");
  await page.getByLabel("Alasan putusan").fill(REASON);
  await page.getByLabel("Rekomendasi baru").fill(ADVICE);
  await picture(page, "keberatan-putusan");
  await hasNoBarrier(page, "/keberatan/:id, deciding");
  await page.getByRole("button", { name: "Tetapkan putusan" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Tetapkan putusan" }).click();
  await expect(page.getByText("Predikat: dari Butuh perbaikan menjadi Baik.")).toBeVisible();
  const decided = await fileOf(page, () => page.getByRole("link", { name: "Unduh dokumen evaluasi, Format D.1.3 (PDF)" }).click());
  await context.close();

  // Whoever holds the sheet reads its mark with a telephone: the new document is genuine.
  const { mark } = await readPrinted(decided.bytes);
  const stranger = await browser.newContext({ ...PHONE, locale: "id-ID" });
  const out = await stranger.newPage();
  await out.goto(mark);
  await expect(out.getByRole("heading", { level: 1, name: "Dokumen ini asli." })).toBeVisible();
  await stranger.close();
});

test("the pegawai reads the new result; the old one stays, both can be computed again, and the trail holds every step", async ({ browser }) => {
  const { context, page } = await visitAs(browser, objector, PHONE);
  await page.goto("/hasil");
  await page.getByRole("link", { name: /Tahun 2026.*baru.*Baik/ }).click();
  await expect(page.getByText("Hasil ini adalah keputusan atas keberatan.")).toBeVisible();
  await page.getByRole("button", { name: "Hitung ulang" }).click();
  await expect(page.getByText("Sama. Hasil tidak berubah sejak ditetapkan.")).toBeVisible();
  await hasNoBarrier(page, "/hasil/:id, a decision");
  await page.getByRole("link", { name: "Versi 1: Butuh perbaikan" }).click();
  await expect(page.getByText("Hasil ini sudah diganti yang baru.")).toBeVisible();
  await context.close();
  const watch = await visitAs(browser, auditor, DESK);
  const { entries } = await read<{ entries: { action: string }[] }>(watch.context.request, `/api/audit?target=${keberatanAddress.split("/")[2] ?? ""}`);
  expect(entries.map(({ action }) => action).sort()).toEqual(["keberatan.answer_hearing", "keberatan.answer_hearing", "keberatan.decide", "keberatan.explain", "keberatan.file", "keberatan.hear"]);
  await watch.context.close();
});

test("BKPSDM reads who is ready, the nine boxes and what the trainings did", async ({ browser }) => {
  const { context, page } = await visitAs(browser, analis, DESK);
  await page.goto("/kesiapan");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/pegawai siap diperiksa untuk kenaikan pangkat\.$/);
  await page.goto("/talenta");
  await isDrawn(page);
  await page.goto("/pelatihan");
  await expect(page.getByRole("region", { name: "Manajemen waktu dan prioritas" }).first().getByText("Terlihat", { exact: true }).first()).toBeVisible();
  await context.close();
});
