import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect } from "@playwright/test";

/**
 * Lets days pass in the city of the stories: the product stops and starts again on that day, and the night's work is done.
 * The city is shared and does not go back: only for stories in `days`, which come after all others.
 */
export async function dayBecomes(day: string): Promise<void> {
  const file = process.env["TERAJU_E2E_DAY"] ?? "";
  // The story before may have come to this day already.
  if (existsSync(`${file}.now`) && readFileSync(`${file}.now`, "utf8") === day) return;
  writeFileSync(file, day);
  await expect.poll(() => (existsSync(`${file}.now`) ? readFileSync(`${file}.now`, "utf8") : ""), { timeout: 90_000, message: `the product starts again on ${day}` }).toBe(day);
}
