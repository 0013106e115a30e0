import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { addDays, type LocalDate, PERILAKU } from "@teraju/domain";
import type pg from "pg";
import { keyFolder, pseudonymOf } from "../../features/peer-input/keys.ts";
import { publish } from "../../features/peer-input/release.ts";
import { sealStatistics } from "../../features/peer-input/seal-statistics.ts";
import type { City } from "./city.ts";
import { createLoader } from "./copy.ts";
import { keptForms, keptSuggestions, type MadeCycle, uuid4 } from "./peers.ts";
import type { Random } from "./random.ts";
import { must } from "./timeline.ts";

type Standards = { standar: string; standarBefore: string; quarterlyFrom: LocalDate };
const textArray = (texts: readonly string[]): string => `{${texts.map((text) => `"${text.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"")}"`).join(",")}}`;
const NOTHING_SEEN = `{${PERILAKU.map(() => "NULL").join(",")}}`;

/** Both cycles, step by step as the walls of their tables demand it, in the seed's transaction; their keys go into the folder of the data. */
export async function loadPeers(random: Random, client: pg.PoolClient, { last, open, city, standards, dataDir }: { last: MadeCycle; open: MadeCycle; city: City; standards: Standards; dataDir: string }): Promise<void> {
  for (const cycle of [last, open]) {
    writeKeys(dataDir, cycle);
    await begin(random, client, cycle, city, standards);
    await client.query("update peer_cycle set status = 'answering' where id = $1", [cycle.id]);
    if (cycle.releasedOn !== null) await sealAndRelease(random, client, cycle);
  }
  await loadAnswers(random, client, open);
  await client.query("update peer_cycle set progress_day = $2, progress_forms = $3, progress_sent = $4 where id = $1", [open.id, addDays(open.answersFrom, 4), open.drawn.length, open.forms.length]);
}

function writeKeys(dataDir: string, { id, keys, releasedOn }: MadeCycle): void {
  mkdirSync(keyFolder(dataDir), { recursive: true, mode: 0o700 });
  writeFileSync(path.join(keyFolder(dataDir), `${id}.draw`), keys.draw, { mode: 0o600 });
  // The sealed cycle's pseudonym key is destroyed: there is none to write.
  if (releasedOn === null) writeFileSync(path.join(keyFolder(dataDir), `${id}.pseudonym`), keys.pseudonym, { mode: 0o600 });
}

async function begin(random: Random, client: pg.PoolClient, cycle: MadeCycle, city: City, { standar, standarBefore, quarterlyFrom }: Standards): Promise<void> {
  const load = createLoader(client);
  await client.query("insert into peer_cycle (id, year, semester, answers_from, answers_until, standar_id, key_hash) values ($1,$2,$3,$4,$5,$6,$7)",
    [cycle.id, cycle.year, cycle.semester, cycle.answersFrom, cycle.answersUntil, cycle.answersFrom < quarterlyFrom ? standarBefore : standar, cycle.keyHash]);
  const addStatement = load.table("peer_statement", ["cycle_id", "person_id", "stated_on"]);
  for (const personId of cycle.stated) addStatement(cycle.id, personId, addDays(cycle.answersFrom, -7));
  await load.finish();
  for (const { personId, otherId, kind } of cycle.relations) await client.query("insert into peer_relation (cycle_id, person_id, other_id, kind) values ($1,$2,$3,$4)", [cycle.id, personId, otherId, kind]);
  const verifiers = (["auditor", "bkpsdm_analis"] as const).map((role) => must(city.people.find((one) => one.account?.cityRole === role)).id);
  await client.query("insert into peer_verifier (cycle_id, role, person_id) values ($1,'inspektorat',$2), ($1,'bkpsdm_analis',$3)", [cycle.id, ...verifiers]);
  await client.query("insert into peer_draw (cycle_id, number, drawn_on, root, inputs, facts) values ($1,0,$2,$3,$4,$5)", [
    cycle.id, cycle.drawnOn, cycle.root, JSON.stringify(cycle.input), JSON.stringify({ people: cycle.input.people.length, forms: cycle.drawn.length, components: cycle.components, shortfall: cycle.shortfall, crossPercent: cycle.crossPercent })]);
  const invites = createLoader(client);
  const addInvite = invites.table("peer_invite", ["id", "cycle_id", "draw_number", "subject_id", "rater_id", "rater_group", "because"]);
  for (const one of cycle.drawn) addInvite(uuid4(random), cycle.id, 0, one.subjectId, one.raterId, one.group, one.because);
  await invites.finish();
}

