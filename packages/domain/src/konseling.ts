/**
 * Konseling kinerja (PermenPANRB 6/2022 Lampiran BAB III.D.5): who may give it, when and where one person is heard, the record of its
 * result that the konselor signs, who reads that record, and who says what follows. What is said in it stays between the two (5.b).
 */
import type { LocalDate } from "./calendar.ts";
import { noted, rule } from "./decision.ts";
import type { BentukPembinaan, RencanaStatus } from "./development.ts";
import { NOTES } from "./notes.ts";
import type { Refusal } from "./refusal.ts";
import { permenpanrb6 } from "./regulations/permenpanrb-6-2022.ts";
import type { Format } from "./vocabulary.ts";
import { reasons } from "./workflow.ts";

/** Angka 5 huruf c.2: the penilai who was trained for it (b.1), an official whose function it is (b.2), a konselor independen whom the instansi appoints (a.3). */
export const KONSELOR_JENIS = ["penilai", "pejabat_fungsi", "independen"] as const;
export type KonselorJenis = (typeof KONSELOR_JENIS)[number];

/** What came of it, as the record says. Teraju's own three words: the regulation prints none. */
export const HASIL_KONSELING = ["teratasi", "sebagian", "belum"] as const;
export type HasilKonseling = (typeof HASIL_KONSELING)[number];

/** How somebody stands to the pegawai on the day they are named konselor. `kepala_kepegawaian` leads the office of personnel. */
export const HUBUNGAN_KONSELOR = ["pegawai", "penilai", "atasan", "kepala_kepegawaian", "lain"] as const;
export type HubunganKonselor = (typeof HUBUNGAN_KONSELOR)[number];

/** Where a penilai's training in konseling is on record: a training of the catalogue that they attended, or a certificate from elsewhere. */
export type PelatihanKonselor = "katalog" | "sertifikat";

const CLAUSE = { penilai: "c.2.(b).(1)", pejabat_fungsi: "c.2.(b).(2)", independen: "c.2.(a).(3)" } as const satisfies Record<KonselorJenis, string>;
const BASIS_WORDS = 5;

type Calon = { jenis: KonselorJenis; hubungan: HubunganKonselor; pelatihan: PelatihanKonselor | null; /** Office or task that makes it their function, or the letter of appointment. */ dasar: string | null };
/**
 * Whether somebody may be the konselor, and why not. The reader of a record is never the one who writes it, so atasan and head of
 * personnel give none of the two kinds that they read.
 */
export const kewenanganKonselor = rule({
  name: "Kewenangan konselor",
  cite: ({ jenis }: Calon) => permenpanrb6(`Lampiran BAB III.D.5.${CLAUSE[jenis]}`),
  decide: ({ jenis, hubungan, pelatihan, dasar }): readonly Refusal[] => reasons({
    konselor_not_penilai: jenis === "penilai" && hubungan !== "penilai" && hubungan !== "pegawai",
    konselor_untrained: jenis === "penilai" && pelatihan === null,
    konselor_too_near: hubungan === "pegawai" || (jenis !== "penilai" && (hubungan === "penilai" || hubungan === "atasan")) || (jenis === "independen" && hubungan === "kepala_kepegawaian"),
    konselor_without_basis: jenis !== "penilai" && (dasar ?? "").trim().length < BASIS_WORDS,
  }),
});

/** Whom the record goes to. `kepegawaian`: PyB or the head of the office of personnel. */
export type Pembaca = "penilai" | "atasan" | "kepegawaian";
const CLAUSE_OF_READERS = { penilai: "d.1", pejabat_fungsi: "d.2", independen: "d.3" } as const satisfies Record<KonselorJenis, string>;
/** Angka 5 huruf d: who reads the record, besides the pegawai and the konselor. */
export const pembacaRekaman = rule({
  name: "Pembaca rekaman konseling",
  cite: ({ konselor }: { konselor: KonselorJenis; adaAtasan: boolean }) => permenpanrb6(`Lampiran BAB III.D.5.${CLAUSE_OF_READERS[konselor]}`),
  decide: ({ konselor, adaAtasan }) => {
    if (konselor === "independen") return ["kepegawaian"] as readonly Pembaca[];
    const above: Pembaca = adaAtasan ? "atasan" : "kepegawaian";
    return noted<readonly Pembaca[]>(konselor === "penilai" ? [above] : ["penilai", above], !adaAtasan && NOTES.rekamanTanpaAtasan);
  },
});

/** Angka 5 huruf e: of these readers, who decides what follows. The penilai reads and decides nothing. */
export const penentuTindakLanjut = rule({
  name: "Penentu tindak lanjut konseling",
  cite: permenpanrb6("Lampiran BAB III.D.5.e"),
  decide: ({ pembaca }: { pembaca: readonly Pembaca[] }): readonly Pembaca[] => pembaca.filter((one) => one !== "penilai"),
});

