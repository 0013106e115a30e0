/**
 * The demo city: Kota Langsa with 24 SKPK and 5 kecamatan, 4,000 ASN in service, fourteen months of history up to the given day.
 * One seed and one day give the same city (only the demo's password hash has a random salt). All people are invented.
 *
 * When: the open month is the latest one whose reporting window has begun (from the 20th of the month itself), half reported.
 * Between its due day and the next opening the city has a planted extension of at most ten working days (`report_extension`
 * on the whole city), so that reporting is possible on any day. In the first whole quarter of the history the city still rated by
 * month (a standard of its own, three periods), afterwards by quarter: the last period that has ended is kept open for rating until at least five working days after today, with a part of the city rated; those before
 * it are closed. In January the new year's SKP are partly proposed or draft.
 *
 * Planted, so that there is something to find:
 *  1. Puskesmas Langsa Lama (DINKES-P4) falls four months in a row, about 7 % each month.
 *  2. The Kepala Bidang Bina Marga (PUPR-B1) is lenient: di atas ekspektasi for everybody, with the same reason.
 *  3. The Kepala Bidang Anggaran (BPKD-B1) is severe: never di atas, every third di bawah.
 *  4. Bidang Ketertiban Umum (SATPOLPP-B1) reports late: half of its reports after the due day.
 *  5. A Bidan Mahir moves in mid-year from Puskesmas Langsa Timur (DINKES-P1) to Langsa Kota (DINKES-P3): SKP revision 2, two penilai.
 *  6. Dinas Perhubungan lost its head (retired): the Sekretaris is Plt. The Camat Langsa Kota had a Plh. for two weeks.
 *  7. Dinas Lingkungan Hidup (over 50 people) has capaian butuh perbaikan while its people are rated well: the pola does not fit.
 *     Its head still owes the words for the last closed period; all others have explained theirs.
 *  8. The Kepala Bidang Lalu Lintas (DISHUB-B1) never checks: months close as belum direviu, the open month's queue waits.
 *  9. A Perawat of Puskesmas Langsa Kota is rated di bawah ekspektasi with an umpan balik given in time and answered.
 * 10. 24 teachers began in the middle of a month; seven people have no set SKP this year (tidak ada target); about 4.5 % were on leave
 *     or tugas belajar at some time.
 * 12. Umpan balik rekan: last semester's cycle is sealed and released; this semester's is answered until ten days from today, and the
 *     forms of the printed accounts wait. Sixteen people have declared a relation to their own penilai.
 * 12. Dinas Kesehatan, Puskesmas Langsa Kota and Langsa Lama held their evaluation meetings in each of the last six months, the other departments
 *     in the last four: signed minutes, promises kept, carried and overdue. Today's meetings of the visitors are planned for today, so that they can be run.
 * 11. Puskesmas Langsa Timur and Langsa Baro still wait for the capaian organisasi of the period that is being rated.
 *
 * The year before, where its evaluation is over by today: capaian organisasi, ratings, predikat and receipts of everybody who sent a report
 * in it, signed documents that came back, reported to the PyB. Careers read these; only earlier years come from e-Kinerja BKN.
 */
import type pg from "pg";
import { buildAppraisals, type FinalEvent } from "./appraisals.ts";
import { loadBase, type Ids } from "./base.ts";
import { loadDevelopment } from "./development.ts";
import { loadCareers, loadPangkat } from "./careers.ts";
import { buildCity, type City } from "./city.ts";
import { createLoader, withoutWalls, type Loader } from "./copy.ts";
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from "./data/demo-accounts.ts";
import { openEvidenceBook } from "./evidence.ts";
import { loadMeetings } from "./load-meetings.ts";
import { buildMeetings, meetingEvents, type MadeMeeting } from "./meetings.ts";
import { loadNotes } from "./notes.ts";
import { buildOrganisationResults, enterResults, type CapaianOrganisasi } from "./organisation-results.ts";
import { loadFairness } from "./load-fairness.ts";
import { loadKonseling } from "./load-konseling.ts";
import { loadRekonsiliasi } from "./load-rekonsiliasi.ts";
import { loadSignatures } from "./load-signatures.ts";
import { loadPeers } from "./load-peers.ts";
import { plantPatterns } from "./patterns.ts";
import { closeYear } from "./past-year.ts";
import { buildPeers, peerEvents } from "./peers.ts";
import { loadPolaExplanations } from "./pola-explanations.ts";
import { randomFrom } from "./random.ts";
import { drawLines } from "./relations.ts";
import { buildReports, type Reports } from "./reports.ts";
import { buildSkps, datesOf, loadSkps, type Skps } from "./skp.ts";
import { CITY_SINCE, millisOf, moment, must, timelineOf, type Timeline } from "./timeline.ts";
import { loadTrail, type TrailEvent } from "./trail.ts";
import { buildUmpanBalik, openUmpanBalik } from "./umpan-balik.ts";

