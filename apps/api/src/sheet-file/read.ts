import { Problem } from "#http/problem.ts";
import { LIMITS, SheetFault } from "./limits.ts";
import { readInThread } from "./thread.ts";
import type { Sheet } from "./workbook.ts";
import { isZip, Zip } from "./zip.ts";

/** Files that may wait for the one thread; whoever comes after them is told to come back. */
const MAY_WAIT = 20;
let waiting = 0;
let last: Promise<unknown> = Promise.resolve();

/**
 * Reads an XLSX or CSV file in a thread of its own: at most one at a time, so that many files at once cost no more memory than one.
 * @param bytes the whole file; it is copied, the caller's stays.
 * @returns the visible sheets, cells as text; a CSV is one sheet without a name.
 * @throws SheetFault where the file cannot be read, or asks for more than the limits; Problem `busy` where too many wait.
 */
export async function readSheets(bytes: Uint8Array): Promise<Sheet[]> {
  if (bytes.length > LIMITS.fileBytes) throw new Problem("too_large");
  precheck(bytes);
  if (waiting >= MAY_WAIT) throw new Problem("busy", { retryAfterSeconds: 5 });
  waiting += 1;
  const turn = last.then(() => readInThread(Uint8Array.from(bytes)));
  last = turn.catch(() => undefined).finally(() => { waiting -= 1; });
  const answer = await turn;
  if ("fault" in answer) throw new SheetFault(answer.fault);
  return answer.sheets;
}

const OLE = [0xd0, 0xcf, 0x11, 0xe0];
/** What a look at the first bytes and at a zip's directory refuses needs no thread: nothing is inflated or parsed here, and a directory has 100 entries at most. */
function precheck(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new SheetFault("empty");
  if (OLE.every((byte, i) => bytes[i] === byte)) throw new SheetFault("old_xls");
  if (isZip(bytes) && !new Zip(bytes).names.includes("xl/workbook.xml")) throw new SheetFault("not_a_sheet");
}
