import { request, type ClientRequest } from "node:http";

/** One event as it came: its number, its kind, its data, and when its last byte was here (`performance.now()`). */
export type Heard = { readonly id: number; readonly kind: string; readonly data: { commandId?: string | null }; readonly at: number };

/**
 * A phone that follows a meeting: one stream of events (SSE), which may be broken off and taken up again where it was.
 * It keeps everything that it heard, in order, so that a harness can count what was lost or came twice.
 */
export class EventClient {
  readonly heard: Heard[] = [];
  /** Set by the harness: a phone that forgets where it was, and must be found out. */
  isForgetful = false;
  #request: ClientRequest | null = null;
  #rest = "";
  readonly #port: number;
  readonly #path: string;
  readonly #cookie: string;

  constructor(port: number, path: string, cookie: string) {
    this.#port = port;
    this.#path = path;
    this.#cookie = cookie;
  }

  /** Resolves when the server has greeted. Rejects on any answer but a stream. */
  open(): Promise<void> {
    const last = this.isForgetful ? undefined : this.heard.at(-1)?.id;
    return new Promise((resolve, reject) => {
      const headers = { accept: "text/event-stream", cookie: this.#cookie, ...(last !== undefined && { "last-event-id": String(last) }) };
      this.#rest = "";
      this.#request = request({ host: "127.0.0.1", port: this.#port, path: this.#path, headers, agent: false }, (answer) => {
        if (answer.statusCode !== 200) {
          reject(new Error(`the stream was answered with ${answer.statusCode}`));
          answer.resume();
          return;
        }
        answer.setEncoding("utf8");
        answer.on("data", (text: string) => { if (this.#take(text)) resolve(); });
        answer.on("error", () => undefined);
      });
      this.#request.on("error", reject);
      this.#request.end();
    });
  }

  close(): void {
    this.#request?.destroy();
    this.#request = null;
  }

  /** True when the greeting was among what came. */
  #take(text: string): boolean {
    const at = performance.now();
    const blocks = (this.#rest + text).split("\n\n");
    this.#rest = blocks.pop() ?? "";
    let isGreeted = false;
    for (const block of blocks) {
      const fields = new Map(block.split("\n").map((line): [string, string] => { const colon = line.indexOf(":"); return [line.slice(0, colon), line.slice(colon + 1).trimStart()]; }));
      isGreeted ||= fields.get("event") === "hello";
      const id = fields.get("id");
      if (id !== undefined) this.heard.push({ id: Number(id), kind: fields.get("event") ?? "", data: JSON.parse(fields.get("data") ?? "{}"), at });
    }
    return isGreeted;
  }
}
