import { expect, test, type Page } from "@playwright/test";
import { pegawai } from "../people.ts";
import { PHONE, visitAs } from "../visit.ts";

const PLACE = "GPS 4.4683N 97.9683E";

/** A photo as a camera makes it: some megabytes of grain, and an EXIF segment with the place. */
async function cameraPhoto(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(2400, 1800);
    const brush = canvas.getContext("2d");
    if (brush === null) throw new Error("no canvas");
    const grain = brush.createImageData(canvas.width, canvas.height);
    for (let at = 0; at < grain.data.length; at += 1) grain.data[at] = at % 4 === 3 ? 255 : (at * 2_654_435_761) % 251;
    brush.putImageData(grain, 0, 0);
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: "image/jpeg", quality: 0.9 })).arrayBuffer());
    return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
  });
  const jpeg = Buffer.from(base64, "base64");
  const exif = Buffer.concat([Buffer.from("Exif\0\0MM\0*\0\0\0\b\0\0", "latin1"), Buffer.from(PLACE)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

test("a photo leaves the phone small, and without the place where it was taken", async ({ browser }) => {
  const { context, page } = await visitAs(browser, pegawai, PHONE);
  // What the phone hands to the network, before the server has taken anything out.
  await page.addInitScript(() => {
    const send = window.fetch;
    window.fetch = (to, init) => {
      if (init?.body instanceof Blob) void init.body.arrayBuffer().then((bytes) => { document.documentElement.dataset["sent"] = Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""); });
      return send(to, init);
    };
  });
  await page.goto("/catatan");
  const photo = await cameraPhoto(page);
  expect(photo.length).toBeGreaterThan(1_000_000);
  expect(photo.includes(PLACE)).toBe(true);
  await page.getByLabel(/^Tambah foto untuk catatan:/).first().setInputFiles({ name: "IMG_20261120.jpg", mimeType: "image/jpeg", buffer: photo });
  const root = page.locator("html");
  await expect(root).toHaveAttribute("data-sent", /JFIF/, { timeout: 30_000 });
  const sent = (await root.getAttribute("data-sent")) ?? "";
  expect(sent.length).toBeGreaterThan(10_000);
  expect(sent.length).toBeLessThanOrEqual(200_000);
  expect([sent.includes("Exif"), sent.includes("GPS"), sent.startsWith("\u00ff\u00d8")]).toEqual([false, false, true]);
  await expect(page.getByRole("img", { name: "IMG_20261120.jpg" }).first()).toBeVisible();
  await context.close();
});
