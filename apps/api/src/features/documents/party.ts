import type { LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import type { Made } from "../../official-document.ts";
import type { PartyContent } from "../../pdf/form-content.ts";
import { pangkatOf } from "../../pdf/form-words.ts";
import { listPeople, type PersonOnDay } from "./queries.ts";

const NOBODY: PartyContent = { name: "–", nip: null, pangkat: null, jabatan: null, unit: null };
export const partyOf = (person: PersonOnDay | undefined): PartyContent => (person === undefined ? NOBODY : { name: person.name, nip: person.nip, pangkat: pangkatOf(person.golongan), jabatan: person.jabatan, unit: person.unit });

/** A document with the department under whose letterhead it stands. */
export type Written = Made & { readonly opdId: string | null };
type People = (id: string | null, day: LocalDate) => PersonOnDay | undefined;

/** Whoever is asked for, as the forms name them on their day; undefined for nobody. One query. */
export async function peopleOn(pool: Pick<Pool, "query">, wanted: readonly { id: string | null; day: LocalDate }[]): Promise<People> {
  const known = wanted.flatMap(({ id, day }) => (id === null ? [] : [{ id, day }]));
  const found = new Map((await listPeople(pool, known)).map((one) => [`${one.id} ${one.day}`, one]));
  return (id, day) => (id === null ? undefined : found.get(`${id} ${day}`));
}
