import { describe, expect, it } from "vitest";
import { printable, printableData, withoutUnprintable } from "./printable.ts";

describe("printable", () => {
  it("leaves what people write as it is", () => {
    for (const text of ["Kunjungan rumah 3 bayi, 96 %", "#strong[x] *y* $z$ <l> @r \\n", "é ş 😀 👍🏽", "baris satu\nbaris dua"]) expect(printable(text)).toBe(text);
  });
  it("names signs that hide or that turn the writing direction, and obeys none", () => {
    expect(printable("a\u0000b\u202Ec\u2066d\uFFFFe").replaceAll("\u200B", "")).toBe("a[U+0000]b[U+202E]c[U+2066]d[U+FFFF]e");
    expect(printable("a\uD800b")).toBe("a[U+D800]b");
    expect(printable("a\tb\r\nc")).toBe("a b\nc");
  });
  it("gives a very long word places to break, between whole signs only", () => {
    const flags = "🇮🇩".repeat(30);
    expect(printable(flags).split("\u200B")).toEqual(Array.from({ length: 30 }, () => "🇮🇩"));
    expect(printable("mempertanggungjawabka")).toContain("\u200B");
    expect(printable("mempertanggungjawabk")).not.toContain("\u200B");
  });
  it("sets Arabic words apart, line by line", () => {
    expect(printable("سلام\nteks")).toBe("\u2066سلام\u2069\n\u2066teks\u2069");
  });
  it("goes through data at any depth and leaves figures alone", () => {
    expect(printableData({ a: ["x\u0007", 1, null, { b: true, c: "y" }] })).toEqual({ a: ["x[U+0007]", 1, null, { b: true, c: "y" }] });
  });
});

describe("signs that no font has", () => {
  const complaint = (sign: string): string => `Error: [SourceDiagnostic { message: "PDF/UA-1 error: the text \`\\"${sign}\\"\` could not be displayed with font" }]`;
  it("are replaced by their code", () => {
    expect(withoutUnprintable('{"a":"x漢y漢"}', complaint("漢"))).toBe('{"a":"x[U+6F22]y[U+6F22]"}');
    expect(withoutUnprintable('{"a":"x\u{E0100}"}', complaint("\\\\u{e0100}"))).toBe('{"a":"x[U+E0100]"}');
  });
  it("leave the data alone when the complaint is about something else, or about plain letters", () => {
    for (const other of ["Error: no such file", complaint("a"), complaint("}")]) expect(withoutUnprintable('{"a":"x漢"}', other)).toBe('{"a":"x漢"}');
  });
});
