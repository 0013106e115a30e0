import { type ReactNode, useId } from "react";
import { useCopy, useFormat } from "#copy/copy.tsx";
import type { Format } from "#copy/format.ts";
import type { Copy } from "#copy/id.ts";
import type { explanation } from "#copy/id/explanation.ts";
import { useExplanationCopy } from "#copy/page/explanation.ts";
import css from "./Explanation.module.css";
import { IconExternal } from "./icons.ts";

/** What a rule answered, as it comes over the wire. */
export type DecisionView = {
  rule: string;
  cite: { regulation: string; part: string; link: string | null };
  given: Record<string, unknown>;
  value: unknown;
  from: readonly DecisionView[];
  note?: string | undefined;
};

type Words = { copy: Copy; explanation: typeof explanation; format: Format };

/** "batasAtas" → "Batas atas", where the dictionary has no better word. */
function nameOf(key: string, { explanation: { given } }: Words): string {
  const known = given[key];
  if (known !== undefined) return known;
  const spaced = key.replaceAll("_", " ").replace(/([a-z])([A-Z])/g, (_, a: string, b: string) => `${a} ${b.toLowerCase()}`);
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** Code words of the law ("di_atas") as people write them. */
function wordOf(text: string, words: Words): string {
  const { copy: { vocabulary }, format } = words;
  for (const list of [vocabulary.ekspektasi, vocabulary.predikat, vocabulary.predikatOrganisasi, vocabulary.perilaku, vocabulary.prioritas, vocabulary.arah, vocabulary.ketepatan, vocabulary.periodeKind]) {
    if (Object.hasOwn(list, text)) return (list as Record<string, string>)[text] ?? text;
  }
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return format.date(text);
  if (/^\d{4}-\d{2}$/.test(text)) return format.monthYear(text);
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? nameOf(text, words) : text;
}

function isPlain(thing: unknown): thing is string | number | boolean | null | undefined {
  return thing === null || typeof thing !== "object";
}

/** One plain value in words. */
function plainWords(thing: string | number | boolean | null | undefined, words: Words): string {
  if (thing === null || thing === undefined) return words.explanation.none;
  if (typeof thing === "boolean") return thing ? words.explanation.yes : words.explanation.no;
  return typeof thing === "number" ? words.format.number(thing) : wordOf(thing, words);
}

/** A small object on one line: "Prioritas utama, rating sesuai ekspektasi". */
function oneLine(thing: object, words: Words): string | null {
  const entries = Object.entries(thing);
  if (entries.length > 4 || !entries.every(([, value]) => isPlain(value))) return null;
  return entries.map(([key, value]) => `${nameOf(key, words)}: ${plainWords(value, words)}`).join(" · ");
}

function Value({ thing, words }: { thing: unknown; words: Words }): ReactNode {
  if (isPlain(thing)) return plainWords(thing, words);
  if (Array.isArray(thing)) {
    const things: unknown[] = thing;
    if (things.length === 0) return words.explanation.none;
    if (things.every(isPlain) && things.length <= 12) return words.format.list(things.map((each) => plainWords(each, words)));
    const items = (
      <ol className={css["items"]}>
        {things.map((each, index) => (
          <li key={index}>
            <Value thing={each} words={words} />
          </li>
        ))}
      </ol>
    );
    if (things.length <= 7) return items;
    return (
      <details>
        <summary>{words.explanation.items(things.length)}</summary>
        {items}
      </details>
    );
  }
  return oneLine(thing as object, words) ?? <Given given={thing as Record<string, unknown>} words={words} />;
}

function Given({ given, words }: { given: Record<string, unknown>; words: Words }) {
  return (
    <dl className={css["given"]}>
      {Object.entries(given).map(([key, thing]) => (
        <div key={key}>
          <dt>{nameOf(key, words)}</dt>
          <dd>
            <Value thing={thing} words={words} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Citation({ cite, words }: { cite: DecisionView["cite"]; words: Words }) {
  const text = `${cite.regulation}, ${cite.part}`;
  if (cite.link === null) return <p className={css["cite"]}>{`${words.explanation.cityBasis}: ${text}`}</p>;
  return (
    <p className={css["cite"]}>
      {words.explanation.basis}:{" "}
      <a href={cite.link} target="_blank" rel="noreferrer">
        {`${text}\u00a0`}
        <IconExternal size={16} className={css["external"]} aria-hidden />
        <span className="visually-hidden"> ({words.copy.parts.opensInNewTab})</span>
      </a>
    </p>
  );
}

const FEW = 3;
/** The answer of a rule on one line: a word, a figure, or a few of them. */
function answerOf(decision: DecisionView, words: Words): string {
  if (isPlain(decision.value)) return plainWords(decision.value, words);
  if (Array.isArray(decision.value)) {
    const things: unknown[] = decision.value;
    return things.length > 0 && things.length <= FEW && things.every(isPlain) ? words.format.list(things.map((each) => plainWords(each, words))) : words.explanation.items(things.length);
  }
  return oneLine(decision.value as object, words) ?? "";
}

/** What stands under the line of a rule: article, what it used, what is to be said, and what it rests on. */
function Grounds({ decision, words }: { decision: DecisionView; words: Words }) {
  const { explanation } = words;
  const id = useId();
  const hasInput = Object.keys(decision.given).length > 0;
  return (
    <div className={css["grounds"]}>
      {decision.note?.split("\n").map((sentence) => (
        <p key={sentence} className={css["note"]}>
          {explanation.note(sentence)}
        </p>
      ))}
      {!isPlain(decision.value) && answerOf(decision, words) === "" && <Value thing={decision.value} words={words} />}
      {hasInput && (
        <>
          <p className={css["label"]}>{explanation.used}</p>
          <Given given={decision.given} words={words} />
        </>
      )}
      <Citation cite={decision.cite} words={words} />
      {decision.from.length > 0 && (
        <>
          <p className={css["label"]} id={id}>
            {explanation.restsOn}
          </p>
          <ul className={css["from"]} aria-labelledby={id}>
            {decision.from.map((each, index) => (
              <li key={`${index}-${each.rule}`}>
                <details>
                  <summary>
                    {explanation.rule(each.rule)}: <b>{answerOf(each, words)}</b>
                  </summary>
                  <Grounds decision={each} words={words} />
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/**
 * Draws any Decision: the answer and its grounds are open, the decisions that it rests on are folded, each to be opened in turn.
 * `isOpen: false` folds the first one too.
 */
export function Explanation({ decision, isOpen = true }: { decision: DecisionView; isOpen?: boolean }) {
  const copy = useCopy();
  const format = useFormat();
  const explanation = useExplanationCopy();
  const words = { copy, explanation, format };
  return (
    <div className={css["explanation"]}>
      <details open={isOpen}>
        <summary className={css["top"]}>
          {explanation.rule(decision.rule)}: <b>{answerOf(decision, words)}</b>
        </summary>
        <Grounds decision={decision} words={words} />
      </details>
    </div>
  );
}
