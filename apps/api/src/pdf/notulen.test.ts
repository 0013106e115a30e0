import { afterAll, describe, expect, it } from "vitest";
import { qrOnPage, readPdf } from "#test/pdf.ts";
import { notulenPdf } from "./notulen.ts";
import { notulenOf } from "./notulen.fixture.ts";
import { stopPrinting } from "./print.ts";

afterAll(stopPrinting);

const plain = (text: string): string => text.replaceAll(/\s+/g, "");
const HOSTILE = [
  "#strong[tebal] *bintang* _garis_ `kode` $x^2$ <label> @rujukan \\ // komentar /* blok */",
  "#read(\"/etc/passwd\") #eval(\"1+1\") #sys.inputs.data = Judul - butir + nomor",
  "'; DROP TABLE meeting; -- <script>alert(1)</script> ${jahat} {{data}}",
  "\u200Fteks dengan tanda arah\u200E dan سلام عليكم di tengah kalimat",
  "emoji 😀 👍🏽 🇮🇩 panah → centang ✓ kotak ☐ aksara 漢字 dan Ελληνικά",
  "Supercalifragilisti§".repeat(20),
  "https://contoh.go.id/" + "a§".repeat(150),
  "baris satu\nbaris dua\r\nbaris tiga",
];

describe("notulen rapat evaluasi", () => {
  it("carries everything that was said, decided and signed, in the order of the reader", async () => {
    const data = notulenOf(18);
    const pdf = await readPdf(await notulenPdf(data));
    const text = plain(pdf.text);
    const inOrder = ["PEMERINTAH KOTA LANGSA", "DINAS KESEHATAN", "NOTULEN RAPAT EVALUASI KINERJA", "Nomor: 800.1.11/214/2026", "Kamis, 12 November 2026", "Pukul 09.03 sampai 10.14 WIB",
      "Aula Dinas Kesehatan, lantai 2", "18 orang: 15 hadir, 1 belum dikonfirmasi, 1 sakit, 1 dinas luar", "Keputusan dan tindak lanjut", ...data.decisions.map((d) => d.text),
      "Tindak lanjut rapat sebelumnya", ...data.promises.map((p) => p.text), "Ringkasan pembahasan", "Daftar hadir", "Demikian notulen ini dibuat", "Notulis", "Kamis, 12 November 2026 pukul 10.18 WIB", "Pimpinan rapat", "pukul 10.20 WIB"].map(plain);
    let at = 0;
    for (const part of inOrder) {
      const found = text.indexOf(part, at);
      expect(found, part).toBeGreaterThanOrEqual(at);
      at = found;
    }
    for (const person of data.people) expect(text).toContain(plain(person.name));
    expect(text).toContain(plain("dibawa 2 bulan"));
    expect(text).toContain(`Halaman1dari${pdf.pages}`);
    expect(text).toContain(`Halaman${pdf.pages}dari${pdf.pages}`);
    expect(text).not.toContain("Konsep");
  });

  it("is tagged, has title and language, and embeds the house's font alone", async () => {
    const bytes = await notulenPdf(notulenOf(18));
    const pdf = await readPdf(bytes);
    expect(pdf).toMatchObject({ isTagged: true, title: "Notulen rapat evaluasi kinerja", language: "id-ID" });
    expect(pdf.roles).toEqual(expect.arrayContaining(["H1", "H2", "Table", "TH", "TD", "Figure"]));
    expect(pdf.fonts).toEqual(["AtkinsonHyperlegibleNext-Bold", "AtkinsonHyperlegibleNext-Regular", "AtkinsonHyperlegibleNext-SemiBold", "DejaVuSansMono"]);
    expect(Buffer.from(bytes).toString("latin1")).toMatch(/pdfuaid:part/);
  });

  it("says where to check it, in a mark that a telephone reads and in words", async () => {
    const data = notulenOf(3);
    const bytes = await notulenPdf(data);
    const pdf = await readPdf(bytes);
    expect(await qrOnPage(bytes, pdf.pages)).toBe(data.verification?.url);
    expect(pdf.alts).toEqual([expect.stringContaining("Kode QR")]);
    expect(plain(pdf.text)).toContain(data.verification?.digest);
  });

  it("gives the same bytes for the same data, whenever it is printed", async () => {
    const [one, two] = [await notulenPdf(notulenOf(5)), await notulenPdf(notulenOf(5))];
    await stopPrinting();
    const three = await notulenPdf(notulenOf(5));
    expect(Buffer.compare(one, two)).toBe(0);
    expect(Buffer.compare(one, three)).toBe(0);
  });

  it("says that it is a draft while a signature is missing, and leaves room for a hand", async () => {
    const { signatures } = notulenOf(3);
    const pdf = await readPdf(await notulenPdf(notulenOf(3, { number: null, verification: null, signatures: signatures.map((s, i) => (i === 0 ? s : { ...s, signed: null })) })));
    expect(plain(pdf.text).split(plain("Konsep, belum ditandatangani lengkap")).length - 1, "on each page").toBe(pdf.pages);
    expect(pdf.text).not.toContain("Nomor:");
    expect(plain(pdf.text)).not.toContain(plain("Periksa keaslian"));
  });

  it.each(HOSTILE)("prints hostile text letter by letter, in every place where people write: %#", async (hostile) => {
    const base = notulenOf(2);
    const bytes = await notulenPdf({
      ...base, place: hostile, opening: hostile, closing: hostile, number: hostile.slice(0, 60),
      leader: { ...base.leader, name: hostile, jabatan: hostile }, attendance: [{ name: hostile, jabatan: hostile, state: "hadir" }],
      decisions: [{ text: hostile, owner: hostile, due: "2026-12-01", about: hostile }], promises: [{ text: hostile, owner: hostile, due: "2026-11-01", state: "lewat", carried: 1 }],
      people: [{ name: hostile, jabatan: hostile, note: hostile, headline: hostile, figures: [hostile], points: [{ label: "Kendala", text: hostile }] }],
      addenda: [{ number: 1, text: hostile, by: hostile, at: "2026-11-20T02:00:00.000Z", digest: "0".repeat(64) }],
    });
    const pdf = await readPdf(bytes);
    // Chinese is in no font of ours: its code is printed. Right-to-left words are read back in the order of the eye.
    const expected = plain(hostile).replaceAll("漢", "[U+6F22]").replaceAll("字", "[U+5B57]").replaceAll(/[\u200E\u200F]/g, "");
    const found = plain(pdf.text).replaceAll(/[\u200E\u200F\u2066-\u2069\u202A-\u202E]/g, "");
    if (/[\u0600-\u06FF]/.test(hostile)) expect(found).toContain(plain("teks dengan tanda arah dan"));
    // A cell that goes on overleaf is read in parts: of the long texts the rare signs are counted.
    else if (hostile.includes("§")) expect(found.split("§").length - 1).toBeGreaterThanOrEqual(20 * (hostile.split("§").length - 1));
    else expect(found.split(expected).length - 1).toBeGreaterThanOrEqual(20);
    for (const box of pdf.boxes) expect(box.right, `"${box.text}" on page ${box.page}`).toBeLessThanOrEqual(box.width - 50);
  });

  it.each([0, 200])("holds a meeting of %i people", async (n) => {
    const data = notulenOf(n);
    const pdf = await readPdf(await notulenPdf(data));
    const text = plain(pdf.text);
    for (const { name } of data.attendance) expect(text).toContain(plain(name));
    if (n === 0) expect(text).toContain(plain("Rapat ini tidak menghasilkan keputusan."));
    else expect(pdf.text.match(/Kehadiran/g)?.length, "the head of the table stands on each of its pages").toBeGreaterThan(3);
  });

  it("keeps the process awake for a document on its way, answers while it is set, and begins again after the thread ended", async () => {
    const lost = expect(notulenPdf(notulenOf(200))).rejects.toThrow("printing was stopped");
    await stopPrinting();
    await lost;
    let turns = 0;
    const timer = setInterval(() => { turns += 1; }, 5);
    const start = performance.now();
    const bytes = await notulenPdf(notulenOf(200));
    clearInterval(timer);
    // The thread that answers requests was free meanwhile: its timers ran. How fast is the machine's matter.
    expect(turns).toBeGreaterThan(3);
    expect(bytes.length).toBeGreaterThan(100_000);
    console.log(`notulen of 200 people, cold: ${(performance.now() - start).toFixed(0)} ms`);
  });
});
