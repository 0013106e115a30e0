import { expect, test } from "vitest";
import { postName, readGolongan, readJenis, readJenisJabatan, readSeatKind, readYesNo } from "./values.ts";

// How a post is held: our own column says it in words; e-Kinerja's column says only that it is acting, and the post's name as what.
test.each([
  ["Definitif", "Kepala Bidang", "definitif"], ["Plt", "Kepala Bidang", "plt"], ["Pelaksana Tugas", "Kepala Bidang", "plt"], ["Pj.", "Kepala Bidang", "plt"], ["Penjabat", "Kepala Bidang", "plt"], ["PLH", "Kepala Bidang", "plh"], ["Pelaksana Harian", "Kepala Bidang", "plh"],
  ["Ya", "Plh. Kepala Bidang", "plh"], ["ya", "Kepala Bidang (PLH)", "plh"], ["Ya", "Plt. Kepala Bidang", "plt"], ["1", "Kepala Bidang", "plt"],
  ["Tidak", "Kepala Bidang", "definitif"], ["", "Kepala Bidang", "definitif"], ["", "Plt. Kepala Bidang", "plt"], ["", "PJ Kepala Bidang", "plt"], ["", "plh Kepala Bidang", "plh"],
  // Words that only begin alike, or stand elsewhere, say nothing.
  ["", "Pjok Guru", "definitif"], ["", "Plhan", "definitif"], ["", "Staf Plt. Kepala Bidang", "definitif"], ["", "Staf Plh. Kepala Bidang", "definitif"], ["Ya", "Plhan", "plt"],
  ["kadang", "Kepala Bidang", undefined], ["sementara", "Plt. Kepala Bidang", undefined],
] as const)("status %j of %j: %s", (text, jabatan, kind) => expect(readSeatKind(text, jabatan)).toBe(kind));

test.each([
  ["Plt. Kepala Bidang", "Kepala Bidang"], ["PLH Kepala Bidang", "Kepala Bidang"], ["Pj.   Kepala Bidang ", "Kepala Bidang"], ["plt.Kepala Bidang", "Kepala Bidang"], ["  Kepala Bidang ", "Kepala Bidang"],
  ["Pltu Operator", "Pltu Operator"], ["Staf Plt. Kepala Bidang", "Staf Plt. Kepala Bidang"], ["Plt.", ""], ["", ""],
])("%j is the post %j", (text, name) => expect(postName(text)).toBe(name));

// rules §5: PNS I/a to IV/e, of which only IV has an e; PPPK I to XVII without a ruang.
test.each([
  ["III/c", "III/c"], ["iii c", "III/c"], ["IV/e", "IV/e"], ["iv/E", "IV/e"], ["I/a", "I/a"], [" II/d ", "II/d"], ["IX", "IX"], ["xvii", "XVII"], ["", null],
  ["III/e", undefined], ["I/e", undefined], ["V/a", undefined], ["XVIII", undefined], ["Penata", undefined],
] as const)("golongan %j: %s", (text, golongan) => expect(readGolongan(text)).toBe(golongan));

test.each([
  ["PNS", "pns"], ["cpns", "pns"], ["PPPK", "pppk"], ["P3K", "pppk"], ["PPPK Paruh Waktu", "pppk"], ["pppk penuh waktu", "pppk"], ["honorer", undefined], ["PNS PPPK", undefined], ["", undefined],
] as const)("%j is %s", (text, jenis) => expect(readJenis(text)).toBe(jenis));

test.each([
  ["Ya", true], ["Y", true], ["TRUE", true], ["1", true], ["benar", true], ["Tidak", false], ["", false], ["0", false], ["bukan", false], ["n", false], ["t", false], ["false", false], ["mungkin", undefined],
])("%j says %s", (text, answer) => expect(readYesNo(text)).toBe(answer));

test.each([
  ["Jabatan Pimpinan Tinggi Pratama", "jpt_pratama"], ["Jabatan Administrator", "administrator"], ["pengawas", "pengawas"], ["Fungsional Umum", "pelaksana"], ["JF", "fungsional"], ["Jabatan Fungsional Tertentu", "fungsional"],
  // "Struktural" is any of three; the head of the city is no post of a file of ASN.
  ["Struktural", null], ["Jabatan Struktural", null], ["", null], ["kepala_daerah", undefined], ["Tenaga ahli", undefined],
] as const)("jenis jabatan %j: %s", (text, jenis) => expect(readJenisJabatan(text)).toBe(jenis));
