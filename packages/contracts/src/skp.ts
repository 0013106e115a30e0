import { ARAH, ASPEK, JENIS_INDIKATOR, LAMPIRAN_KIND, PENDEKATAN, PERILAKU, PERSPEKTIF, PRIORITAS, SKP_STATUS, type KodeTemuan } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Figure, Id, Instant, LocalDate, optionalText, text, Version, Year, YearText } from "./fields.ts";

/** The closed lists that the editor offers, and the exact panduan of Pasal 10 ayat (3) that stand on every SKP. */
export { ARAH, ASPEK, JENIS_INDIKATOR, LAMPIRAN_KIND, PANDUAN_PERILAKU, PENDEKATAN, PERILAKU, PERSPEKTIF, PRIORITAS } from "@teraju/domain";

const refusals = z.array(z.string());
export const skpStatus = z.enum(SKP_STATUS);
const nullable = <S extends z.ZodMiniType>(schema: S) => z.nullable(schema);

/** An indicator with its target. `monthlyTarget`: the rencana aksi, twelve figures, January first; null where nothing is due. */
const indikatorView = z.object({
  lineId: Id, text: z.string(), jenis: z.enum(JENIS_INDIKATOR), arah: z.enum(ARAH),
  target: nullable(z.number()), targetMin: nullable(z.number()), targetMax: nullable(z.number()), targetText: nullable(z.string()), satuan: nullable(z.string()),
  aspek: nullable(z.enum(ASPEK)), perspektif: nullable(z.enum(PERSPEKTIF)), monthlyTarget: nullable(z.array(nullable(z.number()))),
});
export type IndikatorView = z.output<typeof indikatorView>;

/** `lineId` stays the same through the revisions of a year. `intervened`: the superior's result; without `lineId` it is only written down, to be bound later. */
const hasilKerjaView = z.object({
  lineId: Id, prioritas: z.enum(PRIORITAS), text: z.string(), assignedBy: nullable(z.string()),
  intervenedLineId: nullable(Id), intervenedText: nullable(z.string()), indikator: z.array(indikatorView),
});
export type HasilKerjaView = z.output<typeof hasilKerjaView>;

const ekspektasiView = z.object({ perilaku: z.enum(PERILAKU), ekspektasi: z.string() });
const lampiranView = z.object({ kind: z.enum(LAMPIRAN_KIND), text: z.string() });

/** The codes of `lintSkp`, named here so that the phone need not load the rules behind them; a new one does not compile until it stands here. */
const FINDINGS = [
  "tanpa_hasil_kerja", "tanpa_hasil_kerja_utama", "tanpa_indikator", "target_kosong", "satuan_kosong", "perspektif_anggaran_tidak_ada", "perspektif_tidak_lengkap",
  "perspektif_kosong", "aspek_kosong", "rencana_berupa_aktivitas", "rencana_berupa_kategori", "target_mutlak",
] as const satisfies readonly KodeTemuan[];

/** What `lintSkp` found; positions count from 0, null: the result or the SKP as a whole. */
const finding = z.object({
  kode: z.enum(FINDINGS), tingkat: z.enum(["wajib", "saran"]), cite: z.object({ regulation: z.string(), part: z.string(), link: nullable(z.string()) }),
  hasilKerja: nullable(z.int()), indikator: nullable(z.int()), rincian: z.array(z.string()),
});
export type Finding = z.output<typeof finding>;

const somebody = z.object({ id: Id, name: z.string(), jabatan: nullable(z.string()), unit: nullable(z.string()) });

export const skpView = z.object({
  id: Id, person: somebody, year: z.int(), revision: z.int(), status: skpStatus, version: Version,
  pendekatan: z.enum(PENDEKATAN), isPimpinan: z.boolean(),
  /** Who sets it, or did; null where nobody is named. */
  penilai: nullable(z.object({ id: Id, name: z.string() })),
  /** What the penilai said when sending it back. */
  note: nullable(z.string()),
  effectiveFrom: LocalDate, proposedAt: nullable(Instant), setAt: nullable(Instant),
  /** Pasal 14 ayat (1): the day until which it should be set, and whether that has passed, or had when it was set. */
  deadline: LocalDate, isLate: z.boolean(),
  hasilKerja: z.array(hasilKerjaView), perilaku: z.array(ekspektasiView), lampiran: z.array(lampiranView),
  /** What the city's standard adds to a behaviour, beside the panduan; only those with words. */
  perilakuLokal: z.array(ekspektasiView),
  findings: z.array(finding),
  /** Results of the penilai's SKP in force that this one may serve; empty where it is not set yet, or the reader is not its owner. */
  superiorResults: z.array(z.object({ lineId: Id, text: z.string() })),
  actions: z.object({ save: refusals, discard: refusals, bind: refusals, propose: refusals, withdraw: refusals, sendBack: refusals, set: refusals, revise: refusals, /** Making it the example of its post. */ template: refusals }),
});
export type SkpView = z.output<typeof skpView>;

