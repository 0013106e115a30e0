import type { PeerFormView } from "@teraju/contracts/peer-input";

export type Question = PeerFormView["questions"][number];
export type Answer = NonNullable<Question["answer"]>;
export type SeenWhen = NonNullable<Question["seenWhen"]>;
export type Perilaku = Question["perilaku"];

/** What the rater has said so far. It lives in this window's memory and on the server: never in the browser's storage, which outlives a session. */
export type Draft = { answers: Partial<Record<Perilaku, { answer: Answer | null; seenWhen: SeenWhen | null }>>; suggestion: string };

/** The server's words as a draft. */
export function draftOf({ questions, suggestion }: PeerFormView): Draft {
  return { answers: Object.fromEntries(questions.map(({ perilaku, answer, seenWhen }) => [perilaku, { answer, seenWhen }])), suggestion: suggestion ?? "" };
}

/** As the endpoint takes it, in the order of the questions. */
export function bodyOf({ answers, suggestion }: Draft, questions: readonly Question[]) {
  return { answers: questions.map(({ perilaku }) => ({ perilaku, answer: answers[perilaku]?.answer ?? null, seenWhen: answers[perilaku]?.seenWhen ?? null })), suggestion: suggestion.trim() === "" ? null : suggestion };
}

/** The questions without an answer, in their order. "Tidak cukup mengenal" is an answer. */
export function unanswered({ answers }: Draft, questions: readonly Question[]): Question[] {
  return questions.filter(({ perilaku }) => (answers[perilaku]?.answer ?? null) === null);
}
