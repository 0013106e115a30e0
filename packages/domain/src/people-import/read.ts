import { findBknHeading, peopleOfBkn, readBknReport, type BknReport } from "./bkn-report.ts";
import { PERSON_HEADINGS, UNIT_HEADINGS, type PersonCells, type UnitCells } from "./fields.ts";
import { findHeading, readBelow, type Table } from "./headings.ts";

export type ImportSource = "template" | "bkn";
/** Why a whole file says nothing to us. */
export const FILE_FAULTS = ["no_known_heading", "heading_twice", "no_rows"] as const;
export type FileFault = (typeof FILE_FAULTS)[number];
export type ReadImport =
  | { readonly source: ImportSource; readonly people: readonly PersonCells[]; readonly units: readonly UnitCells[]; readonly bkn: BknReport | null; readonly fault: null }
  | { readonly fault: FileFault };

/** Which of our two tables, or of e-Kinerja's two reports, the sheets of a file are. Other sheets (notes, lists of words) are passed over. */
export function readImport(tables: readonly Table[]): ReadImport {
  const people: PersonCells[] = [];
  const units: UnitCells[] = [];
  let isKnown = false;
  for (const table of tables) {
    const bknHeading = findBknHeading(table);
    if (bknHeading !== null && bknHeading.twice.length > 0) return { fault: "heading_twice" };
    const bkn = readBknReport(table, bknHeading);
    if (bkn !== null) return bkn.rows.length === 0 ? { fault: "no_rows" } : { source: "bkn", people: peopleOfBkn(bkn), units: [], bkn, fault: null };
    const unitHeading = findHeading(table, UNIT_HEADINGS, ["kodeUnit", "namaUnit"]);
    const heading = findHeading(table, PERSON_HEADINGS, ["nip", "nama"]);
    if (unitHeading === null && heading === null) continue;
    isKnown = true;
    if ((unitHeading ?? heading)?.twice.length !== 0) return { fault: "heading_twice" };
    if (unitHeading !== null) units.push(...readBelow(table, unitHeading));
    else if (heading !== null) people.push(...readBelow(table, heading));
  }
  if (!isKnown) return { fault: "no_known_heading" };
  return people.length + units.length === 0 ? { fault: "no_rows" } : { source: "template", people, units, bkn: null, fault: null };
}
