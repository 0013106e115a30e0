import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inline, workbookOf, zipOf } from "#test/sheets/zip.ts";
import { size } from "#test/size.ts";
import { LIMITS, SheetFault } from "./limits.ts";
import { isZip, Zip } from "./zip.ts";

const golden = readFileSync(path.join(import.meta.dirname, "../../test/golden/excel-types.xlsx"));
const faultOf = (bytes: Uint8Array): string => { try { void new Zip(bytes); return "none"; } catch (error) { if (error instanceof SheetFault) return error.code; throw error; } };
/** All parts in full; a fault of ours is an answer, anything else is not. */
function readAll(bytes: Uint8Array): string {
  try {
    const zip = new Zip(bytes);
    for (const name of zip.names) zip.read(name);
    return "read";
  } catch (error) {
    if (error instanceof SheetFault) return error.code;
    throw error;
  }
}

describe("the look at a zip before anything is inflated", () => {
  it("names what a workbook of another program holds", () => {
    expect(isZip(golden)).toBe(true);
    expect(new Zip(golden).names).toEqual(expect.arrayContaining(["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/styles.xml"]));
    expect(new Zip(golden).read("xl/workbook.xml")?.toString()).toContain("<sheets>");
    expect(new Zip(golden).read("xl/none.xml")).toBeNull();
  });
  it("inflates nothing: parts that cannot be inflated are seen, and fail when they are asked for", () => {
    const broken = workbookOf(inline([["a"]]), {}, { method: 8, packed: 3 });
    expect(new Zip(broken).names).toHaveLength(3);
    expect(readAll(broken)).toBe("zip_broken");
  });
  it.each([
    ["exactly as many parts as a workbook may have", zipOf(Array.from({ length: LIMITS.entries }, (_, i) => ({ name: `${i}`, data: "x" }))), "none"],
    ["one more", zipOf(Array.from({ length: LIMITS.entries + 1 }, (_, i) => ({ name: `${i}`, data: "x" }))), "zip_bomb"],
    ["parts that together promise more than 20 MB", zipOf([{ name: "a", data: "x", lies: { size: 11_000_000, packed: 1 } }, { name: "b", data: "x", lies: { size: 11_000_000, packed: 1 } }]), "zip_bomb"],
    ["a part that promises more than a hundred times its size", zipOf([{ name: "a", data: Buffer.alloc(300_000), lies: { size: 300_000 } }]), "zip_bomb"],
    ["a small part may shrink as it likes", zipOf([{ name: "a", data: Buffer.alloc(100_000) }]), "none"],
    ["two parts of one name", zipOf([{ name: "a", data: "1" }, { name: "a", data: "2" }]), "zip_broken"],
    ["a count that is not true", zipOf([{ name: "a", data: "1" }], { count: 2 }), "zip_broken"],
    ["no part at all", zipOf([]), "none"],
    ["a password", zipOf([{ name: "a", data: "1", lies: { flags: 1 } }]), "encrypted"],
    ["a way of packing that no workbook uses", zipOf([{ name: "a", data: "1", lies: { method: 12 } }]), "zip_broken"],
    ["a name that climbs out", zipOf([{ name: "xl/../../a", data: "1" }]), "zip_broken"],
    ["a name of a drive", zipOf([{ name: "C:/a", data: "1" }]), "zip_broken"],
  ] as const)("%s: %s", (_, bytes, code) => { expect(faultOf(bytes)).toBe(code); });

  it("whatever byte is turned over, cut off or put in: read, or a fault of ours", () => {
    fc.assert(fc.property(fc.nat(golden.length - 1), fc.nat(255), fc.constantFrom("turn", "cut", "put"), (at, byte, how) => {
      const bytes = how === "cut" ? golden.subarray(0, at) : how === "put" ? Buffer.concat([golden.subarray(0, at), Buffer.from([byte]), golden.subarray(at)]) : Buffer.from(golden);
      if (how === "turn") bytes[at] = byte;
      expect(["read", "zip_broken", "zip_bomb", "encrypted"]).toContain(readAll(bytes));
    }), { numRuns: size(400, 20_000) });
  });
});
