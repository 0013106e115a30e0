import { DECLINE_REASON, DRAWN_BECAUSE, FORM_STATE, PEER_CYCLE_STATUS, PEER_GROUP, PERILAKU, RECOGNISABLE, RELATION_KIND, SEEN_WHEN, SHOWN_GROUP, VERIFIER_ROLE } from "@teraju/domain";
import * as z from "zod/mini";
import { decisionView } from "./decision.ts";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, optionalText, text, Version } from "./fields.ts";

const refusals = z.array(z.string());
const perilaku = z.enum(PERILAKU);
/** 64 hexadecimal digits. */
const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const personRef = z.object({ id: Id, name: z.string(), jabatan: z.nullable(z.string()), unit: z.nullable(z.string()) });
const cycleRef = z.object({ id: Id, year: z.int(), semester: z.int(), status: z.enum(PEER_CYCLE_STATUS), answersFrom: LocalDate, answersUntil: LocalDate });
export type PeerCycleRef = z.output<typeof cycleRef>;

// ------------------------------------------------------------------------------------------------ the cycle (BKPSDM)

/** What a sworn verifier found when recomputing the draw; public to all ASN, signed by the installation's checkpoint key. */
export const drawVerdict = z.object({
  role: z.enum(VERIFIER_ROLE), name: z.string(), isEqual: z.boolean(), digest: Sha256, statement: z.string(), on: LocalDate,
  /** Ed25519 over the canonical JSON of the fields above and the cycle's id, base64. */
  signature: z.string(),
});

export const peerCycleView = z.object({
  ...cycleRef.shape,
  version: Version,
  parameters: z.object({ perOrang: z.int(), lintasUnit: z.int(), bawahan: z.int(), minBawahan: z.int(), minJawaban: z.int(), bobot: z.number() }),
  /** SHA-256 of the draw's key, published when the cycle was opened, before anybody could know who is drawn. */
  keyHash: Sha256,
  draw: z.nullable(z.object({
    on: LocalDate, people: z.int(), forms: z.int(),
    /** Root of the tree of hashes over all assignments: who holds a path proves an own assignment, and nothing else. */
    root: Sha256,
    components: z.int(),
    /** Percent of the colleagues' forms that go across units. */
    crossPercent: z.number(),
    /** People for whom fewer raters were found than the standard asks for. */
    shortfall: z.int(),
    /** Forms drawn since, in place of others; people who left or are away until the end; people who came. Null: one to three, which are not counted aloud. */
    replaced: z.nullable(z.int()), left: z.nullable(z.int()), joined: z.nullable(z.int()),
  })),
  /** Totals of the whole city at the end of a day, the share in steps of 5 percent: a counter that moves with one answer would name who gave it. */
  progress: z.nullable(z.object({ forms: z.int(), sentPercent: z.int(), asOf: LocalDate })),
  sealed: z.nullable(z.object({ on: LocalDate, answers: z.int() })),
  released: z.nullable(z.object({ on: LocalDate, shown: z.int(), merged: z.int(), none: z.int() })),
  verifiers: z.array(z.object({ role: z.enum(VERIFIER_ROLE), person: z.object({ id: Id, name: z.string() }), verdict: z.nullable(drawVerdict) })),
  actions: z.object({ nameVerifiers: refusals, setLastDay: refusals, draw: refusals, replace: refusals, close: refusals, seal: refusals, release: refusals }),
});
export type PeerCycleView = z.output<typeof peerCycleView>;

