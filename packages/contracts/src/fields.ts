import * as z from "zod/mini";

/** Control characters but line break and tab, lone surrogates, and marks that turn the direction of writing: never in our texts. */
// oxlint-disable-next-line no-control-regex -- naming the control characters is the point of this line
const FORBIDDEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** UUID, made by the client or by us. */
export const Id = z.uuid();
/** "2026-10-30", a day that exists, in a year that people live in: the calendar of PostgreSQL has no year 0, ours none with five digits. */
export const LocalDate = z.iso.date().check(z.regex(/^(19|20|21)/));
/** "2026-10". */
export const Month = z.string().check(z.regex(/^20\d{2}-(0[1-9]|1[0-2])$/));
/** A month that somebody asks about with the year before it: nothing of ours lies before 2020. */
export const AskedMonth = z.string().check(z.regex(/^20[2-9]\d-(0[1-9]|1[0-2])$/));
export const Year = z.int().check(z.minimum(2000), z.maximum(2099));
/** The same as text in an address. */
export const YearText = z.string().check(z.regex(/^20\d{2}$/));
/** An instant with zone, ISO 8601, as PostgreSQL or the API writes it. */
export const Instant = z.string();
/** Optimistic locking: the version that the caller has seen. */
export const Version = z.int().check(z.minimum(1), z.maximum(2_000_000_000));
/** A figure that a person reports: what `numeric(14,2)` holds, two decimals at most. */
export const Figure = z.number().check(
  z.minimum(0), z.maximum(999_999_999_999.99),
  z.refine((n) => Math.abs(n * 100 - Math.round(n * 100)) < 1e-4, { error: "too_many_decimals" }),
);

/** Text of one or more lines: normalised (NFC), trimmed, without control characters; length in characters. */
export function text(max: number, min = 1) {
  return z.string().check(z.maxLength(max * 2), z.refine((s) => !FORBIDDEN.test(s), { error: "forbidden_character" }), z.overwrite((s) => s.normalize("NFC").trim()), z.minLength(min), z.maxLength(max));
}
/** The same, where nothing may stand too: an empty text becomes null. */
export function optionalText(max: number) {
  return z.nullable(z.pipe(text(max, 0), z.transform((s) => (s === "" ? null : s))));
}

/** A page of a list: `after` is the cursor that the page before gave. */
export const pageQuery = { after: z.optional(z.string().check(z.maxLength(200))), limit: z.optional(z.string().check(z.regex(/^([1-9]\d?|1\d\d|200)$/))) };
