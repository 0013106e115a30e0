import { describe, expect, test } from "vitest";
import { absenceRefusals, absenceRemovalRefusals, areOverlapping, bacaCuti, isTanpaSkp, KOLOM_CUTI, type KolomCuti } from "./cuti.ts";

const line = (more: Partial<Record<KolomCuti, string>> = {}) => bacaCuti({ nip: "198503032010011003", jenis: "Cuti melahirkan", mulai: "2026-11-02", selesai: "2027-01-31", keterangan: " 800/12 ", ...more });

describe("a line of leave", () => {
  test("is read with its kind, its days and its remark", () => {
    expect(KOLOM_CUTI).toEqual(["nip", "jenis", "mulai", "selesai", "keterangan"]);
    expect(line()).toEqual({ cuti: { nip: "198503032010011003", kind: "cuti", cuti: "melahirkan", firstDay: "2026-11-02", lastDay: "2027-01-31", note: "800/12", surat: null } });
    expect(line({ selesai: "", keterangan: "" })).toMatchObject({ cuti: { lastDay: null, note: null } });
  });
  test.each([
    ["tahunan", "cuti", "tahunan"], ["Cuti Besar", "cuti", "besar"], ["cuti_sakit", "cuti", "sakit"], ["Cuti karena alasan penting", "cuti", "alasan_penting"], ["alasan penting", "cuti", "alasan_penting"], ["bersama", "cuti", "bersama"],
    ["CLTN", "cuti", "cltn"], ["Cuti di luar tanggungan negara", "cuti", "cltn"], ["Cuti", "cuti", null], ["Tugas belajar", "tugas_belajar", null], ["diberhentikan sementara", "diberhentikan_sementara", null],
  ])("%s is %s, %s", (jenis, kind, cuti) => expect(line({ jenis, nomor_surat: "800/5", tanggal_surat: "2026-10-20" })).toMatchObject({ cuti: { kind, cuti } }));
  test.each([
    [{ nip: "1.98E+17" }, [{ kolom: "nip", masalah: "nip_tidak_sah" }]], [{ jenis: "liburan" }, [{ kolom: "jenis", masalah: "jenis_tidak_dikenal" }]],
    [{ mulai: "2/11/2026" }, [{ kolom: "mulai", masalah: "tanggal_tidak_sah" }]], [{ selesai: "2026-02-30" }, [{ kolom: "selesai", masalah: "tanggal_tidak_sah" }]],
    [{ selesai: "2026-11-01" }, [{ kolom: "selesai", masalah: "selesai_sebelum_mulai" }]], [{ nip: "", jenis: "" }, [{ kolom: "nip", masalah: "nip_tidak_sah" }, { kolom: "jenis", masalah: "jenis_tidak_dikenal" }]],
    [{ jenis: "CLTN" }, [{ kolom: "nomor_surat", masalah: "surat_tidak_ada" }]], [{ jenis: "CLTN", nomor_surat: "800/5" }, [{ kolom: "tanggal_surat", masalah: "surat_tidak_ada" }]],
    [{ tanggal_surat: "2026-10-20" }, [{ kolom: "nomor_surat", masalah: "surat_tidak_ada" }]], [{ nomor_surat: "800/5", tanggal_surat: "20 Oktober" }, [{ kolom: "tanggal_surat", masalah: "tanggal_tidak_sah" }]],
  ])("%j is named", (more, masalah) => expect(line(more)).toEqual({ masalah }));
});

test.each([
  ["2026-11-02", "2026-11-05", "2026-11-05", "2026-11-09", true], ["2026-11-02", "2026-11-05", "2026-11-06", null, false], ["2026-11-02", null, "2027-01-01", "2027-01-02", true], ["2026-11-06", null, "2026-11-01", "2026-11-05", false],
])("%s to %s and %s to %s", (a, b, c, d, expected) => expect(areOverlapping({ firstDay: a, lastDay: b }, { firstDay: c, lastDay: d })).toBe(expected));

describe("what leaves no SKP rests on a keputusan", () => {
  const surat = { nomor: "800/5", tanggal: "2026-10-20" };
  const of = (kind: "cuti" | "tugas_belajar" | "diberhentikan_sementara" | "masa_persiapan_pensiun", cuti: "cltn" | "sakit" | null = null) => ({ kind, cuti });

  test("suspension, masa persiapan pensiun and CLTN need its number and date; other cuti and tugas belajar do not", () => {
    expect([of("diberhentikan_sementara"), of("masa_persiapan_pensiun"), of("cuti", "cltn"), of("cuti", "sakit"), of("cuti"), of("tugas_belajar")].map(isTanpaSkp)).toEqual([true, true, true, false, false, false]);
    expect(absenceRefusals({ ...of("cuti", "cltn"), surat: null }, { isOwn: false })).toEqual(["letter_missing"]);
    expect(absenceRefusals({ ...of("diberhentikan_sementara"), surat }, { isOwn: false })).toEqual([]);
    expect(absenceRefusals({ ...of("diberhentikan_sementara"), surat }, { isOwn: true })).toEqual(["own_line"]);
    expect(absenceRefusals({ ...of("cuti", "sakit"), surat: null }, { isOwn: false })).toEqual([]);
  });

  test("it is taken back by who recorded it, or by BKPSDM; any other mark by whoever may mark", () => {
    const other = { isOwn: false, isOwnRecord: false, isBkpsdm: false, isSettled: false };
    expect(absenceRemovalRefusals(of("diberhentikan_sementara"), other)).toEqual(["not_yours"]);
    expect(absenceRemovalRefusals(of("diberhentikan_sementara"), { ...other, isBkpsdm: true })).toEqual([]);
    expect(absenceRemovalRefusals(of("diberhentikan_sementara"), { ...other, isOwnRecord: true })).toEqual([]);
    expect(absenceRemovalRefusals(of("cuti", "sakit"), other)).toEqual([]);
    expect(absenceRemovalRefusals(of("cuti", "sakit"), { ...other, isOwn: true })).toEqual(["own_line"]);
    expect(absenceRemovalRefusals(of("cuti", "sakit"), { ...other, isSettled: true })).toEqual(["period_closed"]);
  });
});
