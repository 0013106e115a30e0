/** Words of the files that both sides lay before the atasan. */
export const keberatanEvidence = {
  title: "Berkas baru dari kedua pihak",
  sub: "Boleh sampai pejabat penilai menjelaskan. Yang sudah dikirim tetap di sini.",
  choose: "Tambah berkas",
  help: "PDF atau foto, paling besar 10 MB.",
  by: (name: string, day: string) => `${name}, ${day}`,
  sending: "Mengirim berkas…",
  done: (title: string) => `${title} sudah terkirim.`,
};
