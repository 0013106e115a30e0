import { Worker } from "node:worker_threads";
import { Problem } from "#http/problem.ts";
import { printableData } from "./printable.ts";

/** A picture of the letterhead, found by the template under this name. */
export type PictureFile = { /** "arms.png" */ readonly path: string; readonly bytes: Uint8Array };
/** Pictures for a document: QR marks are SVG that we made, never text of people; files are pictures that BKPSDM gave. */
export type Pictures = { readonly marks?: readonly string[]; readonly files?: readonly PictureFile[] };

/** One document for a worker: the name of the template beside it, its data as JSON, its pictures. */
export type Job = { readonly id: number; readonly template: string; readonly data: string; readonly marks: readonly string[]; readonly files: readonly PictureFile[] };
export type Answer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string };

/** What every template is given beside its own data. */
export type Front = {
  readonly title: string;
  readonly author: string;
  /** Year, month, day of the document: stands in its properties in place of the time of printing, so that equal data give equal bytes. */
  readonly date: readonly [number, number, number];
  /** The left half of the line at the foot of each page, where the document is of one piece. */
  readonly footer?: string;
};

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (cause: Error) => void };

/**
 * Threads that set documents in type. `print` gives the bytes of a tagged PDF (PDF/UA-1); the same data give the same bytes. It throws a
 * Problem `busy` when too many wait, and Error when the template is wrong or the thread died.
 */
export type Printer = {
  print(template: string, data: Front & Record<string, unknown>, pictures?: Pictures): Promise<Uint8Array>;
  /** Ends the threads; documents on their way fail, the next one starts new threads. */
  stop(): Promise<void>;
};

/** Documents that may wait for one thread; whoever comes after them is told to come back, as in every queue of the house. */
const MAY_WAIT = 200;
/** Nothing of ours takes a tenth of it; a thread that does is stuck and is replaced. */
const PATIENCE_MS = 30_000;

let lastId = 0;

/** One thread with the documents that it was given. It starts with the first, and lets the process end while it has none. */
class Press {
  readonly waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #alarm: NodeJS.Timeout | undefined;

  give(job: Job, waiting: Waiting): void {
    this.waiting.set(job.id, waiting);
    const thread = (this.#worker ??= this.#start());
    // While a document is on its way the process stays; an idle thread keeps nobody from ending.
    thread.ref();
    this.#alarm ??= this.#patience();
    thread.postMessage(job);
  }

  async stop(): Promise<void> {
    const old = this.#worker;
    this.#lose(new Error("printing was stopped"));
    await old?.terminate();
  }

  #start(): Worker {
    const thread = new Worker(new URL("./worker.ts", import.meta.url));
    thread.on("message", (answer: Answer) => {
      const one = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      clearTimeout(this.#alarm);
      this.#alarm = this.waiting.size > 0 ? this.#patience() : undefined;
      if (this.waiting.size === 0) thread.unref();
      if ("pdf" in answer) one?.resolve(answer.pdf);
      else one?.reject(new Error(answer.fault));
    });
    thread.on("error", (cause) => { if (this.#worker === thread) this.#lose(cause instanceof Error ? cause : new Error(String(cause))); });
    thread.on("exit", () => { if (this.#worker === thread) this.#lose(new Error("the printing thread ended")); });
    return thread;
  }

  #patience(): NodeJS.Timeout {
    return setTimeout(() => { void this.#worker?.terminate(); this.#lose(new Error("a document took too long")); }, PATIENCE_MS).unref();
  }

  #lose(cause: Error): void {
    this.#worker = undefined;
    clearTimeout(this.#alarm);
    this.#alarm = undefined;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const one of all) one.reject(cause);
  }
}

/** A printer of so many threads; a document goes to the one that has least to do. */
export function createPrinter(threads: number): Printer {
  const presses = Array.from({ length: threads }, () => new Press());
  return {
    print(template, data, { marks = [], files = [] } = {}) {
      const [idle] = presses.toSorted((a, b) => a.waiting.size - b.waiting.size);
      if (idle === undefined || idle.waiting.size >= MAY_WAIT) return Promise.reject(new Problem("busy", { retryAfterSeconds: 5 }));
      const job: Job = { id: (lastId += 1), template, data: JSON.stringify(printableData(data)), marks, files };
      return new Promise((resolve, reject) => { idle.give(job, { resolve, reject }); });
    },
    async stop() {
      await Promise.all(presses.map((press) => press.stop()));
    },
  };
}

/** The thread for single documents, that somebody waits for at a screen: no job of hundreds stands before them. */
const single = createPrinter(1);
export const printPdf = single.print;
export const stopPrinting = single.stop;
