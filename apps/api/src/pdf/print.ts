import { Worker } from "node:worker_threads";
import { Problem } from "#http/problem.ts";
import { printableData } from "./printable.ts";

/** One document for the worker: the name of the template beside it, its data as JSON, and a picture of ours as SVG, or nothing. */
export type Job = { readonly id: number; readonly template: string; readonly data: string; readonly mark: string };
export type Answer = { readonly id: number; readonly pdf: Uint8Array } | { readonly id: number; readonly fault: string };

/** What every template is given beside its own data. */
export type Front = {
  readonly title: string;
  readonly author: string;
  /** Year, month, day of the document: stands in its properties in place of the time of printing, so that equal data give equal bytes. */
  readonly date: readonly [number, number, number];
  /** The left half of the line at the foot of each page. */
  readonly footer: string;
};

type Waiting = { readonly resolve: (pdf: Uint8Array) => void; readonly reject: (cause: Error) => void };

/** Documents that may wait; whoever comes after them is told to come back, as in every queue of the house. */
const MAY_WAIT = 200;
/** Nothing of ours takes a tenth of it; a thread that does is stuck and is replaced. */
const PATIENCE_MS = 30_000;

let worker: Worker | undefined;
let lastId = 0;
const waiting = new Map<number, Waiting>();
let alarm: NodeJS.Timeout | undefined;

/**
 * Sets a document in type, off the thread that answers requests. `mark` is an SVG that we made, never text of people.
 * @returns the bytes of a tagged PDF (PDF/UA-1); the same data give the same bytes.
 * @throws Problem `busy` when too many wait; Error when the template is wrong or the thread died.
 */
export function printPdf(template: string, data: Front & Record<string, unknown>, mark = ""): Promise<Uint8Array> {
  if (waiting.size >= MAY_WAIT) return Promise.reject(new Problem("busy", { retryAfterSeconds: 5 }));
  const job: Job = { id: (lastId += 1), template, data: JSON.stringify(printableData(data)), mark };
  return new Promise((resolve, reject) => {
    waiting.set(job.id, { resolve, reject });
    const thread = (worker ??= start());
    // While a document is on its way the process stays; an idle thread keeps nobody from ending.
    thread.ref();
    alarm ??= patience();
    thread.postMessage(job);
  });
}

/** Ends the thread; documents on their way fail, the next one starts a new thread. */
export async function stopPrinting(): Promise<void> {
  const old = worker;
  lose(new Error("printing was stopped"));
  await old?.terminate();
}

function start(): Worker {
  const thread = new Worker(new URL("./worker.ts", import.meta.url));
  thread.on("message", (answer: Answer) => {
    const one = waiting.get(answer.id);
    waiting.delete(answer.id);
    clearTimeout(alarm);
    alarm = waiting.size > 0 ? patience() : undefined;
    if (waiting.size === 0) thread.unref();
    if ("pdf" in answer) one?.resolve(answer.pdf);
    else one?.reject(new Error(answer.fault));
  });
  thread.on("error", (cause) => { if (worker === thread) lose(cause instanceof Error ? cause : new Error(String(cause))); });
  thread.on("exit", () => { if (worker === thread) lose(new Error("the printing thread ended")); });
  return thread;
}

function patience(): NodeJS.Timeout {
  return setTimeout(() => { void worker?.terminate(); lose(new Error("a document took too long")); }, PATIENCE_MS).unref();
}

function lose(cause: Error): void {
  worker = undefined;
  clearTimeout(alarm);
  alarm = undefined;
  const all = [...waiting.values()];
  waiting.clear();
  for (const one of all) one.reject(cause);
}
