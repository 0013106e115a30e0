/** Rumpun jabatan and the documentation rhythm that the city chose for each (PermenPANRB 6/2022 Pasal 16). */
import { noted, rule } from "./decision.ts";
import { NOTES } from "./notes.ts";
import { cityStandard } from "./regulations/city-citation.ts";
import type { StandarPenilaian } from "./standar.ts";
import type { Ritme, RumpunJabatan } from "./vocabulary.ts";

/** Words at the beginning of a post, as lists of posts write them. A guru who leads a school stays one. */
const GURU = /^(guru|kepala sekolah)\b/;
/** Professions; "kesehatan" alone stands in the names of posts of a whole department too. */
const PROFESI_KESEHATAN = /\b(bidan|perawat|dokter|medis|paramedis|gizi|nutrisionis|farmasi|apoteker|sanitarian|terapis|radiografer|(penyuluh|promosi|administrator|tenaga) kesehatan)\b/;
const words = (text: string): string => text.toLowerCase().replaceAll(/[_-]/g, " ").trim();

/**
 * Guru, kesehatan or teknis: the three groups by which posts of ASN are counted. Of guru the post of the day speaks, since who has left
 * the class for an office is none; the rumpun kept with the person ("guru_sd") only where no post is known.
 */
export const rumpunJabatan = rule({
  name: "Rumpun jabatan",
  cite: cityStandard("pendokumentasian menurut rumpun jabatan"),
  decide: ({ jabatan, rumpun }: { jabatan: string | null; rumpun: string | null }): RumpunJabatan => {
    const [post, family] = [words(jabatan ?? ""), words(rumpun ?? "")];
    if (GURU.test(jabatan === null ? family : post)) return "guru";
    return PROFESI_KESEHATAN.test(`${post} ${family}`) || /\bkesehatan\b/.test(family) ? "kesehatan" : "teknis";
  },
});

/** How often a rumpun documents its work. A rhythm that does not ask for notes never holds their lack against anybody. */
export const ritmeDokumentasi = rule({
  name: "Ritme pendokumentasian",
  cite: ({ rumpun }) => cityStandard(`pendokumentasian.${rumpun} (PermenPANRB 6/2022 Pasal 16)`),
  decide: ({ rumpun, pilihan }: { rumpun: RumpunJabatan; pilihan: StandarPenilaian["pendokumentasian"] }) => {
    const ritme: Ritme = pilihan[rumpun];
    return noted(ritme, !asksForNotes(ritme) && NOTES.tanpaCatatanHarian);
  },
});

/** Whether pages ask for notes in that rhythm. *Plain.* */
export function asksForNotes(ritme: Ritme): boolean {
  return ritme === "harian" || ritme === "mingguan";
}
