import { expect, test } from "vitest";
import { periodeOf } from "./calendar.ts";
import { SIASN_RATING, siasnKuadran, siasnRecord, siasnRefusals, type SiasnResult } from "./siasn.ts";
import { EKSPEKTASI, PREDIKAT } from "./vocabulary.ts";

const UNSET = { butuhPerbaikan: null, kurang: null };
const result = (over: Partial<SiasnResult> = {}): SiasnResult => ({
  periode: periodeOf("2026-08", "triwulanan"), hasilKerja: "di_atas", perilaku: "sesuai", predikat: "baik", pegawaiNip: "198503032010011003",
  penilai: { nip: "197909122006041002", name: "Kabid", jabatan: "Kepala Bidang", unit: "Bidang A1", golongan: "III/d" }, ...over,
});

test("ratings and quadrant are those that are confirmed; the other two are what the city has set, never a guess", () => {
  expect(EKSPEKTASI.map((one) => SIASN_RATING[one])).toEqual([1, 2, 3]);
  expect(PREDIKAT.map((one) => siasnKuadran(one, UNSET))).toEqual([1, 2, null, null, 5]);
  expect(PREDIKAT.map((one) => siasnKuadran(one, { butuhPerbaikan: 4, kurang: 3 }))).toEqual([1, 2, 4, 3, 5]);
  expect(siasnRefusals(result({ predikat: "kurang" }), { butuhPerbaikan: 3, kurang: null })).toEqual(["siasn_kuadran_unset"]);
});
test("who has no NIP, or a penilai who is no ASN, is not told to the service", () => {
  expect(siasnRefusals(result(), UNSET)).toEqual([]);
  expect(siasnRefusals(result({ pegawaiNip: null, penilai: { ...result().penilai, nip: null } }), UNSET)).toEqual(["siasn_no_nip", "siasn_penilai_not_asn"]);
});
test("a quarter and a month go to kinerjaperiodik, the year to skp22, field by field (rules 6.5)", () => {
  const penilai = { penilaiNipNrp: "197909122006041002", penilaiNama: "Kabid", penilaiJabatan: "Kepala Bidang", penilaiUnorNama: "Bidang A1", penilaiGolongan: "III/d", statusPenilai: "ASN" };
  const ratings = { hasilKinerjaNilai: 1, perilakuKerjaNilai: 2, kuadranKinerjaNilai: 2 };
  expect(siasnRecord(result(), UNSET, "orang-1")).toEqual({ path: "/kinerjaperiodik/save", body: { tahun: 2026, tahunMulaiPenilaian: 2026, bulanMulaiPenilaian: 7, tahunSelesaiPenilaian: 2026, bulanSelesaiPenilaian: 9, periodikId: 2, pnsDinilaiId: "orang-1", koefisienId: null, ...ratings, ...penilai } });
  expect(siasnRecord(result({ periode: periodeOf("2026-08", "bulanan") }), UNSET, "orang-1").body).toMatchObject({ bulanMulaiPenilaian: 8, bulanSelesaiPenilaian: 8, periodikId: 1 });
  expect(siasnRecord(result({ periode: periodeOf("2026-08", "tahunan") }), UNSET, "orang-1")).toEqual({ path: "/skp22/save", body: { id: null, tahun: 2026, pnsDinilaiOrang: "orang-1", ...ratings, ...penilai, path: [] } });
});
