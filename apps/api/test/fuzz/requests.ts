import fc from "fast-check";
import { TINY_PDF, tinyJpeg, tinyPng } from "../images.ts";
import { nasty, nearlyValid, valid, wild, type Ids, type Schema } from "./values.ts";

type Parameter = { in: "query" | "path"; name: string; required: boolean; schema: Schema };
export type Operation = {
  method: string; path: string;
  parameters: readonly Parameter[];
  /** Of a JSON body; null where there is none. */
  body: Schema | null;
  isUpload: boolean;
  statuses: readonly number[];
};
type Document = { paths: Record<string, Record<string, { parameters?: Parameter[]; requestBody?: { content: Record<string, { schema: Schema }> }; responses: Record<string, unknown> }>> };

/** The operations of the app's own OpenAPI document. */
export function operationsOf({ paths }: Document): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) => Object.entries(methods).map(([method, one]): Operation => ({
    method: method.toUpperCase(), path, parameters: one.parameters ?? [], body: one.requestBody?.content["application/json"]?.schema ?? null,
    isUpload: path.endsWith("/file") && method === "put", statuses: Object.keys(one.responses).map(Number),
  })));
}

/** One request as it goes to the app. `actor`: index of who sends it, -1 for nobody. */
export type Hostile = { operation: Operation; actor: number; url: string; headers: Record<string, string>; payload: string | Buffer | null; isReplayed: boolean };

const encoded = fc.oneof({ weight: 9, arbitrary: nasty.map((s) => encodeURIComponent(s.toWellFormed())) }, { weight: 1, arbitrary: fc.constantFrom("%00", "%", "%E0%A4%A", "..", "%2e%2e%2f", "a".repeat(300), "%F0%9F", ";a=b", "*") });

/** By the path: whose `:id` it is. */
const THING_OF: readonly (readonly [string, string])[] = [
  ["/api/e-kinerja/skp", "skp"], ["/api/siasn/result", "result"], ["/api/rekonsiliasi", "rekonsiliasi"], ["/api/people-import", "peopleImport"],
  ["/api/skp", "skp"], ["/api/monthly-report", "report"], ["/api/evidence", "evidence"], ["/api/daily-note", "note"], ["/api/umpan-balik", "umpanBalik"], ["/api/notification", "notification"], ["/api/result", "result"], ["/api/evaluation-meeting", "meeting"], ["/api/tindak-lanjut", "tindakLanjut"], ["/api/peer-form", "peerForm"], ["/api/peer-cycle", "peerCycle"], ["/api/fairness/signal", "signal"], ["/api/kalibrasi/proposal", "proposal"],
];
function nameOf(operation: Operation, { name }: Parameter): string {
  return name === "id" ? (THING_OF.find(([prefix]) => operation.path.startsWith(prefix))?.[1] ?? name) : name;
}

function pathOf(operation: Operation, ids: Ids): fc.Arbitrary<string> {
  const parameters = operation.parameters.filter((p) => p.in === "path");
  const each = parameters.map((p) => fc.oneof({ weight: 12, arbitrary: valid(p.schema, ids, nameOf(operation, p)).map((v) => encodeURIComponent(String(v))) }, { weight: 1, arbitrary: encoded }));
  return fc.tuple(...each).map((values) => parameters.reduce((path, { name }, i) => path.replace(`{${name}}`, () => values[i] ?? ""), operation.path));
}

function queryOf(operation: Operation, ids: Ids): fc.Arbitrary<string> {
  const parameters = operation.parameters.filter((p) => p.in === "query");
  const pair = (p: Parameter) => fc.oneof(
    { weight: 9, arbitrary: valid(p.schema, ids, p.name).map((v) => `${p.name}=${encodeURIComponent(String(v).toWellFormed())}`) },
    { weight: 3, arbitrary: encoded.map((v) => `${p.name}=${v}`) },
    { weight: 1, arbitrary: fc.constantFrom(`${p.name}=a&${p.name}=b`, `${p.name}[]=1`, `${p.name}[__proto__]=1`, p.name, "") },
  );
  const known = fc.tuple(...parameters.map((p) => (p.required ? pair(p) : fc.oneof(pair(p), fc.constant(""))))).map((pairs) => pairs.filter((one) => one !== ""));
  const more = fc.option(fc.constantFrom("__proto__=1", "constructor=1", "a=%00", "=", "&&&", "limit=1&limit=2"), { freq: 9 });
  return fc.tuple(known, more).map(([pairs, extra]) => [...pairs, ...(extra === null ? [] : [extra])].join("&"));
}

const deep = (n: number, open: string, close: string) => open.repeat(n) + close.repeat(n);
/** Bodies that are no JSON of ours: broken, deep, polluted, huge. */
const RAW: readonly string[] = [
  "", "{", "[1,", "nul", "\"", "{\"a\":}", "{\"version\":1,\"version\":2}", "{\"__proto__\":{\"isAdmin\":true}}", "{\"constructor\":{\"prototype\":{\"isAdmin\":true}}}", "\uFEFF{}", "{\"a\":\"\\u0000\"}", "{\"id\":\"\\ud800\"}",
  deep(10_000, "[", "]"), `${"{\"a\":".repeat(10_000)}1${"}".repeat(10_000)}`, "1e400", "[]", "null", "true", "0", "\"text\"", "{\"version\":1e400}", "{\"version\":-0}", `{"text":"${"x".repeat(1_000_000)}"}`, `{"text":"${"x".repeat(1_100_000)}"}`,
];
const FILES: readonly Buffer[] = [TINY_PDF, tinyJpeg({ exif: true }), tinyPng("teks"), Buffer.alloc(0), Buffer.from("%PDF"), Buffer.from("<svg onload=alert(1)>"), Buffer.concat([tinyPng(), Buffer.from("<script>")]), tinyJpeg().subarray(0, 30), Buffer.alloc(300_000, 0xff)];