export const listPeerCycles = endpoint({
  method: "GET", path: "/api/peer-cycle", access: "peer-cycle.read", summary: "Cycles of umpan balik rekan, newest first",
  response: z.object({
    cycles: z.array(peerCycleView),
    /** Who may be named as verifier: holders of the two roles today. */
    candidates: z.array(z.object({ role: z.enum(VERIFIER_ROLE), person: z.object({ id: Id, name: z.string() }) })),
    /** The semester that has no cycle yet, as a proposal; null where it has one. */
    next: z.nullable(z.object({ year: z.int(), semester: z.int(), answersFrom: LocalDate, answersUntil: LocalDate })),
    actions: z.object({ open: refusals }),
  }),
});
/** The parameters are those of the standar penilaian in force on the first day of answers. */
export const openPeerCycle = endpoint({
  method: "POST", path: "/api/peer-cycle", access: "peer-cycle.manage", summary: "Open a semester's cycle; its draw key is made and the key's hash published", refuses: [403, 409],
  body: z.strictObject({ id: Id, year: z.int().check(z.minimum(2020), z.maximum(2099)), semester: z.int().check(z.minimum(1), z.maximum(2)), answersFrom: LocalDate, answersUntil: LocalDate })
    .check(z.refine((b) => b.answersFrom <= b.answersUntil, { error: "ends_before_it_begins" })),
  response: peerCycleView,
});
const cycleStep = { method: "POST", access: "peer-cycle.manage", refuses: [403, 409, 412], params: z.object({ id: Id }), body: z.strictObject({ version: Version }), response: peerCycleView } as const;
export const nameVerifiers = endpoint({
  ...cycleStep, method: "PUT", path: "/api/peer-cycle/:id/verifier", summary: "Name the two sworn verifiers of the draw",
  body: z.strictObject({ version: Version, inspektoratId: Id, analisId: Id }),
});
/** Longer after an outage, or shorter; never before today. Everybody's forms show the new day. */
export const setPeerLastDay = endpoint({
  ...cycleStep, method: "PUT", path: "/api/peer-cycle/:id/last-day", summary: "Move the last day for answers",
  body: z.strictObject({ version: Version, answersUntil: LocalDate }),
});
export const drawPeerCycle = endpoint({ ...cycleStep, path: "/api/peer-cycle/:id/draw", summary: "Draw who answers about whom" });
export const replaceDeclined = endpoint({ ...cycleStep, path: "/api/peer-cycle/:id/replace", summary: "Draw a replacement for each form that was declined; the night's job does the same" });
export const closePeerCycle = endpoint({ ...cycleStep, path: "/api/peer-cycle/:id/close", summary: "Close the cycle: no answer is taken any more" });
export const sealPeerCycle = endpoint({ ...cycleStep, path: "/api/peer-cycle/:id/seal", summary: "Destroy what links answers to raters, in one transaction" });
export const releasePeerCycle = endpoint({ ...cycleStep, path: "/api/peer-cycle/:id/release", summary: "Publish the results once; they never change after this" });

/** Built from published results alone, so that no difference of two cells says more than the results do; small groups are hidden. */
export const readPeerRollup = endpoint({
  method: "GET", path: "/api/peer-cycle/:id/rollup", access: "peer-rollup.read", summary: "Results by department: means of published means, small groups hidden", refuses: [409],
  params: z.object({ id: Id }),
  response: z.object({
    cycle: cycleRef,
    rows: z.array(z.object({ unit: z.object({ id: Id, name: z.string() }), people: z.nullable(z.int()), mean: z.nullable(z.number()) })),
    total: z.object({ people: z.nullable(z.int()), mean: z.nullable(z.number()) }),
  }),
});

// ------------------------------------------------------------------------------------------------ verifiers

/** Key and inputs of the draw, without its outcome: who recomputes it compares the root. Only for the cycle's two sworn verifiers, after answers have closed. */
export const readVerification = endpoint({
  method: "GET", path: "/api/peer-cycle/:id/verification", access: "peer-draw.verify", summary: "Key and inputs of the draw, for a sworn verifier", refuses: [409],
  params: z.object({ id: Id }),
  response: z.object({ cycle: cycleRef, key: Sha256, keyHash: Sha256, root: Sha256, inputs: z.record(z.string(), z.unknown()), command: z.string() }),
});
/** Given once; signed by the server and published. */
export const publishVerdict = endpoint({
  method: "POST", path: "/api/peer-cycle/:id/verdict", access: "peer-draw.verify", summary: "Publish what recomputing the draw gave", refuses: [409],
  params: z.object({ id: Id }), body: z.strictObject({ digest: Sha256, statement: text(1000) }), response: drawVerdict,
});

// ------------------------------------------------------------------------------------------------ before the draw

