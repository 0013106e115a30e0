/**
 * Who should rate whom (PermenPANRB 6/2022 Pasal 1 angka 9 and Lampiran BAB IV.A; BKN's table after SE BKN 11/2023). A proposal only:
 * the relation itself is explicit and dated, since camat, kepala puskesmas and kepala sekolah need the city's decisions.
 */
import { type Citation, noted, rule } from "../decision.ts";
import { NOTES } from "../notes.ts";
import type { JenisJabatan, PenempatanKind } from "../vocabulary.ts";
import { type PegawaiId, permenpanrb6 } from "./permenpanrb-6-2022.ts";

const TABEL_BKN: Citation = { regulation: "Paparan BKN setelah SE BKN 11/2023", part: "Tabel pejabat penilai kinerja di instansi daerah", link: null };

/** From low to high. `pengawas` is the lowest that may rate (Pasal 1 angka 9). */
export const TINGKAT_PENILAI = ["pengawas", "administrator", "jpt_pratama", "kepala_daerah"] as const;
export type TingkatPenilai = (typeof TINGKAT_PENILAI)[number];

const MENURUT_JENIS = { jpt_pratama: "kepala_daerah", administrator: "jpt_pratama", pengawas: "administrator", pelaksana: "pengawas", kepala_daerah: "kepala_daerah" } as const satisfies Record<Exclude<JenisJabatan, "fungsional">, TingkatPenilai>;
const MENURUT_JENJANG: Readonly<Record<string, TingkatPenilai>> = { ahli_utama: "jpt_pratama", ahli_madya: "jpt_pratama", ahli_muda: "administrator", ahli_pertama: "pengawas" };

/**
 * The lowest official who rates a post: JPT pratama by the kepala daerah, administrator by JPT pratama, pengawas by administrator,
 * pelaksana by pengawas; fungsional by jenjang, keterampilan (and a jenjang that is not recorded) by pengawas.
 */
export const tingkatPenilai = rule({
  name: "Tingkat pejabat penilai",
  cite: TABEL_BKN,
  decide: ({ jenis, jenjang }: { jenis: JenisJabatan; jenjang: string | null }) =>
    noted<TingkatPenilai>(jenis === "fungsional" ? MENURUT_JENJANG[jenjang ?? ""] ?? "pengawas" : MENURUT_JENIS[jenis], NOTES.tabelPaparanBkn, jenis === "fungsional" && jenjang === null && NOTES.jenjangTidakTercatat),
});

/** Who holds the post that leads a unit. `jenis` is the post's; `hasDelegasi`: authority to rate was delegated (angka 3, 7); `isBerhalangan`: cannot act on that day. */
export type PemegangPimpinan = { pegawai: PegawaiId; kind: PenempatanKind; jenis: JenisJabatan; jenjang: string | null; hasDelegasi: boolean; isBerhalangan: boolean };
/** A unit on the way up with those who lead it; `isPerangkatDaerah`: hangs directly on the city. */
export type UnitGaris = { unit: string; isPerangkatDaerah: boolean; pimpinan: readonly PemegangPimpinan[] };
/** `isFinal`: the kepala daerah rates, so that there is no keberatan (angka 12). `isGanda`: two lead the unit at once, and people must say who it is. */
export type UsulanPenilai = { penilai: PegawaiId; atasan: PegawaiId | null; unit: string; sebagai: PenempatanKind; isFinal: boolean; isGanda: boolean };

type Found = { at: number; holder: PemegangPimpinan; isGanda: boolean; notes: (string | false)[] };
const tingkatOf = ({ jenis }: Pick<PemegangPimpinan, "jenis">): number => TINGKAT_PENILAI.findIndex((one) => one === jenis);

