const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** APP0 (JFIF), APP2 (colour profile), APP14 (Adobe's colour transform): what a picture needs to look right. */
const KEPT_APPS = new Set([0xe0, 0xe2, 0xee]);
const isApp = (marker: number): boolean => marker >= 0xe0 && marker <= 0xef;
const COMMENT = 0xfe;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

/**
 * The same JPEG without EXIF, GPS, XMP, IPTC and comments, and without anything behind its end (phones hang a second picture, with
 * its own place and time, there). Null where it is no whole JPEG. Pixels are not touched; the phone turns a photo upright before sending.
 */
export function jpegWithoutMetadata(file: Buffer): Buffer | null {
  if (file.length < 4 || file[0] !== 0xff || file[1] !== SOI) return null;
  const parts = [file.subarray(0, 2)];
  let at = 2;
  while (at + 4 <= file.length || file[at + 1] === EOI) {
    if (file[at] !== 0xff) return null;
    const marker = file[at + 1] ?? 0;
    if (marker === 0xff) { at += 1; continue; }
    if (marker === EOI) return Buffer.concat([...parts, file.subarray(at, at + 2)]);
    const end = at + 2 + file.readUInt16BE(at + 2);
    if (end > file.length) return null;
    const next = marker === SOS ? endOfScan(file, end) : end;
    // A second picture that an APP2 announces ("MPF") is cut off below: so is its announcement.
    const isAnnouncement = marker === 0xe2 && file.subarray(at + 4, at + 8).toString("latin1") === "MPF\0";
    if (!((isApp(marker) && !KEPT_APPS.has(marker)) || marker === COMMENT || isAnnouncement)) parts.push(file.subarray(at, next));
    at = next;
  }
  return null;
}

/** Where the picture's data ends: at the next marker that is neither a stuffed nought nor a restart. */
function endOfScan(file: Buffer, from: number): number {
  let at = from;
  while (at + 1 < file.length) {
    const marker = file[at + 1] ?? 0;
    if (file[at] === 0xff && marker !== 0x00 && marker !== 0xff && !isRestart(marker)) return at;
    at += 1;
  }
  return file.length;
}

const PNG_HEAD = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const PNG_METADATA = new Set(["eXIf", "tEXt", "zTXt", "iTXt", "tIME"]);

/** The same PNG without EXIF, texts and time, and without anything behind its end. Null where it is no whole PNG. */
export function pngWithoutMetadata(file: Buffer): Buffer | null {
  if (!file.subarray(0, 8).equals(PNG_HEAD)) return null;
  const parts: Buffer[] = [PNG_HEAD];
  let at = 8;
  while (at + 12 <= file.length) {
    const type = file.subarray(at + 4, at + 8).toString("latin1");
    const end = at + 12 + file.readUInt32BE(at);
    if (end > file.length) return null;
    if (!PNG_METADATA.has(type)) parts.push(file.subarray(at, end));
    if (type === "IEND") return Buffer.concat(parts);
    at = end;
  }
  return null;
}
