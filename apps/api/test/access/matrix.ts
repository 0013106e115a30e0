import { ROLES, type Role } from "@teraju/domain";
import { STANDINGS, type StandingWord } from "./world.ts";

/**
 * Who reaches what, written by hand from the issue, the product's promises and the regulation; never from the code.
 *
 *   `+` it is theirs: done, or refused by its state alone         `s` they see that it is there and its state, nothing in it
 *   `~` theirs to see, and its own rule says: not yours to do       `x` theirs to see, forbidden to do
 *   `.` does not exist for them
 *
 * A person of a standing who also holds a role gets the better of the two; where a line says `= one & other`, both of these
 * must be theirs; `only A as R, S` is A's while holding one of these roles, and nobody's else. Nobody reaches anything without a session,
 * but what stands in PUBLIC.
 */
export const PUBLIC = ["GET /api/health", "POST /api/session", "POST /api/activation", "GET /api/verifikasi/:code"];

export type Mark = "+" | "s" | "~" | "x" | ".";
const BEST_FIRST: readonly Mark[] = ["+", "s", "~", "x", "."];

/*
 * Columns in the order of STANDINGS and of ROLES:
 * D diri  P penilai  A atasan penilai  U kepala unit (kabid)  T Plt. kepala unit  O kepala OPD  W wali kota (the post)
 * F former penilai of that month or period  f former penilai, before it  C calon penilai  B bawahan  b bawahan of the second line
 * K same OPD  L other OPD  |  roles: K BKPSDM  A analis BKPSDM  H kepala BKPSDM  W wali kota  I auditor (Inspektorat)  T admin teknis
 */
