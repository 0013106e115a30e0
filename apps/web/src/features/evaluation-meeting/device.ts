import { v7 } from "uuid";

const STORED_UNDER = "teraju.device";
let own: string | null = null;

/** Names this browser among those that might lead one meeting; no person and no machine can be told from it. */
export function deviceId(): string {
  if (own !== null) return own;
  try {
    own = localStorage.getItem(STORED_UNDER) ?? v7();
    localStorage.setItem(STORED_UNDER, own);
  } catch {
    // Where storage is closed each visit is another device.
    own ??= v7();
  }
  return own;
}