export { DEMO_ACCOUNTS, DEMO_PASSWORD };

export type SeedOptions = {
  pool: pg.Pool;
  /** ISO date on which the demo stands still. */
  today: string;
  /** Where the few evidence files are written. */
  dataDir: string;
  /** Told each step, in plain words. */
  say?: (line: string) => void;
  /** ASN of the city; under 2,000 a reduced city for tests. */
  people?: number;
};
export type Seeded = { accounts: { role: string; nip: string; name: string }[]; password: string; /** Rows by table. */ counts: Record<string, number> };

/** Tables that are loaded in bulk: their keys and indexes are built after the load. */
const LOADED = [
  "unit", "unit_node", "opd_start", "jabatan", "person", "account", "skp", "hasil_kerja", "indikator", "skp_perilaku", "skp_lampiran", "monthly_report", "report_row", "evidence", "daily_note", "umpan_balik",
  "capaian_organisasi", "appraisal", "appraisal_rating", "appraisal_basis", "audit", "audit_payload", "role_assignment", "absence", "placement", "penilai_relation", "evaluation_period", "standar_penilaian", "report_extension", "tree_version", "career_fact", "development_plan", "development_entry", "development_look", "training", "training_session", "training_place",
];

/** Fills an empty, migrated database in one transaction: the whole city or nothing. */
export async function seedDemo({ pool, today, dataDir, say = () => undefined, people = 4000 }: SeedOptions): Promise<Seeded> {
  const timeline = timelineOf(today);
  const client = await pool.connect();
  try {
    await client.query("begin");
    await client.query("set local statement_timeout = 0");
    await client.query("set local synchronous_commit = off");
    const { counts, city, base, peers, meetings } = await withoutWalls(client, LOADED, async () => fill(createLoader(client), { timeline, dataDir, people, say }));
    say("Kota demo: memeriksa kunci dan indeks …");
    await loadPeers(randomFrom("peers-load"), client, { ...peers, city, standards: { ...base, quarterlyFrom: timeline.quarterlyFrom }, dataDir });
    await loadMeetings(randomFrom("meetings-load"), client, meetings, timeline);
    await client.query("analyze");
    if (timeline.pastYear !== undefined) await closeYear(client, timeline.pastYear);
    await loadFairness(randomFrom("fairness"), client, { city, today });
    await loadRekonsiliasi(client, { city, today });
    await loadKonseling(randomFrom("konseling"), client, { city, today });
    await loadSignatures(client, { city, today });
    await loadPolaExplanations(client, { city, today });
    await client.query("commit");
    // The dashboards read from the index alone, which needs to be told that all of it is visible.
    await client.query("vacuum monthly_report, report_row, appraisal, evidence, daily_note");
    return { accounts: DEMO_ACCOUNTS.map(({ role, login, name }) => ({ role, nip: login, name })), password: DEMO_PASSWORD, counts };
  } catch (cause) {
    await client.query("rollback").catch(() => undefined);
    throw cause;
  } finally {
    client.release();
  }
}

