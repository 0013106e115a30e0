import type { Role } from "./vocabulary.ts";

/**
 * How an actor stands to the person or unit that a request is about, on the day of the request.
 * To a person: `self`; `bawahan` (the actor is their pejabat penilai today); `bawahanTidakLangsung` (the actor is their atasan
 * pejabat penilai, or heads a unit above theirs); `formerBawahan` (the actor was their penilai or atasan pejabat penilai within the
 * month or period asked for); `ditugasi` (the actor is a further pimpinan of theirs today, Lampiran BAB IV.A.4: umpan balik, no rating);
 * `superior` (the person is the actor's own penilai, atasan pejabat penilai or further pimpinan today); `sameOpd`; `otherOpd`. To either: `administers` (the actor is today the admin of the OPD that the person or the unit belongs to today). To a unit: `leads` (head of it or of one above it), `leadsAbove` (head of one above it).
 * To a meeting: `leadsMeeting` (its delegate, else the head of its unit), `overseesMeeting` (head of its unit or of one above), `takesMinutes` (its secretary), `takesPart` (invited).
 */
export const RELATIONS = ["self", "bawahan", "bawahanTidakLangsung", "formerBawahan", "ditugasi", "superior", "sameOpd", "otherOpd", "administers", "leads", "leadsAbove", "leadsMeeting", "overseesMeeting", "takesMinutes", "takesPart"] as const;
export type Relation = (typeof RELATIONS)[number];

type Grant = {
  readonly relations: readonly Relation[];
  readonly roles: readonly Role[];
  /** The action that shows the thing: without it the thing does not exist for the actor (`not_found`, not `not_yours`). */
  readonly sees?: string;
};

const TEAM = ["bawahan", "formerBawahan", "bawahanTidakLangsung"] as const;

/**
 * Who may do what to whom: the only table of permissions, default deny. A line holds when any of its relations
 * or any of its roles is the actor's. What only concerns the actor's own things is no line here but `signed_in` on the endpoint.
 * The technical admin is in no line about ratings; the auditor in none that writes.
 */
