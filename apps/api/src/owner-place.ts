import type { LocalDate, PengembalianAnswer } from "@teraju/domain";
import { dayAndClock, longDate } from "./pdf/dates.ts";
import type { DokumenEvaluasiContent, Signed } from "./pdf/form-content.ts";

export type Answered = { readonly returned: { readonly answer: PengembalianAnswer; readonly at: string } | null; readonly handover: { readonly on: LocalDate; readonly isSigned: boolean } | null; readonly digest: string };

/** The pegawai's place under a Dokumen Evaluasi: giving it back agreed is signing it (Lampiran BAB V.A.6); refused, or signed on the printed page, it says so. */
export function ownerPlace({ returned, handover, digest }: Answered): { signed: Signed | null } & Pick<DokumenEvaluasiContent, "ownerWords"> {
  if (returned?.answer === "setuju") return { signed: { at: returned.at, digest, act: "Dokumen dikembalikan, setuju" } };
  if (returned !== null) return { signed: null, ownerWords: `Menolak menandatangani, ${dayAndClock(returned.at)}` };
  return { signed: null, ...(handover?.isSigned === true && { ownerWords: `Ditandatangani di atas kertas, diserahkan ${longDate(handover.on)}` }) };
}
