import { hashPassword } from "../../features/session/password.ts";
import type { City } from "./city.ts";
import type { Loader } from "./copy.ts";
import { ANAK_LAMPIRAN_3 } from "./data/anak-lampiran-3.ts";
import { DEMO_PASSWORD } from "./data/demo-accounts.ts";
import { HOLIDAYS } from "./data/holidays.ts";
import type { SkpData } from "./data/skp-data.ts";
import type { Patterns } from "./patterns.ts";
import { randomFrom, type Random } from "./random.ts";
import type { Lines } from "./relations.ts";
import { jobFamilyOf, monthlyPlan, skpDataOf } from "./skp.ts";
import { CITY_SINCE, millisOf, moment, must, STANDAR, type DemoPeriod, type Timeline } from "./timeline.ts";

export type Ids = { tree: string; standar: string; standarBefore: string; periods: Map<DemoPeriod, string> };

/** Days, standard, tree, posts, people, accounts, roles, lines and periods: what stands still. */
export async function loadBase(random: Random, load: Loader, { city, lines, patterns, timeline }: { city: City; lines: Lines; patterns: Patterns; timeline: Timeline }): Promise<Ids> {
  const since = millisOf(CITY_SINCE);
  const ids: Ids = { tree: random.uuid(since), standar: random.uuid(since), standarBefore: random.uuid(since), periods: new Map(timeline.periods.map((one) => [one, random.uuid(millisOf(one.ratingFrom))])) };
  // From dice of its own: the people of the city are what they were without it.
  if (timeline.pastYear !== undefined) ids.periods.set(timeline.pastYear, randomFrom("past-year").uuid(millisOf(timeline.pastYear.ratingFrom)));
  load.table("setting", ["key", "value", "changed_at"])("demo_today", timeline.today, moment(timeline.today, 1));
  const addDay = load.table("hari_khusus", ["day", "kind", "name", "basis"]);
  for (const { day, kind, name, basis } of HOLIDAYS) addDay(day, kind, name, basis);
  const addStandar = load.table("standar_penilaian", ["id", "name", "legal_basis", "parameters", "valid_from", "valid_until"]);
  addStandar(ids.standarBefore, "Standar penilaian Kota Langsa, penilaian tiap bulan", "Peraturan Wali Kota (contoh demo)", { json: { ...STANDAR, periodeEvaluasi: "bulanan" } }, CITY_SINCE, timeline.quarterlyFrom);
  addStandar(ids.standar, "Standar penilaian Kota Langsa", "Perubahan Peraturan Wali Kota (contoh demo)", { json: STANDAR }, timeline.quarterlyFrom, null);
  loadTree(load, ids, city);
  await loadPeople(random, load, city);
  loadLines(random, load, { lines, patterns, city });
  loadPeriods(load, ids, timeline);
  if (timeline.extraDays > 0) {
    load.table("report_extension", ["id", "unit_id", "month", "extra_days", "reason"])(random.uuid(since), must(city.byCode.get("KOTA")).id, timeline.open.month, timeline.extraDays, "Pemulihan jaringan pusat data kota");
  }
  loadTemplates(random, load, city);
  return ids;
}

function loadTree(load: Loader, ids: Ids, city: City): void {
  load.table("tree_version", ["id", "legal_basis", "valid_from", "valid_until"])(ids.tree, "Qanun Kota Langsa tentang susunan perangkat daerah (contoh demo)", CITY_SINCE, null);
  const addUnit = load.table("unit", ["id", "code"]);
  const addNode = load.table("unit_node", ["tree_id", "unit_id", "parent_id", "opd_id", "name", "short_name", "kind", "depth", "ord", "last_ord"]);
  for (const unit of city.units) {
    addUnit(unit.id, unit.code);
    addNode(ids.tree, unit.id, unit.parent?.id ?? null, unit.opd?.id ?? null, unit.name, unit.short, unit.kind, unit.depth, unit.ord, unit.lastOrd);
  }
  const [addStart, starts] = [load.table("opd_start", ["id", "unit_id", "month", "set_on"]), randomFrom("opd-start")];
  for (const unit of city.units) if (unit.opd === unit) addStart(starts.uuid(millisOf(CITY_SINCE)), unit.id, CITY_SINCE.slice(0, 7), CITY_SINCE);
  const addJabatan = load.table("jabatan", ["id", "unit_id", "name", "jenis", "jenjang", "is_head"]);
  for (const one of city.jabatan) addJabatan(one.id, one.unit.id, one.name, one.jenis, one.jenjang, one.isHead);
}