const choice = z.object({ vetoes: z.array(personRef), suggestions: z.array(personRef) });
const relation = z.object({ person: personRef, kind: z.enum(RELATION_KIND) });
/** The cycle that is being prepared or answered, my two vetoes, whom I propose, and my declared relations; `cycle` null where there is none. */
export const readPeerPreparation = endpoint({
  method: "GET", path: "/api/peer-preparation", access: "signed_in", summary: "What I may say before the draw: vetoes, who knows my work, family and business relations",
  response: z.object({
    cycle: z.nullable(cycleRef), choice,
    /** `isStated`: I have confirmed this cycle's list, be it empty. Before that it shows the last cycle's, as a proposal. */
    relations: z.object({ isStated: z.boolean(), list: z.array(relation) }),
    actions: z.object({ choose: refusals, declare: refusals }),
  }),
});
export const choosePeers = endpoint({
  method: "PUT", path: "/api/peer-preparation/:cycleId/choice", access: "signed_in", summary: "Veto at most two names, suggest at most three who know my work", refuses: [409],
  params: z.object({ cycleId: Id }),
  body: z.strictObject({ vetoes: z.array(Id).check(z.maxLength(2)), suggestions: z.array(Id).check(z.maxLength(3)) })
    .check(z.refine((b) => new Set([...b.vetoes, ...b.suggestions]).size === b.vetoes.length + b.suggestions.length, { error: "named_twice" })),
});
export const declareRelations = endpoint({
  method: "PUT", path: "/api/peer-preparation/:cycleId/relation", access: "signed_in", summary: "State my family and business relations for this cycle, also that there are none; confidential to BKPSDM's analyst", refuses: [409],
  params: z.object({ cycleId: Id }),
  body: z.strictObject({ relations: z.array(z.strictObject({ personId: Id, kind: z.enum(RELATION_KIND) })).check(z.maxLength(30)) })
    .check(z.refine((b) => new Set(b.relations.map((r) => r.personId)).size === b.relations.length, { error: "named_twice" })),
});
/** People whom I may name here: of the whole city, by name, at most 20; no NIP. Nothing without at least three letters. */
export const searchPeople = endpoint({
  method: "GET", path: "/api/peer-preparation/person", access: "signed_in", summary: "People by name, for vetoes and relations",
  query: z.object({ q: text(100, 3) }), response: z.object({ people: z.array(personRef) }),
});
/** Each opening is logged. */
export const listDeclarations = endpoint({
  method: "GET", path: "/api/relation-declaration", access: "relation-declaration.read", summary: "Relations declared for a cycle",
  query: z.object({ cycle: Id }),
  response: z.object({ cycle: cycleRef, stated: z.int(), declarations: z.array(z.object({ by: personRef, person: personRef, kind: z.enum(RELATION_KIND) })) }),
});

// ------------------------------------------------------------------------------------------------ answering

const bilingual = z.object({ id: z.string(), en: z.string() });
const formRef = z.object({ id: Id, subject: personRef, group: z.enum(PEER_GROUP), state: z.enum(FORM_STATE) });

/** `cycle` null where nothing is to be answered now. My own states, which nobody else can ask for. */
export const listPeerForms = endpoint({
  method: "GET", path: "/api/peer-form", access: "signed_in", summary: "My forms of the cycle that is being answered",
  response: z.object({ cycle: z.nullable(cycleRef), forms: z.array(formRef), waiting: z.int(), /** Forms of mine that went to somebody who joined, before I began them. */ handedOver: z.int() }),
});

const answer = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal("tidak_cukup_mengenal")]);
export const peerFormView = z.object({
  ...formRef.shape,
  cycle: cycleRef,
  because: z.enum(DRAWN_BECAUSE),
  /** The numbers behind the promise on the screen: fewest answers of a shown group, and how many are asked about a person. */
  promise: z.object({ minJawaban: z.int(), perOrang: z.int() }),
  questions: z.array(z.object({
    perilaku, question: bilingual,
    /** Four levels in words, lowest first: level 1 is the first. */
    levels: z.array(bilingual),
    answer: z.nullable(answer), seenWhen: z.nullable(z.enum(SEEN_WHEN)),
  })),
  suggestion: z.nullable(z.string()),
  /** The next form of mine that waits; null after the last. */
  nextId: z.nullable(Id),
  actions: z.object({ save: refusals, send: refusals, decline: refusals }),
});
export type PeerFormView = z.output<typeof peerFormView>;

const one = { params: z.object({ id: Id }), access: "signed_in" } as const;
export const readPeerForm = endpoint({ ...one, method: "GET", path: "/api/peer-form/:id", summary: "One form of mine: why I was drawn, who will see what, seven questions", response: peerFormView });
const content = {
  answers: z.array(z.strictObject({ perilaku, answer: z.nullable(answer), seenWhen: z.nullable(z.enum(SEEN_WHEN)) }))
    .check(z.maxLength(PERILAKU.length), z.refine((list) => new Set(list.map((a) => a.perilaku)).size === list.length, { error: "answered_twice" })),
  suggestion: optionalText(600),
};
/** Autosave: what is left out is unanswered. No version: only its rater can write it, and the last word counts. A sent form stays sent. */
export const savePeerForm = endpoint({ ...one, method: "PUT", path: "/api/peer-form/:id", summary: "Keep what I have answered so far", refuses: [409], body: z.strictObject(content), response: peerFormView });
/** Only sent forms count; a sent one may be changed and sent again until the cycle closes. */
export const sendPeerForm = endpoint({ ...one, method: "POST", path: "/api/peer-form/:id/send", summary: "Send my answers", refuses: [409], body: z.strictObject(content), response: peerFormView });
/** Final: somebody else is drawn. The reason stays with the form and goes when the cycle is sealed. */
export const declinePeerForm = endpoint({ ...one, method: "POST", path: "/api/peer-form/:id/decline", summary: "Say that I cannot answer about this person", refuses: [409], body: z.strictObject({ reason: z.enum(DECLINE_REASON) }), response: peerFormView });