async function fill(load: Loader, { timeline, dataDir, people, say }: { timeline: Timeline; dataDir: string; people: number; say: (line: string) => void }): Promise<Filled> {
  say(`Kota demo: ${people.toLocaleString("id-ID")} ASN, 24 SKPK, 5 kecamatan …`);
  const city = buildCity(randomFrom("city"), people);
  const patterns = plantPatterns(randomFrom("patterns"), city, timeline);
  const ids = randomFrom("ids");
  const lines = drawLines(city, patterns, () => ids.uuid(millisOf(CITY_SINCE)));
  const base = await loadBase(randomFrom("base"), load, { city, lines, patterns, timeline });
  const skps = buildSkps(randomFrom("skp"), city, lines, patterns, timeline);
  const skpDates = randomFrom("skp-dates");
  loadSkps(skpDates, load, skps, timeline);
  say("Kota demo: laporan empat belas bulan …");
  const book = openEvidenceBook(load, dataDir, new Set(["DINKES-P3", "DINKES-P4"]));
  const reports = await buildReports(randomFrom("reports"), load, { city, lines, skps, patterns, timeline }, book);
  loadNotes(randomFrom("notes"), load, reports, skps, timeline);
  say("Kota demo: umpan balik dan evaluasi triwulan …");
  const umpanBalikDice = randomFrom("umpan-balik");
  const umpanBalik = openUmpanBalik(umpanBalikDice, load, timeline);
  buildUmpanBalik(umpanBalikDice, load, city, reports, timeline, umpanBalik);
  const sources = { city, lines, patterns, timeline, reports, periodIds: base.periods };
  const organisasi = buildOrganisationResults(randomFrom("organisation"), load, sources);
  if (timeline.pastYear !== undefined) for (const [key, one] of enterResults(randomFrom("organisation-year"), load, sources, [timeline.pastYear])) organisasi.set(key, one);
  const finals = await buildAppraisals(randomFrom("appraisals"), randomFrom("appraisals-year"), load, { ...sources, umpanBalik, organisasi });
  loadCareers(randomFrom("careers"), load, { city, timeline, rated: new Set(finals.filter((one) => one.isYear).map((one) => one.person)) });
  loadPangkat(randomFrom("pangkat"), load, { city, timeline });
  loadDevelopment({ random: randomFrom("development"), plans: randomFrom("development-aims") }, load, { city, reports, lines, timeline });
  say("Kota demo: umpan balik rekan …");
  const peers = buildPeers(randomFrom("peers"), { city, lines, timeline });
  const bkpsdm = must(city.people.find((one) => one.account?.cityRole === "bkpsdm"));
  say("Kota demo: rapat evaluasi dan tindak lanjutnya …");
  const meetings = buildMeetings(randomFrom("meetings"), { city, reports, patterns, timeline });
  loadTrail(randomFrom("trail"), load, [...trailOf({ timeline, skps, reports, organisasi, finals, base }), ...peerEvents(peers, bkpsdm), ...meetingEvents(meetings, timeline)]);
  return { counts: await load.finish(), city, base, peers, meetings };
}
type Filled = { counts: Record<string, number>; city: City; base: Ids; peers: ReturnType<typeof buildPeers>; meetings: MadeMeeting[] };

type Story = { timeline: Timeline; skps: Skps; reports: Reports; organisasi: CapaianOrganisasi; finals: readonly FinalEvent[]; base: Ids };

/** Set SKP, capaian organisasi, final results, and the reports of the last two months: what an auditor looks for first. */
function trailOf({ timeline, skps, reports, organisasi, finals }: Story): TrailEvent[] {
  const dice = randomFrom("trail-dates");
  const events: TrailEvent[] = [];
  for (const list of skps.values()) {
    for (const skp of list) {
      if (skp.status !== "set" && skp.status !== "superseded") continue;
      events.push({ at: moment(datesOf(dice, skp, timeline).set, 600), actor: skp.penilai, action: "skp.set", type: "skp", id: skp.id, payload: { year: skp.year } });
    }
  }
  for (const list of reports.values()) {
    for (const one of list.slice(-2)) {
      if (one.submittedOn !== null) events.push({ at: moment(one.submittedOn, 700), actor: one.person, action: "monthly_report.submit", type: "monthly_report", id: one.id, payload: { month: one.month.month, capaian: one.capaian } });
      if (one.checkedOn !== null) events.push({ at: moment(one.checkedOn, 900), actor: one.penilai, action: `monthly_report.${one.status === "returned" ? "return" : "check"}`, type: "monthly_report", id: one.id, payload: { month: one.month.month } });
    }
  }
  for (const one of organisasi.values()) events.push({ at: moment(one.on, 660), actor: one.setBy, action: "capaian-organisasi.set", type: "capaian_organisasi", id: one.id, payload: { unit: one.unit.code, predikat: one.predikat } });
  for (const one of finals) events.push({ at: moment(one.on, one.minute), actor: one.actor, action: "appraisal.finalise", type: "appraisal", id: one.appraisalId, payload: { digest: one.digest } });
  return events;
}
