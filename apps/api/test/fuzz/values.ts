import fc from "fast-check";

/** What the OpenAPI document says of a value, as far as our contract uses JSON Schema. */
export type Schema = {
  type?: string | readonly string[]; enum?: readonly unknown[]; format?: string; pattern?: string; minLength?: number; maxLength?: number; minimum?: number; maximum?: number; exclusiveMinimum?: number;
  anyOf?: readonly Schema[]; oneOf?: readonly Schema[]; items?: Schema; minItems?: number; maxItems?: number; properties?: Readonly<Record<string, Schema>>; required?: readonly string[];
};
/** Ids that exist, by what they are of. */
export type Ids = Readonly<Record<string, readonly string[]>>;

const NUL = String.fromCharCode(0);
/** Texts that have broken programs before: control characters, lone surrogates, marks that turn the direction, prototype names, other people's syntax. */
export const NASTY: readonly string[] = [
  "", " ", NUL, `a${NUL}b`, "\u0007", "\u001b[31m", "\u0085", "\uD800", "\uDC00x", "a\uDBFF", "\u202Etxt.exe", "\u2066x\u2069", "\uFEFF", "\uFFFE", "\u200B", "e\u0301".repeat(40), "👩‍👩‍👧‍👦".repeat(30),
  "__proto__", "constructor", "toString", "null", "undefined", "NaN", "true", "0", "-1", "1e999", "9".repeat(400), "2026-02-30", "0000-00-00", "0000-01-01", "9999-12-31", "+275760-09-13", "2026-11-23T00:00:00Z",
  "' or '1'='1", "\"; drop table audit; --", "${7*7}", "{{7*7}}", "=1+1", "@SUM(1)", "%00", "%", "\\", "\r\nSet-Cookie: a=b", "../../etc/passwd", "<script>alert(1)</script>", "javascript:alert(1)",
  "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", "|", "a|b", "2026-11-02_x", "day_id", "ß".repeat(300), "İ".repeat(300), "ﷺ".repeat(300),
];
export const nasty = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...NASTY) }, { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 60 }) }, { weight: 1, arbitrary: fc.integer({ min: 1000, max: 20_000 }).map((n) => "x".repeat(n)) });

const NUMBERS = [0, -0, 1, -1, 0.1, 0.005, 1.005, 2, 3, 2 ** 31 - 1, 2 ** 31, -(2 ** 31) - 1, 2 ** 53, 2 ** 63, 1e21, -1e21, 999_999_999_999.99, 999_999_999_999.995, 1e300, 5e-324];
const MONTHS = ["2026-11", "2026-10", "2026-09", "2026-08", "2026-07", "2025-12", "2027-01", "2000-01", "2099-12"];
const DAYS = ["2026-11-23", "2026-11-22", "2026-10-01", "2025-02-28", "2028-02-29", "0001-01-01", "0000-01-01", "9999-12-31", "1900-01-01"];

/** The things of which an id is wanted, by the name of the field or parameter. */
const KIND_OF: Readonly<Record<string, string>> = {
  personId: "person", toId: "person", fromId: "person", actor: "person", with: "person", unitId: "unit", unit: "unit", periodId: "period", period: "period", reportId: "report", reportRowId: "row", rowId: "row",
  noteId: "note", appraisalId: "appraisal", noteIds: "note", lineId: "line", intervenedLineId: "line", skpId: "skp", templateId: "template", target: "person", id: "any", ownerId: "person", speakerId: "person", secretaryId: "person", delegateId: "person", tindakLanjutId: "tindakLanjut", cycleId: "peerCycle", cycle: "peerCycle", inspektoratId: "person", analisId: "person",
};

function idFor(name: string, ids: Ids): fc.Arbitrary<string> {
  const kind = KIND_OF[name] ?? name;
  const right = ids[kind] ?? [];
  const all = Object.values(ids).flat();
  const known = (list: readonly string[]) => (list.length > 0 ? fc.constantFrom(...list) : fc.uuid({ version: 7 }));
  return fc.oneof({ weight: 8, arbitrary: known(right) }, { weight: 1, arbitrary: known(all) }, { weight: 2, arbitrary: fc.uuid({ version: 7 }) });
}

