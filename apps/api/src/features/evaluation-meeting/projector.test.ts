import { meetingEvent, readMeetingEvents, readParticipantView, readSlides } from "@teraju/contracts";
import { beforeAll, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import * as z from "zod/mini";
import { addPeriod } from "#test/appraisal-factories.ts";
import { smallCity, type SmallCity } from "#test/factories.ts";
import { testApp } from "#test/app.ts";
import { addMeeting, addTeam, MEETING_DAY } from "#test/meeting-factories.ts";

/**
 * The room sees work, never a judgement of a person: no predikat, rating, peer result or ranking can be on the projector, because
 * the endpoint has no field that could carry one.
 */
const FORBIDDEN = /predikat|rating|appraisal|penilaian|nilai|skor|score|indeks|index|rank|peringkat|urutan_?kinerja|hasilKerja|perilaku|ekspektasi|peer|rekan|verdict|capaian|kuadran|matri[xk]s|median|rata|average|grade/i;
/** The words of a judgement, whatever the field. */
const JUDGEMENT = new Set(["sangat_baik", "butuh_perbaikan", "kurang", "sangat_kurang", "di_atas", "di_bawah", "istimewa"]);

type JsonSchema = { properties?: Record<string, JsonSchema>; items?: JsonSchema; anyOf?: JsonSchema[]; enum?: unknown[]; additionalProperties?: unknown; type?: string };
/** Every field that a schema can carry, and every word of its enums. An open object would carry anything: there is none. */
function walk(schema: JsonSchema, at = ""): { fields: string[]; words: unknown[]; open: string[] } {
  const parts = [...Object.entries(schema.properties ?? {}).map(([key, value]) => walk(value, `${at}.${key}`)), ...(schema.items === undefined ? [] : [walk(schema.items, `${at}[]`)]), ...(schema.anyOf ?? []).map((one) => walk(one, at))];
  const isOpen = Object.keys(schema).length === 0 || (schema.type === "object" && (schema.properties === undefined || (schema.additionalProperties !== undefined && schema.additionalProperties !== false)));
  return { fields: [...Object.keys(schema.properties ?? {}).map((key) => `${at}.${key}`), ...parts.flatMap((one) => one.fields)], words: [...(schema.enum ?? []), ...parts.flatMap((one) => one.words)], open: [...(isOpen ? [at] : []), ...parts.flatMap((one) => one.open)] };
}
function keysOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysOf);
  return typeof value === "object" && value !== null ? Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]) : [];
}
function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === "object" && value !== null) return Object.values(value).flatMap(textsOf);
  return typeof value === "string" ? [value] : [];
}

describe("the schema of what the room sees", () => {
  it.each([["the projector", readSlides.response], ["a participant's phone", readParticipantView.response], ["an event of the stream", meetingEvent]])("%s has no field for a judgement, and no field that takes anything", (_name, schema) => {
    if (schema === undefined || "binary" in schema) throw new Error("not a schema");
    const { fields, words, open } = walk(z.toJSONSchema(schema, { io: "output" }) as JsonSchema);
    expect(fields.length).toBeGreaterThan(10);
    expect(fields.filter((field) => FORBIDDEN.test(field.split(".").at(-1) ?? ""))).toEqual([]);
    expect(words.filter((word) => typeof word === "string" && JUDGEMENT.has(word))).toEqual([]);
    expect(open).toEqual([]);
  });

  it("the walk would find one", () => {
    const { fields, open } = walk(z.toJSONSchema(z.object({ slides: z.array(z.object({ predikat: z.nullable(z.string()) })), more: z.unknown() }), { io: "output" }) as JsonSchema);
    expect(fields.some((field) => FORBIDDEN.test(field))).toBe(true);
    expect(open).toEqual([".more"]);
  });

  it("the stream is the event's, and nothing else is on it", () => expect(readMeetingEvents.response).toEqual({ binary: "text/event-stream" }));
});

describe("a real answer", async () => {
  const { pool, as } = await testApp({ today: MEETING_DAY });
  let city: SmallCity;
  beforeAll(async () => {
    city = await smallCity(pool);
    await addTeam(pool, city);
    // Everybody judged in every way that the product knows.
    const period = await addPeriod(pool, city, { number: 3, firstMonth: "2026-07", lastMonth: "2026-09" });
    for (const name of ["budi", "citra"] as const) {
      await pool.query(`insert into appraisal (id, period_id, person_id, unit_id, opd_id, unit_ord, penilai_id, status, hasil_kerja, perilaku, predikat, indeks, digest, finalized_at)
        values ($1,$2,$3,$4,$5,3,$6,'final','di_bawah','di_bawah','sangat_kurang',41.5,'x',now())`, [v7(), period, city.people[name], city.units.bidangA1, city.units.dinasA, city.people.kabidA]);
    }
    await pool.query("update report_row set verdict = 'bahas_di_rapat', verdict_note = 'Kinerja di_bawah ekspektasi' where true");
  });

  it("of the projector, before and during the meeting, carries no judgement of anybody", async () => {
    const id = await addMeeting(pool, city, { unit: "bidangA1" });
    const kabid = await as(city.people.kabidA);
    const look = async (): Promise<void> => {
      const answer = (await kabid("GET", `/api/evaluation-meeting/${id}/slides`)).json();
      expect(answer.slides.length).toBeGreaterThan(6);
      expect(keysOf(answer).filter((key) => FORBIDDEN.test(key))).toEqual([]);
      expect(textsOf(answer).filter((text) => [...JUDGEMENT].some((word) => text.includes(word)) || text.includes("41.5"))).toEqual([]);
      // Not even in the order: it is the agenda's, and the agenda knows no judgement.
      expect(answer.slides.map((slide: { position: number }) => slide.position)).toEqual(answer.slides.map((_: unknown, i: number) => i));
    };
    await look();
    await kabid("POST", `/api/evaluation-meeting/${id}/command`, { id: v7(), deviceId: v7(), ageMs: 0, kind: "start" });
    await look();
    const stored = await pool.query<{ slide: unknown }>("select slide from meeting_item");
    expect(keysOf(stored.rows.map((row) => row.slide)).filter((key) => FORBIDDEN.test(key))).toEqual([]);
  });
});
