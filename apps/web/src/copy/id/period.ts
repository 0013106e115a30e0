const ROMAN = ["I", "II", "III", "IV"] as const;
type Named = { kind: "bulanan" | "triwulanan" | "tahunan"; number: number; year: number; /** The name of its first month. */ month: string };

/** Words of evaluation periods. */
export const period = {
  name: ({ kind, number, year, month }: Named) => (kind === "triwulanan" ? `Triwulan ${ROMAN[number - 1] ?? number} ${year}` : kind === "bulanan" ? `${month} ${year}` : `Tahun ${year}`),
  choose: "Periode penilaian",
  none: "Belum ada periode penilaian.",
  state: { running: "masih berjalan", rating: "masa penilaian", late: "lewat masa penilaian", closed: "ditutup" },
  until: (day: string) => `Masa penilaian sampai ${day}.`,
  from: (day: string) => `Penilaian dibuka ${day}.`,
  ended: (day: string) => `Masa penilaian berakhir ${day}. Atasan pejabat penilai yang menetapkan.`,
  closed: "Periode ini sudah ditutup.",
};
