import type { Month } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { writeWorkbook } from "../../xlsx.ts";
import { findMonth, type Row } from "./queries.ts";

const figure = (value: number): string => String(value).replace(".", ",");
/** As it is typed there: "17 dari 20", "12", or the words. */
function realisasi({ realisasi: value, pembilang, penyebut, uraian }: Row): string {
  if (uraian !== null) return uraian;
  if (pembilang !== null && penyebut !== null) return `${figure(pembilang)} dari ${figure(penyebut)}`;
  return value === null ? "" : figure(value);
}

/** The actor's own month as a workbook, in Indonesian like the system it is for. One query. */
export async function exportMonth(ctx: Ctx, month: Month): Promise<Buffer> {
  const { notes, rows } = await findMonth(ctx.pool, ctx.actor.personId, month);
  const heading = (what: string): string[] => [`${what} ${ctx.actor.name}, ${month}`, "Untuk disalin ke e-Kinerja BKN. e-Kinerja BKN tetap sumber resmi."];
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
