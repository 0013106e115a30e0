import path from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";
import { atRest } from "./rest.ts";

/** The page has come to rest: its heading is there, nothing is a placeholder any more, and no answer is awaited. */
export async function isDrawn(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
  await expect(page.getByText(/^(Sedang dimuat|Loading)$/)).toHaveCount(0);
  await atRest(page);
}

/** No violation of any impact, in the state in which the page stands. */
export async function hasNoBarrier(page: Page, where: string): Promise<void> {
  await expect(page.locator("h1").first()).toBeAttached();
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, impact, nodes }) => `${id} (${impact ?? "?"}) ×${nodes.length}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${(failureSummary ?? "").slice(0, 200)}`).join(" | ")}`);
  expect.soft(found, `axe on ${where}`).toEqual([]);
}

/** Nothing makes the page itself wider than the screen (WCAG 1.4.10). */
export async function fits(page: Page, where: string): Promise<void> {
  const over = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => element.getBoundingClientRect().right > width + 1);
    return wide.slice(-3).map((element) => `${element.tagName.toLowerCase()}.${element.className} → ${Math.round(element.getBoundingClientRect().right)} of ${width}`);
  });
  expect.soft(over, `width of ${where}`).toEqual([]);
}

/** A main screen for the README: what is seen without scrolling, small enough to load at once. */
export async function picture(page: Page, name: string): Promise<void> {
  await isDrawn(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.screenshot({ path: path.join(import.meta.dirname, "pictures", `${name}.jpg`), type: "jpeg", quality: 66, animations: "disabled", caret: "hide" });
}
