import { expect, type APIRequestContext, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { bkpsdm, type Person } from "./people.ts";
import { watch } from "./rest.ts";

/** Where the product of this run listens: playwright.config.ts chooses the port and hands it down. */
const ADDRESS = `http://localhost:${process.env["TERAJU_E2E_PORT"] ?? ""}`;
/** The product takes a change only from its own pages. */
export const OURS = { origin: ADDRESS };

/** A cheap Android phone in the hand, upright. */
export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 1, isMobile: true, hasTouch: true } as const satisfies BrowserContextOptions;
/** The office PC. */
export const DESK = { viewport: { width: 1366, height: 768 } } as const satisfies BrowserContextOptions;

/** Signs in as a person does: the page, two fields, one button. Who was sent to that page comes back to the one that was asked for. */
export async function signIn(page: Page, person: Person): Promise<void> {
  if (!page.url().includes("/masuk")) await page.goto("/masuk");
  await page.getByLabel("NIP", { exact: true }).fill(person.login);
  await page.getByLabel("Kata sandi", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Masuk", exact: true }).click();
  await expect(page).not.toHaveURL(/\/masuk/);
}

/** Signs in without the page, where the sign-in is not the story. The cookie lands in the context of the browser. */
export async function enter(context: BrowserContext, person: Person): Promise<void> {
  const answer = await context.request.post("/api/session", { headers: OURS, data: { nip: person.login, password: person.password } });
  expect(answer.status(), `${person.name} signs in`).toBe(200);
}

/** A window of one's own, already signed in; `how` is `activate` for who comes for the first time. */
export async function visitAs(browser: Browser, person: Person, options: BrowserContextOptions, how = enter): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ baseURL: ADDRESS, locale: "id-ID", timezoneId: "Asia/Jakarta", ...options });
  await how(context, person);
  const page = await context.newPage();
  watch(page);
  return { context, page };
}

/** What the server says to whoever holds this cookie. */
export async function read<T>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(path);
  expect(answer.status(), path).toBe(200);
  const body: T = await answer.json();
  return body;
}

type Accounts = { accounts: { personId: string; name: string; login: string }[] };

/** First use: BKPSDM gives a code at the desk, the person chooses a password. */
export async function activate(context: BrowserContext, person: Person): Promise<void> {
  await enter(context, bkpsdm);
  const { accounts } = await read<Accounts>(context.request, `/api/account?q=${encodeURIComponent(person.login)}`);
  const [account] = accounts;
  expect(account?.name, "the person of the story lives in the demo city").toBe(person.name);
  const given = await context.request.post(`/api/account/${account?.personId ?? ""}/activation-code`, { headers: OURS, data: { identity: "kartu_pegawai" } });
  const { code }: { code: string } = await given.json();
  await context.clearCookies();
  const begun = await context.request.post("/api/activation", { headers: OURS, data: { nip: person.login, code, password: person.password } });
  expect(begun.status(), `${person.name} uses the code`).toBe(200);
}
