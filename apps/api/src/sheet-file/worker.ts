/** The thread that reads files, one after the other: whatever a file costs, it costs it here, under limits of its own. */
import { parentPort } from "node:worker_threads";
import { readCsv } from "./csv.ts";
import { SheetFault, type SheetFaultCode } from "./limits.ts";
import { readWorkbook, type Sheet } from "./workbook.ts";
import { isZip, Zip } from "./zip.ts";

export type Answer = { readonly sheets: Sheet[] } | { readonly fault: SheetFaultCode };

function read(bytes: Uint8Array): Sheet[] {
  return isZip(bytes) ? readWorkbook(new Zip(bytes)) : [{ name: "", rows: readCsv(bytes) }];
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
parentPort?.on("message", (bytes: unknown) => parentPort?.postMessage(answerTo(bytes)));
