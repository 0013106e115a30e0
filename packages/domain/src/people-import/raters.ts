import { parseNip } from "../nip.ts";
import type { PersonDraft, People } from "./diff-people.ts";
import { fault, type FieldChange, type PersonField, type RowProblem } from "./fields.ts";
import type { CityState, PersonKey, PersonPlan, StatePerson } from "./state.ts";

export type Rated = { readonly plan: PersonPlan["penilai"]; readonly changes: readonly FieldChange[]; readonly problems: readonly RowProblem[] };

/**
 * Who rates whom after the import, for each person of the file. What the file does not say stays; an atasan that it does not name is
 * who rates the penilai. Problems spread: whose penilai is new and cannot be taken in cannot be given that penilai.
 */
export function planRaters(drafts: readonly PersonDraft[], people: People, state: CityState): Map<PersonKey, Rated> {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]));
  const newByNip = new Map(drafts.flatMap((draft) => (draft.before === null && draft.nip !== null ? [[draft.nip, draft.key] as const] : [])));
  const find = (text: string): PersonKey | "excel" | null => {
    const nip = parseNip(text);
    if (!nip.valid && nip.alasan === "excel_notation") return "excel";
    const found = (nip.valid ? people.byNip.get(nip.nip) : undefined) ?? people.byId.get(text) ?? people.byLogin.get(text.toLowerCase());
    return found === undefined ? (nip.valid ? newByNip.get(nip.nip) ?? null : null) : `p:${found.id}`;
  };
  const wanted = new Map(drafts.map((draft) => [draft.key, wishOf(draft, find)]));
  const oldRater = new Map(state.people.flatMap((p) => (p.penilai === null ? [] : [[`p:${p.id}` as PersonKey, `p:${p.penilai.penilaiId}` as PersonKey] as const])));
  const raterOf = (key: PersonKey): PersonKey | null => wanted.get(key)?.penilai ?? oldRater.get(key) ?? null;
  const names = new Map<PersonKey, string>([...state.people.map((p) => [`p:${p.id}` as PersonKey, p.name] as const), ...drafts.map((d) => [d.key, d.name] as const)]);
  const seated = (key: PersonKey): boolean => (byKey.get(key)?.seats.length ?? 0) > 0 || (key.startsWith("p:") && (people.byId.get(key.slice(2))?.seats.length ?? 0) > 0);
  const result = new Map<PersonKey, Rated>();
  for (const draft of drafts) {
    const wish = wanted.get(draft.key);
    if (wish === undefined) continue;
    const problems = [...wish.problems];
    const { line } = draft.penilaiText;
    if (wish.penilai === draft.key) problems.push(fault(line, "penilai", "penilai_self"));
    else if (wish.penilai !== null && !seated(wish.penilai)) problems.push(fault(line, "penilai", "penilai_without_post", draft.penilaiText.penilai ?? null));
    else if (wish.penilai !== null && goesRound(draft.key, raterOf)) problems.push(fault(line, "penilai", "penilai_circle", draft.penilaiText.penilai ?? null));
    const planned = planOf(draft, wish, raterOf, names);
    if (planned.plan !== null && draft.before?.hasLaterPenilai === true) problems.push(fault(line, "penilai", "later_record"));
    result.set(draft.key, { ...planned, problems });
  }
  return result;
}

type Wish = { penilai: PersonKey | null; atasan: PersonKey | null; saysAtasan: boolean; problems: RowProblem[] };
function wishOf({ penilaiText: { penilai = "", atasan, line } }: PersonDraft, find: (text: string) => PersonKey | "excel" | null): Wish {
  const problems: RowProblem[] = [];
  const look = (field: PersonField, text: string): PersonKey | null => {
    if (text === "") return null;
    const found = find(text);
    if (found === null || found === "excel") problems.push(fault(line, field, found === null ? "penilai_unknown" : "penilai_excel_notation", text));
    return found === "excel" ? null : found;
  };
  return { penilai: look("penilai", penilai), atasan: look("atasan", atasan ?? ""), saysAtasan: (atasan ?? "") !== "", problems };
}

/** Whether the way from penilai to penilai comes back to where it began. */
function goesRound(start: PersonKey, raterOf: (key: PersonKey) => PersonKey | null): boolean {
  const seen = new Set<PersonKey>();
  for (let at = raterOf(start); at !== null && !seen.has(at); at = raterOf(at)) {
    if (at === start) return true;
    seen.add(at);
  }
  return false;
}

function planOf({ before }: PersonDraft, wish: Wish, raterOf: (key: PersonKey) => PersonKey | null, names: ReadonlyMap<PersonKey, string>): Omit<Rated, "problems"> {
  if (wish.penilai === null) return { plan: null, changes: [] };
  const old = before?.penilai ?? null;
  const samePenilai = old !== null && wish.penilai === `p:${old.penilaiId}`;
  const atasan = wish.saysAtasan ? wish.atasan : samePenilai ? keyOf(old.atasanId) : raterOf(wish.penilai) ?? wish.penilai;
  if (samePenilai && atasan === keyOf(old.atasanId)) return { plan: null, changes: [] };
  const nameOf = (key: PersonKey | null): string | null => (key === null ? null : names.get(key) ?? null);
  return {
    plan: { penilai: wish.penilai, atasan, closes: old?.id ?? null },
    changes: before === null ? [] : [
      ...(samePenilai ? [] : [{ field: "penilai" as const, before: nameOf(keyOf(old?.penilaiId ?? null)), after: nameOf(wish.penilai) }]),
      ...(atasan === keyOf(old?.atasanId ?? null) ? [] : [{ field: "atasan" as const, before: nameOf(keyOf(old?.atasanId ?? null)), after: nameOf(atasan) }]),
    ],
  };
}
const keyOf = (id: string | null): PersonKey | null => (id === null ? null : `p:${id}`);

/** What two definitive heads of one unit would be: the later line of the file gives way, who already sits there stays. */
export function headProblems(drafts: readonly PersonDraft[], state: CityState, isGoing: (person: StatePerson) => boolean): Map<PersonKey, RowProblem> {
  const posts = new Map(state.posts.map((post) => [post.id, post]));
  const closed = new Set(drafts.flatMap(({ closeSeats }) => closeSeats));
  const heads = new Map<string, PersonKey>();
  for (const person of state.people) {
    if (isGoing(person)) continue;
    for (const seat of person.seats) if (seat.kind === "definitif" && posts.get(seat.postId)?.isHead === true && !closed.has(seat.id)) heads.set(`u:${seat.unitId}`, `p:${person.id}`);
  }
  const problems = new Map<PersonKey, RowProblem>();
  for (const draft of drafts) {
    if (draft.problems.length > 0) continue;
    for (const seat of draft.openSeats) {
      if (seat.kind !== "definitif" || !seat.isHead) continue;
      const holder = heads.get(seat.unit);
      if (holder !== undefined && holder !== draft.key) problems.set(draft.key, fault(draft.line, "pimpinan", "head_twice", seat.name));
      else heads.set(seat.unit, draft.key);
    }
  }
  return problems;
}
