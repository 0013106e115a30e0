/**
 * The three forms of Peraturan BKN 3/2023. The words of PAK are those of the annex (contoh 12); those of konversi and akumulasi are as
 * agencies' own sheets agree on them, since their pages are not in our hands (README says what is uncertain).
 */
import { roundHalfUp } from "@teraju/domain";
import { longDate, monthName } from "./dates.ts";
import type { AngkaKreditBaris, AngkaKreditContent } from "./form-content.ts";
import { cell, part, shaded, slot, title } from "./form-parts.ts";
import { figureWords, NONE, PREDIKAT } from "./form-words.ts";
import type { Block, Cell, Part } from "./forms.ts";

const DOTS = "................................";
const DECIMALS = 2;
const MONTHS_A_YEAR = 12;
const figure = (value: number): string => figureWords(value, null);
const monthOnly = (month: string): string => monthName(month).split(" ")[0] ?? month;
/** "Januari - Desember" */
const monthsOf = ({ dari, sampai }: AngkaKreditBaris): string => (dari === sampai ? monthOnly(dari) : `${monthOnly(dari)} - ${monthOnly(sampai)}`);
/** "150%", or "2/12 x 100%" of a part of a year, as BKN's own example fills it in. */
const percentOf = ({ bulan, persen }: AngkaKreditBaris): string => (bulan === MONTHS_A_YEAR ? `${persen}%` : `${bulan}/${MONTHS_A_YEAR} x ${persen}%`);
const SEX = { L: "Laki-laki", P: "Perempuan" } as const;

/** Nama … Unit Kerja: eight lines. What Teraju does not hold (Karpeg, place of birth, TMT pangkat) is left to the hand that completes the form. */
function personTable({ pegawai, lahir, kelamin, tmtJabatan }: AngkaKreditContent, head: readonly Cell[]): Block {
  const facts: readonly (readonly [string, string])[] = [
    ["Nama", pegawai.name], ["NIP", pegawai.nip ?? NONE], ["Nomor Seri KARPEG", ""], ["Tempat/Tgl. Lahir", `${DOTS.slice(0, 16)}, ${lahir === null ? "" : longDate(lahir)}`], ["Jenis Kelamin", kelamin === null ? "" : SEX[kelamin]],
    ["Pangkat/Golongan Ruang/TMT", `${pegawai.pangkat ?? NONE} / ${DOTS.slice(0, 16)}`], ["Jabatan/TMT", [pegawai.jabatan ?? NONE, ...(tmtJabatan === null ? [] : [longDate(tmtJabatan)])].join(" / ")], ["Unit Kerja", pegawai.unit ?? NONE],
  ];
  return { kind: "table", widths: [-10, -58, 1], head: [head], rows: facts.map(([label, value], i) => [cell(String(i + 1), { center: true }), cell(label), cell(value)]) };
}

const spanOf = ({ first, last, instansi }: AngkaKreditContent, label: string): Block => ({ kind: "span", instansi: `Instansi: ${instansi}`, span: `${label}: ${first.slice(0, 4) === last.slice(0, 4) ? monthOnly(first.slice(0, 7)) : monthName(first.slice(0, 7))} - ${monthName(last.slice(0, 7))}` });
const numbered = (n: number): Cell[] => Array.from({ length: n }, (_, i) => title(String(i + 1)));
const gap: Block = { kind: "text", above: 2, lines: [] };
/** Teraju computes, the official sets: place and day are the hand's. */
const setBy = (content: AngkaKreditContent, role: string, isNamed: boolean): Block => ({
  kind: "signatures",
  slots: [null, slot({ ...(isNamed ? content.penilai : { name: `(${DOTS})`, nip: DOTS, pangkat: null, jabatan: null, unit: null }), role, signed: null, unsigned: null, place: `Ditetapkan di ${content.place}, pada tanggal ${DOTS.slice(0, 20)}` })],
});
const BASIS = "Angka kredit = prosentase predikat x koefisien per tahun x bulan/12, dibulatkan dua angka di belakang koma untuk tiap periode (PermenPANRB 1/2023 Pasal 37).";
const TEMBUSAN = "Tembusan disampaikan kepada: 1. Pimpinan Instansi Pengusul; 2. Pejabat Penilai Kinerja; 3. Pejabat yang membidangi kepegawaian.";
const base = (content: AngkaKreditContent, blocks: readonly Block[]): Part[] => [part(content, content.format, { flipped: false, lines: [`NOMOR ${DOTS}`], blocks })];

export function konversiParts(content: AngkaKreditContent): Part[] {
  const { baris, jumlah } = content;
  return base(content, [
    spanOf(content, "Periode"), personTable(content, [title("PEJABAT FUNGSIONAL YANG DINILAI", { colspan: 3 })]), gap,
    {
      kind: "table", widths: [1.2, 1, 1, 1.2],
      head: [[title("KONVERSI PREDIKAT KINERJA KE ANGKA KREDIT", { colspan: 4 })], [title("HASIL PENILAIAN KINERJA", { colspan: 2 }), title("KOEFISIEN PER TAHUN", { rowspan: 2 }), title("ANGKA KREDIT YANG DIDAPAT (KOLOM 2 X KOLOM 3)", { rowspan: 2 })], [title("PREDIKAT"), title("PROSENTASE")], numbered(4)],
      rows: [
        ...baris.map((one) => [cell(PREDIKAT[one.predikat], { center: true }), cell(percentOf(one), { center: true }), cell(figure(one.koefisien), { center: true }), cell(figure(one.angkaKredit), { center: true })]),
        ...(baris.length > 1 ? [[shaded("JUMLAH", { colspan: 3 }), cell(figure(jumlah), { center: true })]] : []),
      ],
    },
    setBy(content, "Pejabat Penilai Kinerja", true), { kind: "notes", lines: [TEMBUSAN, BASIS] },
  ]);
}

