import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { LocalDate } from "@teraju/domain";
import type { Person } from "./city.ts";
import type { Loader } from "./copy.ts";
import { PHOTOS } from "./data/photos.ts";
import type { Figure } from "./figures.ts";
import type { Random } from "./random.ts";
import { millisOf, moment, must, type DemoMonth } from "./timeline.ts";

export type MadeEvidence = { id: string; title: string; lineId: string };
export type EvidenceBook = { add: ReturnType<Loader["table"]>; dataDir: string; /** Units whose people attach real photos. */ photoUnits: ReadonlySet<string>; photosLeft: number };

/** Real files are few: enough to open one in every role's story, not enough to fill a disk. */
const MOST_PHOTOS = 80;

export function openEvidenceBook(load: Loader, dataDir: string, photoUnits: ReadonlySet<string>): EvidenceBook {
  const add = load.table("evidence", ["id", "owner_id", "report_row_id", "note_id", "kind", "title", "mime", "size_bytes", "sha256", "storage_key", "url", "register_number", "created_at"]);
  return { add, dataDir, photoUnits, photosLeft: MOST_PHOTOS };
}

type On = { person: Person; rowId: string | null; noteId?: string; figure: Figure; month: DemoMonth; on: LocalDate };

/** A register number or a link; in some units and recent months a photo that really lies in the data folder. */
export function addEvidence(random: Random, book: EvidenceBook, { person, rowId, noteId, figure, month, on }: On): MadeEvidence {
  const made = { id: random.uuid(millisOf(on)), title: `${figure.hasil.data.evidence}, ${month.month}`, lineId: figure.hasil.lineId };
  const at = moment(on, 445);
  if (book.photosLeft > 0 && random.chance(0.3) && month.index >= 11 && book.photoUnits.has(person.unit.code)) {
    book.photosLeft -= 1;
    const file = writePhoto(random, book.dataDir);
    book.add(made.id, person.id, rowId, noteId ?? null, "file", made.title, "image/jpeg", file.size, file.sha256, file.key, null, null, at);
  } else if (random.chance(0.35)) {
    book.add(made.id, person.id, rowId, noteId ?? null, "link", made.title, null, null, null, null, `https://drive.langsakota.example/${random.hex(12)}`, null, at);
  } else {
    book.add(made.id, person.id, rowId, noteId ?? null, "register", made.title, null, null, null, null, null, `${random.int(1, 900)}/${must(person.unit.opd).code}/${month.month.slice(5)}/${month.month.slice(0, 4)}`, at);
  }
  return made;
}

/** A small real JPEG under a random name, as an upload would leave it. */
function writePhoto(random: Random, dataDir: string): { key: string; size: number; sha256: string } {
  const bytes = Buffer.from(random.pick(PHOTOS), "base64");
  const key = random.uuid(millisOf("2024-01-01"));
  const folder = path.join(dataDir, "evidence", key.slice(0, 2));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path.join(folder, key), bytes, { mode: 0o600 });
  return { key, size: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
}
