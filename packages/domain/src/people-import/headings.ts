/** Cells of a sheet as text, a row per line of the file; a cell that is not there is "". */
export type Table = readonly (readonly string[])[];

/** A heading as it is compared: "Kode_Unit *" and " kode  unit" are the same. */
export function headingKey(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();
}

/** Which column holds which field, and the line (from 0) where the headings stand. */
export type Heading<Field extends string> = { readonly line: number; readonly columns: Partial<Record<Field, number>>; /** Fields that two columns claim: nobody can say which one counts. */ readonly twice: readonly Field[] };

/** Titles, the agency and the day of the export stand above the headings: eight lines in e-Kinerja's files, some more where somebody added a note. */
const LOOK_IN = 30;

/**
 * Finds the line of headings: the first in which all `required` fields are named. Columns are known by name, never by position
 * (rules §6.4), so one that was moved or added between changes nothing.
 */
export function findHeading<Field extends string>(table: Table, names: Record<Field, readonly string[]>, required: readonly NoInfer<Field>[]): Heading<Field> | null {
  const fields = new Map(entriesOf(names).flatMap(([field, all]) => all.map((name) => [headingKey(name), field] as const)));
  for (const [line, row] of table.slice(0, LOOK_IN).entries()) {
    const columns: Partial<Record<Field, number>> = {};
    const twice: Field[] = [];
    for (const [column, cell] of row.entries()) {
      const field = fields.get(headingKey(cell));
      if (field === undefined) continue;
      if (columns[field] === undefined) columns[field] = column;
      else twice.push(field);
    }
    if (required.every((field) => columns[field] !== undefined)) return { line, columns, twice };
  }
  return null;
}

/** The lines below the headings that say anything, as fields; `line` counts from 1, as a spreadsheet shows it. A field whose column is missing is left out. */
export function readBelow<Field extends string>(table: Table, heading: Heading<Field>): { line: number; cells: Partial<Record<Field, string>> }[] {
  const columns = entriesOf(heading.columns);
  return table.slice(heading.line + 1).flatMap((row, i) => {
    if (row.every((cell) => cell.trim() === "")) return [];
    const cells: Partial<Record<Field, string>> = {};
    for (const [field, column] of columns) if (column !== undefined) cells[field] = tidy(row[column] ?? "");
    return [{ line: heading.line + 2 + i, cells }];
  });
}

/** One line, NFC, without the blanks of copying; "-" alone means nothing. */
export function tidy(text: string): string {
  const one = text.normalize("NFC").replace(/[\s\u00A0]+/g, " ").trim();
  return one === "-" || one === "–" ? "" : one;
}

function entriesOf<K extends string, V>(record: Partial<Record<K, V>>): [K, V][] {
  // The keys of a record of this type are its fields.
  return Object.entries(record) as [K, V][];
}