export function akumulasiParts(content: AngkaKreditContent): Part[] {
  const { baris, jumlah } = content;
  return base(content, [
    spanOf(content, "Periode"), personTable(content, [title("PEJABAT FUNGSIONAL YANG DINILAI", { colspan: 3 })]), gap,
    {
      kind: "table", widths: [-16, 1.4, 1.2, 1, 1, 1],
      head: [[title("HASIL PENILAIAN ANGKA KREDIT", { colspan: 6 })], [title("HASIL PENILAIAN KINERJA", { colspan: 4 }), title("KOEFISIEN PER TAHUN", { rowspan: 2 }), title("ANGKA KREDIT YANG DIDAPAT", { rowspan: 2 })], ["TAHUN", "PERIODIK (BULAN)", "PREDIKAT", "PROSENTASE"].map((text) => title(text)), numbered(6)],
      rows: [
        ...baris.map((one) => [String(one.tahun), monthsOf(one), PREDIKAT[one.predikat], percentOf(one), figure(one.koefisien), figure(one.angkaKredit)].map((text) => cell(text, { center: true }))),
        [shaded("JUMLAH ANGKA KREDIT YANG DIPEROLEH", { colspan: 5 }), cell(figure(jumlah), { center: true })],
      ],
    },
    setBy(content, "Pejabat Penilai Kinerja", true), { kind: "notes", lines: [TEMBUSAN, BASIS] },
  ]);
}

/** "Kelebihan 11,25", "Kekurangan 3,75" */
const differenceWords = (have: number, need: number): string => (have >= need ? `Kelebihan ${figure(roundHalfUp(have - need, DECIMALS))}` : `Kekurangan ${figure(roundHalfUp(need - have, DECIMALS))}`);

export function penetapanParts(content: AngkaKreditContent): Part[] {
  const { jumlah, pak, minimal: { kenaikanPangkat, kenaikanJenjang } } = content;
  const total = roundHalfUp(pak.nilai + jumlah, DECIMALS);
  const line = (no: number, name: string, before: number | null, now: number | null, said: string): Cell[] =>
    [cell(String(no), { center: true }), cell(name), ...[before, now, before === null && now === null ? null : (before ?? 0) + (now ?? 0)].map((value) => cell(value === null ? NONE : figure(value), { center: true })), cell(said)];
  return base(content, [
    spanOf(content, "Masa Penilaian"), personTable(content, [title("I"), title("KETERANGAN PERORANGAN", { colspan: 2 })]), gap,
    {
      kind: "table", widths: [-10, 2.6, 0.8, 0.8, 0.8, 1.9],
      head: [[title("HASIL PENILAIAN ANGKA KREDIT", { colspan: 6 })], ["II", "PENETAPAN ANGKA KREDIT", "LAMA", "BARU", "JUMLAH", "KETERANGAN"].map((text) => title(text)), numbered(6)],
      rows: [
        line(1, "AK Dasar yang diberikan", null, null, ""), line(2, "AK JF lama", null, null, ""), line(3, "AK Penyesuaian/ Penyetaraan", null, null, ""), line(4, "AK Konversi", null, jumlah, ""),
        line(5, "AK yang diperoleh dari peningkatan pendidikan", null, null, ""), line(6, "AK kumulatif pada PAK terakhir **)", pak.nilai, null, `${pak.sumber}, per ${longDate(pak.perTanggal)}`),
        [shaded("JUMLAH ANGKA KREDIT KUMULATIF", { colspan: 2 }), cell(figure(pak.nilai), { center: true }), cell(figure(jumlah), { center: true }), cell(figure(total), { center: true }), cell("")],
      ],
    },
    gap,
    {
      kind: "table", widths: [3.4, 1, 1], head: [[title("Keterangan"), title("Pangkat"), title("Jenjang Jabatan")]],
      rows: [
        [cell("Angka Kredit Minimal yang harus dipenuhi untuk kenaikan pangkat/ jenjang"), cell(figure(kenaikanPangkat), { center: true }), cell(kenaikanJenjang === null ? NONE : figure(kenaikanJenjang), { center: true })],
        [cell("Kelebihan/Kekurangan*) Angka Kredit yang harus dicapai untuk kenaikan pangkat"), cell(differenceWords(total, kenaikanPangkat), { center: true }), cell("")],
        [cell("Kelebihan/Kekurangan*) Angka Kredit yang harus dicapai untuk kenaikan jenjang"), cell(""), cell(kenaikanJenjang === null ? NONE : differenceWords(total, kenaikanJenjang), { center: true })],
      ],
    },
    { kind: "shaded", fill: false, lines: [], title: `DAPAT/TIDAK DAPAT*) DIPERTIMBANGKAN UNTUK KENAIKAN PANGKAT/JENJANG JABATAN SETINGKAT LEBIH TINGGI MENJADI ${DOTS} JENJANG ${DOTS.slice(0, 20)} PANGKAT/GOLONGAN RUANG ${DOTS.slice(0, 20)}` },
    setBy(content, "Pejabat yang menetapkan", false),
    { kind: "notes", lines: [`ASLI Penetapan Angka Kredit untuk: Jabatan Fungsional yang bersangkutan. ${TEMBUSAN}`, "*) Coret yang tidak perlu: yang menetapkan memeriksa pula lowongan, uji kompetensi, dan syarat lain. **) Rinciannya ada pada PAK itu."] },
  ]);
}