/** Nothing is kept. */
export const readHints = endpoint({
  ...one, method: "POST", path: "/api/peer-form/:id/hint", summary: "\"Bisa dikenali?\": what in this text could show who wrote it", body: z.strictObject({ text: text(600) }),
  response: z.object({ hints: z.array(z.object({ kind: z.enum(RECOGNISABLE), /** The words themselves, null where it is the whole text. */ words: z.nullable(z.string()) })) }),
});

/** With the path each leaf hashes to the published root: `SHA-256(leaf | next)`, the smaller of the pair first. */
export const readPeerProof = endpoint({
  method: "GET", path: "/api/peer-proof", access: "signed_in", summary: "Proof that my assignments are those of the published draw",
  query: z.object({ cycle: z.optional(Id) }),
  response: z.object({
    cycle: z.nullable(cycleRef), keyHash: z.nullable(Sha256), root: z.nullable(Sha256),
    assignments: z.array(z.object({ subject: personRef, because: z.enum(DRAWN_BECAUSE), /** Went to somebody who joined, unless I had begun it. */ isHandedOver: z.boolean(), salt: z.string(), leaf: Sha256, path: z.array(Sha256), root: Sha256, isProved: z.boolean() })),
    verdicts: z.array(drawVerdict),
  }),
});

// ------------------------------------------------------------------------------------------------ the result

/** A mean in steps of 0.5 on the levels 1 to 4. At the ends it is a band (3.5–4, 1–1.5), for everybody: a full mark would say what each single rater answered. */
const figure = z.object({ from: z.number(), to: z.number() });
/** Why something is not shown. `merged`: one of the two groups is too small, so both stand together. */
export const PEER_WITHHELD = ["fewer_than_four", "not_drawn", "not_released"] as const;

export const peerResultView = z.object({
  cycle: cycleRef, person: personRef, isMine: z.boolean(), releasedOn: z.nullable(LocalDate),
  /** Fewest answers that are shown: at least four, more where the standard of the cycle asks for more. */ minJawaban: z.int(),
  groups: z.array(z.object({
    group: z.enum(SHOWN_GROUP), n: z.int(), mean: figure, agreement: z.enum(["sepakat", "beragam"]),
    /** `mean` null: fewer than four know this behaviour well enough. */
    behaviours: z.array(z.object({ perilaku, mean: z.nullable(figure) })),
  })),
  isMerged: z.boolean(),
  /** Why there are no groups at all; null where there are. */
  withheld: z.nullable(z.enum(PEER_WITHHELD)),
  /** Shuffled, without day and group; empty and `withheld` under four. */
  suggestions: z.object({ texts: z.array(z.string()), withheld: z.nullable(z.enum(PEER_WITHHELD)) }),
  /** How reliable such means are in this city and cycle: under 0.70 "untuk pengembangan saja". */
  reliability: z.object({ icc1k: z.nullable(z.number()), isForDevelopmentOnly: z.boolean() }),
  /** How it enters the suggestion for perilaku; null where there is nothing to enter. */
  dasar: z.nullable(decisionView),
});
export type PeerResultView = z.output<typeof peerResultView>;

export const listPeerResults = endpoint({
  method: "GET", path: "/api/peer-result", access: "signed_in", summary: "My released results, newest first",
  response: z.object({ results: z.array(z.object({ cycle: cycleRef, releasedOn: LocalDate, isShown: z.boolean() })) }),
});
export const readPeerResult = endpoint({
  method: "GET", path: "/api/peer-result/:cycleId/:personId", access: "peer-result.read", summary: "One person's umpan balik rekan: aggregates from four answers up, or in words why there are none", refuses: [403],
  params: z.object({ cycleId: Id, personId: Id }), response: peerResultView,
});
