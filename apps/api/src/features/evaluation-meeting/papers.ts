import type { Ctx } from "../../context.ts";
import { leaderOf, mustMeeting } from "../../meeting.ts";
import { shortDate } from "../../pdf/dates.ts";
import { agendaPdf, daftarHadirPdf, lembarBahanPdf, type LembarBahanData, type MeetingHead } from "../../pdf/meeting-papers.ts";
import type { Letterhead } from "../../pdf/official.ts";
import { findAttendance } from "./screen-queries.ts";
import { slidesOf } from "./screens.ts";
import { viewOf } from "./view.ts";

/** The kop of a unit's papers, from the city down to the unit. */
export function letterheadOf(opd: string, unit: string): Letterhead {
  return { government: "Pemerintah Kota Langsa", offices: opd === unit ? [unit] : [opd, unit], address: [] };
}

type Slide = Awaited<ReturnType<typeof slidesOf>>[number];
/** What is added to a promise's day. */
const PROMISE_STATE = { lewat: ", sudah lewat", terbuka: "", sebagian: ", sebagian selesai", selesai: ", selesai", dibatalkan: ", dibatalkan" } as const;
const WITHOUT_REPORT = { belum: "Laporan bulan ini belum ada.", tidak_wajib: "Tidak wajib lapor bulan ini." } as const;

function sheetOf(slide: Slide): LembarBahanData["slides"][number] {
  const promises = slide.promises.map((one): { label: string; text: string } => ({ label: one.owner, text: `${one.text} (tenggat ${shortDate(one.due)}${PROMISE_STATE[one.state]})` }));
  const month = slide.unitMonth === null ? [] : [{ label: "Laporan unit", text: `${slide.unitMonth.submitted} dari ${slide.unitMonth.obliged} sudah lapor; ${slide.unitMonth.toDiscuss} perlu dibahas` }, ...slide.unitMonth.named.map((one) => ({ label: one.name, text: one.note ?? "" }))];
  const words = [["Laporan", slide.report === null || slide.report === "ada" ? null : WITHOUT_REPORT[slide.report]], ["Kendala", slide.kendala], ["Bantuan yang diminta", slide.bantuan]] as const;
  return {
    title: slide.kind === "promises" ? "Tindak lanjut rapat sebelumnya" : slide.kind === "unit" ? (slide.unit?.name ?? "") : (slide.person?.name ?? ""), subtitle: slide.kind === "unit" ? (slide.person?.name ?? "") : (slide.person?.jabatan ?? ""),
    minutes: slide.minutes, headline: slide.headline, rows: slide.bars.map(({ text, satuan, target, realisasi, lastMonth, uraian, isToDiscuss }) => ({ text, satuan, target, realisasi, lastMonth, uraian, isToDiscuss })), moreRows: slide.moreBars,
    points: [...words.flatMap(([label, text]) => (text === null ? [] : [{ label, text }])), ...month, ...promises],
  };
}

/** What is printed beforehand. Nobody's judgement is in it: the sheets are made of the projector's slides. */
export async function printPaper(ctx: Ctx, id: string, kertas: "agenda" | "daftar-hadir" | "bahan"): Promise<Uint8Array> {
  const meeting = await mustMeeting(ctx, "evaluation-meeting.assist", id);
  const { unit, month, date, time, place } = meeting;
  const head: MeetingHead = { letterhead: letterheadOf(meeting.opd, unit.name), unit: unit.name, month, date, time, place, leader: leaderOf(meeting)?.name ?? null };
  switch (kertas) {
    case "daftar-hadir":
      return daftarHadirPdf({ ...head, people: (await findAttendance(ctx.pool, meeting, ctx.today)).map(({ person }) => ({ name: person.name, jabatan: person.jabatan ?? "" })) });
    case "bahan":
      return lembarBahanPdf({ ...head, slides: (await slidesOf(ctx, meeting)).filter((slide) => slide.kind !== "opening" && slide.kind !== "closing").map(sheetOf) });
    case "agenda": {
      const { agenda } = await viewOf(ctx, meeting);
      return agendaPdf({ ...head, items: agenda.items.map((item) => ({ title: item.kind === "promises" ? "Tindak lanjut rapat sebelumnya" : item.kind === "unit" ? (item.unit?.name ?? "") : (item.person?.name ?? ""), jabatan: item.person?.jabatan ?? null, headline: item.headline, minutes: item.minutes, alasan: item.alasan })) });
    }
  }
}
