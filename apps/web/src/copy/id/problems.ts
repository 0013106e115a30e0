import type { ProblemCode } from "@teraju/contracts/problem";

/** What to say when a request fails, by the code of the Problem; `offline` and `bug` are the answers of last resort. */
export const problems = {
  byCode: {
    invalid: "Ada isian yang keliru. Periksa kembali.",
    unauthenticated: "Sesi Anda berakhir. Silakan masuk lagi.",
    forbidden: "Anda tidak berhak melakukan ini.",
    not_found: "Data ini tidak ada, atau Anda tidak berhak melihatnya.",
    refused: "Ini belum bisa dilakukan.",
    stale: "Data ini sudah berubah sejak Anda membukanya. Muat ulang, lalu coba lagi.",
    too_large: "Berkas atau isian terlalu besar.",
    unsupported: "Jenis berkas ini tidak diterima.",
    too_many: "Terlalu sering dicoba. Tunggu beberapa saat, lalu coba lagi.",
    bug: "Ada gangguan di sistem kami. Isian Anda tetap aman. Coba lagi.",
    busy: "Sistem sedang ramai. Isian Anda tetap aman. Coba lagi.",
  } satisfies Record<ProblemCode, string> as Record<ProblemCode, string>,
  offline: "Tidak ada sinyal. Isian Anda tetap aman.",
  reference: (requestId: string) => `Nomor rujukan: ${requestId}.`,
  /** What is wrong with one field, by the code of the check that it failed. */
  field: {
    too_small: "Isian ini kurang.",
    too_big: "Isian ini terlalu panjang atau terlalu besar.",
    invalid_type: "Isian ini belum diisi dengan benar.",
    invalid_format: "Bentuk isian ini keliru.",
    invalid_value: "Pilih salah satu yang tersedia.",
    unrecognized_keys: "Ada isian yang tidak dikenal.",
    too_many_decimals: "Paling banyak dua angka di belakang koma.",
    forbidden_character: "Ada huruf atau tanda yang tidak diterima.",
  } as Record<string, string>,
  fieldOther: "Periksa isian ini.",
};