const TABLE = `
                                                            DPAUTO W Ff C Bb KL   KAHWIT
# one's own: everybody who is signed in, about nobody else
GET /api/session                                            ++++++ + ++ + ++ ++   ++++++
DELETE /api/session                                         ++++++ + ++ + ++ ++   ++++++
DELETE /api/sessions                                        ++++++ + ++ + ++ ++   ++++++
GET /api/home                                               ++++++ + ++ + ++ ++   ++++++
GET /api/skp                                                ++++++ + ++ + ++ ++   ++++++
GET /api/skp-team                                           ++++++ + ++ + ++ ++   ++++++
GET /api/skp-template                                       ++++++ + ++ + ++ ++   ++++++
GET /api/monthly-report                                     ++++++ + ++ + ++ ++   ++++++
GET /api/monthly-report/:month                              ++++++ + ++ + ++ ++   ++++++
GET /api/review                                             ++++++ + ++ + ++ ++   ++++++
GET /api/review/team                                        ++++++ + ++ + ++ ++   ++++++
GET /api/daily-note                                         ++++++ + ++ + ++ ++   ++++++
POST /api/daily-note                                        ++++++ + ++ + ++ ++   ++++++
GET /api/umpan-balik                                        ++++++ + ++ + ++ ++   ++++++
GET /api/colleague                                          ++++++ + ++ + ++ ++   ++++++
GET /api/evaluation-period                                  ++++++ + ++ + ++ ++   ++++++
GET /api/appraisal/team                                     ++++++ + ++ + ++ ++   ++++++
GET /api/capaian-organisasi                                 ++++++ + ++ + ++ ++   ++++++
GET /api/result                                             ++++++ + ++ + ++ ++   ++++++
GET /api/keberatan                                          ++++++ + ++ + ++ ++   ++++++
GET /api/e-kinerja/month/:month                             ++++++ + ++ + ++ ++   ++++++
GET /api/penilai-correction/mine                            ++++++ + ++ + ++ ++   ++++++
POST /api/penilai-correction                                ++++++ + ++ + ++ ++   ++++++

# a message, a note: their owner's alone, whoever asks
POST /api/notification/:id/read                             +..... . .. . .. ..   ......
PUT /api/daily-note/:id                                     +..... . .. . .. ..   ......
DELETE /api/daily-note/:id                                  +..... . .. . .. ..   ......

# SKP: the pegawai writes; penilai and atasan set (Pasal 14, Lampiran BAB II.C.5); heads above, the penilai of that year, analis and auditor read
POST /api/skp                                               ++++++ x ++ + ++ ++   ......
POST /api/skp [from Budi's]                                 +xxxxx . x. . .. ..   .x..x.
GET /api/skp/:id                                            ++++++ . +. . .. ..   .+..+.
GET /api/skp/:id [a draft]                                  +..... . .. . .. ..   ......
PUT /api/skp/:id                                            +xxxxx . x. . .. ..   .x..x.
PUT /api/skp/:id [a draft]                                  +..... . .. . .. ..   ......
DELETE /api/skp/:id                                         +xxxxx . x. . .. ..   .x..x.
PUT /api/skp/:id/binding                                    +xxxxx . x. . .. ..   .x..x.
POST /api/skp/:id/propose                                   +xxxxx . x. . .. ..   .x..x.
POST /api/skp/:id/withdraw                                  +xxxxx . x. . .. ..   .x..x.
POST /api/skp/:id/revise                                    +xxxxx . x. . .. ..   .x..x.
POST /api/skp/:id/send-back                                 x++xxx . x. . .. ..   .x..x.
POST /api/skp/:id/set                                       x++xxx . x. . .. ..   .x..x.

# the month: the pegawai reports; the penilai of today checks; a draft, and what is being repaired, is the pegawai's own
PUT /api/monthly-report/:id                                 +xxxxx . x. . .. ..   .x..x.
POST /api/monthly-report/:id/submit                         +xxxxx . x. . .. ..   .x..x.
POST /api/monthly-report/:id/withdraw                       +xxxxx . x. . .. ..   .x..x.
GET /api/review/:reportId                                   ++++++ . +. . .. ..   .+..+.
GET /api/review/:reportId [a draft]                         +sssss . .. . .. ..   .s..s.
GET /api/review/:reportId [returned]                        +sssss . s. . .. ..   .s..s.
PUT /api/review/:reportId/verdicts                          x+xxxx . x. . .. ..   .x..x.
POST /api/review/:reportId/check                            x+xxxx . x. . .. ..   .x..x.
POST /api/review/:reportId/return                           x+xxxx . x. . .. ..   .x..x.
GET /api/person-year/:personId                              ++++++ . .. . .. ..   .+..+.
POST /api/absence                                           x+++++ . .. . .. ..   .x..x.
GET /api/absence                                            x+++++ . .. . .. ..   .x..x.
DELETE /api/absence/:id                                     x+++++ . .. . .. ..   .x..x.

# "atasan saya salah": a question of its own pegawai; operators of BKPSDM decide, and it says nothing of anybody's rating
POST /api/penilai-correction/:id/withdraw                   +..... . .. . .. ..   ......
GET /api/penilai-correction                                 ...... . .. . .. ..   +.....
GET /api/penilai-correction/:id                             ...... . .. . .. ..   +.....
POST /api/penilai-correction/:id/accept                     ...... . .. . .. ..   +.....
POST /api/penilai-correction/:id/decline                    ...... . .. . .. ..   +.....

# evidence: with the report it hangs on; on a note of no report it is private
PUT /api/evidence/:id/file                                  +xxxxx . x. . .. ..   .x..x.
PUT /api/evidence/:id/file [on a private note]              +..... . .. . .. ..   ......
POST /api/evidence                                          +xxxxx . x. . .. ..   .x..x.
POST /api/evidence [on a private note]                      +..... . .. . .. ..   ......
DELETE /api/evidence/:id                                    +xxxxx . x. . .. ..   .x..x.
DELETE /api/evidence/:id [on a private note]                +..... . .. . .. ..   ......
GET /api/evidence/:id/file                                  ++++++ . +. . .. ..   .+..+.
GET /api/evidence/:id/file [of a draft]                     +..... . .. . .. ..   ......
GET /api/evidence/:id/file [of a returned report]           +..... . .. . .. ..   ......
GET /api/evidence/:id/file [on a private note]              +..... . .. . .. ..   ......

# umpan balik: superiors, bawahan and colleagues of the OPD give and are asked; a thread is between two
POST /api/umpan-balik                                       .+++++ . .. . ++ +.   ......
POST /api/umpan-balik [about a result]                      = POST /api/umpan-balik & GET /api/umpan-balik/topic
POST /api/umpan-balik [about a row of a report]             = POST /api/umpan-balik & GET /api/review/:reportId
POST /api/umpan-balik/request                               .+++++ . .. . ++ +.   ......
POST /api/umpan-balik/:id/answer                            ~+.... . .. . .. ..   ......
POST /api/umpan-balik/:id/reply                             +~.... . .. . .. ..   ......
POST /api/umpan-balik/:id/read                              +~.... . .. . .. ..   ......
GET /api/umpan-balik/topic                                  ++++++ . +. . .. ..   .+..+.

# the period: step 1 by the head above, pola after one's own ratings, ratings by the penilai of the period or, late, the atasan
PUT /api/capaian-organisasi/:periodId/:unitId [Bidang A1]   ...xx+ . .. . .. ..   xxxxx.
PUT /api/capaian-organisasi/:periodId/:unitId [Dinas A]     .....x + .. . .. ..   xxxxx.
GET /api/pola/:periodId/:unitId [Dinas A]                   ...+.+ + +. . .. ..   ......
GET /api/appraisal/:periodId/:personId                      xx+xxx . +. . .. ..   .x..x.
GET /api/appraisal/:periodId/:personId/saran                xx+xxx . +. . .. ..   .x..x.
PUT /api/appraisal/:periodId/:personId                      xx+xxx . +. . .. ..   .x..x.
POST /api/appraisal/:periodId/:personId/finalise            xx+xxx . +. . .. ..   .x..x.
POST /api/appraisal/:periodId/:personId/correct             xxxxxx . +. . .. ..   .x..x.
GET /api/result/:id                                         ++++++ . +. . .. ..   .+..+.
GET /api/result/:id [a draft]                               ...... . .. . .. ..   ......
POST /api/result/:id/recompute                              ++++++ . +. . .. ..   .+..+.

# keberatan: between the pegawai, the penilai who set the result and the atasan (Lampiran BAB V.B); analis and auditor read
GET /api/result/:id/keberatan-material                      +xxxxx . x. . .. ..   .x..x.
POST /api/keberatan                                         +xxxxx . x. . .. ..   .x..x.
GET /api/keberatan/:id                                      +.+... . +. . .. ..   .+..+.
GET /api/keberatan/:id/document                             +.+... . +. . .. ..   .+..+.
POST /api/keberatan/:id/explain                             ~.~... . +. . .. ..   .~..~.
POST /api/keberatan/:id/decide                              ~.+... . ~. . .. ..   .~..~.
POST /api/result/:id/handover                               ~~~~~~ . +. . .. ..   .~..~.

# umpan balik rekan: one's own forms, choices and proof; BKPSDM runs the cycle and reads no single answer; a result is for the person and today's penilai
GET /api/peer-form                                          ++++++ + ++ + ++ ++   ++++++
GET /api/peer-preparation                                   ++++++ + ++ + ++ ++   ++++++
GET /api/peer-preparation/person                            ++++++ + ++ + ++ ++   ++++++
PUT /api/peer-preparation/:cycleId/choice                   ++++++ + ++ + ++ ++   ++++++
PUT /api/peer-preparation/:cycleId/relation                 ++++++ + ++ + ++ ++   ++++++
GET /api/peer-proof                                         ++++++ + ++ + ++ ++   ++++++
GET /api/peer-result                                        ++++++ + ++ + ++ ++   ++++++
GET /api/peer-form/:id                                      +..... . .. . .. ..   ......
PUT /api/peer-form/:id                                      +..... . .. . .. ..   ......
POST /api/peer-form/:id/send                                +..... . .. . .. ..   ......
POST /api/peer-form/:id/decline                             +..... . .. . .. ..   ......
POST /api/peer-form/:id/hint                                +..... . .. . .. ..   ......
GET /api/peer-cycle                                         ...... . .. . .. ..   +++.+.
POST /api/peer-cycle                                        ...... . .. . .. ..   +xx.x.
PUT /api/peer-cycle/:id/verifier                            ...... . .. . .. ..   +xx.x.
PUT /api/peer-cycle/:id/last-day                            ...... . .. . .. ..   +xx.x.
POST /api/peer-cycle/:id/draw                               ...... . .. . .. ..   +xx.x.
POST /api/peer-cycle/:id/replace                            ...... . .. . .. ..   +xx.x.
POST /api/peer-cycle/:id/close                              ...... . .. . .. ..   +xx.x.
POST /api/peer-cycle/:id/seal                               ...... . .. . .. ..   +xx.x.
POST /api/peer-cycle/:id/release                            ...... . .. . .. ..   +xx.x.
GET /api/peer-cycle/:id/rollup                              ...... . .. . .. ..   +++...
GET /api/peer-cycle/:id/verification                        only opdLain as auditor, bkpsdm_analis
POST /api/peer-cycle/:id/verdict                            only opdLain as auditor, bkpsdm_analis
GET /api/relation-declaration                               ...... . .. . .. ..   .+....
GET /api/peer-result/:cycleId/:personId                     ++.... . .. . .. ..   ......

# kewajaran penilaian: the mirror is one's own; BKPSDM reads signals, the analis judges them, whom they are about answers
GET /api/rater-mirror                                       ++++++ + ++ + ++ ++   ++++++
GET /api/rater-mirror/warm-up                               ++++++ + ++ + ++ ++   ++++++
POST /api/rater-mirror/warm-up                              ++++++ + ++ + ++ ++   ++++++
GET /api/fairness/mine                                      ++++++ + ++ + ++ ++   ++++++
GET /api/fairness/method                                    ++++++ + ++ + ++ ++   ++++++
GET /api/fairness                                           ...... . .. . .. ..   +++...
GET /api/fairness/signal/:id                                ++.... . .. . .. ..   +++...
POST /api/fairness/signal/:id/reply                         x+.... . .. . .. ..   xxx...
POST /api/fairness/signal/:id/outcome                       ...... . .. . .. ..   x+x...

# dashboards: a unit's for who leads it or a unit above; the city's for BKPSDM; one page for the Wali Kota
GET /api/opd-dashboard/:unitId [Bidang A1]                  ...+++ . .. . .. ..   ......
GET /api/opd-dashboard/:unitId [Dinas A]                    .....+ . .. . .. ..   ......
GET /api/opd-dashboard/:unitId/people                       ...+++ . .. . .. ..   ......
GET /api/opd-dashboard/:unitId/matrix                       ...+++ . .. . .. ..   ......
GET /api/opd-dashboard/:unitId/export                       ...+++ . .. . .. ..   ......
POST /api/opd-dashboard/:unitId/remind [Bidang A1]          ...+++ . .. . .. ..   ......
POST /api/opd-dashboard/:unitId/remind [Dinas A]            .....+ . .. . .. ..   ......
GET /api/city-dashboard                                     ...... . .. . .. ..   +++.+.
GET /api/city-dashboard/export                              ...... . .. . .. ..   +++.x.
GET /api/mayor-page                                         ...... . .. . .. ..   ++++..

# meetings of Bidang A1: its head and the Plt., a delegate (B), a secretary (K) and Budi have their parts; heads above oversee; nobody's role opens one
GET /api/evaluation-meeting                                 ++++++ + ++ + ++ ++   ++++++
GET /api/evaluation-meeting/plan/:unitId                    ...+++ . .. . .. ..   ......
GET /api/evaluation-meeting/plan/:unitId [Dinas A]          .....+ . .. . .. ..   ......
POST /api/evaluation-meeting/plan/:unitId                   ...+++ . .. . .. ..   ......
GET /api/evaluation-meeting/:id                             +..+++ . .. . +. +.   ......
PUT /api/evaluation-meeting/:id                             x..+++ . .. . x. x.   ......
POST /api/evaluation-meeting/:id/cancel                     x..+++ . .. . x. x.   ......
PUT /api/evaluation-meeting/:id/agenda                      x..++x . .. . +. x.   ......
GET /api/evaluation-meeting/:id/my-slide                    +..+xx . .. . x. x.   ......
PUT /api/evaluation-meeting/:id/my-slide                    +..+xx . .. . x. x.   ......
GET /api/evaluation-meeting/:id/photo/:photoId              +..+++ . .. . +. +.   ......
GET /api/evaluation-meeting/:id/undangan.ics                +..+++ . .. . +. +.   ......
GET /api/evaluation-meeting/:id/slides                      +..+++ . .. . +. +.   ......
GET /api/evaluation-meeting/:id/participant                 +..+++ . .. . +. +.   ......
GET /api/evaluation-meeting/:id/state                       +..+++ . .. . +. +.   ......
GET /api/evaluation-meeting/:id/events                      +..+++ . .. . +. +.   ......
GET /api/evaluation-meeting/:id/events [for the leader]     x..++x . .. . +. +.   ......
GET /api/evaluation-meeting/:id/leader                      x..++x . .. . +. +.   ......
GET /api/evaluation-meeting/:id/cetak/:kertas               x..++x . .. . +. +.   ......
PUT /api/evaluation-meeting/:id/attendance                  +..+xx . .. . x. x.   ......
POST /api/evaluation-meeting/:id/applause                   +..+xx . .. . x. x.   ......
POST /api/evaluation-meeting/:id/question                   +..+xx . .. . x. x.   ......
POST /api/evaluation-meeting/:id/command                    x..++x . .. . +. +.   ......
POST /api/evaluation-meeting/:id/command [end]              x..++x . .. . +. x.   ......
POST /api/evaluation-meeting/:id/paper                      x..++x . .. . +. +.   ......

# minutes: who took part reads, so does the auditor; leader and secretary write; only who led, and the secretary, sign
GET /api/evaluation-meeting/:id/notulen                     +..+++ . .. . +. +.   ....+.
PUT /api/evaluation-meeting/:id/notulen                     x..++x . .. . +. +.   ....x.
POST /api/evaluation-meeting/:id/notulen/sign               x..~~x . .. . +. +.   ....x.
POST /api/evaluation-meeting/:id/notulen/addendum           x..++x . .. . +. +.   ....x.
GET /api/evaluation-meeting/:id/notulen.pdf                 +..+++ . .. . +. +.   ....+.
PUT /api/evaluation-meeting/:id/notulen/scan/file           x..++x . .. . +. +.   ....x.
GET /api/evaluation-meeting/:id/notulen/scan/file           +..+++ . .. . +. +.   ....+.
GET /api/evaluation-meeting-figures/:unitId                 ...+++ . .. . .. ..   ......
GET /api/evaluation-meeting-figures                         ...... . .. . .. ..   +++.+.

# promises: their owner answers; the owner's superiors read and may give one up; heads see those of their unit
GET /api/tindak-lanjut                                      ++++++ + ++ + ++ ++   ++++++
GET /api/tindak-lanjut/unit/:unitId                         ...+++ . .. . .. ..   ......
GET /api/tindak-lanjut/unit/:unitId [Dinas A]               .....+ . .. . .. ..   ......
GET /api/tindak-lanjut/:id                                  ++++++ . .. . .. ..   ....+.
PUT /api/tindak-lanjut/:id/answer                           +xxxxx . .. . .. ..   ....x.
POST /api/tindak-lanjut/:id/cancel                          x+++++ . .. . .. ..   ....x.
POST /api/evidence [on a promise]                           +xxxxx . .. . .. ..   ....x.
GET /api/evidence/:id/file [on a promise]                   ++++++ . .. . .. ..   ....+.

# careers: one's own; BKPSDM's analis and head read, operators record what papers say; two people let a list go out
GET /api/careers/mine                                       ++++++ + ++ + ++ ++   ++++++
GET /api/careers/people/:id                                 +..... . .. . .. ..   .++...
GET /api/careers/readiness                                  ...... . .. . .. ..   .++...
GET /api/careers/readiness/export                           ...... . .. . .. ..   .++...
POST /api/careers/facts                                     ...... . .. . .. ..   ++....
GET /api/talent                                             ...... . .. . .. ..   +++...
GET /api/talent/lists                                       ...... . .. . .. ..   .++...
POST /api/talent/lists                                      ...... . .. . .. ..   .+x...
POST /api/talent/lists/:id/decision                         ...... . .. . .. ..   .x+...
GET /api/talent/lists/:id/export                            ...... . .. . .. ..   .++...
GET /api/tpp                                                ...... . .. . .. ..   .++...
POST /api/tpp/tables                                        ...... . .. . .. ..   .+x...
POST /api/tpp/tables/:id/decision                           ...... . .. . .. ..   .x+...
GET /api/tpp/export                                         ...... . .. . .. ..   .++...

# the auditor reads, verifies, samples; the technical admin has accounts and nothing of anybody's work
GET /api/audit                                              ...... . .. . .. ..   ....+.
POST /api/audit/verify                                      ...... . .. . .. ..   ....+.
POST /api/audit/sample                                      ...... . .. . .. ..   ....+.
GET /api/account                                            ...... . .. . .. ..   .....+
POST /api/account/:personId/activation-code                 ...... . .. . .. ..   .....+
PUT /api/account/:personId                                  ...... . .. . .. ..   .....+
`;

