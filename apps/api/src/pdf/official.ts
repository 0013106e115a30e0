import encodeQR from "qr";
import type { LocalDate } from "@teraju/domain";
import { dayAndClock, longDate } from "./dates.ts";

/** Kop naskah dinas. Upper case is made on the page. */
export type Letterhead = {
  /** "Pemerintah Kota Langsa" */
  readonly government: string;
  /** From the department down: "Dinas Kesehatan", "Puskesmas Langsa Barat". */
  readonly offices: readonly string[];
  /** Street, telephone, post: one line each; may be empty. */
  readonly address: readonly string[];
  /** Of the city, at the left of the words; and the state's, above a Dokumen Evaluasi. Left out where BKPSDM gave none. */
  readonly arms?: Arms | null; readonly garuda?: Arms | null;
};
/** A picture as the template finds it, with the words for who cannot see it. */
export type Arms = { readonly path: string; readonly alt: string };

export type Official = { readonly name: string; readonly nip: string | null; readonly jabatan: string };

/** Whoever signs, and whether they did: in the app, over the content whose hash stands beside it; or not yet. */
export type Signature = Official & {
  /** "Pimpinan rapat" */
  readonly role: string;
  readonly signed: { /** ISO instant. */ readonly at: string; /** SHA-256 of the content, 64 hex digits. */ readonly digest: string; /** By what one did, where that is the same as signing. */ readonly act?: string } | null;
};

/** Where anybody may check the document, and what must be found there: its number in Teraju, its day, the hash of its content. */
export type Verification = { readonly url: string; readonly number: string; readonly date: LocalDate; /** SHA-256, 64 hex digits. */ readonly digest: string };

/** Letters of a hash in groups of eight, as one compares them by eye. */
export const inGroups = (digest: string): string => digest.match(/.{1,8}/g)?.join(" ") ?? digest;

export function signatureLines(signatures: readonly Signature[]) {
  return signatures.map(({ role, name, nip, jabatan, signed }) => ({
    role, name, nip, jabatan,
    signedAt: signed === null ? null : dayAndClock(signed.at), act: signed?.act ?? null,
    // The whole hash stands in the verification box; these letters tell which content this person saw.
    digest: signed === null ? null : `${signed.digest.slice(0, 16)}…`,
  }));
}

/** The QR mark of an address, as SVG. Medium correction: a stamp or a fold over 15 % of the mark does no harm. */
export function qrMark(url: string): string {
  return encodeQR(url, "svg", { ecc: "medium", border: 2 });
}

export function verificationBox(verification: Verification | null) {
  if (verification === null) return null;
  const { url, number, date, digest } = verification;
  return { url, number, date: longDate(date), shown: url.replace(/^https?:\/\//, ""), digest: inGroups(digest) };
}
