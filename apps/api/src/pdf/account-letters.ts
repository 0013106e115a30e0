import type { LocalDate } from "@teraju/domain";
import { dateParts, longDate } from "./dates.ts";
import { qrMark, type Letterhead } from "./official.ts";
import { printPdf, type PictureFile } from "./print.ts";

export type AccountLetters = {
  readonly letterhead: Letterhead; readonly files: readonly PictureFile[]; readonly opd: string; readonly date: LocalDate;
  /** The last day on which the codes open an account. */
  readonly until: LocalDate;
  /** Of the page on which a code is typed; the code itself is never in an address. */
  readonly address: string;
  readonly letters: readonly { readonly name: string; readonly login: string; readonly unit: string; readonly jabatan: string; readonly code: string }[];
};

/** Letters with activation codes: one page for each person, to be folded so that name and unit stay outside and the code within. */
export function accountLettersPdf({ letterhead, files, opd, date, until, address, letters }: AccountLetters): Promise<Uint8Array> {
  return printPdf("surat-akun", {
    title: `Surat akun Teraju · ${opd}`, author: letterhead.offices.at(-1) ?? letterhead.government, date: dateParts(date),
    letterhead, day: longDate(date), until: longDate(until), address, shown: address.replace(/^https?:\/\//, ""), letters,
  }, { marks: [qrMark(address)], files });
}