/** Angka 5 huruf c.2.(c) asks for a signed record and prints no form of it. */
export const formatRekamanKonseling = rule({
  name: "Format rekaman hasil konseling",
  cite: permenpanrb6("Lampiran BAB III.D.5.c.2.(c)"),
  decide: (_: object) => noted<Format>("KONSELING", NOTES.rekamanBentukTeraju),
});

/** As whom one acts, several at once for some: `kepegawaian` arranges (BKPSDM), `pembaca` and `penentu` are those of the two rules above, today. */
export type Sisi = "pegawai" | "konselor" | "penilai" | "kepegawaian" | "pembaca" | "penentu";

/** A konseling as it stands: the plan it belongs to, and what was arranged and signed. */
export type Konseling = {
  rencana: { status: RencanaStatus; bentuk: BentukPembinaan; /** Format B.1.10 was written. */ dilaporkan: boolean };
  arranged: { konselorId: string; byOffice: boolean; scheduledOn: LocalDate; entries: number } | null;
  isSigned: boolean;
};
type Who = { sides: readonly Sisi[] };

const isOpen = ({ rencana: { status, bentuk } }: Konseling): boolean => bentuk === "konseling" && (status === "proposed" || status === "agreed");

/**
 * Why konselor, day and place cannot be set now. The office of personnel sets them on a report (c.2.(a)), whether or not the plan was
 * agreed, with any kind of konselor; a penilai for a konseling that they give, once both agreed to it. Who has begun to listen is not replaced: the notes are theirs.
 */
export function arrangeRefusals(konseling: Konseling, wanted: { jenis: KonselorJenis; konselorId: string; scheduledOn: LocalDate }, { sides, today }: Who & { today: LocalDate }): Refusal[] {
  const { rencana, arranged, isSigned } = konseling;
  // A penilai who also works at the office of personnel acts as penilai.
  const isOffice = sides.includes("kepegawaian") && !sides.includes("penilai");
  return reasons({
    not_yours: !isOffice && !sides.includes("penilai"),
    own_konseling: sides.includes("pegawai"),
    wrong_status: !isOpen(konseling) && !isSigned,
    written_already: isSigned,
    konseling_not_agreed: !isOffice && rencana.status === "proposed",
    konseling_not_reported: isOffice && !rencana.dilaporkan,
    konseling_by_office: !isOffice && (wanted.jenis !== "penilai" || arranged?.byOffice === true),
    konseling_begun: arranged !== null && arranged.entries > 0 && arranged.konselorId !== wanted.konselorId,
    meeting_date_past: wanted.scheduledOn < today && wanted.scheduledOn !== arranged?.scheduledOn,
  });
}

/** Why nobody writes in its journal now: the two alone, until the record is signed. */
export function noteRefusals(konseling: Konseling, { sides }: Who): Refusal[] {
  return reasons({
    not_yours: !sides.includes("konselor") && !sides.includes("pegawai"),
    wrong_status: !konseling.isSigned && (konseling.arranged === null || !isOpen(konseling)),
    written_already: konseling.isSigned,
  });
}

/** The days of the talks that a record speaks of. */
export type Pelaksanaan = { heldFrom: LocalDate; heldUntil: LocalDate };
/** Why the record cannot be signed now: by the konselor, once, from the day set for it. */
export function signRefusals(konseling: Konseling, held: Pelaksanaan, { sides, today }: Who & { today: LocalDate }): Refusal[] {
  const { arranged, isSigned } = konseling;
  return reasons({
    not_yours: !sides.includes("konselor"),
    wrong_status: !isSigned && (arranged === null || !isOpen(konseling)),
    written_already: isSigned,
    konseling_not_held: arranged !== null && today < arranged.scheduledOn,
    days_wrong: held.heldFrom > held.heldUntil || held.heldUntil > today,
  });
}

/** Why somebody cannot say now what follows. */
export function followRefusals(konseling: Konseling, { sides }: Who): Refusal[] {
  return reasons({ not_yours: !sides.includes("penentu"), own_konseling: sides.includes("penentu") && sides.includes("pegawai"), second_person_needed: sides.includes("penentu") && sides.includes("konselor"), form_empty: !konseling.isSigned });
}

/** What is said in konseling is read by the two alone (5.b); not by a konselor's successor either, since none is named once it began. */
export function mayReadJournal(sides: readonly Sisi[]): boolean {
  return sides.includes("pegawai") || sides.includes("konselor");
}
/** The signed record: the two, and whom it is reported to. */
export function mayReadRecord(sides: readonly Sisi[]): boolean {
  return mayReadJournal(sides) || sides.includes("pembaca");
}
