import { officialDocument, PENANDATANGAN_REKAMAN, type PenandatanganRekaman, type RecordKind } from "@teraju/domain";
import type { PlaceContent, RecordContent, RecordPlaces, Signed, UmpanBalikRecordContent } from "../../pdf/form-content.ts";
import { digestOf } from "../../pdf/form-documents.ts";
import { monthsWords } from "../../pdf/form-parts.ts";
import type { Figure } from "./queries.ts";
import type { SignatureRow } from "./signature-queries.ts";

type Unsigned = Omit<RecordContent, "signed"> | Omit<UmpanBalikRecordContent, "signed">;
const NOT_SIGNED: PlaceContent = { signed: null, before: null };
const UNSIGNED: RecordPlaces = { pegawai: NOT_SIGNED, penilai: NOT_SIGNED };

/**
 * Sending a month's report is the pegawai's word on what B.1.2 says of it, so it signs it: all that is printed was sent, a sent report and its
 * evidence do not change, and who corrects one sends it again. It does not where the SKP was set anew since: the rows would be other words.
 */
function sentBy(figures: readonly Figure[], setAt: string | null): Omit<Signed, "digest"> | null {
  const last = figures.map(({ sentAt }) => sentAt).toSorted().at(-1);
  if (last === undefined || setAt === null || figures.some(({ sentAt }) => sentAt < setAt)) return null;
  return { at: last, act: `Laporan ${monthsWords([...new Set(figures.map(({ month }) => month))])} dikirim` };
}

/** The record with the signatures that hold for what it says now; an earlier content's is named, never carried over. */
export function signedRecord<C extends Unsigned>(content: C, { rows, figures, setAt }: { rows: readonly SignatureRow[]; figures: readonly Figure[]; setAt: string | null }): C & { signed: RecordPlaces } {
  // The signatures are no part of the hash.
  const digest = digestOf({ ...content, signed: UNSIGNED } as RecordContent | UmpanBalikRecordContent);
  const kind: RecordKind = content.kind;
  const placeOf = (place: PenandatanganRekaman): PlaceContent => {
    const own = rows.filter((row) => row.kind === kind && row.place === place);
    const held = own.find((row) => row.digest === digest);
    const sent = kind === "pendokumentasian" && place === "pegawai" ? sentBy(figures, setAt) : null;
    const signed = held !== undefined ? { at: held.at, digest } : sent === null ? null : { ...sent, digest };
    return { signed, before: signed === null ? (own[0]?.at ?? null) : null };
  };
  return { ...content, signed: { pegawai: placeOf("pegawai"), penilai: placeOf("penilai") } };
}

/** The places that a record has, in the order of its form. */
export const placesOf = ({ format }: Pick<RecordContent, "format">): PenandatanganRekaman[] => {
  const under = officialDocument.penandatangan({ format }).value;
  return PENANDATANGAN_REKAMAN.filter((place) => under.includes(place));
};
