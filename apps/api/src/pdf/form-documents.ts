import { createHash } from "node:crypto";
import type { PrintedKind } from "@teraju/domain";
import { akumulasiParts, konversiParts, penetapanParts } from "./angka-kredit-form.ts";
import { dokumenEvaluasiParts } from "./dokumen-evaluasi.ts";
import { hasilEvaluasiParts, pendokumentasianParts, umpanBalikParts } from "./evaluation-form.ts";
import type { DocumentContent } from "./form-content.ts";
import { periodeWord } from "./form-words.ts";
import type { FormDocument, Part } from "./forms.ts";
import type { Letterhead } from "./official.ts";
import { pembinaanParts } from "./pembinaan-form.ts";
import { skpParts } from "./skp-form.ts";

const NAME: Record<PrintedKind, string> = {
  skp: "Sasaran kinerja pegawai", pendokumentasian: "Pendokumentasian kinerja", rekaman_umpan_balik: "Rekaman informasi umpan balik berkelanjutan",
  hasil_evaluasi: "Hasil evaluasi kinerja pegawai", dokumen_evaluasi: "Dokumen evaluasi kinerja pegawai",
  konversi_angka_kredit: "Konversi predikat kinerja ke angka kredit", akumulasi_angka_kredit: "Akumulasi angka kredit", penetapan_angka_kredit: "Penetapan angka kredit", pembinaan: "Pembinaan kinerja",
};

function partsOf(content: DocumentContent): Part[] {
  switch (content.kind) {
    case "skp": return skpParts(content);
    case "pendokumentasian": return pendokumentasianParts(content);
    case "rekaman_umpan_balik": return umpanBalikParts(content);
    case "hasil_evaluasi": return hasilEvaluasiParts(content);
    case "dokumen_evaluasi": return dokumenEvaluasiParts(content);
    case "konversi_angka_kredit": return konversiParts(content);
    case "akumulasi_angka_kredit": return akumulasiParts(content);
    case "penetapan_angka_kredit": return penetapanParts(content);
    case "pembinaan": return pembinaanParts(content);
  }
}

const hashOf = (said: object): string => createHash("sha256").update(JSON.stringify(said), "utf8").digest("hex");
/**
 * SHA-256 of what the document says, 64 hex digits. Notice and official source are no part of it: what was replaced, or compared since, still
 * says what it said. A record says the same before and after it was signed, and a Dokumen Evaluasi before and after the pegawai gave it back:
 * the hash is what they signed.
 */
export function digestOf({ notice: _, sumber: __, ...said }: DocumentContent): string {
  switch (said.kind) {
    case "pendokumentasian": case "rekaman_umpan_balik": {
      const { signed: ___, ...record } = said;
      return hashOf(record);
    }
    case "dokumen_evaluasi": {
      const { ownerWords: ___, ...document } = said;
      return hashOf({ ...document, signed: { ...document.signed, pegawai: null } });
    }
    case "pembinaan": {
      const { signed: ___, ...form } = said;
      return hashOf(form);
    }
    default: return hashOf(said);
  }
}
/** "Hasil evaluasi kinerja pegawai", the file's title. */
export const nameOf = ({ kind }: Pick<DocumentContent, "kind">): string => NAME[kind];
/** "triwulan III 2026", "2026" */
export const whenOf = (content: DocumentContent): string => ("periode" in content && content.periode.kind !== "tahunan" ? `${periodeWord(content.periode).toLowerCase().replace(/ (i{1,3}|iv)$/, (roman) => roman.toUpperCase())} ${content.periode.year}` : content.last.slice(0, 4));

/** The document as the printer takes it; `check` where it can be verified, null where nothing may be verified. */
export function formDocument(content: DocumentContent, letterhead: Letterhead, check: { readonly url: string; readonly code: string } | null): FormDocument {
  return {
    parts: partsOf(content), letterhead, footer: `${NAME[content.kind]} ${whenOf(content)} · ${[content.pegawai.name, content.sumber].filter((text) => text !== undefined).join(" · ")}`,
    verification: check === null ? null : { url: check.url, number: check.code, date: content.date, digest: digestOf(content) },
  };
}
