/** Small whole pictures, made here byte by byte: real enough for every reader, with as much metadata as a test wants. */

function segment(marker: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
}

/** A phone's EXIF block with a GPS directory that says where the picture was taken (Langsa, 4°28' N). */
export const GPS_EXIF = Buffer.concat([
  Buffer.from("Exif\0\0II*\0", "latin1"), Buffer.from([8, 0, 0, 0]),
  Buffer.from([1, 0]), Buffer.from([0x25, 0x88, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0]), Buffer.from([0, 0, 0, 0]),
  Buffer.from([1, 0]), Buffer.from([1, 0, 2, 0, 2, 0, 0, 0, 0x4e, 0, 0, 0]), Buffer.from([0, 0, 0, 0]), Buffer.from("GPS-LANGSA", "latin1"),
]);

const QUANTISATION = segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)]));
const FRAME = segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0]));
const HUFFMAN_DC = segment(0xc4, Buffer.concat([Buffer.from([0x00, 1]), Buffer.alloc(15), Buffer.from([0])]));
const HUFFMAN_AC = segment(0xc4, Buffer.concat([Buffer.from([0x10, 1]), Buffer.alloc(15), Buffer.from([0])]));
const SCAN = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x3f, 0xff, 0x00])]);

/** One grey pixel. `exif`: with time and place; `comment`, `tail`: what else a file may carry. */
export function tinyJpeg({ exif = false, comment = "", tail = Buffer.alloc(0) }: { exif?: boolean; comment?: string; tail?: Buffer } = {}): Buffer {
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]), segment(0xe0, Buffer.from("JFIF\0\u0001\u0001\0\0\u0001\0\u0001\0\0", "latin1")),
    ...(exif ? [segment(0xe1, GPS_EXIF)] : []), ...(comment === "" ? [] : [segment(0xfe, Buffer.from(comment))]),
    QUANTISATION, FRAME, HUFFMAN_DC, HUFFMAN_AC, SCAN, Buffer.from([0xff, 0xd9]), tail,
  ]);
}

/** One transparent pixel, with a text chunk where one is given. */
export function tinyPng(text = ""): Buffer {
  const whole = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  if (text === "") return whole;
  const data = Buffer.from(`Comment\0${text}`, "latin1");
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from("tEXt"), data, Buffer.alloc(4)]);
  chunk.writeUInt32BE(data.length, 0);
  return Buffer.concat([whole.subarray(0, 33), chunk, whole.subarray(33)]);
}

export const TINY_PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