async function loadAnswers(random: Random, client: pg.PoolClient, open: MadeCycle): Promise<void> {
  const key = Buffer.from(open.keys.pseudonym, "hex");
  const load = createLoader(client);
  const add = load.table("peer_response", ["id", "cycle_id", "subject_id", "rater_group", "pseudonym", "state", "answers", "seen_when", "suggestion"]);
  for (const one of open.forms) {
    add(uuid4(random), open.id, one.subjectId, one.group, pseudonymOf(key, { raterId: one.raterId, subjectId: one.subjectId, cycleId: open.id }), "sent", one.levels.map((level) => level ?? 0), NOTHING_SEEN, one.suggestion);
  }
  await load.finish();
}

async function sealAndRelease(random: Random, client: pg.PoolClient, last: MadeCycle): Promise<void> {
  await client.query("update peer_cycle set status = 'closed' where id = $1", [last.id]);
  const kept = shuffled(random, keptForms(last));
  const texts = shuffled(random, keptSuggestions(kept));
  const { raters, subjects, facts } = sealStatistics(last.forms, new Map(last.input.people.map((one) => [one.id, one.unit])));
  const load = createLoader(client);
  const addSealed = load.table("peer_sealed", ["id", "cycle_id", "subject_id", "rater_group", "answers"]);
  for (const one of kept) addSealed(uuid4(random), last.id, one.subjectId, one.group, one.levels.map((level) => level ?? 0));
  const addRater = load.table("peer_rater_stat", ["cycle_id", "rater_id", "forms", "leniency", "leniency_variance", "spread", "spread_degrees", "halo", "halo_others", "straight"]);
  for (const r of raters) addRater(last.id, r.raterId, r.forms, r.leniency, r.leniencyVariance, r.spread, r.spreadDegrees, r.halo, r.haloOthers, r.straight);
  const addSubject = load.table("peer_subject_stat", ["cycle_id", "subject_id", "n", "level", "level_variance"]);
  for (const s of subjects) addSubject(last.id, s.subjectId, s.n, s.level, s.levelVariance);
  await load.finish();
  const answeredPercent = Math.round((1000 * last.forms.length) / last.drawn.length) / 10;
  await client.query("update peer_cycle set status = 'sealed', sealed_on = $2, sealed_answers = $3, seal_facts = $4 where id = $1", [last.id, addDays(last.answersUntil, 1), kept.length, JSON.stringify({ ...facts, answeredPercent })]);
  const counts = await loadResults(client, last, kept, Map.groupBy(texts, (one) => one.subjectId));
  await client.query("update peer_cycle set status = 'released', released_on = $2, shown = $3, merged = $4, none = $5 where id = $1", [last.id, last.releasedOn, counts.shown, counts.merged, counts.none]);
}

async function loadResults(client: pg.PoolClient, last: MadeCycle, kept: ReturnType<typeof keptForms>, texts: ReadonlyMap<string, ReturnType<typeof keptForms>>): Promise<{ shown: number; merged: number; none: number }> {
  const { rows } = await client.query<{ id: string; opd: string | null }>("select s.person_id as id, n.opd_id as opd from placement s join unit_node n on n.unit_id = s.unit_id where s.kind = 'definitif' and s.valid_from <= $1 and (s.valid_until is null or s.valid_until > $1)", [last.answersFrom]);
  const opdOf = new Map(rows.map((row) => [row.id, row.opd]));
  const forms = Map.groupBy(kept, (one) => one.subjectId);
  const load = createLoader(client);
  const add = load.table("peer_result", ["cycle_id", "subject_id", "opd_id", "groups", "is_merged", "withheld", "suggestions", "n", "rata"]);
  const counts = { shown: 0, merged: 0, none: 0 };
  for (const subjectId of [...new Set(last.drawn.map((one) => one.subjectId))].toSorted()) {
    const result = publish(forms.get(subjectId) ?? [], (texts.get(subjectId) ?? []).flatMap((one) => one.suggestion ?? []));
    counts[result.withheld === null ? "shown" : "none"] += 1;
    if (result.isMerged) counts.merged += 1;
    add(last.id, subjectId, opdOf.get(subjectId) ?? null, { json: result.groups }, result.isMerged, result.withheld ?? null, textArray(result.suggestions), result.n ?? null, result.rata ?? null);
  }
  await load.finish();
  return counts;
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  return items.map((item) => ({ item, at: random.next() })).toSorted((a, b) => a.at - b.at).map(({ item }) => item);
}
