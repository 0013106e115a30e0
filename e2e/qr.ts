import { expect, type Page } from "@playwright/test";
import decodeQR from "qr/decode.js";

const SCALE = 6;

/** What a phone's camera would read from a code on the page: its squares are drawn anew as a picture and decoded. */
export async function readQr(page: Page, label: string): Promise<string> {
  const code = page.getByRole("img", { name: label });
  await expect(code).toBeVisible();
  const size = Number((await code.getAttribute("viewBox"))?.split(" ")[2]);
  const path = (await code.locator("path").getAttribute("d")) ?? "";
  const width = size * SCALE;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h/g)) {
    for (let dy = 0; dy < SCALE; dy++) for (let dx = 0; dx < SCALE; dx++) data.fill(0, ((Number(y) * SCALE + dy) * width + Number(x) * SCALE + dx) * 4, ((Number(y) * SCALE + dy) * width + Number(x) * SCALE + dx) * 4 + 3);
  }
  return decodeQR({ width, height: width, data });
}
