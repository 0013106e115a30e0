import { KEHADIRAN, addMonths, hariRapat } from "@teraju/domain";
import type pg from "pg";
import { hashOf, lineOf, type NotulenContent } from "../../features/notulen/content.ts";
import { createLoader, type Cell } from "./copy.ts";
import { CLOSING, OPENING, SUMMARIES } from "./data/meeting-words.ts";
import { monthsAhead, type MadeMeeting } from "./meetings.ts";
import { refOf } from "./meeting-slides.ts";
import type { Random } from "./random.ts";
import { KALENDER, millisOf, moment, must, type Timeline } from "./timeline.ts";

type Held = MadeMeeting & { held: NonNullable<MadeMeeting["held"]> };
const isHeld = (one: MadeMeeting): one is Held => one.held !== null;
/** A text array as COPY takes it; our words in it are plain. */
const words = (list: readonly string[]): string => `{${list.join(",")}}`;

/** The meetings in the order that their walls demand: held, then everything in them, then signed. Runs in the seed's transaction. */
export async function loadMeetings(random: Random, client: pg.PoolClient, meetings: readonly MadeMeeting[], timeline: Timeline): Promise<void> {
  await load(client, "evaluation_meeting", ["id", "unit_id", "month", "date", "start_time", "place", "status", "leader_id", "secretary_id", "is_cascade", "is_exceptions_only", "planned_minutes", "started_at", "finished_at", "version"], [
    ...meetings.map(({ id, unit, month, date, time, place, leader, secretary, isCascade, isExceptionsOnly, held }) => [
      id, unit.id, month.month, date, time, place, held === null ? "planned" : "ended", held === null ? null : leader.id, secretary.id, isCascade, isExceptionsOnly, held?.plannedMinutes ?? null, held?.startedAt ?? null, held?.finishedAt ?? null, held === null ? 1 : 3,
    ] as const),
    ...ahead(random, meetings, timeline),
  ]);
  const all = meetings.filter(isHeld);
  for (const { held } of all) for (const item of held.items) if (item.slide.bars.some((bar) => bar.isToDiscuss) && random.chance(0.6)) item.summary = random.pick(SUMMARIES);
  await load(client, "meeting_item", ["id", "meeting_id", "key", "kind", "bagian", "position", "person_id", "unit_id", "minutes", "usual_minutes", "alasan", "why", "slide", "status", "spent_ms", "summary"], all.flatMap(({ id, held }) => held.items.map((item) => [
    item.id, id, item.key, item.kind, item.slide.bagian, item.slide.position, item.slide.person?.id ?? null, item.slide.unit?.id ?? null, item.minutes, item.usualMinutes, words(item.alasan), item.why === null ? null : { json: item.why }, { json: item.slide }, item.status, item.spentMs, item.summary,
  ] as const)));
  await load(client, "meeting_participant", ["meeting_id", "person_id", "attendance", "via", "confirmed_at"], all.flatMap(({ id, held }) => held.attendance.map(({ person, state }) => [id, person.id, state, state === "belum_dikonfirmasi" ? null : "ponsel", state === "belum_dikonfirmasi" ? null : held.startedAt] as const)));
  await loadPromises(client, all);
  await loadNotulen(random, client, all);
  await client.query("update evaluation_meeting set status = 'signed' where id = any($1)", [all.filter(({ held }) => held.isSigned).map(({ id }) => id)]);
}

type Rows = readonly (readonly Cell[])[];
async function load(client: pg.PoolClient, table: string, columns: readonly string[], rows: Rows): Promise<void> {
  const loader = createLoader(client);
  const add = loader.table(table, columns);
  for (const row of rows) add(...row);
  await loader.finish();
}

/** The next months of the units that meet today, by the year's rhythm. */
function ahead(random: Random, meetings: readonly MadeMeeting[], timeline: Timeline): Rows {
  return meetings.filter((one) => one.held === null).flatMap(({ unit, time, place, secretary, isCascade, isExceptionsOnly }) => Array.from({ length: monthsAhead }, (_, i) => {
    const month = addMonths(timeline.open.month, i + 1);
    const date = hariRapat({ bulan: month, pekan: 3, hari: 4, kalender: KALENDER }).value;
    return [random.uuid(millisOf(date)), unit.id, month, date, time, place, "planned", null, secretary.id, isCascade, isExceptionsOnly, null, null, null, 1] as const;
  }));
}