/** Only the printed accounts have a password; one hash serves them all, since they share it. The others get activation codes on request. */
async function loadPeople(random: Random, load: Loader, city: City): Promise<void> {
  const addPerson = load.table("person", ["id", "nip", "name", "jenis", "golongan", "job_family"]);
  const addAccount = load.table("account", ["person_id", "login", "password_hash"]);
  const addRole = load.table("role_assignment", ["id", "person_id", "role", "unit_id", "valid_from"]);
  const hash = await hashPassword(DEMO_PASSWORD);
  for (const person of city.people) {
    addPerson(person.id, person.nip, person.name, person.jenis, person.golongan, person.family === "wali_kota" ? null : jobFamilyOf(person.family));
    addAccount(person.id, person.printed?.login ?? must(person.nip), person.printed === null ? null : hash);
    if (person.printed?.cityRole) addRole(random.uuid(millisOf(CITY_SINCE)), person.id, person.printed.cityRole, person.printed.cityRole === "admin_opd" ? must(person.jabatan.unit.opd).id : null, CITY_SINCE);
  }
}

function loadLines(random: Random, load: Loader, { lines, patterns, city }: { lines: Lines; patterns: Patterns; city: City }): void {
  const addPlacement = load.table("placement", ["id", "person_id", "jabatan_id", "unit_id", "kind", "valid_from", "valid_until"]);
  for (const one of lines.placements) addPlacement(random.uuid(millisOf(one.from)), one.person.id, one.jabatan.id, one.jabatan.unit.id, one.kind, one.from, one.until);
  const addRelation = load.table("penilai_relation", ["id", "pegawai_id", "penilai_id", "atasan_id", "basis", "valid_from", "valid_until"]);
  for (const [person, spans] of lines.relationsOf) for (const one of spans) addRelation(random.uuid(millisOf(one.from)), person.id, one.penilai.id, one.atasan.id, one.basis, one.from, one.until);
  const addAbsence = load.table("absence", ["id", "person_id", "kind", "note", "set_by", "valid_from", "valid_until"]);
  const admin = must(city.people.find((one) => one.account?.cityRole === "bkpsdm"));
  for (const one of patterns.absences) addAbsence(random.uuid(millisOf(one.from)), one.person.id, one.kind, one.note, admin.id, one.from, one.until);
}

function loadPeriods(load: Loader, ids: Ids, timeline: Timeline): void {
  const add = load.table("evaluation_period", ["id", "year", "kind", "number", "first_month", "last_month", "rating_from", "rating_until", "standar_id", "closed_at"]);
  for (const [one, id] of ids.periods) {
    add(id, one.year, one.kind, one.number, one.firstMonth, one.lastMonth, one.ratingFrom, one.ratingUntil, one.ratingFrom <= timeline.quarterlyFrom ? ids.standarBefore : ids.standar, one.closedOn && moment(one.closedOn, 5));
  }
}

/** One template for each jabatan name of the city, and those of the regulation first. */
function loadTemplates(random: Random, load: Loader, city: City): void {
  const add = load.table("skp_template", ["id", "jabatan_name", "job_family", "title", "source", "body"]);
  const seen = new Set<string>();
  for (const [family, { jabatan, page, skp }] of Object.entries(ANAK_LAMPIRAN_3)) {
    seen.add(jabatan);
    add(random.uuid(millisOf(CITY_SINCE)), jabatan, jobFamilyOf(family), jabatan, `PermenPANRB 6/2022 Anak Lampiran 3, ${page}`, JSON.stringify(templateBody(skp)));
  }
  for (const person of city.people) {
    const data = skpDataOf(person);
    if (data === null || seen.has(person.jabatan.name)) continue;
    seen.add(person.jabatan.name);
    const official = ANAK_LAMPIRAN_3[person.family];
    add(random.uuid(millisOf(CITY_SINCE)), person.jabatan.name, null, person.jabatan.name, official ? `PermenPANRB 6/2022 Anak Lampiran 3, ${official.page}` : "Contoh kota menurut rumpun jabatan", JSON.stringify(templateBody(data)));
  }
}

function templateBody(data: SkpData): unknown {
  return {
    pendekatan: data.pendekatan,
    hasilKerja: data.hasilKerja.map((hasil) => ({
      prioritas: hasil.prioritas, text: hasil.text, assignedBy: data.assignedBy,
      indikator: hasil.indikator.map(({ text, aspek, perspektif, measure }) => ({
        text, jenis: measure.jenis, aspek: aspek ?? null, perspektif: perspektif ?? null, monthlyTarget: monthlyPlan(measure),
        ...(measure.jenis === "uraian" ? { arah: "maks", targetText: measure.targetText }
          : measure.arah === "rentang" ? { arah: measure.arah, targetMin: measure.targetMin, targetMax: measure.targetMax, satuan: measure.satuan }
          : { arah: measure.arah, target: measure.target, satuan: measure.satuan }),
      })),
    })),
    perilaku: Object.entries(data.perilaku).map(([perilaku, list]) => ({ perilaku, ekspektasi: list.join("\n") })),
    lampiran: [
      ...data.lampiran.sumberDaya.map((text) => ({ kind: "sumber_daya", text })), ...data.lampiran.pertanggungjawaban.map((text) => ({ kind: "pertanggungjawaban", text })),
      ...data.lampiran.konsekuensi.map((text) => ({ kind: "konsekuensi", text })),
    ],
  };
}

