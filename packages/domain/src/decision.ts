/** Where a rule stands in the law, or in the city's own standard. */
export type Citation = {
  /** Short name of the text, e.g. "PermenPANRB 6/2022". */
  regulation: string;
  /** Article, annex or page within it, e.g. "Lampiran BAB IV huruf B angka 3". */
  part: string;
  /** Where the text can be read; null for the city's own standard. */
  link: string | null;
};

/**
 * What a rule answers: its value, the article, the inputs as they were, and the decisions it rests on.
 * Plain data: it survives JSON, and so it can be stored, sent and drawn as it is.
 */
export type Decision<T> = {
  rule: string;
  cite: Citation;
  given: Record<string, unknown>;
  value: T;
  from: Decision<unknown>[];
  /** One or more sentences of NOTES, one per line. */
  note?: string;
};

type Element<V> = V extends readonly (infer E)[] ? readonly (E | Decision<E>)[] : never;

/** Each input may be plain, a Decision of it, or (for a list) a list of Decisions. */
export type Input<I> = { [K in keyof I]: I[K] | Decision<I[K]> | Element<I[K]> };

const NOTED = Symbol("noted");
type Noted<T> = { [NOTED]: true; value: T; notes: readonly string[] };

/** What `decide` may give: the value, or the value with notes. */
export type Answer<T> = T | Noted<T>;

/** A value with something to be said about it: an erratum, a choice that the text leaves open, what was left out. */
export function noted<T>(value: T, ...notes: readonly (string | false | null | undefined)[]): Noted<T> {
  return { [NOTED]: true, value, notes: notes.filter((note): note is string => typeof note === "string") };
}

function isNoted<T>(answer: Answer<T>): answer is Noted<T> {
  return typeof answer === "object" && answer !== null && NOTED in answer;
}

/** True for a Decision, also for one that was read back from JSON. */
export function isDecision(thing: unknown): thing is Decision<unknown> {
  if (typeof thing !== "object" || thing === null) return false;
  return "rule" in thing && "cite" in thing && "given" in thing && "value" in thing && "from" in thing;
}

function unwrap(input: unknown, from: Decision<unknown>[]): unknown {
  if (isDecision(input)) {
    from.push(input);
    return input.value;
  }
  if (Array.isArray(input)) return input.map((element: unknown) => unwrap(element, from));
  return input;
}

/**
 * The whole engine. `decide` sees plain values only; what came in as a Decision is remembered in `from`,
 * so that composing rules writes the explanation. `cite` may depend on the (plain) input.
 */
export function rule<I extends object, T>(definition: {
  name: string;
  cite: Citation | ((given: I) => Citation);
  decide: (given: I) => Answer<T>;
}): (input: Input<I>) => Decision<T> {
  return (input) => {
    const from: Decision<unknown>[] = [];
    const entries = Object.entries(input).map(([key, value]: [string, unknown]) => [key, unwrap(value, from)] as const);
    // The entries are those of Input<I> with every Decision replaced by its value: that is I.
    const given = Object.fromEntries(entries) as I;
    const answer = definition.decide(given);
    const cite = typeof definition.cite === "function" ? definition.cite(given) : definition.cite;
    const decision = { rule: definition.name, cite, given: given as Record<string, unknown>, from };
    if (!isNoted(answer)) return { ...decision, value: answer };
    return answer.notes.length === 0 ? { ...decision, value: answer.value } : { ...decision, value: answer.value, note: answer.notes.join("\n") };
  };
}
