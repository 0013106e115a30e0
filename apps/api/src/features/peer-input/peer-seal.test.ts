import { existsSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { testApp, type Caller } from "../../../test/app.ts";
import { auditCount } from "../../../test/factories.ts";
import { contentOf, invited, type Invited, openCycle, type PeerCity, peerCity, sendForm, stepCycle } from "../../../test/peer-factories.ts";
import { recomputeRoots } from "./draw-core.ts";
import { keyFolder } from "./keys.ts";
import { destroyLeftKeys } from "./seal.ts";

const test = await testApp({ today: "2026-11-23" });
const { pool, clock, as, dataDir } = test;
let city: PeerCity;
let bkpsdm: Caller;
let cycleId: string;
let invites: Invited[];
const step = (name: Parameters<typeof stepCycle>[3]) => stepCycle(test, city, cycleId, name);
const view = async () => (await bkpsdm("GET", "/api/peer-cycle")).json().cycles[0];
const result = async (who: string, about: string) => (await (await as(who))("GET", `/api/peer-result/${cycleId}/${about}`)).json();

/** How many of the asked answer about whom: budi seven, citra three, the head kabidA four bawahan and two colleagues, dewi four of whom one knows nothing. */
const QUOTA: Partial<Record<keyof PeerCity["people"], { rekan: number; bawahan: number }>> = {
  budi: { rekan: 7, bawahan: 0 }, citra: { rekan: 3, bawahan: 0 }, kabidA: { rekan: 2, bawahan: 4 }, kapus: { rekan: 4, bawahan: 4 }, dewi: { rekan: 4, bawahan: 0 },
};

beforeAll(async () => {
  city = await peerCity(test);
  bkpsdm = await as(city.people.bkpsdm);
  cycleId = await openCycle(test, city);
  await step("draw");
  invites = await invited(test, cycleId);
  for (const [name, quota] of Object.entries(QUOTA)) {
    const about = invites.filter((one) => one.subject_id === city.people[name as keyof PeerCity["people"]]);
    for (const group of ["rekan", "bawahan"] as const) {
      for (const [i, invite] of about.filter((one) => one.rater_group === group).slice(0, quota[group]).entries()) {
        const levels = name === "dewi" && i === 3 ? "tidak_cukup_mengenal" : group === "bawahan" ? 2 : 3;
        await sendForm(test, invite, contentOf(levels, name === "budi" ? `Saran ${i}` : name === "kapus" && group === "rekan" ? `Masukan ${i}` : null));
      }
    }
  }
  // Everybody else of the staff: five answers each.
  for (const id of city.staff) for (const [i, invite] of invites.filter((one) => one.subject_id === id && one.rater_group === "rekan").slice(0, 5).entries()) await sendForm(test, invite, contentOf([3, 2, 3, 3, 4, 3, (i % 2) + 2]));
  // One more was begun and never sent.
  const left = invites.find((one) => one.subject_id === city.people.eko);
  if (left !== undefined) await (await as(left.rater_id))("PUT", `/api/peer-form/${left.id}`, contentOf([4], "Tidak dikirim"));
});

describe("the close", () => {
  it("waits for the last day; after it no answer is taken", async () => {
    expect((await bkpsdm("POST", `/api/peer-cycle/${cycleId}/close`, { version: 3 })).json().refusals).toEqual(["answers_running"]);
    expect((await bkpsdm("PUT", `/api/peer-cycle/${cycleId}/last-day`, { version: 3, answersUntil: "2026-11-22" })).statusCode).toBe(400);
    expect((await bkpsdm("PUT", `/api/peer-cycle/${cycleId}/last-day`, { version: 3, answersUntil: "2026-11-23" })).json().answersUntil).toBe("2026-11-23");
    await step("close");
    const [invite] = invites;
    if (invite === undefined) throw new Error("nobody was drawn");
    expect((await (await as(invite.rater_id))("GET", `/api/peer-form/${invite.id}`)).statusCode).toBe(404);
    await expect(pool.query("insert into peer_response (id, cycle_id, subject_id, rater_group, pseudonym, state, answers, seen_when) values (gen_random_uuid(), $1, $2, 'rekan', repeat('0', 64), 'draft', array_fill(null::smallint, array[7]), array_fill(null::text, array[7]))", [cycleId, invite.subject_id])).rejects.toThrow("not allowed while the cycle is closed");
    expect((await bkpsdm("POST", `/api/peer-cycle/${cycleId}/release`, { version: 5 })).json().refusals).toEqual(["wrong_status"]);
  });
});

describe("the verifiers", () => {
  it("get key and inputs, nobody else does, and compute the same root", async () => {
    for (const who of ["bkpsdm", "admin", "budi", "kadisA", "wali"] as const) expect((await (await as(city.people[who]))("GET", `/api/peer-cycle/${cycleId}/verification`)).statusCode).toBe(404);
    const auditor = await as(city.people.auditor);
    const file = (await auditor("GET", `/api/peer-cycle/${cycleId}/verification`)).json();
    expect(file.keyHash).toBe((await view()).keyHash);
    expect(recomputeRoots(file.inputs.draws, cycleId, Buffer.from(file.key, "hex"))).toEqual([file.root]);
    const changed = structuredClone(file.inputs.draws);
    changed[0].inputs.people.pop();
    expect(recomputeRoots(changed, cycleId, Buffer.from(file.key, "hex"))).not.toEqual([file.root]);
    const verdict = (await auditor("POST", `/api/peer-cycle/${cycleId}/verdict`, { digest: file.root, statement: "Dihitung ulang dari kunci dan data masukan." })).json();
    expect(verdict).toMatchObject({ role: "inspektorat", isEqual: true, on: "2026-11-23", signature: expect.any(String) });
    expect((await auditor("POST", `/api/peer-cycle/${cycleId}/verdict`, { digest: "0".repeat(64), statement: "Ternyata tidak." })).json().refusals).toEqual(["verdict_published"]);
    const other = (await (await as(city.people.analis))("POST", `/api/peer-cycle/${cycleId}/verdict`, { digest: "0".repeat(64), statement: "Tidak sama." })).json();
    expect(other.isEqual).toBe(false);
    expect((await (await as(city.people.budi))("GET", `/api/peer-proof?cycle=${cycleId}`)).json().verdicts.map((v: { role: string; isEqual: boolean }) => `${v.role} ${v.isEqual}`)).toEqual(["inspektorat true", "bkpsdm_analis false"]);
  });
});

describe("the seal", () => {
  beforeAll(() => step("seal"));

  it("leaves no pseudonym, no key, and only counts in the trail", async () => {
    expect((await pool.query("select 1 from peer_response")).rowCount).toBe(0);
    expect(existsSync(path.join(keyFolder(dataDir), `${cycleId}.pseudonym`))).toBe(false);
    expect(existsSync(path.join(keyFolder(dataDir), `${cycleId}.draw`))).toBe(true);
    const { rows } = await pool.query<{ payload: string }>("select payload from audit join audit_payload using (seq) where action = 'peer-cycle.seal'");
    const counts: Record<string, unknown> = JSON.parse(rows[0]?.payload ?? "{}");
    expect(Object.keys(counts)).toEqual(["answers", "suggestions"]);
    expect((await view()).sealed).toEqual({ on: "2026-11-23", answers: counts["answers"] });
  });

  it("keeps nothing of people with fewer than four answers, and no draft", async () => {
    const { rows } = await pool.query<{ subject_id: string; n: number }>("select subject_id, count(*)::int as n from peer_sealed group by 1");
    const kept = new Map(rows.map((row) => [row.subject_id, row.n]));
    expect([kept.get(city.people.citra), kept.get(city.people.eko), kept.get(city.people.dewi)]).toEqual([undefined, undefined, undefined]);
    expect([kept.get(city.people.budi), kept.get(city.people.kabidA), kept.get(city.people.kapus)]).toEqual([7, 6, 8]);
    expect((await pool.query("select 1 from peer_suggestion where text = 'Tidak dikirim'")).rowCount).toBe(0);
  });

  it("keeps aggregates of raters and people from four forms up", async () => {
    expect((await pool.query("select 1 from peer_rater_stat where forms < 4")).rowCount).toBe(0);
    expect((await pool.query("select 1 from peer_rater_stat")).rowCount).toBeGreaterThan(5);
    expect((await pool.query("select 1 from peer_subject_stat where subject_id = $1", [city.people.citra])).rowCount).toBe(0);
    const { rows } = await pool.query<{ seal_facts: { icc1k: number; answeredPercent: number; components: number } }>("select seal_facts from peer_cycle");
    expect(rows[0]?.seal_facts).toMatchObject({ components: 1, answeredPercent: expect.any(Number) });
  });

  it("a key that a crash left behind is destroyed by the next run", async () => {
    const file = path.join(keyFolder(dataDir), `${cycleId}.pseudonym`);
    writeFileSync(file, "a".repeat(64));
    await destroyLeftKeys({ pool }, { dataDir });
    expect(existsSync(file)).toBe(false);
  });

  it("nothing is shown before the release, not even that there is something", async () => {
    expect(await result(city.people.budi, city.people.budi)).toMatchObject({ groups: [], withheld: "not_released", suggestions: { texts: [], withheld: "not_released" }, reliability: { icc1k: null } });
    expect((await (await as(city.people.budi))("GET", "/api/peer-result")).json().results).toEqual([]);
    expect((await bkpsdm("GET", `/api/peer-cycle/${cycleId}/rollup`)).json().refusals).toEqual(["wrong_status"]);
  });
});

describe("the release", () => {
  beforeAll(() => step("release"));

  it("shows the person and the penilai the same, from four answers", async () => {
    const own = await result(city.people.budi, city.people.budi);
    expect(own).toMatchObject({ isMine: true, isMerged: false, withheld: null, releasedOn: "2026-11-23", groups: [{ group: "rekan", n: 7, mean: { from: 3, to: 3 }, agreement: "sepakat" }], dasar: { value: { n: 7, bobot: 0.25 } } });
    expect(own.suggestions.texts.toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `Saran ${i}`));
    const seen = await result(city.people.kabidA, city.people.budi);
    expect({ ...seen, isMine: true }).toEqual(own);
    expect((await pool.query("select 1 from access_log where action = 'peer-result.read' and subject_id = $1", [city.people.budi])).rowCount).toBe(1);
  });

  it("tells why there is none from three, and of whom nobody was asked", async () => {
    expect(await result(city.people.citra, city.people.citra)).toMatchObject({ groups: [], withheld: "fewer_than_four", dasar: null });
    // Four forms, but one of them knows nothing.
    expect(await result(city.people.dewi, city.people.dewi)).toMatchObject({ groups: [], withheld: "fewer_than_four" });
    expect(await result(city.people.wali, city.people.wali)).toMatchObject({ groups: [], withheld: "not_drawn" });
  });

  it("merges two colleagues with four bawahan; of four and four each stands alone", async () => {
    expect(await result(city.people.kabidA, city.people.kabidA)).toMatchObject({ isMerged: true, groups: [{ group: "gabungan", n: 6, mean: { from: 2.5, to: 2.5 } }] });
    const kapus = await result(city.people.kapus, city.people.kapus);
    expect(kapus.groups.map((g: { group: string; n: number; mean: unknown }) => [g.group, g.n, g.mean])).toEqual([["rekan", 4, { from: 3, to: 3 }], ["bawahan", 4, { from: 2, to: 2 }]]);
    expect(kapus.suggestions.texts.length).toBe(4);
  });

  it("is for nobody else", async () => {
    for (const who of ["citra", "kadisA", "wali", "bkpsdm", "analis", "auditor", "admin", "dewi"] as const) expect((await (await as(city.people[who]))("GET", `/api/peer-result/${cycleId}/${city.people.budi}`)).statusCode, who).toBe(404);
  });

  it("happens once and is frozen", async () => {
    expect((await bkpsdm("POST", `/api/peer-cycle/${cycleId}/release`, { version: 7 })).json().refusals).toEqual(["wrong_status"]);
    for (const statement of ["update peer_result set n = 9 where n is not null", "delete from peer_result", "update peer_cycle set shown = 0", "delete from peer_sealed", "update peer_invite set because = 'same_unit'", "delete from peer_invite"]) await expect(pool.query(statement), statement).rejects.toThrow();
    await expect(pool.query("insert into peer_result (cycle_id, subject_id, groups, is_merged, suggestions, n, rata) values ($1, $2, '[]', false, '{}', 3, 2)", [cycleId, city.people.wali])).rejects.toThrow();
    expect(await auditCount(pool, "peer-cycle.release", cycleId)).toBe(1);
  });

  it("is rolled up from published figures alone, small departments hidden", async () => {
    const rollup = (await bkpsdm("GET", `/api/peer-cycle/${cycleId}/rollup`)).json();
    expect(rollup.rows.map((r: { unit: { name: string } }) => r.unit.name)).toEqual(["Dinas A", "Dinas B"]);
    const { rows } = await pool.query<{ n: number }>("select count(*)::int as n from peer_result where withheld is null");
    expect(rollup.total.people).toBe(rows[0]?.n);
    expect(rollup.total.people).toBe(rollup.rows[0].people + rollup.rows[1].people);
  });

  it("counts what was shown, merged and withheld", async () => {
    const { released } = await view();
    expect(released).toMatchObject({ on: "2026-11-23", merged: 1 });
    expect(released.shown + released.none).toBe((await pool.query("select 1 from peer_result")).rowCount);
  });

  it("the next cycle asks again, avoiding the pairs of this one where it can", async () => {
    clock.set("2027-03-01");
    const next = await openCycle(test, city, { year: 2027, semester: 1, answersFrom: "2027-03-01", answersUntil: "2027-03-15" });
    await stepCycle(test, city, next, "draw");
    const pairs = new Set(invites.filter((one) => one.rater_group === "rekan").map((one) => `${one.rater_id}${one.subject_id}`));
    const again = (await invited(test, next)).filter((one) => one.rater_group === "rekan" && pairs.has(`${one.rater_id}${one.subject_id}`));
    expect(again.length).toBeLessThan(invites.length / 2);
  });
});
