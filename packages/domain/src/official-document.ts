import { rule } from "./decision.ts";
import type { Refusal } from "./refusal.ts";
import { permenpanrb6 } from "./regulations/permenpanrb-6-2022.ts";
import { ANGKA_KREDIT_KIND, type DocumentJobStatus, type DocumentKind, type Format, type Penandatangan, type PenandatanganRekaman, type Pendekatan, type Sebagai } from "./vocabulary.ts";
import { type Party, reasons, type Transition, transitionRefusals } from "./workflow.ts";

type Approach = { pendekatan: Pendekatan; isPimpinan: boolean };

/** A qualitative form may serve both groups; of the quantitative ones each group has its own. */
const byApproach = ({ pendekatan, isPimpinan }: Approach, kualitatif: Format, pimpinan: Format, lainnya: Format): Format => (pendekatan === "kualitatif" ? kualitatif : isPimpinan ? pimpinan : lainnya);

/** Lampiran BAB II.A: angka 2 for JPT and pimpinan unit kerja mandiri, angka 7 for pejabat administrasi and fungsional. */
export const formatSkp = rule({
  name: "Format SKP",
  cite: permenpanrb6("Lampiran BAB II.A angka 2 dan 7"),
  decide: (of: Approach): Format => byApproach(of, of.isPimpinan ? "A.1.1" : "A.1.6", "A.1.2", "A.1.7"),
});

/** Lampiran BAB III.C angka 16: the record of umpan balik berkelanjutan. */
export const formatUmpanBalik = rule({
  name: "Format rekaman umpan balik",
  cite: permenpanrb6("Lampiran BAB III.C angka 16"),
  decide: (of: Approach): Format => byApproach(of, "B.1.3", "B.1.4", "B.1.5"),
});

/** Lampiran BAB V.A angka 2 huruf b: hasil evaluasi, attached to the dokumen evaluasi. */
export const formatHasilEvaluasi = rule({
  name: "Format hasil evaluasi",
  cite: permenpanrb6("Lampiran BAB V.A angka 2 huruf b"),
  decide: (of: Approach): Format => byApproach(of, "C.1.1", "C.1.2", "C.1.3"),
});

/** Lampiran BAB V: signed by the penilai (A.6), by the atasan in place of a late penilai (A.10), or after a keberatan (B.7). */
export const formatDokumenEvaluasi = rule({
  name: "Format dokumen evaluasi",
  cite: permenpanrb6("Lampiran BAB V.A angka 6 dan 10, V.B angka 7"),
  decide: ({ sebagai }: { sebagai: Sebagai }): Format => ({ penilai: "D.1.1", atasan: "D.1.2", pemutus_keberatan: "D.1.3" } as const)[sebagai],
});

const BOTH = ["pegawai", "penilai"] as const;
/** Who stands under each form of the annex (pages 32 to 118), in the order of their places; A.1.8 is signed with its SKP. */
const UNDER: Record<Format, readonly Penandatangan[]> = {
  "A.1.1": BOTH, "A.1.2": BOTH, "A.1.6": BOTH, "A.1.7": BOTH, "A.1.8": BOTH,
  "B.1.2": ["pegawai"], "B.1.3": BOTH, "B.1.4": BOTH, "B.1.5": BOTH,
  "B.1.6": ["pegawai", "pembimbing"], "B.1.7": ["pegawai", "pembimbing"], "B.1.8": ["pegawai"], "B.1.9": ["pembimbing"], "B.1.10": ["penilai"],
  "C.1.1": ["penilai"], "C.1.2": ["penilai"], "C.1.3": ["penilai"],
  "D.1.1": BOTH, "D.1.2": ["pegawai", "atasan"], "D.1.3": ["pegawai", "penilai", "atasan"],
  KONVERSI: ["penilai"], AKUMULASI: ["penilai"], PAK: ["penetap"], KONSELING: ["konselor"],
};
/** Lampiran BAB II to V: who signs a form; of angka kredit as Peraturan BKN 3/2023 has it. */
export const penandatangan = rule({
  name: "Penandatangan format",
  cite: permenpanrb6("Lampiran BAB II.A, III.A, III.C, III.D, IV.B dan V"),
  decide: ({ format }: { format: Format }): readonly Penandatangan[] => UNDER[format],
});

/**
 * Why this record cannot be signed now. `as`: in whose place the actor stands; `isSigned`: that place is signed already over this very
 * content. A record that changed is another content, to be signed anew.
 */
export function signRefusals({ format, as, isSigned, isEmpty }: { format: Format; as: PenandatanganRekaman | null; isSigned: boolean; isEmpty: boolean }): Refusal[] {
  return reasons({ not_yours: as === null || !penandatangan({ format }).value.includes(as), record_empty: isEmpty, already_signed: isSigned });
}

/** Documents of a whole year, for which no period of evaluation is chosen. */
const OF_YEAR: readonly DocumentKind[] = ["skp", ...ANGKA_KREDIT_KIND];
export const isOfYear = (kind: DocumentKind): boolean => OF_YEAR.includes(kind);

export const ACTIONS = {
  cancel: { from: ["waiting", "running"], to: "cancelled", by: ["owner"] },
} as const satisfies Record<string, Transition<DocumentJobStatus>>;

/** Documents of one job: an OPD of the city has 300 people, and nobody prints the city at one press. */
export const MOST_DOCUMENTS = 3000;
/** Jobs of one person that may wait or run at once. */
export const MOST_JOBS = 3;

/** Why a job cannot be begun. `documents`: how many it would make; `open`: jobs of this person that are not finished. */
export function jobRefusals({ documents, open, isCity }: { documents: number; open: number; isCity: boolean }): Refusal[] {
  return reasons({ document_unit_is_city: isCity, no_documents: documents === 0 && !isCity, too_many_documents: documents > MOST_DOCUMENTS, too_many_jobs: open >= MOST_JOBS });
}

/** Why this job is not the actor's to cancel, or no longer. */
export function cancelRefusals(status: DocumentJobStatus, parties: readonly Party[]): Refusal[] {
  return transitionRefusals<DocumentJobStatus>(ACTIONS.cancel, status, parties);
}
