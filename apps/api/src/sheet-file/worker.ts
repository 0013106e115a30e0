/** The thread that reads one file and ends: whatever the file costs, it costs it here, under limits of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { readCsv } from "./csv.ts";
import { SheetFault, type SheetFaultCode } from "./limits.ts";
import { readWorkbook, type Sheet } from "./workbook.ts";
import { Zip } from "./zip.ts";

export type Answer = { readonly sheets: Sheet[] } | { readonly fault: SheetFaultCode };

const OLE = [0xd0, 0xcf, 0x11, 0xe0];

function read(bytes: Uint8Array): Sheet[] {
  if (bytes.length === 0) throw new SheetFault("empty");
  if (OLE.every((byte, i) => bytes[i] === byte)) throw new SheetFault("old_xls");
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readWorkbook(new Zip(bytes));
  return [{ name: "", rows: readCsv(bytes) }];
}

function answerTo(data: unknown): Answer {
  if (!(data instanceof Uint8Array)) throw new Error("the worker was not given bytes");
  try {
    return { sheets: read(data) };
  } catch (cause) {
    if (cause instanceof SheetFault) return { fault: cause.code };
    throw cause;
  }
}
parentPort?.postMessage(answerTo(workerData));
