import { writeFileSync, readFileSync, existsSync, mkdirSync } from "node:fs";
import path from "node:path";
import { expect, type Locator, type Page } from "@playwright/test";

/** Seconds of the keystroke-level model: a tap, a field read, a key on a phone's glass (twice a desk's 0.28 s). */
const TAP = 1.1;
const READ = 1.5;
const PHONE_KEY = 0.56;
const DESK_KEY = 0.28;

/** Under this, nothing moves away under a finger. The waits are printed and not held to: a shared machine is no phone. */
const MOST_SHIFT = 0.02;

const TABLE = path.join(import.meta.dirname, "output", "golden-paths.json");
type Goal = { taps?: number; keys?: number; seconds?: number; /** Said in the table, not held to: what the design hopes for and the page cannot give yet. */ hope?: string };
type Line = { name: string; taps: number; keys: number; fields: number; seconds: number; shift: number; slowest: number; goal: string };
/** How the page itself behaved: the sum of its layout shifts, and the longest wait in ms between a touch or key and what it drew. */
type Feel = { shift: number; slowest: number };

/**
 * Counts what a person does: trusted touches and keys, as the page receives them. Started before the first page is opened,
 * it lives on through every page of the window.
 */
export class Effort {
  taps = 0;
  keys = 0;
  fields = 0;
  readonly #page: Page;
  readonly #key: number;

  private constructor(page: Page, key: number) {
    this.#page = page;
    this.#key = key;
  }

  static async begin(page: Page, device: "phone" | "desk"): Promise<Effort> {
    const effort = new Effort(page, device === "phone" ? PHONE_KEY : DESK_KEY);
    await page.exposeFunction("storyEffort", (kind: "taps" | "keys") => { effort[kind] += 1; });
    await page.addInitScript(() => {
      const tell = (kind: "taps" | "keys") => (event: Event) => {
        if (event.isTrusted && !(event instanceof KeyboardEvent && event.repeat)) (window as unknown as { storyEffort: (kind: string) => void }).storyEffort(kind);
      };
      addEventListener("pointerdown", tell("taps"), true);
      addEventListener("keydown", tell("keys"), true);
      const feel = { shift: 0, slowest: 0 };
      Object.assign(window, { storyFeel: feel });
      type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as Shift[]) if (!entry.hadRecentInput) feel.shift += entry.value;
      }).observe({ type: "layout-shift", buffered: true });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) feel.slowest = Math.max(feel.slowest, entry.duration);
      }).observe({ type: "event", buffered: true });
    });
    return effort;
  }

  /** The person takes in this screen: each field that can be filled is read once. */
  async reads(): Promise<void> {
    await expect(this.#page.getByRole("heading", { level: 1 })).toBeVisible();
    this.fields += await this.#page.getByRole("main").locator("input:not([type=file]):not([type=checkbox]):visible, textarea:visible, select:visible").count();
  }

  /** Puts the cursor into a field with a tap, and types with keys. */
  async types(field: Locator, text: string): Promise<void> {
    await field.tap();
    await field.pressSequentially(text);
  }

  /** What the phone's own camera asks for, outside of the page: the shutter, and "use this photo". */
  usesCamera(): void {
    this.taps += 2;
  }

  get seconds(): number {
    return Math.round((this.taps * TAP + this.keys * this.#key + this.fields * READ) * 10) / 10;
  }

  /** The same for a path that was gone several times: what one time costs. */
  async perCase(name: string, cases: number, goal: Goal): Promise<void> {
    const one = new Effort(this.#page, this.#key);
    Object.assign(one, { taps: this.taps / cases, keys: this.keys / cases, fields: this.fields / cases });
    await one.reaches(name, goal);
  }

  /** Writes the line of this golden path, and holds it to its goal. */
  async reaches(name: string, goal: Goal): Promise<void> {
    const { shift, slowest } = await this.#page.evaluate(() => (window as unknown as { storyFeel: Feel }).storyFeel);
    const said = [goal.taps && `≤ ${goal.taps} taps`, goal.keys && `≤ ${goal.keys} keys`, goal.seconds && `≤ ${goal.seconds} s`, goal.hope && `hoped: ${goal.hope}`].filter(Boolean).join(", ");
    const lines: Line[] = existsSync(TABLE) ? JSON.parse(readFileSync(TABLE, "utf8")) : [];
    const line = { name, taps: this.taps, keys: this.keys, fields: this.fields, seconds: this.seconds, shift: Math.round(shift * 1000) / 1000, slowest, goal: said };
    mkdirSync(path.dirname(TABLE), { recursive: true });
    writeFileSync(TABLE, JSON.stringify([...lines.filter((other) => other.name !== name), line], null, 1));
    expect.soft(this.taps, `${name}: taps`).toBeLessThanOrEqual(goal.taps ?? Infinity);
    expect.soft(this.keys, `${name}: keys`).toBeLessThanOrEqual(goal.keys ?? Infinity);
    expect.soft(this.seconds, `${name}: seconds`).toBeLessThanOrEqual(goal.seconds ?? Infinity);
    expect.soft(shift, `${name}: what moves by itself (CLS)`).toBeLessThanOrEqual(MOST_SHIFT);
  }
}

/** The table of the golden paths, as this run has measured them. */
export function effortTable(): string {
  if (!existsSync(TABLE)) return "";
  const lines: Line[] = JSON.parse(readFileSync(TABLE, "utf8"));
  const rows = lines.map(({ name, taps, keys, fields, seconds, shift, slowest, goal }) => `| ${name} | ${taps} | ${keys} | ${fields} | ${seconds} | ${shift} | ${slowest} | ${goal} |`);
  return ["| golden path | taps | keys | fields | KLM s | CLS | slowest ms | goal |", "|---|---|---|---|---|---|---|---|", ...rows].join("\n");
}
