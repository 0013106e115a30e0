import { type LampiranKind, type Month, PERILAKU } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { Problem } from "#http/problem.ts";
import { ASPEK, PERILAKU_NAME, PERSPEKTIF } from "../../pdf/form-words.ts";
import { mustPerson } from "../../standing.ts";
import { writeWorkbook } from "../../xlsx.ts";
import { findMonth, findPlan, type Plan, type PlanRow, type Row } from "./queries.ts";

const figure = (value: number): string => String(value).replace(".", ",");
/** As it is typed there: "17 dari 20", "12", or the words. */
function realisasi({ realisasi: value, pembilang, penyebut, uraian }: Row): string {
  if (uraian !== null) return uraian;
  if (pembilang !== null && penyebut !== null) return `${figure(pembilang)} dari ${figure(penyebut)}`;
  return value === null ? "" : figure(value);
}

const OFFICIAL = "Untuk disalin ke e-Kinerja BKN. e-Kinerja BKN tetap sumber resmi.";

/** The actor's own month as a workbook, in Indonesian like the system it is for. One query. */
export async function exportMonth(ctx: Ctx, month: Month): Promise<Buffer> {
  const { notes, rows } = await findMonth(ctx.pool, ctx.actor.personId, month);
  const heading = (what: string): string[] => [`${what} ${ctx.actor.name}, ${month}`, OFFICIAL];
  return writeWorkbook([
    {
      name: "Catatan harian", heading: heading("Catatan harian"),
      columns: [{ title: "Tanggal", width: 12 }, { title: "Rencana hasil kerja", width: 48 }, { title: "Uraian", width: 72 }],
      rows: notes.map(({ day, result, text }) => [day, result ?? "", text]),
    },
    {
      name: "Realisasi", heading: heading("Realisasi"),
      columns: [{ title: "Rencana hasil kerja", width: 48 }, { title: "Indikator", width: 40 }, { title: "Target", width: 14 }, { title: "Satuan", width: 14 }, { title: "Realisasi", width: 18 }, { title: "Keterangan", width: 56 }, { title: "Sebab", width: 40 }, { title: "Bukti dukung", width: 48 }],
      rows: rows.map((row) => [row.result, row.indikator, row.targetText ?? row.target, row.satuan ?? "", realisasi(row), row.sentence ?? "", row.cause ?? "", row.evidence.join("\n")]),
    },
  ]);
}

const LAMPIRAN: Record<LampiranKind, string> = { sumber_daya: "Dukungan sumber daya", pertanggungjawaban: "Skema pertanggungjawaban", konsekuensi: "Konsekuensi" };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];

/** The figure, both ends of a range, or the words. */
function targetOf({ target, targetMin, targetMax, targetText }: PlanRow): string | number {
  if (targetText !== null) return targetText;
  return targetMin !== null && targetMax !== null ? `${figure(targetMin)}–${figure(targetMax)}` : (target ?? "");
}

/** An SKP as a workbook for who may read it; a draft is its owner's alone, as everywhere. Two queries. */
export async function exportPlan(ctx: Ctx, id: string): Promise<{ file: Buffer; year: number }> {
  const plan = await findPlan(ctx.pool, id);
  if (plan === null || (plan.status === "draft" && plan.personId !== ctx.actor.personId)) throw new Problem("not_found");
  const first = `${plan.year}-01-01`;
  await mustPerson(ctx, "skp.read", plan.personId, { from: plan.effectiveFrom > first ? plan.effectiveFrom : first, until: `${plan.year + 1}-01-01` });
  return { file: await planWorkbook(plan), year: plan.year };
}

function planWorkbook({ name, year, rows, perilaku, lampiran }: Plan): Promise<Buffer> {
  const heading = (what: string): string[] => [`${what} ${name}, ${year}`, OFFICIAL];
  return writeWorkbook([
    {
      name: "Hasil kerja", heading: heading("SKP"),
      columns: [{ title: "Rencana hasil kerja pimpinan yang diintervensi", width: 40 }, { title: "Rencana hasil kerja", width: 48 }, { title: "Jenis", width: 12 }, { title: "Aspek", width: 18 }, { title: "Indikator kinerja individu", width: 44 }, { title: "Target", width: 16 }, { title: "Satuan", width: 14 }, ...MONTHS.map((title) => ({ title, width: 8 }))],
      rows: rows.map((row) => [
        row.pimpinan ?? "", row.hasilKerja, row.prioritas === "utama" ? "Utama" : "Tambahan", row.aspek !== null ? ASPEK[row.aspek] : row.perspektif !== null ? PERSPEKTIF[row.perspektif] : "",
        row.indikator ?? "", targetOf(row), row.satuan ?? "", ...MONTHS.map((_, at) => row.bulan?.[at] ?? null),
      ]),
    },
    {
      name: "Perilaku kerja", heading: heading("Ekspektasi khusus pimpinan,"), columns: [{ title: "Perilaku", width: 24 }, { title: "Ekspektasi khusus pimpinan", width: 72 }],
      rows: PERILAKU.map((one) => [PERILAKU_NAME[one], perilaku.find((own) => own.perilaku === one)?.ekspektasi ?? ""]),
    },
    { name: "Lampiran", heading: heading("Lampiran SKP"), columns: [{ title: "Bagian", width: 28 }, { title: "Isi", width: 72 }], rows: lampiran.map(({ kind, text }) => [LAMPIRAN[kind], text]) },
  ]);
}
