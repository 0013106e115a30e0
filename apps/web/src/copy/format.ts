export type Language = "id" | "en";

const LOCALE = { id: "id-ID", en: "en-GB" } as const satisfies Record<Language, string>;
/** Days on the wire are bare dates: read as UTC, so that no zone shifts them. */
const atUtc = (text: string) => new Date(`${text}T00:00:00Z`);
/** PostgreSQL writes "2026-12-04 07:02:00+00", which Safari does not read. */
const atInstant = (text: string) => new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));

/**
 * Writes days, months and figures as people of the language do.
 * Days are `2026-12-04`, months `2026-11`, instants ISO 8601 (shown in WIB, the city's own time), percent is 100 for "as targeted".
 */
export function formatter(language: Language) {
  const locale = LOCALE[language];
  const dates = (options: Intl.DateTimeFormatOptions) => {
    const utc = new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
    return (text: string) => utc.format(atUtc(text));
  };
  const months = (options: Intl.DateTimeFormatOptions) => {
    const write = dates(options);
    return (month: string) => write(`${month}-01`);
  };
  const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: "Asia/Jakarta" });
  const dayOfInstant = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric", timeZone: "Asia/Jakarta" });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return {
    language,
    /** "Jumat, 4 Desember" */
    day: dates({ weekday: "long", day: "numeric", month: "long" }),
    /** "4 Desember 2026" */
    date: dates({ day: "numeric", month: "long", year: "numeric" }),
    /** "4 Des" */
    shortDay: dates({ day: "numeric", month: "short" }),
    /** "November" */
    month: months({ month: "long" }),
    /** "November 2026" */
    monthYear: months({ month: "long", year: "numeric" }),
    /** "Nov" */
    shortMonth: months({ month: "short" }),
    /** "14.02" */
    time: (instant: string) => clock.format(atInstant(instant)),
    /** "4 Desember 2026, 14.02" */
    moment: (instant: string) => `${dayOfInstant.format(atInstant(instant))}, ${clock.format(atInstant(instant))}`,
    /** "1.234,5" */
    number: (value: number) => plain.format(value),
    /** Always so many decimals: "36,1" */
    fixed: (value: number, decimals: number) => new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value),
    /** "85%" */
    percent: (value: number) => `${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)}%`,
    /** "A, B, dan C" */
    list: (words: readonly string[]) => list.format(words),
  };
}
export type Format = ReturnType<typeof formatter>;

/** English nouns change with their number; Indonesian ones do not, and need none of this. */
export function plural(count: number, one: string, many: string): string {
  return count === 1 ? one : many;
}

/**
 * The figure that a person typed, or null where it is none. Indonesian writes 1.234,5 and English 1,234.5; a phone's
 * keyboard may offer only one of the two marks, so a single mark that does not stand before exactly three digits is the decimal one.
 */
export function parseFigure(text: string, language: Language): number | null {
  const [group, decimal] = language === "id" ? [".", ","] : [",", "."];
  let bare = text.replace(/\s/g, "");
  const isGrouped = new RegExp(`^-?\\d{1,3}(\\${group}\\d{3})+(\\${decimal}\\d*)?$`).test(bare);
  if (isGrouped) bare = bare.replaceAll(group, "");
  bare = bare.replace(",", ".");
  return /^-?\d+(\.\d*)?$/.test(bare) ? Number(bare) : null;
}
