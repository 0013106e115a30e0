type Walk = (xml: string, open: (tag: { name: string; attrs: Record<string, string> }) => void, close?: (tag: { name: string }) => void) => void;

/** Which cell styles show a number as a day: Excel's own date formats, and those whose pattern has years, months or days. */
export function dateStyles(xml: string | null, walk: Walk): ReadonlySet<number> {
  const styles = new Set<number>();
  if (xml === null) return styles;
  const custom = new Set<number>();
  let isCells = false;
  let index = 0;
  walk(xml, ({ name, attrs }) => {
    if (name === "numFmt" && isDatePattern(attrs["formatCode"] ?? "")) custom.add(Number(attrs["numFmtId"]));
    if (name === "cellXfs") isCells = true;
    if (name === "xf" && isCells) {
      const format = Number(attrs["numFmtId"] ?? 0);
      if ((format >= 14 && format <= 17) || format === 22 || custom.has(format)) styles.add(index);
      index += 1;
    }
  }, ({ name }) => { if (name === "cellXfs") isCells = false; });
  return styles;
}

/** Words in quotes and colours in brackets are no part of the pattern. */
function isDatePattern(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, "");
  return /[yd]/i.test(bare);
}

const DAY_MS = 86_400_000;
/** Excel counts days from 1900 (and takes that year for a leap year), or from 1904; hours are left off. Null outside of the years people live in. */
export function isoDate(serial: number, is1904: boolean): string | null {
  if (!(serial >= 61) || serial > 80_000) return null;
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  return new Date(epoch + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}
