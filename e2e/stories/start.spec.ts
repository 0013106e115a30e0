import { expect, test } from "@playwright/test";

test("a browser finds the product ready, and its contract beside it", async ({ page, request }) => {
  const answer = await page.goto("/api/health");
  expect(answer?.status()).toBe(200);
  await expect(page.locator("body")).toContainText('"status":"ok"');
  const contract: { openapi: string; paths: Record<string, unknown> } = await (await request.get("/api/openapi.json")).json();
  expect(contract.openapi).toMatch(/^3\.1/);
  expect(Object.keys(contract.paths)).toEqual(expect.arrayContaining(["/api/health", "/api/session"]));
});

test("an unknown page is the product's own, an unknown address below /api is none", async ({ page, request }) => {
  expect((await page.goto("/tidak-ada"))?.status()).toBe(200);
  await expect(page.locator("#root")).toBeAttached();
  expect((await request.get("/api/tidak-ada")).status()).toBe(404);
});