/** Who may act for a unit: its head, else a Plt. or Plh. to whom it was delegated. */
function pemegang({ pimpinan }: UnitGaris, self: PegawaiId): { holder: PemegangPimpinan | undefined; isGanda: boolean; isTanpaDelegasi: boolean } {
  const present = pimpinan.filter(({ pegawai, isBerhalangan }) => pegawai !== self && !isBerhalangan);
  const definitif = present.filter(({ kind }) => kind === "definitif");
  const able = definitif.length > 0 ? definitif : present.filter(({ kind }) => kind === "plt").concat(present.filter(({ kind }) => kind === "plh"));
  const delegated = able.filter(({ kind, jenis, hasDelegasi }) => hasDelegasi || (kind === "definitif" && jenis !== "fungsional"));
  return { holder: delegated[0], isGanda: definitif.length > 1, isTanpaDelegasi: able.length > 0 && delegated.length === 0 };
}

function cari(garis: readonly UnitGaris[], from: number, minimal: TingkatPenilai, self: PegawaiId): Found | null {
  const least = TINGKAT_PENILAI.indexOf(minimal);
  const notes = new Set<string>();
  for (const [at, unit] of garis.entries()) {
    if (at < from) continue;
    const { holder, isGanda, isTanpaDelegasi } = pemegang(unit, self);
    if (holder === undefined) {
      notes.add(isTanpaDelegasi ? NOTES.usulanTanpaDelegasi : NOTES.usulanJabatanKosong);
      continue;
    }
    // Who leads a perangkat daerah stands in the place of a JPT pratama (camat); a fungsional who leads rates all of the unit (angka 7).
    const rank = Math.max(tingkatOf(holder), unit.isPerangkatDaerah ? TINGKAT_PENILAI.indexOf("jpt_pratama") : -1);
    const isFungsional = holder.jenis === "fungsional";
    if (rank < least && !isFungsional) {
      notes.add(NOTES.usulanDiBawahTingkat);
      continue;
    }
    return {
      at, holder, isGanda,
      notes: [...notes, isFungsional && NOTES.usulanDelegasiFungsional, holder.kind !== "definitif" && NOTES.usulanDelegasiPelaksana, unit.isPerangkatDaerah && tingkatOf(holder) < rank && NOTES.usulanPimpinanPerangkatDaerah, isGanda && NOTES.usulanGanda],
    };
  }
  return null;
}

/**
 * Pasal 1 angka 9, Lampiran BAB IV.A.2–3, 5–7, 12: the nearest on the way up who leads a unit and is of the level that the post asks
 * for. An empty post, or one whose holder cannot act, is passed over (berjenjang); a Plt., a Plh. and a fungsional rate where that was
 * delegated to them. Who leads a unit, or acts as its Plt., is rated from above it: `garis` begins with the unit of the post that counts
 * (that of the Plt. while there is one) and ends with the city. Null: nobody on the way up may rate.
 */
export const usulanPenilai = rule({
  name: "Usulan pejabat penilai",
  cite: permenpanrb6("Pasal 1 angka 9; Lampiran BAB IV huruf A angka 2, 3, 5, 6, 7, dan 12"),
  decide: ({ pegawai, minimal, memimpin, garis }: { pegawai: PegawaiId; minimal: TingkatPenilai; memimpin: boolean; garis: readonly UnitGaris[] }) => {
    const found = cari(garis, memimpin ? 1 : 0, minimal, pegawai);
    if (found === null) return noted<UsulanPenilai | null>(null, NOTES.usulanTanpaPimpinan);
    const { holder, at } = found;
    const isKepalaDaerah = holder.jenis === "kepala_daerah";
    const above = isKepalaDaerah ? null : cari(garis, at + 1, tingkatPenilai(holder).value, pegawai);
    const value: UsulanPenilai = {
      penilai: holder.pegawai, atasan: isKepalaDaerah ? holder.pegawai : above?.holder.pegawai ?? null,
      unit: garis[at]?.unit ?? "", sebagai: holder.kind, isFinal: isKepalaDaerah, isGanda: found.isGanda,
    };
    return noted<UsulanPenilai | null>(value, ...found.notes, isKepalaDaerah && NOTES.usulanFinal);
  },
});