export const ACCESS = {
  "skp.read": { relations: ["self", ...TEAM], roles: ["auditor", "bkpsdm_analis"] },
  "skp.edit": { relations: ["self"], roles: [], sees: "skp.read" },
  // A penilai may lay a first draft before their own bawahan; it is the pegawai's own from then on.
  "skp.fill": { relations: ["bawahan"], roles: [], sees: "skp.read" },
  // An example for a post: for their team by today's penilai, for the whole city by BKPSDM's analis, who reads SKP. The operator keeps those of the city; no SKP is opened by that.
  "skp-template.make": { relations: ["bawahan"], roles: ["bkpsdm_analis"], sees: "skp.read" },
  "skp-template.keep": { relations: [], roles: ["bkpsdm", "bkpsdm_analis"] },
  // Below the atasan penilai too: Lampiran BAB II.C.5 lets them act when the penilai is late; `skp.refusals` says when.
  "skp.set": { relations: ["bawahan", "bawahanTidakLangsung"], roles: [], sees: "skp.read" },

  "monthly-report.read": { relations: ["self", ...TEAM], roles: ["auditor", "bkpsdm_analis"] },
  "monthly-report.write": { relations: ["self"], roles: [], sees: "monthly-report.read" },
  "monthly-report.review": { relations: ["bawahan"], roles: [], sees: "monthly-report.read" },
  // Achievements from a school's list, laid into drafts: by who rates (the head of the school), and by operators for lists of the whole city.
  // Nobody reads a report by it. Not the OPD's admin, to whom nobody's work is open.
  "report-import.fill": { relations: ["bawahan"], roles: ["bkpsdm"] },
  // A list of leave of the whole city: days alone, nobody's work.
  "absence.import": { relations: [], roles: ["bkpsdm"] },
  // What universities say of who studies on assignment: the personnel office's files, from which the penilai takes it.
  "study.record": { relations: [], roles: ["bkpsdm"] },
  // Days of one person, and the letter behind them; suspension, CLTN and masa persiapan pensiun are keputusan that BKPSDM keeps. Nobody marks themselves.
  "absence.set": { relations: ["bawahan", "bawahanTidakLangsung"], roles: ["bkpsdm"], sees: "monthly-report.read" },

  // The head of BKPSDM reads what the agency reads of the whole city, and is the second person where two are needed; persons' ratings are the analyst's.

  // What it is about is nobody's rating: operators of BKPSDM keep who rates whom, an OPD's admin that of its people.
  "penilai-correction.read": { relations: ["administers"], roles: ["bkpsdm"] },
  "penilai-correction.decide": { relations: ["administers"], roles: ["bkpsdm"] },

  // Who rates whom, who acts for a head, further pimpinan: no ratings. An OPD's admin keeps those of that OPD, never a line of their own.
  "penilai-relation.read": { relations: ["administers"], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  "penilai-relation.change": { relations: ["administers"], roles: ["bkpsdm"], sees: "penilai-relation.read" },

  // Units and who sits where are read at BKPSDM and by the auditor, an OPD's own by its admin; operators alone change them.
  "organisation.read": { relations: ["administers"], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  "organisation.change": { relations: [], roles: ["bkpsdm"], sees: "organisation.read" },

  // People, units and who rates whom by files: operators alone, never ratings.
  "people-import.read": { relations: [], roles: ["bkpsdm"] },
  "people-import.manage": { relations: [], roles: ["bkpsdm"], sees: "people-import.read" },

  // e-Kinerja's report beside ours: a department's by its head and its admin. Ratings are not for operators and admins.
  "rekonsiliasi.read": { relations: ["leads", "administers"], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  "rekonsiliasi.ratings": { relations: ["leads"], roles: ["bkpsdm_analis", "bkpsdm_kepala"], sees: "rekonsiliasi.read" },
  "rekonsiliasi.decide": { relations: ["leads", "administers"], roles: ["bkpsdm", "bkpsdm_analis"], sees: "rekonsiliasi.read" },

  // Telling BKN's web service a final result: whose work ratings are at BKPSDM.
  "siasn.send": { relations: [], roles: ["bkpsdm_analis"] },

  "umpan-balik.give": { relations: ["bawahan", "bawahanTidakLangsung", "ditugasi", "superior", "sameOpd"], roles: [] },
  "umpan-balik.request": { relations: ["superior", "sameOpd", "bawahan", "bawahanTidakLangsung"], roles: [] },

  "appraisal.read": { relations: ["self", ...TEAM], roles: ["auditor", "bkpsdm_analis"] },
  // Which of them rates a period, its own rules say (penilaiPeriode): a former penilai may, today's may not.
  "appraisal.rate": { relations: TEAM, roles: [], sees: "appraisal.read" },

  // What the Wali Kota signed on paper: entered by one person of BKPSDM, confirmed by another: its head, and of that head's own paper a second one of those who enter.
  "signed-rating.read": { relations: [], roles: ["bkpsdm_analis", "bkpsdm_kepala"] },
  "signed-rating.enter": { relations: [], roles: ["bkpsdm_analis"], sees: "signed-rating.read" },
  "signed-rating.confirm": { relations: [], roles: ["bkpsdm_kepala"], sees: "signed-rating.read" },

  // The three whom it is between are parties by the thing itself; heads above them have no part in it.
  "keberatan.read": { relations: [], roles: ["auditor", "bkpsdm_analis"] },
  // Which keberatan wait, and how long; whose they are, only `keberatan.read` tells.
  "keberatan.watch": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  "keberatan.reassign": { relations: [], roles: ["bkpsdm_analis"], sees: "keberatan.watch" },
  "keberatan.file": { relations: ["self"], roles: [], sees: "appraisal.read" },

  // Results of a whole perangkat daerah: who leads it, and BKPSDM's analis, who sits with it. Who set a result answers for it as a party.
  "kalibrasi.read": { relations: ["leads"], roles: ["bkpsdm_analis"] },
  "kalibrasi.lead": { relations: ["leads"], roles: [], sees: "kalibrasi.read" },
  "kalibrasi.attend": { relations: [], roles: ["bkpsdm_analis"], sees: "kalibrasi.read" },
  // Counts of a perangkat daerah beside its pola, and the words for them: its head writes, those above and BKPSDM read. Who works there reads the words beside their own result.
  "pola-explanation.read": { relations: ["leads", "leadsAbove"], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  "pola-explanation.write": { relations: ["leads"], roles: [], sees: "pola-explanation.read" },
  "pola-explanation.list": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  // A document of a person says what their SKP and results say, to the same readers; besides, BKPSDM receives it for the PyB (Lampiran BAB V.A.7).
  "document.read": { relations: ["self", ...TEAM], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  // Who of them stands under the form, its own rule says.
  "document.sign": { relations: ["self", ...TEAM], roles: [], sees: "document.read" },
  "document.batch": { relations: ["leads"], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  "letterhead.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  "letterhead.set": { relations: [], roles: ["bkpsdm"], sees: "letterhead.read" },

  "capaian-organisasi.read": { relations: ["leads", "leadsAbove"], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "wali_kota", "auditor"] },
  "capaian-organisasi.set": { relations: ["leadsAbove"], roles: [], sees: "capaian-organisasi.read" },

  "opd-dashboard.read": { relations: ["leads"], roles: [] },
  "opd-dashboard.remind": { relations: ["leads"], roles: [], sees: "opd-dashboard.read" },

  // A meeting: who leads it (the head, or who stands in), heads of its unit and above, who takes its minutes, who takes part.
  "evaluation-meeting.plan": { relations: ["leads"], roles: [] },
  "evaluation-meeting.read": { relations: ["leadsMeeting", "overseesMeeting", "takesMinutes", "takesPart"], roles: [] },
  "evaluation-meeting.arrange": { relations: ["overseesMeeting"], roles: [], sees: "evaluation-meeting.read" },
  "evaluation-meeting.lead": { relations: ["leadsMeeting"], roles: [], sees: "evaluation-meeting.read" },
  "evaluation-meeting.assist": { relations: ["leadsMeeting", "takesMinutes"], roles: [], sees: "evaluation-meeting.read" },
  "evaluation-meeting.attend": { relations: ["takesPart"], roles: [], sees: "evaluation-meeting.read" },
  "notulen.read": { relations: ["leadsMeeting", "overseesMeeting", "takesMinutes", "takesPart"], roles: ["auditor"] },
  "notulen.write": { relations: ["leadsMeeting", "takesMinutes"], roles: [], sees: "notulen.read" },

  "tindak-lanjut.read": { relations: ["self", "bawahan", "bawahanTidakLangsung"], roles: ["auditor"] },
  "tindak-lanjut.answer": { relations: ["self"], roles: [], sees: "tindak-lanjut.read" },
  "tindak-lanjut.cancel": { relations: ["bawahan", "bawahanTidakLangsung"], roles: [], sees: "tindak-lanjut.read" },
  "tindak-lanjut.unit": { relations: ["leads"], roles: [] },

  "city-dashboard.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  "city-dashboard.export": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"], sees: "city-dashboard.read" },
  "mayor-page.read": { relations: [], roles: ["wali_kota", "bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },

  "peer-cycle.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  "peer-cycle.manage": { relations: [], roles: ["bkpsdm"], sees: "peer-cycle.read" },
  // The role alone opens nothing: the verb asks besides whether this person is one of the cycle's two sworn verifiers.
  "peer-draw.verify": { relations: [], roles: ["auditor", "bkpsdm_analis"] },
  // Neither auditor nor BKPSDM: a person's peer result is read by that person and by who rates them.
  "peer-result.read": { relations: ["self", "bawahan"], roles: [] },
  "peer-rollup.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  "relation-declaration.read": { relations: [], roles: ["bkpsdm_analis"] },
  "fairness.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  // How groups of a department fare is its head's business too; of persons and supervisors the head learns nothing there.
  "fairness.unit": { relations: ["leads"], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  "fairness.judge": { relations: [], roles: ["bkpsdm_analis"], sees: "fairness.read" },

  // What BKPSDM reads of a career rests on ratings: not for operators, who only record what papers say.
  "career.read": { relations: ["self"], roles: ["bkpsdm_analis", "bkpsdm_kepala"] },
  "career.list": { relations: [], roles: ["bkpsdm_analis", "bkpsdm_kepala"] },
  "career.record": { relations: [], roles: ["bkpsdm", "bkpsdm_analis"] },
  "talent.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },
  "talent-list.read": { relations: [], roles: ["bkpsdm_analis", "bkpsdm_kepala"] },
  "talent-list.make": { relations: [], roles: ["bkpsdm_analis"], sees: "talent-list.read" },
  "talent-list.decide": { relations: [], roles: ["bkpsdm_kepala"], sees: "talent-list.read" },
  // Two people's, and their superiors': nobody else reads who is being helped with what; BKPSDM sees needs by unit.
  "development.read": { relations: ["self", "bawahan", "bawahanTidakLangsung"], roles: [] },
  "development.write": { relations: ["self", "bawahan"], roles: [], sees: "development.read" },
  "training.manage": { relations: [], roles: ["bkpsdm", "bkpsdm_analis"] },
  "training.nominate": { relations: ["self", "bawahan", "bawahanTidakLangsung"], roles: ["bkpsdm", "bkpsdm_analis"] },
  // Lampiran BAB III.D.5.c.1.(d): the report goes to the head of the unit that manages personnel, who by c.2.(a) also lists, chooses and
  // appoints the konselor of the instansi: of a city that is BKPSDM. An OPD's own personnel desk has none of these powers, and its admin is
  // no reader of anybody's work: it receives nothing.
  "development-report.receive": { relations: [], roles: ["bkpsdm", "bkpsdm_kepala"] },
  // That a konseling is arranged, when and with whom. Its konselor, and whom its record is reported to, are parties by the thing itself (D.5.d).
  "konseling.read": { relations: ["self", "bawahan"], roles: ["bkpsdm", "bkpsdm_kepala"] },
  "konseling.arrange": { relations: ["bawahan"], roles: ["bkpsdm", "bkpsdm_kepala"], sees: "konseling.read" },
  // What a konselor independen reports is for the head of BKPSDM alone, not for who keeps its diary.
  "konseling-record.receive": { relations: [], roles: ["bkpsdm_kepala"] },
  "konselor.keep": { relations: [], roles: ["bkpsdm", "bkpsdm_kepala"] },
  "training-effect.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala"] },

  "tpp.read": { relations: [], roles: ["bkpsdm_analis", "bkpsdm_kepala"] },
  "tpp.make": { relations: [], roles: ["bkpsdm_analis"], sees: "tpp.read" },
  "tpp.decide": { relations: [], roles: ["bkpsdm_kepala"], sees: "tpp.read" },

  // The standard is nobody's secret at BKPSDM and for the auditor; its analis writes, its head publishes.
  "standard.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  "standard.draft": { relations: [], roles: ["bkpsdm_analis"], sees: "standard.read" },
  "standard.publish": { relations: [], roles: ["bkpsdm_kepala"], sees: "standard.read" },
  "standard.what-if": { relations: [], roles: ["bkpsdm_analis", "bkpsdm_kepala"], sees: "standard.read" },
  "calendar.manage": { relations: [], roles: ["bkpsdm"] },
  "cycle.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "auditor"] },
  "cycle.manage": { relations: [], roles: ["bkpsdm"], sees: "cycle.read" },
  "cycle.reopen": { relations: [], roles: ["bkpsdm_kepala"], sees: "cycle.read" },

  "audit.read": { relations: [], roles: ["auditor"] },
  "audit.verify": { relations: [], roles: ["auditor"] },
  "audit.sample": { relations: [], roles: ["auditor"] },

  // How far the city is with its first day: numbers alone. The technical admin helps with it.
  "setup.read": { relations: [], roles: ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "admin_teknis"] },
  "opd-start.set": { relations: [], roles: ["bkpsdm"], sees: "setup.read" },

  // Nobody's work is behind these; which of the roles one may give, `rolesToGive` says.
  "role.read": { relations: [], roles: ["bkpsdm_kepala", "admin_teknis", "auditor"] },
  "role.assign": { relations: [], roles: ["bkpsdm_kepala", "admin_teknis"], sees: "role.read" },

  // The list shows an admin of an OPD only its own people; whose account they may open, `codeRefusals` says besides.
  "account.read": { relations: [], roles: ["admin_teknis", "admin_opd", "bkpsdm", "bkpsdm_kepala"] },
  "account.activate": { relations: ["administers"], roles: ["admin_teknis", "bkpsdm", "bkpsdm_kepala"] },
  "account.letters": { relations: ["administers"], roles: ["admin_teknis", "bkpsdm", "bkpsdm_kepala"] },
} as const satisfies Record<string, Grant>;

export type Action = keyof typeof ACCESS;
export type Standing = { readonly relations: readonly Relation[]; readonly roles: readonly Role[] };

/**
 * May an actor of this standing do `action`? Gives no refusal, `not_found` where the thing itself is not theirs to see,
 * or `not_yours` where they see it but may not act on it.
 */
export function access(action: Action, standing: Standing): ("not_found" | "not_yours")[] {
  const grant: Grant = ACCESS[action];
  if (isGranted(grant, standing)) return [];
  const sight = grant.sees !== undefined && isAction(grant.sees) ? ACCESS[grant.sees] : null;
  return [sight !== null && isGranted(sight, standing) ? "not_yours" : "not_found"];
}

function isGranted(grant: Grant, standing: Standing): boolean {
  return grant.relations.some((r) => standing.relations.includes(r)) || grant.roles.some((r) => standing.roles.includes(r));
}
function isAction(name: string): name is Action {
  return Object.hasOwn(ACCESS, name);
}
