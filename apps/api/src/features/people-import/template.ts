import { ROW_PROBLEM_WORDS, type Input, type exportPeopleTemplate } from "@teraju/contracts";
import { peopleImport as rules } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { toCsv } from "../../csv.ts";
import { mustRole } from "../../standing.ts";
import { writeWorkbook, XLSX_TYPE, type Sheet } from "../../xlsx.ts";
import { loadState } from "./queries.ts";
import { problems, type Choice } from "./service.ts";

type Table = { name: string; titles: readonly string[]; rows: string[][]; widths: Record<string, number> };
type File = { type: string; name: string; bytes: Buffer };

const NOTES = [
  "Satu baris untuk satu penempatan: pegawai dengan Plt. atau Plh. punya lebih dari satu baris.",
  "NIP ditulis sebagai teks, 18 angka. PPPK yang nomornya belum terbit: NIP dikosongkan.",
  "ID Teraju diisi oleh Teraju. Untuk pegawai baru dikosongkan.",
  "Kode Unit mengikuti lembar Unit. Kolom Unit dan Perangkat Daerah hanya keterangan bila Kode Unit diisi.",
  "Jenis Jabatan: JPT Pratama, Administrator, Pengawas, Pelaksana, Fungsional. Status Penempatan: Definitif, Plt., Plh. Pimpinan Unit: Ya, Tidak.",
  "NIP Penilai dan NIP Atasan Penilai: 18 angka. Untuk Wali Kota ditulis nama masuknya, misalnya walikota.",
  "Yang tidak ditulis di berkas tidak diubah. Tidak ada yang berubah sebelum pratinjau disetujui.",
];

/** Our template, empty or with today's people and units; a CSV holds one of its two tables. What it gives can be imported as it is: it then says nothing new. */
export async function exportTemplate(ctx: Ctx, { isi, bentuk, tabel = "pegawai" }: Input<typeof exportPeopleTemplate>["query"]): Promise<File> {
  mustRole(ctx, "people-import.read");
  const state = isi === "kosong" ? null : await loadState(ctx.pool, ctx.today);
  const tables = { pegawai: peopleTable(state), unit: unitTable(state) };
  const stem = `${isi === "kosong" ? "templat" : "data"}-${bentuk === "csv" ? tabel : "pegawai"}-${ctx.today}`;
  if (bentuk === "csv") return { type: "text/csv; charset=utf-8", name: `${stem}.csv`, bytes: toCsv([tables[tabel].titles, ...tables[tabel].rows]) };
  const notes: Sheet = { name: "Petunjuk", heading: ["Petunjuk pengisian"], columns: [{ title: "Ketentuan", width: 120 }], rows: NOTES.map((note) => [note]) };
  return { type: XLSX_TYPE, name: `${stem}.xlsx`, bytes: await writeWorkbook([...[tables.pegawai, tables.unit].map(sheetOf), notes]) };
}

function sheetOf({ name, titles, rows, widths }: Table): Sheet {
  return { name, heading: [], columns: titles.map((title) => ({ title, width: widths[title] ?? 16 })), rows };
}

const JENIS = { jpt_pratama: "JPT Pratama", administrator: "Administrator", pengawas: "Pengawas", pelaksana: "Pelaksana", fungsional: "Fungsional", kepala_daerah: "Kepala Daerah" } as const;
const STATUS = { definitif: "Definitif", plt: "Plt.", plh: "Plh." } as const;

function peopleTable(state: rules.CityState | null): Table {
  const titles = rules.PERSON_FIELDS.map((field) => rules.PERSON_HEADINGS[field][0]);
  const widths = { "ID Teraju": 38, NIP: 22, Nama: 34, Unit: 34, "Perangkat Daerah": 34, Jabatan: 34, "NIP Penilai": 22, "NIP Atasan Penilai": 22 };
  if (state === null) return { name: "Pegawai", titles, rows: [], widths };
  const units = new Map(state.units.map((unit) => [unit.id, unit]));
  const posts = new Map(state.posts.map((post) => [post.id, post]));
  const people = new Map(state.people.map((person) => [person.id, person]));
  const nameOf = (id: string | null): string => (id === null ? "" : people.get(id)?.nip ?? people.get(id)?.login ?? id);
  const rows = state.people.filter(({ jenis }) => jenis !== "pejabat").flatMap((person) => person.seats.flatMap((seat) => {
    const [unit, post] = [units.get(seat.unitId), posts.get(seat.postId)];
    if (unit === undefined || post === undefined) return [];
    const cells: Record<rules.PersonField, string> = {
      id: person.id, nip: person.nip ?? "", nama: person.name, jenis: person.jenis === "pns" ? "PNS" : "PPPK", golongan: person.golongan ?? "", rumpun: person.rumpun ?? "", kodeUnit: unit.code, unit: unit.name,
      unitInduk: unit.opdId === null ? "" : units.get(unit.opdId)?.name ?? "", jabatan: post.name, jenisJabatan: JENIS[post.jenis], jenjang: post.jenjang ?? "", pimpinan: post.isHead ? "Ya" : "Tidak", status: STATUS[seat.kind],
      penilai: nameOf(person.penilai?.penilaiId ?? null), atasan: nameOf(person.penilai?.atasanId ?? null),
    };
    return [{ ord: unit.id, cells: rules.PERSON_FIELDS.map((field) => cells[field]) }];
  }));
  const order = new Map(state.units.map(({ id }, i) => [id, i]));
  return { name: "Pegawai", titles, widths, rows: rows.toSorted((a, b) => (order.get(a.ord) ?? 0) - (order.get(b.ord) ?? 0)).map(({ cells }) => cells) };
}

function unitTable(state: rules.CityState | null): Table {
  const titles = rules.UNIT_FIELDS.map((field) => rules.UNIT_HEADINGS[field][0]);
  const codes = new Map(state?.units.map(({ id, code }) => [id, code]));
  const rows = (state?.units ?? []).map(({ code, name, shortName, kind, parentId }) => [code, name, shortName ?? "", kind === "opd" || kind === "upt" ? kind.toUpperCase() : `${kind[0]?.toUpperCase()}${kind.slice(1)}`, codes.get(parentId ?? "") ?? ""]);
  return { name: "Unit", titles, rows, widths: { "Kode Unit": 24, "Nama Unit": 44, "Kode Induk": 24 } };
}

/** What is wrong, line by line, to be repaired beside the file. */
export async function exportProblems(ctx: Ctx, id: string, choice: Choice): Promise<Buffer> {
  const all = await problems(ctx, id, choice);
  return writeWorkbook([{
    name: "Masalah", heading: ["Baris bermasalah", "Baris ini tidak ikut diterapkan. Perbaiki di berkas asal, lalu unggah lagi."],
    columns: [{ title: "Lembar", width: 12 }, { title: "Baris", width: 8 }, { title: "NIP atau kode", width: 24 }, { title: "Nama", width: 34 }, { title: "Kolom", width: 22 }, { title: "Isi sel", width: 28 }, { title: "Masalah", width: 90 }],
    rows: all.map(({ of, line, key, name, problem: { field, value, code } }) => [of === "unit" ? "Unit" : "Pegawai", line === 0 ? null : line, key, name, field === null ? null : headingOf(field), value, ROW_PROBLEM_WORDS[code]]),
  }]);
}

function headingOf(field: rules.ImportField): string {
  const headings: Record<string, readonly [string, ...string[]]> = { ...rules.PERSON_HEADINGS, ...rules.UNIT_HEADINGS };
  return headings[field]?.[0] ?? field;
}
