const LARGEST = 10 * 1024 * 1024;
const LARGEST_PHOTO_MB = 0.19;
const LONGEST_SIDE = 1280;

export type FileFault = "too_large" | "not_taken" | "unreadable";
export class FileRefused extends Error {
  readonly fault: FileFault;
  constructor(fault: FileFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Fetched ahead where a photo may be taken without signal. Without signal now it is asked for again when it is needed. */
export const fetchCompressor = () => import("browser-image-compression").catch(() => { throw new FileRefused("unreadable"); });

/**
 * A photo as it leaves the phone: at most 200 kB, upright, without time and place: drawn anew, it carries nothing of its camera.
 * A PDF goes as it is. Throws FileRefused for what is not taken, cannot be read, or is above 10 MB.
 */
export async function forSending(file: File): Promise<File> {
  if (file.type === "application/pdf") {
    if (file.size > LARGEST) throw new FileRefused("too_large");
    return file;
  }
  if (!file.type.startsWith("image/") || file.type === "image/svg+xml") throw new FileRefused("not_taken");
  const { default: compress } = await fetchCompressor();
  // No worker: its script would come from elsewhere, which our security policy forbids.
  const small = await compress(file, { maxSizeMB: LARGEST_PHOTO_MB, maxWidthOrHeight: LONGEST_SIDE, fileType: "image/jpeg", initialQuality: 0.8, useWebWorker: false, preserveExif: false }).catch(() => { throw new FileRefused("unreadable"); });
  return new File([small], jpegName(file.name), { type: "image/jpeg" });
}

/** "IMG_20261123.heic" → "IMG_20261123.jpg": the name must say what the file has become. */
export function jpegName(name: string): string {
  const bare = name.replace(/\.[a-z0-9]{1,5}$/i, "").slice(0, 150).trim();
  return `${bare === "" ? "Foto" : bare}.jpg`;
}
