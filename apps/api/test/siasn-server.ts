import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";
import type { SiasnConfig } from "../src/siasn.ts";

type Asked = { method: string; path: string; authorization: string | undefined; auth: string | undefined; body: unknown };
/** `people`: SIASN's id by NIP. `records`: what it has by path and NIP, to which what is saved is added. `answer` makes it fail. */
export type FakeSiasn = { config: SiasnConfig; asked: Asked[]; people: Map<string, string>; records: Map<string, unknown[]>; answer: { status: number; body: unknown } | null };

const HISTORY = { "/kinerjaperiodik/save": "/pns/rw-kinerjaperiodik", "/skp22/save": "/pns/rw-skp22" } as const;

/** The few paths of BKN's web service that we use, answered as its public clients expect them (rules 6.5). */
export async function fakeSiasn(): Promise<FakeSiasn> {
  const fake: FakeSiasn = { config: { url: "", token: "instansi", ssoToken: "akun", kuadran: { butuhPerbaikan: null, kurang: null } }, asked: [], people: new Map(), records: new Map(), answer: null };
  const server = createServer((request, response) => void reply(fake, request).then(({ status, body }) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body))));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  fake.config = { ...fake.config, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  return fake;
}

async function reply(fake: FakeSiasn, request: IncomingMessage): Promise<{ status: number; body: unknown }> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const body: unknown = text === "" ? null : JSON.parse(text);
  const { method = "", url: path = "", headers } = request;
  fake.asked.push({ method, path, authorization: headers.authorization, auth: headers["auth"]?.toString(), body });
  if (fake.answer !== null) return fake.answer;
  const [nip = ""] = path.split("/").slice(-1);
  if (path.startsWith("/pns/data-utama/")) return fake.people.has(nip) ? { status: 200, body: { code: 1, data: { id: fake.people.get(nip) } } } : { status: 404, body: { code: 0 } };
  if (path.startsWith("/pns/rw-")) return { status: 200, body: { code: 1, data: fake.records.get(path) ?? [] } };
  const owner = [...fake.people].find(([, id]) => JSON.stringify(body).includes(id))?.[0] ?? "";
  const key = `${HISTORY[path === "/skp22/save" ? path : "/kinerjaperiodik/save"]}/${owner}`;
  fake.records.set(key, [...(fake.records.get(key) ?? []), body]);
  return { status: 200, body: { code: 1, data: { id: "riwayat-1" } } };
}
