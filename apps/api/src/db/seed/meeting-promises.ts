import { addDays, type LocalDate } from "@teraju/domain";
import type { Person, Unit } from "./city.ts";
import { ANSWERS, CANCELLED, PROMISES, PROMISES_OF_HEADS } from "./data/meeting-words.ts";
import type { Random } from "./random.ts";
import { addWorkingDays, millisOf } from "./timeline.ts";

export type MadePromise = {
  id: string; itemId: string | null; pemilik: "pribadi" | "unit"; owner: Person | null; unit: Unit; text: string; due: LocalDate; status: "terbuka" | "selesai" | "dibatalkan"; closedOn: LocalDate | null; closedBy: Person | null; cancelReason: string | null;
  answers: { month: string; jawaban: "sudah" | "sebagian" | "belum"; note: string | null; on: LocalDate; by: Person }[]; evidence: { id: string; title: string; register: string; on: LocalDate } | null;
};

/** What a promise was on that day: closed only from its day on. */
export function stateOn({ status, closedOn }: Pick<MadePromise, "status" | "closedOn">, day: LocalDate): MadePromise["status"] {
  return closedOn !== null && closedOn <= day ? status : "terbuka";
}

type Meeting = { unit: Unit; date: LocalDate; leader: Person };
type Next = { date: LocalDate; month: string };
type Source = { meeting: Meeting; items: readonly { id: string; kind: string; slide: { person: { id: string } | null } }[]; people: readonly Person[]; next: Next; after: Next | null; today: LocalDate };

/** Two to four decisions of one meeting; the visitors have something that is due today, and a superior promised as well. */
export function makePromises(random: Random, { meeting, items, people, next, after, today }: Source): MadePromise[] {
  const speaking = items.flatMap((item) => {
    const person = people.find((one) => one.id === item.slide.person?.id);
    return person === undefined ? [] : [{ person, itemId: item.id }];
  });
  const chosen = random.sample(speaking, random.int(1, 3));
  const isLast = next.date === today;
  // The visitor who is a pegawai finds a promise as a row of the report; whoever leads a puskesmas one from the department.
  const visitor = isLast ? people.find((person) => person.account !== null) : undefined;
  const owners = [...(visitor === undefined ? [] : [{ person: visitor, itemId: speaking.find((one) => one.person === visitor)?.itemId ?? null }]), ...chosen.filter((one) => one.person !== visitor)];
  const texts = random.sample(PROMISES, owners.length);
  const own = owners.map(({ person, itemId }, i) => promise(random, { owner: person, text: texts[i] ?? "Melengkapi register", pemilik: "pribadi", itemId, isKeptOpen: person === visitor }, { meeting, next, after, today }));
  return [...own, promise(random, { owner: random.chance(0.6) ? meeting.leader : null, text: random.pick(PROMISES_OF_HEADS), pemilik: "pribadi", itemId: null, isKeptOpen: false }, { meeting, next, after, today })];
}

type What = { owner: Person | null; text: string; pemilik: "pribadi" | "unit"; itemId: string | null; isKeptOpen: boolean };
function promise(random: Random, { owner, text, itemId, isKeptOpen }: What, { meeting, next, after, today }: { meeting: Meeting; next: Next; after: Next | null; today: LocalDate }): MadePromise {
  const by = owner ?? meeting.leader;
  const made: MadePromise = { id: random.uuid(millisOf(meeting.date)), itemId, pemilik: owner === null ? "unit" : "pribadi", owner, unit: meeting.unit, text, due: next.date, status: "terbuka", closedOn: null, closedBy: null, cancelReason: null, answers: [], evidence: null };
  const fate = random.next();
  const days = random.int(1, 4);
  if (isKeptOpen) return made;
  if (fate < 0.62) return keep(random, made, by, addWorkingDays(next.date, -days), next.month, today, meeting);
  const first = answer(random, made, by, addWorkingDays(next.date, -days), next.month, fate < 0.82 ? "sebagian" : "belum", today);
  if (fate < 0.78 && after !== null) return keep(random, first, by, addWorkingDays(after.date, -days), after.month, today, meeting);
  if (fate < 0.82 && next.date < today) return { ...first, status: "dibatalkan", closedOn: next.date, closedBy: meeting.leader, cancelReason: CANCELLED };
  return first;
}

function answer(random: Random, made: MadePromise, by: Person, on: LocalDate, month: string, jawaban: "sebagian" | "belum", today: LocalDate): MadePromise {
  if (on >= today || on <= addDays(made.due, -40)) return made;
  return { ...made, answers: [...made.answers, { month, jawaban, note: random.pick(ANSWERS[jawaban]), on, by }] };
}

/** Kept on a day that has come: with evidence, as the product demands. */
function keep(random: Random, made: MadePromise, by: Person, on: LocalDate, month: string, today: LocalDate, { unit }: Meeting): MadePromise {
  const register = `${random.int(1, 900)}/${unit.code}/${month.slice(5)}/${month.slice(0, 4)}`;
  const evidenceId = random.uuid(millisOf(on));
  if (on >= today) return made;
  return { ...made, status: "selesai", closedOn: on, closedBy: by, answers: [...made.answers, { month, jawaban: "sudah", note: null, on, by }], evidence: { id: evidenceId, title: made.text, register, on } };
}
