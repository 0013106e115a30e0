const ROMAN = ["I", "II", "III", "IV"] as const;
type Named = { kind: "bulanan" | "triwulanan" | "tahunan"; number: number; year: number; month: string };

export const period = {
  name: ({ kind, number, year, month }: Named) => (kind === "triwulanan" ? `Quarter ${ROMAN[number - 1] ?? number} ${year}` : kind === "bulanan" ? `${month} ${year}` : `Year ${year}`),
  choose: "Evaluation period",
  none: "There is no evaluation period yet.",
  state: { running: "still running", rating: "time to rate", late: "rating time is over", closed: "closed" },
  until: (day: string) => `Rate until ${day}.`,
  from: (day: string) => `Rating opens on ${day}.`,
  ended: (day: string) => `The time to rate ended on ${day}. The superior of the pejabat penilai now rates.`,
  closed: "This period is closed.",
};
