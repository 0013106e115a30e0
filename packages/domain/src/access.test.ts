import { describe, expect, it } from "vitest";
import { access, ACCESS, RELATIONS, type Action, type Relation, type Standing } from "./access.ts";
import { ROLES, type Role } from "./vocabulary.ts";

type Line = { relations: readonly Relation[]; roles: readonly Role[]; sees?: string };
const TABLE: Record<Action, Line> = ACCESS;
const ACTIONS = Object.keys(ACCESS).filter((name): name is Action => Object.hasOwn(ACCESS, name));
const nobody: Standing = { relations: [], roles: [] };
const related = (relation: Relation): Standing => ({ relations: [relation], roles: [] });
const holding = (role: Role): Standing => ({ relations: [], roles: [role] });

/**
 * The table once more, by hand, from the issue and the regulation: who does it, and who sees the thing without being allowed.
 * A change of permission is a change of these lines too.
 */
const BELOW = "bawahan formerBawahan bawahanTidakLangsung";
const EXPECTED: Record<Action, { does: string; sees?: string }> = {
  "skp.read": { does: `self ${BELOW} auditor bkpsdm_analis` },
  "skp.edit": { does: "self", sees: `${BELOW} auditor bkpsdm_analis` },
  "skp.fill": { does: "bawahan", sees: "self bawahanTidakLangsung formerBawahan auditor bkpsdm_analis" },
  "skp-template.make": { does: "bawahan bkpsdm_analis", sees: "self bawahanTidakLangsung formerBawahan auditor" },
  "skp-template.keep": { does: "bkpsdm bkpsdm_analis" },
  "skp.set": { does: "bawahan bawahanTidakLangsung", sees: "self formerBawahan auditor bkpsdm_analis" },
  "monthly-report.read": { does: `self ${BELOW} auditor bkpsdm_analis` },
  "monthly-report.write": { does: "self", sees: `${BELOW} auditor bkpsdm_analis` },
  "monthly-report.review": { does: "bawahan", sees: "self formerBawahan bawahanTidakLangsung auditor bkpsdm_analis" },
  "report-import.fill": { does: "bawahan bkpsdm" },
  "absence.import": { does: "bkpsdm" },
  "study.record": { does: "bkpsdm" },
  "absence.set": { does: "bawahan bawahanTidakLangsung bkpsdm", sees: "self formerBawahan auditor bkpsdm_analis" },
  "penilai-correction.read": { does: "administers bkpsdm" },
  "penilai-correction.decide": { does: "administers bkpsdm" },
  "penilai-relation.read": { does: "administers bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "penilai-relation.change": { does: "administers bkpsdm", sees: "bkpsdm_analis bkpsdm_kepala auditor" },
  "organisation.read": { does: "administers bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "organisation.change": { does: "bkpsdm", sees: "administers bkpsdm_analis bkpsdm_kepala auditor" },
  "people-import.read": { does: "bkpsdm" },
  "people-import.manage": { does: "bkpsdm" },
  "rekonsiliasi.read": { does: "leads administers bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "rekonsiliasi.ratings": { does: "leads bkpsdm_analis bkpsdm_kepala", sees: "administers bkpsdm" },
  "rekonsiliasi.decide": { does: "leads administers bkpsdm bkpsdm_analis", sees: "bkpsdm_kepala" },
  "signed-rating.read": { does: "bkpsdm_analis bkpsdm_kepala" },
  "signed-rating.enter": { does: "bkpsdm_analis", sees: "bkpsdm_kepala" },
  "signed-rating.confirm": { does: "bkpsdm_kepala", sees: "bkpsdm_analis" },
  "siasn.send": { does: "bkpsdm_analis" },
  "umpan-balik.give": { does: "bawahan bawahanTidakLangsung ditugasi superior sameOpd" },
  "umpan-balik.request": { does: "bawahan bawahanTidakLangsung superior sameOpd" },
  "appraisal.read": { does: `self ${BELOW} auditor bkpsdm_analis` },
  "appraisal.rate": { does: BELOW, sees: "self auditor bkpsdm_analis" },
  "keberatan.read": { does: "auditor bkpsdm_analis" },
  "keberatan.watch": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "keberatan.reassign": { does: "bkpsdm_analis", sees: "bkpsdm bkpsdm_kepala" },
  "keberatan.file": { does: "self", sees: `${BELOW} auditor bkpsdm_analis` },
  "kalibrasi.read": { does: "leads bkpsdm_analis" },
  "kalibrasi.lead": { does: "leads", sees: "bkpsdm_analis" },
  "kalibrasi.attend": { does: "bkpsdm_analis", sees: "leads" },
  "pola-explanation.read": { does: "leads leadsAbove bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "pola-explanation.write": { does: "leads", sees: "leadsAbove bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "pola-explanation.list": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "document.read": { does: `self ${BELOW} bkpsdm bkpsdm_analis bkpsdm_kepala auditor` },
  "document.sign": { does: `self ${BELOW}`, sees: "bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "document.batch": { does: "leads bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "letterhead.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "letterhead.set": { does: "bkpsdm", sees: "bkpsdm_analis bkpsdm_kepala" },
  "capaian-organisasi.read": { does: "leads leadsAbove bkpsdm bkpsdm_analis bkpsdm_kepala wali_kota auditor" },
  "capaian-organisasi.set": { does: "leadsAbove", sees: "leads bkpsdm bkpsdm_analis bkpsdm_kepala wali_kota auditor" },
  "opd-dashboard.read": { does: "leads" },
  "opd-dashboard.remind": { does: "leads" },
  "evaluation-meeting.plan": { does: "leads" },
  "evaluation-meeting.read": { does: "leadsMeeting overseesMeeting takesMinutes takesPart" },
  "evaluation-meeting.arrange": { does: "overseesMeeting", sees: "leadsMeeting takesMinutes takesPart" },
  "evaluation-meeting.lead": { does: "leadsMeeting", sees: "overseesMeeting takesMinutes takesPart" },
  "evaluation-meeting.assist": { does: "leadsMeeting takesMinutes", sees: "overseesMeeting takesPart" },
  "evaluation-meeting.attend": { does: "takesPart", sees: "leadsMeeting overseesMeeting takesMinutes" },
  "notulen.read": { does: "leadsMeeting overseesMeeting takesMinutes takesPart auditor" },
  "notulen.write": { does: "leadsMeeting takesMinutes", sees: "overseesMeeting takesPart auditor" },
  "tindak-lanjut.read": { does: "self bawahan bawahanTidakLangsung auditor" },
  "tindak-lanjut.answer": { does: "self", sees: "bawahan bawahanTidakLangsung auditor" },
  "tindak-lanjut.cancel": { does: "bawahan bawahanTidakLangsung", sees: "self auditor" },
  "tindak-lanjut.unit": { does: "leads" },
  "city-dashboard.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "city-dashboard.export": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala", sees: "auditor" },
  "mayor-page.read": { does: "wali_kota bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "peer-cycle.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "peer-cycle.manage": { does: "bkpsdm", sees: "bkpsdm_analis bkpsdm_kepala auditor" },
  "peer-draw.verify": { does: "auditor bkpsdm_analis" },
  "peer-result.read": { does: "self bawahan" },
  "peer-rollup.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "relation-declaration.read": { does: "bkpsdm_analis" },
  "fairness.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "fairness.unit": { does: "leads bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "fairness.judge": { does: "bkpsdm_analis", sees: "bkpsdm bkpsdm_kepala" },
  "career.read": { does: "self bkpsdm_analis bkpsdm_kepala" },
  "career.list": { does: "bkpsdm_analis bkpsdm_kepala" },
  "career.record": { does: "bkpsdm bkpsdm_analis" },
  "talent.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "talent-list.read": { does: "bkpsdm_analis bkpsdm_kepala" },
  "talent-list.make": { does: "bkpsdm_analis", sees: "bkpsdm_kepala" },
  "talent-list.decide": { does: "bkpsdm_kepala", sees: "bkpsdm_analis" },
  "development.read": { does: "self bawahan bawahanTidakLangsung" },
  "development.write": { does: "self bawahan", sees: "bawahanTidakLangsung" },
  "training.manage": { does: "bkpsdm bkpsdm_analis" },
  "training.nominate": { does: "self bawahan bawahanTidakLangsung bkpsdm bkpsdm_analis" },
  "development-report.receive": { does: "bkpsdm bkpsdm_kepala" },
  "konseling.read": { does: "self bawahan bkpsdm bkpsdm_kepala" },
  "konseling.arrange": { does: "bawahan bkpsdm bkpsdm_kepala", sees: "self" },
  "konseling-record.receive": { does: "bkpsdm_kepala" },
  "konselor.keep": { does: "bkpsdm bkpsdm_kepala" },
  "training-effect.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala" },
  "tpp.read": { does: "bkpsdm_analis bkpsdm_kepala" },
  "tpp.make": { does: "bkpsdm_analis", sees: "bkpsdm_kepala" },
  "tpp.decide": { does: "bkpsdm_kepala", sees: "bkpsdm_analis" },
  "standard.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "standard.draft": { does: "bkpsdm_analis", sees: "bkpsdm bkpsdm_kepala auditor" },
  "standard.publish": { does: "bkpsdm_kepala", sees: "bkpsdm bkpsdm_analis auditor" },
  "standard.what-if": { does: "bkpsdm_analis bkpsdm_kepala", sees: "bkpsdm auditor" },
  "calendar.manage": { does: "bkpsdm" },
  "cycle.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala auditor" },
  "cycle.manage": { does: "bkpsdm", sees: "bkpsdm_analis bkpsdm_kepala auditor" },
  "cycle.reopen": { does: "bkpsdm_kepala", sees: "bkpsdm bkpsdm_analis auditor" },
  "audit.read": { does: "auditor" },
  "audit.verify": { does: "auditor" },
  "audit.sample": { does: "auditor" },
  "setup.read": { does: "bkpsdm bkpsdm_analis bkpsdm_kepala admin_teknis" },
  "opd-start.set": { does: "bkpsdm", sees: "bkpsdm_analis bkpsdm_kepala admin_teknis" },
  "role.read": { does: "bkpsdm_kepala admin_teknis auditor" },
  "role.assign": { does: "bkpsdm_kepala admin_teknis", sees: "auditor" },
  "account.read": { does: "admin_teknis admin_opd bkpsdm bkpsdm_kepala" },
  "account.activate": { does: "administers admin_teknis bkpsdm bkpsdm_kepala" },
  "account.letters": { does: "administers admin_teknis bkpsdm bkpsdm_kepala" },
};

describe("the table", () => {
  it.each(ACTIONS)("%s: each relation and role alone finds what the office says", (action) => {
    const { does, sees = "" } = EXPECTED[action];
    const want = (word: string): string[] => (does.split(" ").includes(word) ? [] : sees.split(" ").includes(word) ? ["not_yours"] : ["not_found"]);
    const found = [...RELATIONS.map((r) => [r, access(action, related(r))]), ...ROLES.map((r) => [r, access(action, holding(r))])];
    expect(found).toEqual([...RELATIONS, ...ROLES].map((word) => [word, want(word)]));
  });

  it("knows every action that the table by hand knows", () => {
    expect(ACTIONS.sort()).toEqual(Object.keys(EXPECTED).sort());
  });

  it("keeps each line to one kind of thing: a person, a unit, a meeting, or the whole city", () => {
    const MEETINGS: readonly Relation[] = ["leadsMeeting", "overseesMeeting", "takesMinutes", "takesPart"];
    const kindOf = (r: Relation): string => (r === "leads" || r === "leadsAbove" ? "unit" : MEETINGS.includes(r) ? "meeting" : "person");
    // Who administers an OPD stands so to its people and to its units.
    for (const action of ACTIONS) expect(new Set(TABLE[action].relations.filter((r) => r !== "administers").map(kindOf)).size, action).toBeLessThanOrEqual(1);
  });

  it("names another line where it says who sees", () => {
    for (const action of ACTIONS) expect(TABLE[action].sees === undefined || (TABLE[action].sees !== action && Object.hasOwn(ACCESS, TABLE[action].sees)), action).toBe(true);
  });
});

describe("laws", () => {
  it("denies by default: who stands in no relation and holds no role finds nothing", () => {
    for (const action of ACTIONS) expect(access(action, nobody), action).toEqual(["not_found"]);
  });

  it("keeps the technical admin out of every line but those of accounts and of the first day", () => {
    for (const action of ACTIONS) expect(access(action, holding("admin_teknis")).length === 0, action).toBe(/^(account|role|setup)\./.test(action));
  });

  it("opens nothing of anybody's work to the admin of an OPD", () => {
    const works = ACTIONS.filter((name) => !/^(account|role|penilai-relation|penilai-correction|people|organisation|rekonsiliasi)\./.test(name));
    for (const standing of [holding("admin_opd"), related("administers")]) expect(works.filter((action) => access(action, standing)[0] !== "not_found")).toEqual([]);
  });

  it("lets the auditor read and verify, and write nothing", () => {
    const may = ACTIONS.filter((action) => access(action, holding("auditor")).length === 0);
    expect(may.filter((action) => !/\.(read|verify|sample)$/.test(action))).toEqual([]);
  });

  it("lets nobody rate, check or set his own work", () => {
    for (const action of ["skp.set", "monthly-report.review", "appraisal.rate", "absence.set"] as const) expect(access(action, related("self")), action).toEqual(["not_yours"]);
  });

  it("opens nothing about one person's work to BKPSDM, the Wali Kota or another department as such", () => {
    for (const action of ACTIONS.filter((name) => /^(skp|monthly-report|umpan-balik|appraisal)\./.test(name))) {
      for (const standing of [holding("bkpsdm"), holding("wali_kota"), related("otherOpd")]) expect(access(action, standing), action).toEqual(["not_found"]);
    }
  });

  it("takes nothing away from who stands in one more relation or holds one more role", () => {
    const rank = (found: string[]): number => (found.length === 0 ? 2 : found[0] === "not_yours" ? 1 : 0);
    for (const action of ACTIONS) {
      for (const one of RELATIONS) {
        for (const more of [...RELATIONS.map((r): Standing => ({ relations: [one, r], roles: [] })), ...ROLES.map((r): Standing => ({ relations: [one], roles: [r] }))]) {
          expect(rank(access(action, more))).toBeGreaterThanOrEqual(rank(access(action, related(one))));
        }
      }
    }
  });
});
