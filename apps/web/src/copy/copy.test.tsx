import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { Suspense } from "react";
import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, test } from "vitest";
import { LanguageSwitch } from "#ui/light/AppShell.tsx";
import { draw } from "../../test/render.tsx";
import { loadCopy, storedLanguage, useCopy } from "./copy.tsx";
import { explanation as englishExplanation } from "./en/explanation.ts";
import { noteTranslations } from "./en/notes.ts";
import { en } from "./en.ts";
import { id } from "./id.ts";
import { pageCopy } from "./page-copy.ts";

type Message = { key: string; text: string };

/** A message with blanks is tried with figures; one that works on words gets words. */
function filled(message: (...blanks: never[]) => unknown): unknown {
  try {
    return Reflect.apply(message, null, Array(message.length).fill(3));
  } catch {
    return Reflect.apply(message, null, Array(message.length).fill("contoh"));
  }
}

/** Every message of a dictionary, with its key; lists and objects are walked through. */
function messages(node: unknown, key = ""): Message[] {
  if (typeof node === "string") return [{ key, text: node }];
  if (typeof node === "function") return messages(filled(node as (...blanks: never[]) => unknown), key);
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([name, child]) => messages(child, key === "" ? name : `${key}.${name}`));
}

const sentences = (text: string) => text.split(/(?<=[.!?…])\s+|\n/).filter((sentence) => /\p{L}/u.test(sentence));
const words = (sentence: string) => sentence.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word));
const syllables = (word: string) => word.toLowerCase().match(/ai|au|oi|[aeiou]/g)?.length ?? 0;
const isHelp = (key: string) => /(help|hint|intro)$/i.test(key);

/** All dictionaries of a language: those of the first load, and those that come with their pages. */
async function dictionaries(language: "id" | "en"): Promise<Record<string, unknown>> {
  const folder = path.join(import.meta.dirname, language);
  const files = readdirSync(folder).filter((file) => file !== "notes.ts");
  const modules = await Promise.all(files.map((file) => import(path.join(folder, file)) as Promise<Record<string, unknown>>));
  return Object.assign({}, ...modules) as Record<string, unknown>;
}
const all = messages(await dictionaries("id"));
const allEnglish = messages(await dictionaries("en"));

test("every dictionary of the first load is among those that are read here", () => {
  expect(messages(id).filter(({ key }) => !all.some((message) => message.key === key))).toEqual([]);
  expect(messages(en).filter(({ key }) => !allEnglish.some((message) => message.key === key))).toEqual([]);
});

test("an Indonesian sentence has at most 15 words, in help at most 20, and 8 on average", () => {
  const long = all.flatMap(({ key, text }) => sentences(text).filter((sentence) => words(sentence).length > (isHelp(key) ? 20 : 15)).map((sentence) => `${key}: ${sentence}`));
  expect(long).toEqual([]);
  const lengths = all.flatMap(({ text }) => sentences(text).map((sentence) => words(sentence).length));
  expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(8);
});

test("few words are long: at most 5 percent have five syllables or more", () => {
  const spoken = all.flatMap(({ text }) => words(text));
  expect(spoken.filter((word) => syllables(word) >= 5).length / spoken.length).toBeLessThanOrEqual(0.05);
});

const BANNED = [/melakukan penginputan/i, /\bdimaksud\b/i, /di-submit/i, /\bdi-[a-z]+\b/i, /\bkamu\b/i, /\bsilahkan\b/i, /\bmenginput\b/i, /\bsidang\b/i, /penilaian rekan/i, /\banda\b/, /!/];
test("no office jargon, the sapaan is Anda, and nobody is shouted at", () => {
  const found = all.filter(({ text }) => BANNED.some((banned) => banned.test(text))).map(({ key, text }) => `${key}: ${text}`);
  expect(found).toEqual([]);
});

test("English has every message, says something, and has no Indonesian left over", () => {
  const english = new Map(allEnglish.map(({ key, text }) => [key, text]));
  expect(all.map(({ key }) => key).filter((key) => !english.get(key)?.trim())).toEqual([]);
  expect([...english.keys()].filter((key) => !all.some((message) => message.key === key))).toEqual([]);
  const leftOver = [...english].filter(([, text]) => /\b(yang|dan|belum|sudah|tidak|dengan|untuk)\b/i.test(text));
  expect(leftOver).toEqual([]);
});

const DOMAIN = path.resolve(import.meta.dirname, "../../../../packages/domain/src");
test("each note and each rule of the domain has its English", () => {
  const notes = [...readFileSync(path.join(DOMAIN, "notes.ts"), "utf8").matchAll(/"((?:[^"\\]|\\.)+[.])"/g)].map((match) => match[1] ?? "");
  expect(notes.length).toBeGreaterThan(20);
  expect(notes.filter((note) => noteTranslations[note] === undefined)).toEqual([]);
  expect(Object.keys(noteTranslations).filter((note) => !notes.includes(note))).toEqual([]);
  const files = readdirSync(DOMAIN, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"));
  const rules = files.flatMap((file) => [...readFileSync(path.join(DOMAIN, file), "utf8").matchAll(/\brule\(\{\s*name: "([^"]+)"/g)].map((match) => match[1] ?? ""));
  expect(rules.length).toBeGreaterThan(5);
  expect(rules.filter((rule) => englishExplanation.rule(rule) === rule)).toEqual([]);
});

beforeEach(() => localStorage.clear());

function Words() {
  return <p>{useCopy().frame.signOut}</p>;
}

test("the language changes at once, is remembered on the device, and the page says so to a screen reader", async () => {
  draw(
    <>
      <Words />
      <LanguageSwitch />
    </>,
  );
  expect(screen.getByText("Keluar")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  expect(await screen.findByText("Sign out")).toBeDefined();
  expect([storedLanguage(), document.documentElement.lang]).toEqual(["en", "en"]);
  expect((await loadCopy("en")).frame.signOut).toBe("Sign out");
  expect(screen.getByRole("button", { name: "English" }).getAttribute("aria-pressed")).toBe("true");
});

const usePageWords = pageCopy({ line: "Umpan balik rekan" }, async () => ({ line: "Peer feedback" }));
function PageWords() {
  return <p>{usePageWords().line}</p>;
}

test("a page's own words change with the language too, and wait for the English only then", async () => {
  draw(
    <Suspense>
      <PageWords />
      <LanguageSwitch />
    </Suspense>,
  );
  expect(screen.getByText("Umpan balik rekan")).toBeDefined();
  await userEvent.click(screen.getByRole("button", { name: "English" }));
  expect(await screen.findByText("Peer feedback")).toBeDefined();
});
