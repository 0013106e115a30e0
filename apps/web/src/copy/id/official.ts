/** Words of how results stand to the official source. */
export const official = {
  source: (states: string) => `Sumber resmi: e-Kinerja BKN. Hasil yang ada: ${states}.`,
  none: "Sumber resmi: e-Kinerja BKN.",
  people: { cocok: (n: string) => `${n} orang cocok`, berbeda: (n: string) => `${n} berbeda`, belum_dinilai_bkn: (n: string) => `${n} di sana belum dinilai`, belum_dicocokkan: (n: string) => `${n} belum dicocokkan` },
};