async function loadPromises(client: pg.PoolClient, all: readonly Held[]): Promise<void> {
  const promises = all.flatMap(({ id, held }) => held.promises.map((one) => ({ meetingId: id, at: held.finishedAt, ...one })));
  await load(client, "tindak_lanjut", ["id", "meeting_id", "item_id", "pemilik", "owner_id", "unit_id", "text", "due", "status", "closed_on", "closed_by", "cancel_reason", "created_at", "version"], promises.map((one) => [
    one.id, one.meetingId, one.itemId, one.pemilik, one.owner?.id ?? null, one.unit.id, one.text, one.due, one.status, one.closedOn, one.closedBy?.id ?? null, one.cancelReason, one.at, 1 + one.answers.length + (one.status === "dibatalkan" ? 1 : 0),
  ] as const));
  await load(client, "tindak_lanjut_answer", ["tindak_lanjut_id", "month", "jawaban", "note", "answered_on", "answered_by"], promises.flatMap((one) => one.answers.map((answer) => [one.id, answer.month, answer.jawaban, answer.note, answer.on, answer.by.id] as const)));
  await load(client, "evidence", ["id", "owner_id", "tindak_lanjut_id", "kind", "title", "register_number", "created_at"], promises.flatMap((one) => (one.evidence === null ? [] : [[one.evidence.id, must(one.closedBy).id, one.id, "register", one.evidence.title, one.evidence.register, moment(one.evidence.on, 500)] as const])));
}

const LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** The minutes as the product would have frozen them, with a hash that its own check finds right. */
async function loadNotulen(random: Random, client: pg.PoolClient, all: readonly Held[]): Promise<void> {
  const made = all.map((meeting) => {
    const { unit, month, held } = meeting;
    const [number, letterNumber] = [`NR/${unit.code}/${month.month}`, `800.1.11/${random.int(10, 900)}/${month.month.slice(0, 4)}`];
    const content = contentOf(meeting, number, letterNumber);
    const code = Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[random.int(0, LETTERS.length - 1)]).join("")).join("-");
    const [first, second] = [20, 30].map((minutes) => new Date(Date.parse(held.finishedAt) + minutes * 60_000).toISOString());
    return { meeting, number, letterNumber, content, hash: hashOf(content), code, first: must(first), second: must(second) };
  });
  await load(client, "notulen", ["meeting_id", "number", "letter_number", "opening", "closing", "content", "hash", "code", "signed_at", "version"], made.map(({ meeting: { id, held }, number, letterNumber, content, hash, code, second }) => [
    id, number, letterNumber, OPENING, CLOSING, held.isSigned ? { json: content } : null, held.isSigned ? hash : null, held.isSigned ? code : null, held.isSigned ? second : null, held.isSigned ? 4 : 2,
  ] as const));
  await load(client, "notulen_signature", ["meeting_id", "role", "person_id", "at", "hash"], made.filter(({ meeting }) => meeting.held.isSigned).flatMap(({ meeting, hash, first, second }) => [[meeting.id, "pemimpin", meeting.leader.id, first, hash] as const, [meeting.id, "notulis", meeting.secretary.id, second, hash] as const]));
}

function contentOf({ id: _id, unit, month, date, place, leader, secretary, held }: Held, number: string, letterNumber: string): NotulenContent {
  const attendance = held.attendance.map(({ person, state }) => ({ person: refOf(person), attendance: state })).toSorted((a, b) => (a.person.name < b.person.name ? -1 : 1));
  const lines = held.items.filter((item) => item.kind === "person" || item.kind === "unit").map((item) => lineOf({ id: item.id, position: item.slide.position, kind: item.kind, status: item.status, spentMs: item.spentMs, summary: item.summary, slide: item.slide }));
  return {
    unit: { id: unit.id, name: unit.name }, opd: must(unit.opd).name, month: month.month, number, letterNumber, date, startedAt: held.startedAt, finishedAt: held.finishedAt, place, isPaper: false, leader: refOf(leader), secretary: refOf(secretary), opening: OPENING, closing: CLOSING,
    attendance, counts: Object.fromEntries(KEHADIRAN.map((state) => [state, attendance.filter((one) => one.attendance === state).length])) as NotulenContent["counts"],
    items: lines, promises: held.items.find((item) => item.kind === "promises")?.slide.promises ?? [],
    decisions: held.promises.map((one) => ({ id: one.id, text: one.text, owner: one.owner?.name ?? one.unit.name, due: one.due, about: lines.find((line) => line.itemId === one.itemId)?.title ?? null })),
  };
}