/** One revision in the history. */
const revision = z.object({ id: Id, year: z.int(), revision: z.int(), status: skpStatus, effectiveFrom: LocalDate, setAt: nullable(Instant), setBy: nullable(z.string()) });
export type SkpRevision = z.output<typeof revision>;

export const readMySkp = endpoint({
  method: "GET", path: "/api/skp", access: "signed_in", summary: "My SKP of a year: in force, in work, all revisions of all years",
  query: z.object({ year: z.optional(YearText) }),
  response: z.object({ year: z.int(), inForce: nullable(skpView), inWork: nullable(skpView), history: z.array(revision), actions: z.object({ create: refusals }) }),
});
export const readSkp = endpoint({
  method: "GET", path: "/api/skp/:id", access: "skp.read", summary: "An SKP with what may be done with it; one never proposed is its owner's alone",
  params: z.object({ id: Id }), response: skpView,
});

const teamRow = z.object({
  person: somebody,
  /** `atasan`: the penilai has let January pass, so that the dialogue is held with the reader (Lampiran BAB II.C.5). */
  as: z.enum(["penilai", "atasan"]),
  inForce: nullable(z.object({ id: Id, revision: z.int(), setAt: nullable(Instant) })),
  /** `id` is null while it is not the penilai's to read. */
  inWork: nullable(z.object({ id: nullable(Id), revision: z.int(), status: skpStatus, proposedAt: nullable(Instant) })),
});
export const listTeamSkp = endpoint({
  method: "GET", path: "/api/skp-team", access: "signed_in", summary: "The SKP of those whom I rate, waiting ones first",
  query: z.object({ year: z.optional(YearText) }), response: z.object({ year: z.int(), deadline: LocalDate, team: z.array(teamRow) }),
});
export type TeamSkpRow = z.output<typeof teamRow>;

export const listSkpTemplates = endpoint({
  method: "GET", path: "/api/skp-template", access: "signed_in", summary: "Examples for my jabatan and my job family",
  response: z.array(z.object({ id: Id, title: z.string(), source: z.string(), isOwnJabatan: z.boolean(), pendekatan: z.enum(PENDEKATAN), hasilKerja: z.array(z.string()) })),
});

const source = z.object({ kind: z.enum(["template", "skp"]), id: Id, title: z.string(), /** The post that it is for; people on it are offered first. */ jabatan: nullable(z.string()), source: z.string(), hasilKerja: z.array(z.string()) });
export type FillSource = z.output<typeof source>;
export const listFillSources = endpoint({
  method: "GET", path: "/api/skp-team/source", access: "signed_in", summary: "What the SKP of my team can be filled from, and who of it can be filled",
  query: z.object({ year: z.optional(YearText) }),
  response: z.object({ year: z.int(), sources: z.array(source), people: z.array(z.object({ person: somebody, refusals })) }),
});

/** Twelve figures, January first. */
const monthlyTarget = z.nullable(z.array(z.nullable(Figure)).check(z.length(12)));
const indikatorDraft = z.strictObject({
  lineId: Id, text: text(1000), jenis: z.enum(JENIS_INDIKATOR), arah: z.enum(ARAH),
  target: z.nullable(Figure), targetMin: z.nullable(Figure), targetMax: z.nullable(Figure), targetText: optionalText(1000), satuan: optionalText(60),
  aspek: z.nullable(z.enum(ASPEK)), perspektif: z.nullable(z.enum(PERSPEKTIF)), monthlyTarget,
});
export type IndikatorDraft = z.input<typeof indikatorDraft>;
const hasilKerjaDraft = z.strictObject({
  lineId: Id, prioritas: z.enum(PRIORITAS), text: text(1000), assignedBy: optionalText(200),
  intervenedLineId: z.nullable(Id), intervenedText: optionalText(1000), indikator: z.array(indikatorDraft).check(z.maxLength(20)),
});
export type HasilKerjaDraft = z.input<typeof hasilKerjaDraft>;

/** As many rows as one monthly report takes. */
export const MOST_INDIKATOR = 60;
const MOST_HASIL_KERJA = 30;
const noTwice = (values: readonly string[]): boolean => new Set(values).size === values.length;

const content = {
  pendekatan: z.enum(PENDEKATAN),
  hasilKerja: z.array(hasilKerjaDraft).check(
    z.maxLength(MOST_HASIL_KERJA),
    z.refine((results) => results.reduce((n, result) => n + result.indikator.length, 0) <= MOST_INDIKATOR, { error: "too_many_indikator" }),
    z.refine((results) => noTwice(results.flatMap((result) => [result.lineId, ...result.indikator.map((i) => i.lineId)])), { error: "line_twice" }),
  ),
  perilaku: z.array(z.strictObject({ perilaku: z.enum(PERILAKU), ekspektasi: text(1000) })).check(
    z.maxLength(PERILAKU.length), z.refine((values) => noTwice(values.map((v) => v.perilaku)), { error: "perilaku_twice" })),
  lampiran: z.array(z.strictObject({ kind: z.enum(LAMPIRAN_KIND), text: text(500) })).check(z.maxLength(60)),
};
/** The order in which positions are counted is the order of the arrays. */
export const skpDraft = z.strictObject({ version: Version, ...content });
export type SkpDraft = z.input<typeof skpDraft>;

