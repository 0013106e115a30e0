import type { Month } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { writeWorkbook } from "../../xlsx.ts";
import { peopleOf } from "./service.ts";

const COLUMNS = [["NIP", 22], ["Nama", 32], ["Bulan", 10], ["Indikator", 60], ["Target", 12], ["Satuan", 14], ["Realisasi", 12], ["Pembilang", 12], ["Penyebut", 12], ["Uraian", 40], ["Kalimat", 40], ["Sebab", 40]] as const;
const NOTES = [
  "Isi Realisasi untuk angka, Pembilang dan Penyebut untuk persen, Uraian untuk hasil berupa kata.",
  "Kalimat boleh dikosongkan: laporan lalu menyebut nama daftar ini. Sebab diisi bila capaian di bawah target.",
  "NIP ditulis sebagai teks, 18 angka. Nama, Target, dan Satuan hanya keterangan.",
  "Isian yang sudah ditulis pegawai tidak diganti. Laporan yang sudah dikirim tidak diubah.",
];

/** The month's list: a line for each indicator that is due in my bawahan's drafts; of others, whose SKP is not mine to read, a line with name and NIP. */
export async function template(ctx: Ctx, month: Month): Promise<Buffer> {
  const people = await peopleOf(ctx, month);
  const rows = people.filter(({ status, kewajiban }) => status === "draft" && kewajiban === "wajib_lapor").flatMap(({ nip, name, isBawahan, rows: own }) => {
    const line = (indikator: string, target: number | null, satuan: string | null) => [nip, name, month, indikator, target, satuan, null, null, null, null, null, null];
    return isBawahan ? own.filter(({ isDue }) => isDue).map((row) => line(row.indikator, row.target, row.satuan)) : [line("", null, null)];
  });
  return writeWorkbook([
    { name: "Capaian", heading: [], columns: COLUMNS.map(([title, width]) => ({ title, width })), rows },
    { name: "Petunjuk", heading: ["Petunjuk pengisian"], columns: [{ title: "Ketentuan", width: 120 }], rows: NOTES.map((note) => [note]) },
  ]);
}
