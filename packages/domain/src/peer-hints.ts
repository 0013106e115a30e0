/** "Bisa dikenali?": what in a suggestion could show the person who wrote it. Hints for the writer before sending, never a block. */

/** A person's name, a day, an event that few attended, the writer's own part, somebody's words, a way of writing that colleagues know. */
export const RECOGNISABLE = ["names_a_person", "names_a_day", "names_an_event", "names_own_role", "quotes", "uncommon_style"] as const;
export type Recognisable = (typeof RECOGNISABLE)[number];
/** `words`: the words themselves; null where it is the whole text. */
export type Hint = { readonly kind: Recognisable; readonly words: string | null };

const MONTHS = "januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember";
const DAYS = "senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu lalu|kemarin|tadi pagi|bulan lalu|pekan lalu";
const EVENTS = "rapat|pelatihan|bimtek|diklat|kunjungan|dinas luar|perjalanan dinas|apel|lembur|posyandu|vaksinasi|audit|pemeriksaan|acara|seminar|sosialisasi";
const PATTERNS: readonly { kind: Recognisable; pattern: RegExp }[] = [
  { kind: "names_a_person", pattern: /\b(?:pak|bu|bapak|ibu|bang|kak|mas|mbak|cut|teuku|tgk\.?|dr\.|drg\.)\s+\p{Lu}[\p{L}'’]*/giu },
  { kind: "names_a_day", pattern: new RegExp(String.raw`\b(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|(?:tanggal|tgl)\.?\s*\d{1,2}|\d{1,2}\s+(?:${MONTHS})|${DAYS})\b`, "giu") },
  { kind: "names_an_event", pattern: new RegExp(String.raw`\b(?:waktu|saat|ketika|pada|dalam|sewaktu)\s+(?:\p{L}+\s+)?(?:${EVENTS})\b`, "giu") },
  { kind: "names_own_role", pattern: /\b(?:(?:saya|kami)\s+(?:sebagai|selaku|yang|pernah|sudah|selalu|sering)|sebagai\s+(?:bendahara|operator|atasan|bawahan|sekretaris|ketua|staf)|(?:tim|ruangan|bidang|meja|seksi|unit)\s+(?:saya|kami)|kepada\s+saya|pada\s+saya|membantu\s+saya)\b/giu },
  { kind: "quotes", pattern: /["“][^"”]{3,80}["”]/gu },
];
/** Shouting, rows of marks, laughter, pictures, letters of a telephone: whoever knows the office knows whose they are. */
const SHOUT = /(?:\b\p{Lu}{4,}\b[^\p{L}]*){2,}/u;
const STYLE = /[!?]{2,}|\.{4,}|\b(?:wkwk\w*|he(?:he)+|ha(?:ha)+|hihi\w*|yg|dgn|utk|krn|sy|tdk|bgt|dlm|jgn)\b|\p{Extended_Pictographic}/iu;
const MOST = 8;

/** The hints of a text, in the order in which their words stand; at most eight. */
export function recognisableHints(text: string): Hint[] {
  const found = PATTERNS.flatMap(({ kind, pattern }) => [...text.matchAll(pattern)].filter(([words]) => kind !== "names_a_person" || /\s\p{Lu}/u.test(words)).map((match) => ({ kind, words: match[0], at: match.index })));
  const inOrder = found.toSorted((a, b) => a.at - b.at).slice(0, MOST).map(({ kind, words }): Hint => ({ kind, words }));
  return SHOUT.test(text) || STYLE.test(text) ? [...inOrder, { kind: "uncommon_style", words: null }] : inOrder;
}