/** What a template's `body` holds, as JSON text: the content of an SKP without ids. */
export const skpTemplateBody = z.object({
  pendekatan: z.enum(PENDEKATAN),
  hasilKerja: z.array(z.object({
    prioritas: z.enum(PRIORITAS), text: z.string(), assignedBy: z.optional(nullable(z.string())), intervenedText: z.optional(nullable(z.string())),
    indikator: z.array(z.object({
      text: z.string(), jenis: z.enum(JENIS_INDIKATOR), arah: z.optional(z.enum(ARAH)),
      target: z.optional(nullable(z.number())), targetMin: z.optional(nullable(z.number())), targetMax: z.optional(nullable(z.number())),
      targetText: z.optional(nullable(z.string())), satuan: z.optional(nullable(z.string())),
      aspek: z.optional(nullable(z.enum(ASPEK))), perspektif: z.optional(nullable(z.enum(PERSPEKTIF))),
      monthlyTarget: z.optional(nullable(z.array(nullable(z.number())).check(z.length(12)))),
    })),
  })),
  perilaku: z.optional(z.array(ekspektasiView)), lampiran: z.optional(z.array(lampiranView)),
});
export type SkpTemplateBody = z.output<typeof skpTemplateBody>;

const from = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("previous"), skpId: Id }),
  z.strictObject({ kind: z.literal("template"), templateId: Id }),
  z.strictObject({ kind: z.literal("empty"), pendekatan: z.enum(PENDEKATAN) }),
]);
const one = { params: z.object({ id: Id }), response: skpView } as const;
const versionOnly = z.strictObject({ version: Version });

/** The same id once more gives the same SKP. */
export const createSkp = endpoint({
  method: "POST", path: "/api/skp", access: "skp.edit", summary: "Begin an SKP: from an own one, a template, or empty", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id, year: Year, from }), response: skpView,
});
const MOST_PEOPLE = 100;
/** Each person's draft is a change of its own: who cannot be filled is named, the others are. Sent again it is the same drafts. */
export const fillTeamSkp = endpoint({
  method: "POST", path: "/api/skp-team/fill", access: "skp.fill", summary: "Lay a first draft of an SKP before several of my bawahan at once; each is theirs to change and to propose", refuses: [403],
  body: z.strictObject({
    year: Year, from: z.strictObject({ kind: z.enum(["template", "skp"]), id: Id }),
    people: z.array(z.strictObject({ id: Id, personId: Id })).check(z.minLength(1), z.maxLength(MOST_PEOPLE), z.refine((people) => noTwice(people.flatMap((one) => [one.id, one.personId])), { error: "person_twice" })),
  }),
  response: z.object({ filled: z.array(z.object({ personId: Id, skpId: Id })), skipped: z.array(z.object({ personId: Id, refusals })) }),
});
export const saveSkp = endpoint({ ...one, method: "PUT", path: "/api/skp/:id", access: "skp.edit", summary: "Save the whole draft", refuses: [403, 409, 412], body: skpDraft });
/** Only what nobody else has seen: begun from the wrong thing, one begins again. */
export const discardSkp = endpoint({ method: "DELETE", path: "/api/skp/:id", access: "skp.edit", summary: "Take a draft away", refuses: [403, 409, 412], params: z.object({ id: Id }) });
/** Also when the SKP is in force: where one's work goes is no change of what was agreed. */
export const bindSkp = endpoint({
  ...one, method: "PUT", path: "/api/skp/:id/binding", access: "skp.edit", summary: "Say which of the superior's results mine serve", refuses: [403, 409, 412],
  body: z.strictObject({ version: Version, bindings: z.array(z.strictObject({ lineId: Id, intervenedLineId: z.nullable(Id) })).check(z.minLength(1), z.maxLength(MOST_HASIL_KERJA)) }),
});
export const proposeSkp = endpoint({ ...one, method: "POST", path: "/api/skp/:id/propose", access: "skp.edit", summary: "Propose the draft to the penilai", refuses: [403, 409, 412], body: versionOnly });
export const withdrawSkp = endpoint({ ...one, method: "POST", path: "/api/skp/:id/withdraw", access: "skp.edit", summary: "Take the proposal back", refuses: [403, 409, 412], body: versionOnly });
export const sendBackSkp = endpoint({
  ...one, method: "POST", path: "/api/skp/:id/send-back", access: "skp.set", summary: "Send the proposal back with what is to be changed", refuses: [403, 409, 412],
  body: z.strictObject({ version: Version, note: optionalText(1000) }),
});
export const setSkp = endpoint({ ...one, method: "POST", path: "/api/skp/:id/set", access: "skp.set", summary: "Set the SKP; the one in force until now is superseded", refuses: [403, 409, 412], body: versionOnly });
/** `id`: of the next revision, made by the caller. */
export const reviseSkp = endpoint({
  ...one, method: "POST", path: "/api/skp/:id/revise", access: "skp.edit", summary: "Begin the next revision; this one stays in force until that one is set", refuses: [403, 409, 412],
  body: z.strictObject({ id: Id }),
});