export type Row = {
  /** "GET /api/skp/:id [a draft]" */
  readonly name: string;
  /** "GET /api/skp/:id" */
  readonly endpoint: string;
  readonly by: ReadonlyMap<StandingWord, Mark>;
  readonly as: ReadonlyMap<Role, Mark>;
  /** Rows that must all be theirs, in place of marks. */
  readonly all: readonly string[];
  /** One standing and the roles that it needs besides, in place of marks. */
  readonly only?: { readonly standing: string; readonly roles: readonly string[] };
};

function isMark(sign: string): sign is Mark {
  return BEST_FIRST.some((mark) => mark === sign);
}
function marks(text: string, count: number, line: string): Mark[] {
  const found = [...text.replaceAll(" ", "")];
  if (found.length !== count || !found.every(isMark)) throw new Error(`the access matrix has a wrong line: ${line}`);
  return found;
}

function rowOf(line: string): Row {
  const name = line.slice(0, 60).trim();
  const endpoint = name.replace(/ \[.*\]$/, "");
  const cells = line.slice(60).trim();
  if (cells.startsWith("= ")) return { name, endpoint, by: new Map(), as: new Map(), all: cells.slice(2).split(" & ") };
  const named = /^only (\w+) as (.+)$/.exec(cells);
  if (named !== null) return { name, endpoint, by: new Map(), as: new Map(), all: [], only: { standing: named[1] ?? "", roles: (named[2] ?? "").split(", ") } };
  const [standings = "", roles = ""] = cells.split(/ {3,}/);
  const byStanding = marks(standings, STANDINGS.length, line);
  const byRole = marks(roles, ROLES.length, line);
  return { name, endpoint, all: [], by: new Map(STANDINGS.map((standing, i) => [standing, byStanding[i] ?? "."])), as: new Map(ROLES.map((role, i) => [role, byRole[i] ?? "."])) };
}

