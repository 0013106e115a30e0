import { AGENDA_ALASAN } from "@teraju/domain";
import { afterAll, describe, expect, it } from "vitest";
import { readPdf } from "#test/pdf.ts";
import { agendaPdf, daftarHadirPdf, lembarBahanPdf, type MeetingHead, type SlideRow } from "./meeting-papers.ts";
import { notulenOf } from "./notulen.fixture.ts";
import { stopPrinting } from "./print.ts";

afterAll(stopPrinting);

const plain = (text: string): string => text.replaceAll(/\s+/g, "");
const { letterhead, unit, month, date, place, leader, attendance } = notulenOf(18);
const HEAD: MeetingHead = { letterhead, unit, month, date, time: "09:00", place, leader: leader.name };
const HOSTILE = "#strong[x] *y* $z$ @r <l> \\ " + "Supercalifragilisti§".repeat(15);
const ROW: SlideRow = { text: "Kunjungan rumah bayi berisiko", satuan: "bayi", target: 20, realisasi: 17, lastMonth: 1234.5, uraian: null, isToDiscuss: true };

describe("papers of a meeting", () => {
  it("the agenda has each line's planned clock and its reasons, and the end", async () => {
    const items = [
      { title: "Tindak lanjut rapat sebelumnya", jabatan: null, headline: null, minutes: 6, alasan: ["tindak_lanjut_lewat"] as const },
      { title: "Nurhayati, A.Md.Keb.", jabatan: "Bidan Penyelia", headline: "Cakupan imunisasi 96 persen", minutes: 6, alasan: ["minta_bantuan", "target_meleset"] as const },
      { title: "Zulfikar, A.Md.", jabatan: "Pengelola Data", headline: null, minutes: 2, alasan: ["tanpa_catatan"] as const },
    ];
    const pdf = await readPdf(await agendaPdf({ ...HEAD, items }));
    const text = plain(pdf.text);
    for (const part of ["AGENDA RAPAT EVALUASI KINERJA", "3 pokok, 14 menit, selesai sekitar pukul 09.14 WIB", "1 09.00 Tindak lanjut rapat sebelumnya", "2 09.06 Nurhayati, A.Md.Keb.", "meminta bantuan; target belum tercapai", "3 09.12 Zulfikar"]) expect(text).toContain(plain(part));
    expect(pdf).toMatchObject({ isTagged: true, title: "Agenda rapat evaluasi kinerja" });
    const all = await readPdf(await agendaPdf({ ...HEAD, leader: null, items: AGENDA_ALASAN.map((alasan) => ({ title: alasan, jabatan: null, headline: null, minutes: 0, alasan: [alasan] })) }));
    expect(all.text).not.toContain("undefined");
  });

  it("the attendance list has a line for each hand, and three more", async () => {
    const pdf = await readPdf(await daftarHadirPdf({ ...HEAD, people: attendance }));
    for (const { name, jabatan } of attendance) expect(plain(pdf.text)).toContain(plain(name + jabatan));
    expect(plain(pdf.text)).toMatch(/21\.{5}/);
  });

  it("the slides on paper have figures as text beside each bar", async () => {
    const narrative: SlideRow = { ...ROW, text: "Tersusunnya rencana pelatihan", target: null, realisasi: null, lastMonth: null, uraian: "Rencana disetujui.", isToDiscuss: false };
    const empty: SlideRow = { ...ROW, text: "Belum berjalan", target: 5, realisasi: 0, lastMonth: null, isToDiscuss: false };
    const pdf = await readPdf(await lembarBahanPdf({ ...HEAD, slides: [{ title: "Nurhayati", subtitle: "Bidan Penyelia", minutes: 4, headline: "Cakupan naik", rows: [ROW, narrative, empty, { ...empty, text: "Tanpa angka", realisasi: null, target: null }], moreRows: 2, points: [{ label: "Kendala", text: "Jalan tergenang" }] }] }));
    const text = plain(pdf.text);
    for (const part of ["1. Nurhayati", "4 menit", "Kunjungan rumah bayi berisiko", "perlu dibahas", "17 bayi", "20 bayi", "1.234,5 bayi", "Rencana disetujui.", "0 bayi", "dan 2 hasil kerja lain", "Kendala: Jalan tergenang", "Keputusan:"]) expect(text).toContain(plain(part));
    expect(pdf.roles).toEqual(expect.arrayContaining(["H1", "Table", "TH", "TD"]));
  });

  it.each([0, 200])("hold %i people", async (n) => {
    const people = notulenOf(n).attendance;
    const papers = await Promise.all([
      agendaPdf({ ...HEAD, items: people.map((p) => ({ title: p.name, jabatan: p.jabatan, headline: null, minutes: 4, alasan: [] })) }), daftarHadirPdf({ ...HEAD, people }),
      lembarBahanPdf({ ...HEAD, slides: people.map((p) => ({ title: p.name, subtitle: p.jabatan, minutes: 4, headline: null, rows: [ROW], moreRows: 0, points: [] })) }),
    ]);
    for (const paper of papers) {
      const text = plain((await readPdf(paper)).text);
      for (const { name } of people) expect(text).toContain(plain(name));
    }
  });

  it("print hostile text letter by letter, inside the page", async () => {
    const papers = await Promise.all([
      agendaPdf({ ...HEAD, place: HOSTILE, leader: HOSTILE, items: [{ title: HOSTILE, jabatan: HOSTILE, headline: HOSTILE, minutes: 4, alasan: [] }] }),
      daftarHadirPdf({ ...HEAD, place: HOSTILE, people: [{ name: "#x *y* $z$", jabatan: "<l> @r" }] }),
      lembarBahanPdf({ ...HEAD, slides: [{ title: HOSTILE, subtitle: HOSTILE, minutes: 4, headline: HOSTILE, rows: [{ ...ROW, text: HOSTILE }, { ...ROW, uraian: HOSTILE }], moreRows: 0, points: [{ label: "Kendala", text: HOSTILE }] }] }),
    ]);
    const times = [5, 1, 6];
    for (const [i, paper] of papers.entries()) {
      const pdf = await readPdf(paper);
      expect(pdf.text.split("§").length - 1).toBe(15 * (times[i] ?? 0));
      expect(plain(pdf.text).split(plain("#strong[x] *y* $z$ @r <l> \\")).length - 1).toBe(times[i]);
      for (const box of pdf.boxes) expect(box.right).toBeLessThanOrEqual(box.width - 45);
    }
  });
});
