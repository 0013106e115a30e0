import type { Page, Request } from "@playwright/test";

/** What each page that is watched still waits for. A stream of events never ends, and is nothing to wait for. */
const awaited = new WeakMap<Page, Set<Request>>();

/** From now on it is known what the page waits for. To be called before it opens anything. */
export function watch(page: Page): void {
  const open = new Set<Request>();
  awaited.set(page, open);
  page.on("request", (request) => {
    if (request.resourceType() !== "eventsource") open.add(request);
  });
  const ended = (request: Request): void => { open.delete(request); };
  page.on("requestfinished", ended);
  page.on("requestfailed", ended);
}

/**
 * No answer is awaited, and two frames after the last one have asked for nothing more. Playwright's own wait for a quiet
 * network lasts half a second on every page whatever the page does; it serves for pages that nobody watched from the start.
 */
export async function atRest(page: Page, { patience = 10_000 }: { readonly patience?: number } = {}): Promise<void> {
  const open = awaited.get(page);
  if (open === undefined) return page.waitForLoadState("networkidle");
  const until = Date.now() + patience;
  for (;;) {
    await page.evaluate(() => new Promise((resolve) => { requestAnimationFrame(() => requestAnimationFrame(resolve)); }));
    if (open.size === 0) return;
    if (Date.now() > until) throw new Error(`still awaited: ${[...open].map((request) => request.url()).join(", ")}`);
  }
}
