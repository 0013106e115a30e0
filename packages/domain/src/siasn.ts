import type { Month, Periode } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { Ekspektasi, Predikat } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

/** Codes of the SIASN web service for a rating, as its public clients use them (rules §6.5). */
export const SIASN_RATING = { di_atas: 1, sesuai: 2, di_bawah: 3 } as const satisfies Record<Ekspektasi, number>;
/** Ids of the quadrant that are confirmed. Those of the two predikat between are not, and are never guessed: a city that knows them sets them. */
const KUADRAN = { sangat_baik: 1, baik: 2, sangat_kurang: 5 } as const;
/** What the city has set for the two unconfirmed ones; null: not set. */
export type SiasnKuadran = { readonly butuhPerbaikan: number | null; readonly kurang: number | null };

export type SiasnResult = {
  readonly periode: Periode; readonly hasilKerja: Ekspektasi; readonly perilaku: Ekspektasi; readonly predikat: Predikat;
  readonly pegawaiNip: string | null;
  readonly penilai: { readonly nip: string | null; readonly name: string; readonly jabatan: string | null; readonly unit: string | null; readonly golongan: string | null };
};
/** One request to the service; `pnsId` is its own id of the pegawai. */
export type SiasnRecord = { readonly path: "/kinerjaperiodik/save" | "/skp22/save"; readonly body: Readonly<Record<string, string | number | string[] | null>> };

/** Null where the id is one of the two that nobody has confirmed and the city has not set. */
export function siasnKuadran(predikat: Predikat, { butuhPerbaikan, kurang }: SiasnKuadran): number | null {
  return predikat === "butuh_perbaikan" ? butuhPerbaikan : predikat === "kurang" ? kurang : KUADRAN[predikat];
}

/** Why a result cannot be told to the service. Of a penilai who is no ASN (the Wali Kota) the value of `statusPenilai` is not confirmed. */
export function siasnRefusals({ predikat, pegawaiNip, penilai }: SiasnResult, kuadran: SiasnKuadran): Refusal[] {
  return reasons({ siasn_kuadran_unset: siasnKuadran(predikat, kuadran) === null, siasn_no_nip: pegawaiNip === null, siasn_penilai_not_asn: penilai.nip === null });
}

/**
 * The field mapping: a month or a quarter goes to `kinerjaperiodik` (`periodikId` 1 and 2), the year to `skp22`. `koefisienId` is left
 * empty: its ids are known for the predikat Baik alone.
 */
export function siasnRecord({ periode, hasilKerja, perilaku, predikat, penilai }: SiasnResult, kuadran: SiasnKuadran, pnsId: string): SiasnRecord {
  const ratings = { hasilKinerjaNilai: SIASN_RATING[hasilKerja], perilakuKerjaNilai: SIASN_RATING[perilaku], kuadranKinerjaNilai: siasnKuadran(predikat, kuadran) };
  const by = { penilaiNipNrp: penilai.nip, penilaiNama: penilai.name, penilaiJabatan: penilai.jabatan, penilaiUnorNama: penilai.unit, penilaiGolongan: penilai.golongan, statusPenilai: "ASN" };
  if (periode.kind === "tahunan") return { path: "/skp22/save", body: { id: null, tahun: periode.year, pnsDinilaiOrang: pnsId, ...ratings, ...by, path: [] } };
  return {
    path: "/kinerjaperiodik/save",
    body: {
      tahun: periode.year, tahunMulaiPenilaian: periode.year, bulanMulaiPenilaian: monthNumber(periode.firstMonth), tahunSelesaiPenilaian: periode.year, bulanSelesaiPenilaian: monthNumber(periode.lastMonth),
      periodikId: periode.kind === "bulanan" ? 1 : 2, pnsDinilaiId: pnsId, koefisienId: null, ...ratings, ...by,
    },
  };
}

/** January is 1. */
const monthNumber = (month: Month): number => Number(month.slice(5));
