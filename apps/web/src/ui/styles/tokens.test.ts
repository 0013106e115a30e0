import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const css = readFileSync(path.join(import.meta.dirname, "tokens.css"), "utf8");
const tokens = new Map([...css.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? "", match[2] ?? ""]));

function luminance(name: string): number {
  const hex = name === "white" ? "#ffffff" : tokens.get(name);
  if (hex === undefined) throw new Error(`tokens.css has no colour ${name}`);
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
/** WCAG 2.2 contrast ratio, 1 to 21. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

test("the colours are those of Bakau", () => {
  const named = ["ink", "ink-2", "paper", "line", "bakau", "bakau-tua", "bakau-muda", "kuala", "kunyit", "bata", "sangat-baik", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"];
  expect(named.map((name) => tokens.get(name))).toEqual([
    "#17211d", "#46534c", "#f5f4ee", "#d8dcd5", "#0b5345", "#083d33", "#e4efea", "#1b5e82", "#f2b705", "#a63d1c", "#0b5345", "#4f9c83", "#e9b949", "#cf6a33", "#8e2a13",
  ]);
});

test.each(["card", "paper", "bakau-muda", "kuala-muda", "kunyit-muda", "bata-muda", "track"])("running text on %s reaches 7:1, our own floor", (ground) => {
  expect(contrast("ink", ground)).toBeGreaterThanOrEqual(7);
});

test.each([
  ["ink-2", "card"], ["ink-2", "paper"], ["ink-2", "track"], ["ink-2", "kunyit-muda"], ["kuala", "card"], ["kuala", "paper"], ["kuala", "kuala-muda"], ["kuala", "bakau-muda"],
  ["bata", "card"], ["bata", "paper"], ["bata", "bata-muda"], ["bakau", "card"], ["bakau", "bakau-muda"], ["white", "bakau"], ["white", "bakau-tua"], ["bakau-muda", "bakau-tua"],
  ["ink", "kunyit"], ["ink", "kunyit-stroke"], ["white", "sangat-baik"], ["white", "sangat-kurang"], ["ink", "baik"], ["ink", "baik-muda"], ["ink", "baik-pucat"],
  ["ink", "butuh-perbaikan-muda"], ["ink", "kurang"], ["ink", "kurang-muda"], ["ink", "kurang-pucat"],
])("text in %s on %s reaches 4.5:1", (text, ground) => {
  expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
});

test.each([
  ["line-strong", "card"], ["line-strong", "paper"], ["kuala", "paper"], ["kunyit", "bakau-tua"], ["cap-good", "track"], ["cap-attention", "track"], ["cap-attention", "butuh-perbaikan"],
  ["sangat-kurang", "track"], ["ink", "track"], ["kuala", "track"],
])("what must be seen without words, %s on %s, reaches 3:1", (mark, ground) => {
  expect(contrast(mark, ground)).toBeGreaterThanOrEqual(3);
});

test("bars whose fill is too pale beside the track have an end cap: the pale ones are known by name", () => {
  const pale = ["sangat-baik", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"].filter((fill) => contrast(fill, "track") < 3);
  expect(pale).toEqual(["baik", "butuh-perbaikan", "kurang"]);
  for (const file of ["../light/Bullet.module.css", "../work/Distribution.module.css"]) {
    const sheet = readFileSync(path.join(import.meta.dirname, file), "utf8");
    const fills = [...sheet.matchAll(/background: var\(--(baik|butuh-perbaikan|kurang)\)[^}]*/g)];
    expect(fills.length, file).toBeGreaterThan(0);
    for (const [rule] of fills) expect(rule, file).toMatch(/border-color: var\(--cap-(good|attention)\)/);
  }
});

test("predikat are told apart in grey: lightness rises from sangat baik to the middle, and falls to sangat kurang", () => {
  const [sb = 0, b = 0, bp = 0, k = 0, sk = 0] = ["sangat-baik", "baik", "butuh-perbaikan", "kurang", "sangat-kurang"].map(luminance);
  expect(sb < b && b < bp && bp > k && k > sk).toBe(true);
});
