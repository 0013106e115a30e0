/** The record of a konseling (Lampiran BAB III.D.5.c.2.(c)). The annex prints no form of it: this one is Teraju's own, and says so. */
import { type konseling, NOTES } from "@teraju/domain";
import { longDate } from "./dates.ts";
import type { PembinaanContent } from "./form-content.ts";
import { cell, partiesTable, shaded, title } from "./form-parts.ts";
import { NONE } from "./form-words.ts";
import type { Block, Cell } from "./forms.ts";

type Isi = Extract<PembinaanContent["isi"], { format: "KONSELING" }>;

const JENIS = { penilai: "Pejabat penilai kinerja yang telah memperoleh pelatihan konseling", pejabat_fungsi: "Pejabat yang memiliki fungsi memberikan konseling", independen: "Konselor independen yang ditunjuk instansi pemerintah" } as const satisfies Record<konseling.KonselorJenis, string>;
const DASAR = { penilai: "PELATIHAN KONSELING", pejabat_fungsi: "FUNGSI", independen: "SURAT PENUNJUKAN" } as const satisfies Record<konseling.KonselorJenis, string>;
const HASIL = { teratasi: "Masalah teratasi", sebagian: "Masalah teratasi sebagian", belum: "Masalah belum teratasi" } as const satisfies Record<konseling.HasilKonseling, string>;

export function konselingBlocks(content: PembinaanContent, isi: Isi): Block[] {
  const { jenis, konselor, dasar, tempat, dari, sampai, pertemuan, masalah, hasil, kesepakatan, saran } = isi;
  const row = (label: string, value: string): Cell[] => [cell(label), cell(value)];
  const asked = (text: string, answer: string): Cell[][] => [[shaded(text, { colspan: 2 })], [cell(answer, { colspan: 2 })]];
  return [
    { kind: "text", above: 6, lines: [] }, partiesTable(content), { kind: "text", above: 6, lines: [] },
    { kind: "table", widths: [-52, 1], head: [[title("KONSELOR DAN PELAKSANAAN", { colspan: 2 })]], rows: [
      row("KONSELOR", konselor.name), row("NIP", konselor.nip ?? NONE), row("JABATAN", konselor.jabatan ?? NONE), row("SEBAGAI", JENIS[jenis]), row(DASAR[jenis], dasar),
      row("WAKTU", dari === sampai ? longDate(dari) : `${longDate(dari)} sampai ${longDate(sampai)}`), row("JUMLAH PERTEMUAN", String(pertemuan)), row("TEMPAT", tempat),
    ] },
    { kind: "text", above: 6, lines: [] },
    { kind: "table", widths: [-52, 1], head: [[title("HASIL KONSELING", { colspan: 2 })]], rows: [
      ...asked("MASALAH PERILAKU KERJA YANG DIBAHAS", masalah), ...asked("HASIL", HASIL[hasil]), ...asked("YANG DISEPAKATI DENGAN PEGAWAI", kesepakatan), ...asked("SARAN TINDAK LANJUT", saran ?? NONE),
    ] },
    { kind: "notes", lines: ["Isi percakapan bersifat rahasia dan tidak dimuat dalam rekaman ini (Lampiran BAB III huruf D angka 5 huruf b PermenPANRB 6/2022).", NOTES.rekamanBentukTeraju] },
  ];
}
