import { Worker } from "node:worker_threads";
import { Problem } from "#http/problem.ts";
import { LIMITS, SheetFault } from "./limits.ts";
import type { Sheet } from "./workbook.ts";
import type { Answer } from "./worker.ts";

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
  if (waiting >= MAY_WAIT) throw new Problem("busy", { retryAfterSeconds: 5 });
  waiting += 1;
  const turn = last.then(() => inThread(Uint8Array.from(bytes)));
  last = turn.catch(() => undefined).finally(() => { waiting -= 1; });
  const answer = await turn;
  if ("fault" in answer) throw new SheetFault(answer.fault);
  return answer.sheets;
}

function inThread(bytes: Uint8Array): Promise<Answer> {
  return new Promise((resolve) => {
    const thread = new Worker(new URL("./worker.ts", import.meta.url), {
      workerData: bytes, transferList: [bytes.buffer as ArrayBuffer], resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb, maxYoungGenerationSizeMb: 32 },
    });
    const settle = (answer: Answer): void => {
      clearTimeout(alarm);
      resolve(answer);
      void thread.terminate();
    };
    const alarm = setTimeout(() => settle({ fault: "too_slow" }), LIMITS.milliseconds);
    thread.on("message", settle);
    // Out of memory, or a file that our reader trips over: it is the file that is refused, the server goes on.
    thread.on("error", () => settle({ fault: "too_complex" }));
    thread.on("exit", () => settle({ fault: "too_complex" }));
  });
}
