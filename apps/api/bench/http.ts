import { connect, type Socket } from "node:net";

export type Answer = { status: number; /** Bytes of the body as they came over the wire. */ bytes: number; body: string };
export type Ask = { method?: "GET" | "POST" | "PUT"; path: string; cookie?: string; body?: unknown; /** Accepted encoding, such as "br"; none by default. */ encoding?: string };

const HEAD_END = Buffer.from("\r\n\r\n");
const LAST_CHUNK = Buffer.from("\r\n0\r\n\r\n");

/**
 * One keep-alive connection that asks one thing at a time. Written on the bare socket so that the client's own work
 * is small beside what is measured; it knows only what our server sends (Content-Length or chunks).
 */
export class Connection {
  #socket: Socket | null = null;
  #received: Buffer[] = [];
  #waiting: { resolve: (answer: Answer) => void; reject: (cause: Error) => void } | null = null;
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** Sends and waits for the whole answer. Rejects when the connection breaks before it. */
  async ask({ method = "GET", path, cookie, body, encoding }: Ask): Promise<Answer> {
    this.#socket ??= await this.#open();
    const text = body === undefined ? "" : JSON.stringify(body);
    const head = `${method} ${path} HTTP/1.1\r\nhost: localhost\r\n${cookie === undefined ? "" : `cookie: ${cookie}\r\n`}${encoding === undefined ? "" : `accept-encoding: ${encoding}\r\n`}`;
    const length = body === undefined ? "" : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
      this.#socket?.write(`${head}${length}\r\n${text}`);
    });
  }

  close(): void {
    this.#socket?.destroy();
    this.#socket = null;
  }

  async #open(): Promise<Socket> {
    const socket = connect({ port: this.#port, host: "127.0.0.1", noDelay: true });
    await new Promise<void>((resolve, reject) => void socket.once("connect", resolve).once("error", reject));
    socket.on("data", (chunk) => this.#take(chunk));
    const lost = (): void => {
      this.#socket = null;
      this.#received = [];
      this.#waiting?.reject(new Error("the connection broke before the answer was whole"));
      this.#waiting = null;
    };
    socket.on("error", lost).on("close", lost);
    return socket;
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    const whole = this.#received.length === 1 ? chunk : Buffer.concat(this.#received);
    this.#received = [whole];
    const end = whole.indexOf(HEAD_END);
    if (end < 0) return;
    const head = whole.toString("latin1", 0, end);
    const start = end + HEAD_END.length;
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    const isWhole = length === undefined ? /\r\ntransfer-encoding: chunked/i.test(head) ? whole.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) : true : whole.length >= start + Number(length);
    if (!isWhole) return;
    this.#received = [];
    const waiting = this.#waiting;
    this.#waiting = null;
    waiting?.resolve({ status: Number(head.slice(9, 12)), bytes: whole.length - start, body: whole.toString("utf8", start) });
  }
}