/** What a person of this standing, holding this role or none, must find. */
export function expected(row: Row, standing: StandingWord, role: Role | null): Mark {
  if (row.all.length > 0) return row.all.every((name) => expected(rowNamed(name), standing, role) === "+") ? "+" : ".";
  if (row.only !== undefined) return row.only.standing === standing && role !== null && row.only.roles.includes(role) ? "+" : ".";
  const both = [row.by.get(standing), role === null ? undefined : row.as.get(role)];
  return BEST_FIRST.find((mark) => both.includes(mark)) ?? ".";
}

export const ROWS: readonly Row[] = TABLE.split("\n").slice(2).filter((line) => line !== "" && !line.startsWith("#")).map(rowOf);
function rowNamed(name: string): Row {
  const row = ROWS.find((one) => one.name === name);
  if (row === undefined) throw new Error(`the access matrix speaks of ${name}, which has no line`);
  return row;
}

export type Cell = { readonly row: Row; readonly standing: StandingWord; readonly role: Role | null };
export const HELD: readonly (Role | null)[] = [null, ...ROLES];
/** Every cell: endpoint and thing × standing × role held. */
export const CELLS: readonly Cell[] = HELD.flatMap((role) => ROWS.flatMap((row) => STANDINGS.map((standing) => ({ row, standing, role }))));
