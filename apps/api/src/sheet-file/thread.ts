import { Worker } from "node:worker_threads";
import { LIMITS } from "./limits.ts";
import type { Answer } from "./worker.ts";

/** So long a thread without a file stays for the next one; then it gives its memory back. */
const IDLE_MS = 10_000;

type Thread = { readonly worker: Worker; /** Who waits for the file that it reads. */ settle: ((answer: Answer | null) => void) | null };
let idle: Thread | null = null;
let leaving: NodeJS.Timeout | undefined;

/**
 * Reads one file in a thread of its own, under limits of its own. A thread that came through reads the next file too; one that
 * was too slow, ran out of memory or tripped ends with its file, and the server goes on.
 * @param bytes handed over: the caller's are empty afterwards.
 */
export async function readInThread(bytes: Uint8Array<ArrayBuffer>): Promise<Answer> {
  const thread = idle ?? start();
  idle = null;
  clearTimeout(leaving);
  let isLate = false;
  const alarm = setTimeout(() => { isLate = true; thread.settle?.(null); }, LIMITS.milliseconds);
  const answer = await new Promise<Answer | null>((resolve) => {
    thread.settle = resolve;
    thread.worker.ref();
    thread.worker.postMessage(bytes, [bytes.buffer]);
  });
  thread.settle = null;
  clearTimeout(alarm);
  if (answer === null) {
    void thread.worker.terminate();
    return { fault: isLate ? "too_slow" : "too_complex" };
  }
  rest(thread);
  return answer;
}

function start(): Thread {
  const worker = new Worker(new URL("./worker.ts", import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMb, maxYoungGenerationSizeMb: LIMITS.youngHeapMb },
    // Nothing of the environment: what reads strangers' files has no business with our secrets.
    env: {},
  });
  const thread: Thread = { worker, settle: null };
  const lose = (): void => {
    if (idle === thread) idle = null;
    thread.settle?.(null);
  };
  worker.on("message", (answer: Answer) => thread.settle?.(answer));
  worker.on("error", lose);
  worker.on("exit", lose);
  return thread;
}

/** An idle thread keeps nobody from ending. */
function rest(thread: Thread): void {
  thread.worker.unref();
  idle = thread;
  leaving = setTimeout(() => {
    idle = null;
    void thread.worker.terminate();
  }, IDLE_MS).unref();
}
