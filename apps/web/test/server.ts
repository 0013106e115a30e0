import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";

type Seen = { method: string; url: string; headers: IncomingMessage["headers"]; body: string };
type Answer = (request: Seen, response: ServerResponse) => void;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

/** A real HTTP server at the page's own address, answering as told; `seen` keeps what was asked. */
export async function serveOrigin(answer: Answer) {
  const seen: Seen[] = [];
  const server = createServer(async (request, response) => {
    const { method = "", url = "", headers } = request;
    const asked = { method, url, headers, body: await bodyOf(request) };
    seen.push(asked);
    answer(asked, response);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const stop = () => {
    server.closeAllConnections();
    server.close();
  };
  closing.push(stop);
  const { port } = server.address() as AddressInfo;
  // happy-dom's way to move the page without loading anything.
  (window as unknown as { happyDOM: { setURL(url: string): void } }).happyDOM.setURL(`http://127.0.0.1:${port}/`);
  return { seen, stop };
}

export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { "content-type": status < 400 ? "application/json" : "application/problem+json" }).end(JSON.stringify(body));
}
export function problem(response: ServerResponse, status: number, code: string, more: object = {}): void {
  json(response, { type: "about:blank", title: code, status, code, requestId: "req-7", ...more }, status);
}
