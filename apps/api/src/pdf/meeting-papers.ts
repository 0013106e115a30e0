import type { AgendaAlasan, LocalDate, Month } from "@teraju/domain";
import { dateParts, dayAndDate, monthName } from "./dates.ts";
import type { Letterhead } from "./official.ts";
import { printPdf, type Front } from "./print.ts";

/** Why a line stands in the agenda, in the words of a page that everybody in the room holds. */
const ALASAN: Record<AgendaAlasan, string> = {
  tindak_lanjut_lewat: "janji lewat tenggat", tindak_lanjut: "janji dari rapat sebelumnya", ditunda: "ditunda dari rapat sebelumnya", bahas_pegawai: "diminta pegawai",
  bahas_penilai: "diminta pejabat penilai", target_meleset: "target belum tercapai", minta_bantuan: "meminta bantuan", keberhasilan: "keberhasilan", kendala: "ada kendala",
  belum_lapor: "laporan belum ada", tidak_wajib_lapor: "tidak wajib lapor", tanpa_catatan: "tanpa catatan khusus", keberhasilan_penyeimbang: "keberhasilan", minta_dialog_pribadi: "dialog pribadi",
};

/** What all papers of one meeting say at their head. */
export type MeetingHead = {
  readonly letterhead: Letterhead;
  readonly unit: string;
  readonly month: Month;
  readonly date: LocalDate;
  /** "09:00", Jakarta. */
  readonly time: string;
  readonly place: string;
  /** Name of who leads; null while nobody does. */
  readonly leader: string | null;
};
export type AgendaData = MeetingHead & {
  readonly items: readonly { readonly title: string; readonly jabatan: string | null; readonly headline: string | null; readonly minutes: number; readonly alasan: readonly AgendaAlasan[] }[];
};
export type DaftarHadirData = MeetingHead & { readonly people: readonly { readonly name: string; readonly jabatan: string }[] };
export type SlideRow = {
  readonly text: string; readonly satuan: string | null; readonly target: number | null; readonly realisasi: number | null; readonly lastMonth: number | null;
  /** In place of figures, for a result told in words. */
  readonly uraian: string | null; readonly isToDiscuss: boolean;
};
export type LembarBahanData = MeetingHead & {
  readonly slides: readonly {
    readonly title: string; readonly subtitle: string; readonly minutes: number; readonly headline: string | null; readonly rows: readonly SlideRow[]; readonly moreRows: number;
    readonly points: readonly { readonly label: string; readonly text: string }[];
  }[];
};

/** The agenda of a meeting to be handed out: order, planned clock, reason of each line. */
export function agendaPdf(data: AgendaData): Promise<Uint8Array> {
  const total = data.items.reduce((sum, { minutes }) => sum + minutes, 0);
  const starts = data.items.map((_, i) => later(data.time, data.items.slice(0, i).reduce((sum, { minutes }) => sum + minutes, 0)));
  return printPdf("agenda", {
    ...front(data, "Agenda rapat evaluasi kinerja", "Agenda rapat"),
    length: `${data.items.length} pokok, ${total} menit, selesai sekitar pukul ${later(data.time, total)} WIB`,
    items: data.items.map(({ title, jabatan, headline, minutes, alasan }, i) => ({
      title, jabatan, headline, minutes, start: starts[i], length: title.length + (jabatan ?? "").length + (headline ?? "").length,
       reasons: [...new Set(alasan.map((one) => ALASAN[one]))].join("; "),
    })),
  });
}

/** The list that people sign by hand, with room for some who were not expected. */
export function daftarHadirPdf(data: DaftarHadirData): Promise<Uint8Array> {
  const spare = Array.from({ length: 3 }, () => ({ name: "", jabatan: "" }));
  return printPdf("daftar-hadir", { ...front(data, "Daftar hadir rapat evaluasi kinerja", "Daftar hadir"), people: [...data.people, ...spare] });
}

/** The slides on paper, two or three on a sheet: for who reads beforehand, and for the day without electricity. No rating is in it. */
export function lembarBahanPdf(data: LembarBahanData): Promise<Uint8Array> {
  return printPdf("lembar-bahan", {
    ...front(data, "Bahan rapat evaluasi kinerja", "Bahan rapat"),
    slides: data.slides.map((slide) => ({
      ...slide,
      length: [slide.headline ?? "", ...slide.rows.flatMap(({ text, uraian }) => [text, uraian ?? ""]), ...slide.points.map(({ text }) => text)].reduce((sum, text) => sum + text.length, 0),
      rows: slide.rows.map((row) => ({ ...row, realisasiText: figure(row.realisasi, row.satuan), targetText: figure(row.target, row.satuan), lastMonthText: figure(row.lastMonth, row.satuan) })),
    })),
  });
}

function front(head: MeetingHead, title: string, short: string): Front & Record<string, unknown> {
  const { letterhead, place } = head;
  return {
    title, letterhead, place, number: null, state: null, verification: null, leader: head.leader ?? "–",
    author: letterhead.offices.at(-1) ?? letterhead.government,
    date: dateParts(head.date),
    footer: `${short} ${monthName(head.month)} · ${head.unit}`,
    subject: `${head.unit} · laporan bulan ${monthName(head.month)}`,
    day: dayAndDate(head.date), time: `Pukul ${head.time.replace(":", ".")} WIB`,
  };
}

/** "10.12", so many minutes after "09:00". */
function later(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes;
  return `${String(Math.floor(total / 60) % 24).padStart(2, "0")}.${String(total % 60).padStart(2, "0")}`;
}

const NUMBER = new Intl.NumberFormat("id-ID", { maximumFractionDigits: 2 });
function figure(value: number | null, satuan: string | null): string {
  return value === null ? "–" : [NUMBER.format(value), satuan].filter(Boolean).join(" ");
}
