import { deflateRawSync } from "node:zlib";

/** A part of a zip; what the directory says of it may be made to lie. */
export type Part = { name: string; data: Buffer | string; isStored?: boolean; lies?: { size?: number; packed?: number; method?: number; flags?: number; offset?: number } };

const crcTable = Array.from({ length: 256 }, (_, n) => { let c = n; for (let k = 0; k < 8; k += 1) c = (c & 1) === 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1; return c >>> 0; });
const crc32 = (data: Buffer): number => { let c = 0xffffffff; for (const byte of data) c = (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8); return (c ^ 0xffffffff) >>> 0; };

/** Writes a zip by hand, so that hostile ones can be made that no library would write. `count` is what the end record claims. */
export function zipOf(parts: readonly Part[], { count = parts.length, tail = Buffer.alloc(0) }: { count?: number; tail?: Buffer } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, data, isStored = false, lies = {} } of parts) {
    const plain = Buffer.from(data);
    const packed = isStored ? plain : deflateRawSync(plain);
    const title = Buffer.from(name);
    const [size, length, method, flags] = [lies.size ?? plain.length, lies.packed ?? packed.length, lies.method ?? (isStored ? 0 : 8), lies.flags ?? 0];
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(20, 4); local.writeUInt16LE(flags, 6); local.writeUInt16LE(method, 8); local.writeUInt32LE(crc32(plain), 14); local.writeUInt32LE(length, 18); local.writeUInt32LE(size, 22); local.writeUInt16LE(title.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0); central.writeUInt16LE(20, 4); central.writeUInt16LE(20, 6); central.writeUInt16LE(flags, 8); central.writeUInt16LE(method, 10); central.writeUInt32LE(crc32(plain), 16); central.writeUInt32LE(length, 20); central.writeUInt32LE(size, 24); central.writeUInt16LE(title.length, 28); central.writeUInt32LE(lies.offset ?? at, 42);
    bodies.push(local, title, packed);
    directory.push(central, title);
    at += 30 + title.length + packed.length;
  }
  const names = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(count & 0xffff, 8); end.writeUInt16LE(count & 0xffff, 10); end.writeUInt32LE(names.length, 12); end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, names, end, tail]);
}

const WORKBOOK = '<workbook xmlns:r="x"><sheets><sheet name="Data" sheetId="1" r:id="r1"/></sheets></workbook>';
const RELATIONS = '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>';
/** The smallest workbook around one sheet's XML; `more` replaces or adds parts. */
export function workbookOf(sheet: string | Buffer, more: Record<string, string> = {}, lies: Part["lies"] = {}): Buffer {
  const parts: Record<string, string | Buffer> = { "xl/workbook.xml": WORKBOOK, "xl/_rels/workbook.xml.rels": RELATIONS, "xl/worksheets/sheet1.xml": sheet, ...more };
  return zipOf(Object.entries(parts).map(([name, data]) => ({ name, data, ...(name.endsWith("sheet1.xml") && { lies }) })));
}
export const inline = (rows: readonly (readonly string[])[]): string =>
  `<worksheet><sheetData>${rows.map((row) => `<row>${row.map((text) => `<c t="inlineStr"><is><t>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</t></is></c>`).join("")}</row>`).join("")}</sheetData></worksheet>`;