function textOf(name: string, { format, pattern, minLength = 0, maxLength = 100 }: Schema, ids: Ids): fc.Arbitrary<string> {
  if (format === "uuid") return idFor(name, ids);
  if (format === "date") return fc.oneof(fc.constantFrom(...DAYS), fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }).map((d) => d.toISOString().slice(0, 10)));
  if (pattern?.startsWith("^20\\d{2}-") === true) return fc.constantFrom(...MONTHS);
  if (pattern?.startsWith("^https?") === true) return fc.constantFrom("https://langsa.go.id/berkas/1", "http://a", "https://xn--/", "https://[::1]/%00");
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern), { maxLength: 200 });
  const fit = (s: string): string => s.slice(0, maxLength).padEnd(minLength, "a");
  return fc.oneof({ weight: 5, arbitrary: fc.constantFrom("Selesai.", "Rapat koordinasi bidang", "a", "x".repeat(maxLength)) }, { weight: 3, arbitrary: nasty }, { weight: 2, arbitrary: fc.string({ unit: "grapheme", maxLength: 80 }) }).map(fit);
}

function numberOf({ type, minimum = -1e15, maximum = 1e15, exclusiveMinimum }: Schema): fc.Arbitrary<number> {
  const least = exclusiveMinimum ?? minimum;
  const fits = NUMBERS.filter((n) => n >= least && n <= maximum && (type !== "integer" || Number.isInteger(n)));
  const small = fc.integer({ min: Math.ceil(Math.max(least, -3)), max: Math.floor(Math.min(maximum, Math.max(least, 0) + 12)) });
  return fc.oneof({ weight: 6, arbitrary: small }, { weight: 2, arbitrary: fits.length > 0 ? fc.constantFrom(...fits) : small }, { weight: 1, arbitrary: fc.constantFrom(least, maximum) });
}

/** Values that the schema takes, nearly always. `name`: of the field, which says of what an id must be. */
export function valid(schema: Schema, ids: Ids, name = ""): fc.Arbitrary<unknown> {
  const { type, anyOf, oneOf, items, properties } = schema;
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((one) => valid(one, ids, name)));
  if (Array.isArray(type)) return fc.oneof(...type.map((one: string) => valid({ ...schema, type: one }, ids, name)));
  if (type === "string") return textOf(name, schema, ids);
  if (type === "integer" || type === "number") return numberOf(schema);
  if (type === "boolean") return fc.boolean();
  if (type === "null") return fc.constant(null);
  if (type === "array" && items !== undefined) {
    const { minItems = 0, maxItems = 5 } = schema;
    return fc.array(valid(items, ids, name), { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 4)) });
  }
  if (properties === undefined) return fc.constant({});
  const parts = Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, valid(one, ids, key)]));
  return fc.record(parts, { requiredKeys: [...(schema.required ?? [])] });
}

/** Anything that JSON can say, and more than anybody would. */
export const wild: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: nasty }, { weight: 3, arbitrary: fc.constantFrom<unknown>(...NUMBERS) }, { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], { length: -1 }, JSON.parse('{"then":"x"}'), { toJSON: 1 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) }, { weight: 1, arbitrary: fc.array(nasty, { maxLength: 3 }) },
);

type Path = readonly (string | number)[];
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))];
}
function replaced(value: unknown, [key, ...rest]: Path, by: (old: unknown) => unknown): unknown {
  if (key === undefined) return by(value);
  if (Array.isArray(value)) return value.map((one: unknown, i) => (String(i) === String(key) ? replaced(one, rest, by) : one));
  return Object.fromEntries(Object.entries(value ?? {}).map(([k, one]) => [k, k === key ? replaced(one, rest, by) : one]));
}
const DROP = Symbol("drop");
const ADDED = ["isAdmin", "personId", "status", "__proto__", "constructor", "prototype", "penilaiId", "version"];

/** A valid value with one thing wrong in it: another type, a text that breaks, a field less, a field more. */
export function nearlyValid(schema: Schema, ids: Ids): fc.Arbitrary<unknown> {
  return fc.tuple(valid(schema, ids), fc.nat(), fc.oneof<fc.Arbitrary<unknown>[]>(wild, fc.constant(DROP)), fc.option(fc.constantFrom(...ADDED), { freq: 3 })).map(([value, where, wrong, more]) => {
    const paths = pathsOf(value);
    const path = paths[where % paths.length] ?? [];
    if (more !== null) return replaced(value, path.slice(0, -1), (old) => (typeof old === "object" && old !== null && !Array.isArray(old) ? withOwn(old, more, wrong === DROP ? 1 : wrong) : old));
    if (wrong !== DROP) return replaced(value, path, () => wrong);
    const last = path.at(-1);
    return replaced(value, path.slice(0, -1), (old) => (typeof old === "object" && old !== null && !Array.isArray(old) ? Object.fromEntries(Object.entries(old).filter(([key]) => key !== last)) : old));
  });
}
/** As an own property, also where the name is `__proto__`: JSON.stringify writes it. */
function withOwn(value: object, key: string, inner: unknown): object {
  return Object.defineProperty({ ...value }, key, { value: inner, enumerable: true, configurable: true, writable: true });
}