type Sent = { type: string | null; payload: string | Buffer | null };
function bodyOf(operation: Operation, ids: Ids): fc.Arbitrary<Sent> {
  const json = (value: unknown): Sent => ({ type: "application/json", payload: JSON.stringify(value) ?? "null" });
  const raw = fc.constantFrom(...RAW).map((payload): Sent => ({ type: "application/json", payload }));
  const types = fc.constantFrom<string | null>(null, "text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "application/json;", "APPLICATION/JSON", "application/jsonx", "application/pdf", "application/octet-stream", "application/problem+json", "*/*", "application/json\t; a=b", ",");
  const typed = fc.tuple(types, fc.constantFrom("{}", "a=b", "<a/>", "")).map(([type, payload]): Sent => ({ type, payload }));
  if (operation.isUpload) {
    const file = fc.tuple(fc.constantFrom(...FILES), fc.constantFrom("application/pdf", "image/jpeg", "image/png", "application/octet-stream", "image/svg+xml")).map(([payload, type]): Sent => ({ type, payload }));
    return fc.oneof({ weight: 8, arbitrary: file }, { weight: 1, arbitrary: raw }, { weight: 1, arbitrary: typed });
  }
  const none: Sent = { type: null, payload: null };
  if (operation.body === null) return fc.oneof({ weight: 9, arbitrary: fc.constant(none) }, { weight: 1, arbitrary: raw }, { weight: 1, arbitrary: typed });
  return fc.oneof(
    { weight: 9, arbitrary: valid(operation.body, ids).map(json) }, { weight: 8, arbitrary: nearlyValid(operation.body, ids).map(json) }, { weight: 2, arbitrary: wild.map(json) },
    { weight: 2, arbitrary: raw }, { weight: 1, arbitrary: typed }, { weight: 1, arbitrary: fc.constant(none) },
  );
}

const headers = fc.oneof({ weight: 20, arbitrary: fc.constant({}) }, {
  weight: 1,
  arbitrary: fc.constantFrom<Record<string, string>>({ "sec-fetch-site": "cross-site" }, { origin: "https://lain.example" }, { origin: "null" }, { "accept-encoding": "br;q=1, *;q=0" }, { "accept-encoding": "x".repeat(5000) }, { accept: "text/html" }, { "if-match": "*" }, { range: "bytes=0-1" }, { "x-forwarded-proto": "https" }, { "content-encoding": "gzip" }),
});

/** Who has most to do at an address: index 0 is the pegawai whom everything is about. */
export type Doer = "pegawai" | "penilai" | "kepala" | "bekas" | "wali" | "bkpsdm" | "auditor" | "admin" | "kabid" | "analis";
const DOER_OF: readonly (readonly [RegExp, Doer])[] = [
  [/^\/api\/(signed-rating|tpp|talent|siasn|fairness|career)/, "analis"], [/^\/api\/(organisation|penilai-|people-import|rekonsiliasi|setup|letterhead)/, "bkpsdm"],
  [/^\/api\/evaluation-meeting|^\/api\/tindak-lanjut\/unit/, "kabid"], [/^\/api\/audit/, "auditor"], [/^\/api\/account/, "admin"], [/^\/api\/city|^\/api\/peer-cycle/, "bkpsdm"], [/^\/api\/mayor/, "wali"], [/^\/api\/opd-|capaian-organisasi|\/pola\/|\/kalibrasi\/\{/, "kepala"],
  [/^\/api\/appraisal/, "bekas"], [/^\/api\/review|\/send-back$|\/set$|\/answer$|absence/, "penilai"],
];

/** Requests to every operation alike, from valid to wild; half of them by who has something to do there. */
export function hostile(operations: readonly Operation[], ids: Ids, actors: number, doers: Readonly<Record<Doer, number>>): fc.Arbitrary<Hostile> {
  return fc.constantFrom(...operations).chain((operation) => fc.record({
    operation: fc.constant(operation), actor: fc.oneof(fc.constant(doers[DOER_OF.find(([at]) => at.test(operation.path))?.[1] ?? "pegawai"]), fc.integer({ min: -1, max: actors - 1 })),
    path: pathOf(operation, ids), query: queryOf(operation, ids), sent: bodyOf(operation, ids), headers, isReplayed: fc.nat(9).map((n) => n === 0),
  })).map(({ path, query, sent, headers: more, ...rest }) => ({
    // A stream goes on until its client leaves, and these do not: it is asked for what was missed alone.
    ...rest, url: rest.operation.path.endsWith("/events") ? `${path}?${query}&ikuti=tidak` : query === "" ? path : `${path}?${query}`, payload: sent.payload, headers: { ...more, ...(sent.type !== null && { "content-type": sent.type }) },
  }));
}
