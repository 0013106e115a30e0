import { existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { v7 } from "uuid";
import { testApp, type Caller } from "../../../test/app.ts";
import { auditCount } from "../../../test/factories.ts";
import { contentOf, invited, type Invited, openCycle, type PeerCity, peerCity, stepCycle } from "../../../test/peer-factories.ts";
import { keyFolder } from "./keys.ts";

const test = await testApp({ today: "2026-11-23" });
const { pool, clock, as, dataDir } = test;
let city: PeerCity;
let bkpsdm: Caller;
let cycleId: string;
let invites: Invited[];

const step = (name: Parameters<typeof stepCycle>[3]) => stepCycle(test, city, cycleId, name);
const first = <T>(list: readonly T[]): T => {
  const [one] = list;
  if (one === undefined) throw new Error("an empty list");
  return one;
};
const refusalsOf = async (asking: Promise<{ statusCode: number; json(): { refusals?: string[] } }>) => (await asking).json().refusals;

beforeAll(async () => {
  city = await peerCity(test);
  bkpsdm = await as(city.people.bkpsdm);
  cycleId = await openCycle(test, city);
});
beforeEach(() => clock.set("2026-11-23"));

describe("before the draw", () => {
  it("the hash of the draw's key is published, the keys lie outside of the database", async () => {
    const [cycle] = (await bkpsdm("GET", "/api/peer-cycle")).json().cycles;
    expect(cycle).toMatchObject({ id: cycleId, status: "preparing", draw: null, progress: null, keyHash: expect.stringMatching(/^[0-9a-f]{64}$/), parameters: { perOrang: 7, lintasUnit: 2, minJawaban: 4, bobot: 0.25 } });
    for (const kind of ["draw", "pseudonym"]) expect(existsSync(path.join(keyFolder(dataDir), `${cycleId}.${kind}`))).toBe(true);
    expect(await auditCount(pool, "peer-cycle.open", cycleId)).toBe(1);
  });

  it("a semester has one cycle; the same request again is the same cycle", async () => {
    const body = { id: cycleId, year: 2026, semester: 2, answersFrom: "2026-11-23", answersUntil: "2026-12-04" };
    expect((await bkpsdm("POST", "/api/peer-cycle", body)).statusCode).toBe(200);
    expect((await bkpsdm("POST", "/api/peer-cycle", { ...body, id: v7() })).json().refusals).toEqual(["wrong_status"]);
    expect((await (await as(city.people.analis))("POST", "/api/peer-cycle", { ...body, id: v7(), semester: 1 })).statusCode).toBe(403);
    expect((await (await as(city.people.budi))("POST", "/api/peer-cycle", { ...body, id: v7(), semester: 1 })).statusCode).toBe(404);
  });

  it("verifiers hold their roles, one of each", async () => {
    const put = (inspektoratId: string, analisId: string) => bkpsdm("PUT", `/api/peer-cycle/${cycleId}/verifier`, { version: 2, inspektoratId, analisId });
    expect((await put(city.people.budi, city.people.analis)).json().fields).toEqual([{ path: "body.inspektoratId", code: "not_of_this_role" }]);
    expect((await put(city.people.auditor, city.people.auditor)).json().fields).toEqual([{ path: "body.analisId", code: "not_of_this_role" }]);
    const { candidates } = (await bkpsdm("GET", "/api/peer-cycle")).json();
    expect(candidates.map((c: { role: string; person: { name: string } }) => `${c.role} ${c.person.name}`)).toEqual(["inspektorat auditor", "bkpsdm_analis analis"]);
  });

  it("two names may be vetoed and three suggested; relations are for the analyst alone", async () => {
    const budi = await as(city.people.budi);
    const [a = "", b = "", c = ""] = city.staff;
    const choice = `/api/peer-preparation/${cycleId}/choice`;
    expect((await budi("PUT", choice, { vetoes: [a, b], suggestions: [c] })).statusCode).toBe(204);
    expect((await budi("PUT", choice, { vetoes: [a, b, c], suggestions: [] })).statusCode).toBe(400);
    expect((await budi("PUT", choice, { vetoes: [a], suggestions: [a] })).statusCode).toBe(400);
    expect((await budi("PUT", choice, { vetoes: [city.people.budi], suggestions: [] })).json().fields[0].code).toBe("names_oneself");
    expect((await budi("PUT", choice, { vetoes: [v7()], suggestions: [] })).json().fields[0].code).toBe("unknown_person");
    expect((await budi("PUT", `/api/peer-preparation/${cycleId}/relation`, { relations: [{ personId: city.people.citra, kind: "keluarga" }] })).statusCode).toBe(204);
    expect((await budi("GET", "/api/peer-preparation")).json()).toMatchObject({ cycle: { id: cycleId }, choice: { vetoes: [{ id: a }, { id: b }], suggestions: [{ id: c }] }, relations: { isStated: true, list: [{ kind: "keluarga", person: { id: city.people.citra } }] }, actions: { choose: [], declare: [] } });
    expect((await (await as(city.people.analis))("GET", `/api/relation-declaration?cycle=${cycleId}`)).json()).toMatchObject({ stated: 1, declarations: [{ by: { id: city.people.budi }, person: { id: city.people.citra }, kind: "keluarga" }] });
    for (const who of ["budi", "citra", "bkpsdm", "auditor", "admin", "wali", "kadisA"] as const) expect((await (await as(city.people[who]))("GET", `/api/relation-declaration?cycle=${cycleId}`)).statusCode).toBe(404);
    // The trail says how many, never who.
    const { rows } = await pool.query<{ payload: string }>("select payload from audit join audit_payload using (seq) where action like 'peer-preparation.%'");
    expect(rows.map((row) => row.payload)).toEqual([JSON.stringify({ vetoes: 2, suggestions: 1 }), JSON.stringify({ relations: 1 })]);
  });

  it("people are found by at least three letters, without NIP", async () => {
    const budi = await as(city.people.budi);
    const { people } = (await budi("GET", "/api/peer-preparation/person?q=dew")).json();
    expect(people).toEqual([{ id: city.people.dewi, name: "dewi", jabatan: "Bidan Penyelia", unit: "Puskesmas A2" }]);
    expect((await budi("GET", "/api/peer-preparation/person?q=de")).statusCode).toBe(400);
    expect((await budi("GET", "/api/peer-preparation/person?q=%25%25%25")).json().people).toEqual([]);
  });

  it("nobody has a form before the draw", async () => {
    expect((await (await as(first(city.staff)))("GET", "/api/peer-form")).json()).toEqual({ cycle: null, forms: [], waiting: 0, handedOver: 0 });
    expect(await refusalsOf(bkpsdm("POST", `/api/peer-cycle/${cycleId}/close`, { version: 2 }))).toEqual(["wrong_status"]);
  });
});

describe("the draw", () => {
  it("asks colleagues and bawahan, never across a veto or a declared relation", async () => {
    await step("draw");
    invites = await invited(test, cycleId);
    const about = (id: string) => invites.filter((one) => one.subject_id === id);
    expect(about(city.people.budi).filter((one) => one.rater_group === "rekan").length).toBe(7);
    expect(about(city.people.kabidA).filter((one) => one.rater_group === "bawahan").length).toBe(8);
    expect(about(city.people.wali)).toEqual([]);
    const pairs = invites.map((one) => `${one.rater_id} ${one.subject_id}`);
    for (const id of city.staff.slice(0, 2)) expect(pairs).not.toContain(`${id} ${city.people.budi}`);
    for (const pair of [`${city.people.budi} ${city.people.citra}`, `${city.people.citra} ${city.people.budi}`]) expect(pairs).not.toContain(pair);
    expect(pairs).toContain(`${city.staff[2]} ${city.people.budi}`);
    for (const { rater_id, subject_id, rater_group } of invites) if (rater_group === "rekan") expect(pairs).not.toContain(`${subject_id} ${rater_id}`);
    const [cycle] = (await bkpsdm("GET", "/api/peer-cycle")).json().cycles;
    expect(cycle).toMatchObject({ status: "answering", draw: { people: 36, forms: invites.length, components: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await auditCount(pool, "peer-cycle.draw", cycleId)).toBe(1);
  });

  it("is proved to each rater for the own assignments, to nobody for another's", async () => {
    const mine = invites.filter((one) => one.rater_id === city.people.budi);
    const proof = (await (await as(city.people.budi))("GET", "/api/peer-proof")).json();
    expect(proof.assignments.map((a: { subject: { id: string }; isProved: boolean }) => `${a.subject.id} ${a.isProved}`).sort()).toEqual(mine.map((one) => `${one.subject_id} true`).sort());
    expect((await (await as(city.people.wali))("GET", "/api/peer-proof")).json().assignments).toEqual([]);
  });

  it("names are taken no more, relations still are", async () => {
    const budi = await as(city.people.budi);
    expect(await refusalsOf(budi("PUT", `/api/peer-preparation/${cycleId}/choice`, { vetoes: [], suggestions: [] }))).toEqual(["wrong_status"]);
    expect((await budi("PUT", `/api/peer-preparation/${cycleId}/relation`, { relations: [{ personId: city.people.citra, kind: "keluarga" }] })).statusCode).toBe(204);
  });
});

describe("a form", () => {
  let invite: Invited;
  let rater: Caller;
  beforeAll(async () => {
    invite = first(invites.filter((one) => one.rater_id === city.people.budi && one.rater_group === "rekan"));
    rater = await as(invite.rater_id);
  });
  const url = (tail = "") => `/api/peer-form/${invite.id}${tail}`;

  it("says why I was drawn and what is asked", async () => {
    const form = (await rater("GET", url())).json();
    expect(form).toMatchObject({ id: invite.id, subject: { id: invite.subject_id }, group: "rekan", state: "waiting", promise: { minJawaban: 4, perOrang: 7 }, actions: { save: [], send: [], decline: [] } });
    expect(form.actions.send).toEqual([]);
    expect(form.questions.map((q: { levels: unknown[] }) => q.levels.length)).toEqual([4, 4, 4, 4, 4, 4, 4]);
    expect(["same_unit", "other_unit", "suggested"]).toContain(form.because);
  });

  it("is nobody else's, whatever their role", async () => {
    for (const id of [invite.subject_id, city.people.bkpsdm, city.people.analis, city.people.auditor, city.people.admin, city.people.kadisA]) {
      const other = await as(id);
      for (const [method, tail, body] of [["GET", "", undefined], ["PUT", "", contentOf(3)], ["POST", "/send", contentOf(3)], ["POST", "/decline", { reason: "lainnya" }], ["POST", "/hint", { text: "x" }]] as const) expect((await other(method, url(tail), body)).statusCode, `${method} ${tail}`).toBe(404);
    }
  });

  it("is kept as far as it goes, sent when whole, and changed until the close", async () => {
    const answers = (form: { questions: { answer: unknown }[] }) => form.questions.map((q) => q.answer);
    const draft = (await rater("PUT", url(), contentOf([3, 2, null, null, null, null, null], " Rapi. "))).json();
    expect([draft.state, draft.suggestion, answers(draft)]).toEqual(["draft", "Rapi.", [3, 2, null, null, null, null, null]]);
    expect(await refusalsOf(rater("POST", url("/send"), contentOf([3, 2, null, 1, 1, 1, 1])))).toEqual(["answers_missing"]);
    const sent = (await rater("POST", url("/send"), contentOf([3, 2, "tidak_cukup_mengenal", 4, 3, 3, 3], "Rapi."))).json();
    expect([sent.state, answers(sent)]).toEqual(["sent", [3, 2, "tidak_cukup_mengenal", 4, 3, 3, 3]]);
    const changed = (await rater("PUT", url(), contentOf(2))).json();
    expect([changed.state, answers(changed)]).toEqual(["sent", [2, 2, 2, 2, 2, 2, 2]]);
    expect(await refusalsOf(rater("PUT", url(), contentOf([2, null])))).toEqual(["answers_missing"]);
    expect(await refusalsOf(rater("POST", url("/decline"), { reason: "lainnya" }))).toEqual(["already_sent"]);
    const list = (await rater("GET", "/api/peer-form")).json();
    expect(list.waiting).toBe(list.forms.length - 1);
    expect((await rater("GET", "/api/home")).json().tasks).toContainEqual({ kind: "peer_forms", count: list.waiting, until: "2026-12-04" });
    expect((await pool.query("select 1 from peer_response")).rowCount).toBe(1);
  });

  it("refuses what is no answer", async () => {
    for (const body of [contentOf(5), contentOf(0), { ...contentOf(3), isSent: true }, { answers: [...contentOf(3).answers, ...contentOf(3).answers], suggestion: null }, { answers: contentOf(3).answers }]) expect((await rater("PUT", url(), body)).statusCode).toBe(400);
  });

  it("hints at what could show the writer, and keeps nothing", async () => {
    expect((await rater("POST", url("/hint"), { text: "Saat rapat dengan Pak Amir, sudah baik!!" })).json().hints.map((h: { kind: string }) => h.kind)).toEqual(["names_an_event", "names_a_person", "uncommon_style"]);
  });

  it("leaves no trail, no time, no name and no tag", async () => {
    const before = (await pool.query("select 1 from audit")).rowCount;
    const answer = await rater("PUT", url(), contentOf(3, "Pertahankan."));
    expect([answer.headers.etag, answer.headers["last-modified"], answer.headers["cache-control"]]).toEqual([undefined, undefined, "no-store"]);
    expect((await pool.query("select 1 from audit")).rowCount).toBe(before);
    const { rows } = await pool.query<Record<string, unknown>>("select * from peer_response");
    expect(Object.keys(rows[0] ?? {}).sort()).toEqual(["answers", "cycle_id", "decline_reason", "id", "pseudonym", "rater_group", "seen_when", "state", "subject_id", "suggestion"]);
    expect(JSON.stringify(rows)).not.toContain(invite.rater_id);
    expect(String(rows[0]?.["id"]).charAt(14)).toBe("4");
  });

  it("declined is final, and one more colleague is asked", async () => {
    const other = first(invites.filter((one) => one.rater_id === city.people.eko && one.rater_group === "rekan"));
    const eko = await as(other.rater_id);
    expect((await eko("POST", `/api/peer-form/${other.id}/decline`, { reason: "tidak_cukup_mengenal" })).json()).toMatchObject({ state: "declined", actions: { save: ["already_declined"] } });
    expect(await refusalsOf(eko("POST", `/api/peer-form/${other.id}/send`, contentOf(3)))).toEqual(["already_declined"]);
    await step("replace");
    const now = await invited(test, cycleId);
    const added = now.filter((one) => !invites.some((old) => old.id === one.id));
    expect(added.map((one) => one.subject_id)).toEqual([other.subject_id]);
    await step("replace");
    expect((await invited(test, cycleId)).length).toBe(now.length);
    const proof = (await (await as(first(added).rater_id))("GET", "/api/peer-proof")).json();
    expect(proof.assignments.every((a: { isProved: boolean }) => a.isProved)).toBe(true);
    invites = now;
  });

  it("is taken on the last day, and after it no more", async () => {
    const other = first(invites.filter((one) => one.rater_id === city.people.dewi));
    const dewi = await as(other.rater_id);
    clock.set("2026-12-05");
    expect(await refusalsOf(dewi("PUT", `/api/peer-form/${other.id}`, contentOf(3)))).toEqual(["answers_closed"]);
    clock.set("2026-12-04");
    expect((await dewi("PUT", `/api/peer-form/${other.id}`, contentOf(3))).statusCode).toBe(200);
  });

  it("BKPSDM sees totals of a day's end, nothing that moves with one answer", async () => {
    const { cycles } = (await bkpsdm("GET", "/api/peer-cycle")).json();
    expect(cycles[0].progress).toBe(null);
    // Who verifies is named, and may by chance be the one who is asked about.
    expect(JSON.stringify(cycles.map(({ verifiers: _, ...rest }: { verifiers: unknown }) => rest))).not.toContain(invite.subject_id);
  });

  it("the next cycle is not drawn before this one is sealed: whose pseudonyms still lie about is said, not found by a fault", async () => {
    const next = await openCycle(test, city, { year: 2027, semester: 1, answersFrom: "2027-01-11", answersUntil: "2027-01-25" });
    expect(await refusalsOf(bkpsdm("POST", `/api/peer-cycle/${next}/draw`, { version: 2 }))).toEqual(["cycle_unsealed"]);
    expect((await bkpsdm("GET", "/api/peer-cycle")).json().cycles[0]).toMatchObject({ id: next, actions: { draw: ["cycle_unsealed"] } });
  });
});
