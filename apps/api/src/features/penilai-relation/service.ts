import { type Input, type listActing, type listPenilaiRelations, type Output, type readPenilaiRelation, RELATION_PAGE, type UsulanView } from "@teraju/contracts";
import { addDays, firstDayOf, type LocalDate, monthOf, PENILAI_ISSUE, penilaiRelation as rules, type PenilaiIssue } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import type { PersonRef } from "../../person-sql.ts";
import { Problem, refuseIf } from "#http/problem.ts";
import { standardOn } from "../../standard.ts";
import { keptBy, mustKeep, ownLine } from "../../kept.ts";
import { mustUnit } from "../../standing.ts";
import { type Acting, assignActing, endActing } from "./acting.ts";
import { findActing } from "./acting-queries.ts";
import { proposalsOn, type Usulan } from "./proposals.ts";
import * as queries from "./queries.ts";

/** What of it is asked for: one department, or all that are the actor's. */
async function scopeOf(ctx: Ctx, opd: string | undefined): Promise<{ kept: string[] | null; asked: string[] | null }> {
  const kept = await keptBy(ctx, "penilai-relation.read");
  if (opd === undefined) return { kept, asked: kept };
  await mustUnit(ctx, "penilai-relation.read", opd);
  return { kept, asked: [opd] };
}
/** Whether the actor may change what was shown: its one refusal, as for any action. */
async function changeable(ctx: Ctx): Promise<("not_yours")[]> {
  return (await keptBy(ctx, "penilai-relation.change").catch((error: unknown) => {
    if (error instanceof Problem) return "not_yours" as const;
    throw error;
  })) === "not_yours" ? ["not_yours"] : [];
}

const nobody = new Map<string, PersonRef>();
/** The proposal as people read it; null where nothing was computed. */
function usulanView(usulan: Usulan | undefined, people: ReadonlyMap<string, PersonRef> = nobody): UsulanView | null {
  if (usulan === undefined) return null;
  const { value, note, cite, from } = usulan;
  const notes = [note, ...from.map((one) => one.note)].flatMap((text) => text?.split("\n") ?? []);
  const of = (id: string | null | undefined): PersonRef | null => (id === null || id === undefined ? null : people.get(id) ?? null);
  return { penilai: of(value?.penilai), atasan: of(value?.atasan), sebagai: value?.sebagai ?? null, isFinal: value?.isFinal ?? false, isGanda: value?.isGanda ?? false, notes: [...new Set(notes)], cite: `${cite.regulation} ${cite.part}` };
}

/** Who rates whom in the actor's departments, what is missing or doubtful first counted, then shown. Six statements, whatever the number of people. */
export async function list(ctx: Ctx, { opd, masalah = "semua", q = "", halaman = "1" }: Input<typeof listPenilaiRelations>["query"]): Promise<Output<typeof listPenilaiRelations>> {
  const { kept, asked } = await scopeOf(ctx, opd);
  const [opds, stored, { standar }, change] = await Promise.all([queries.findOpds(ctx.pool, ctx.today, kept), queries.findList(ctx.pool, ctx.today, asked), standardOn(ctx.pool, ctx.today), changeable(ctx)]);
  const usulan = await proposalsOn(ctx.db, ctx.today, standar.penilaian, asked === null ? null : stored.map(({ personId }) => personId));
  const judged = stored.map((row) => ({ ...row, issue: rules.issueOf(row.penilaiId === null ? null : { penilaiId: row.penilaiId, atasanId: row.atasanId, isPenilaiSeated: row.isPenilaiSeated }, usulan.get(row.personId)?.value ?? null) }));
  const counts = Object.fromEntries(PENILAI_ISSUE.map((issue) => [issue, judged.filter((row) => row.issue === issue).length])) as Record<PenilaiIssue, number>;
  const name = q.trim().toLowerCase();
  const found = judged.filter((row) => (masalah === "semua" || row.issue === masalah) && row.name.toLowerCase().includes(name));
  const page = Math.min(Number(halaman), Math.max(1, Math.ceil(found.length / RELATION_PAGE)));
  const shown = found.slice((page - 1) * RELATION_PAGE, page * RELATION_PAGE);
  const people = await queries.findPersons(ctx.pool, ctx.today, shown.flatMap(({ personId, penilaiId, atasanId }) => [personId, penilaiId, atasanId, usulan.get(personId)?.value?.penilai, usulan.get(personId)?.value?.atasan].flatMap((id) => id ?? [])));
  const of = (id: string | null): PersonRef | null => (id === null ? null : people.get(id) ?? null);
  return {
    opds, opd: opd ?? null, people: stored.length, counts, found: found.length, page,
    rows: shown.flatMap(({ personId, penilaiId, atasanId, since, basis, issue }) => {
      const pegawai = of(personId);
      return pegawai === null ? [] : [{ pegawai, penilai: of(penilaiId), atasan: of(atasanId), since, basis, issue, usulan: usulanView(usulan.get(personId), people) }];
    }),
    actions: { change },
  };
}

/** One pegawai's line, and what another penilai would change from a day on; nothing is touched. Six statements beside the standing. */
export async function read(ctx: Ctx, personId: string, { penilaiId, from, q = "" }: Input<typeof readPenilaiRelation>["query"]): Promise<Output<typeof readPenilaiRelation>> {
  await mustKeep(ctx, "penilai-relation.read", [personId]);
  const [one, { standar }, searched, mayChange] = await Promise.all([queries.findOne(ctx.pool, ctx.today, personId), standardOn(ctx.pool, ctx.today), q.trim().length < 2 ? [] : queries.findByName(ctx.pool, ctx.today, q.trim()), changeable(ctx)]);
  const now = lineOn(one.lines, ctx.today);
  const day = from ?? defaultDay(one.reports[0]?.month, now?.from ?? null, ctx.today);
  const on = lineOn(one.lines, day);
  const usulan = (await proposalsOn(ctx.db, ctx.today, standar.penilaian, [personId])).get(personId);
  const candidateIds = [...new Set([usulan?.value?.penilai, ...searched.map(({ id }) => id), ...one.heads].flatMap((id) => id ?? []))].filter((id) => id !== personId && id !== on?.penilaiId);
  const chosenId = penilaiId ?? candidateIds[0] ?? null;
  const superior = chosenId === null ? null : await queries.findSuperior(ctx.pool, day, chosenId);
  const named = [...one.lines.flatMap((line) => [line.penilaiId, line.atasanId]), ...one.pimpinan.map((line) => line.pimpinanId), chosenId, superior?.id, usulan?.value?.penilai, usulan?.value?.atasan];
  const people = await queries.findPersons(ctx.pool, ctx.today, [personId, ...candidateIds, ...named.flatMap((id) => id ?? [])]);
  const of = (id: string | null): PersonRef | null => (id === null ? null : people.get(id) ?? null);
  const must = (id: string): PersonRef => people.get(id) ?? { id, name: "", jabatan: null, unit: null };
  const wish = { pegawaiId: personId, penilaiId: chosenId ?? "", from: day };
  return {
    pegawai: must(personId), usulan: usulanView(usulan, people), candidates: candidateIds.map(must), chosen: of(chosenId),
    lines: one.lines.map((line) => ({ penilai: must(line.penilaiId), atasan: of(line.atasanId), basis: line.basis, from: line.from, until: line.until })),
    pimpinan: one.pimpinan.map(({ id, pimpinanId, task, from: begin, until }) => ({ id, pimpinan: must(pimpinanId), task, from: begin, until })),
    changes: { from: day, before: of(on?.penilaiId ?? null), atasan: of(superior?.id ?? chosenId), reports: one.reports.filter(({ month }) => month >= monthOf(day)) },
    actions: {
      change: [...mayChange, ...(chosenId === null ? (["penilai_not_named"] as const) : []), ...ownLine(ctx, "penilai-relation.change", [personId, chosenId]), ...rules.changeRefusals(wish, { penilaiId: on?.penilaiId ?? null, relationFrom: on?.from ?? null, bawahanIds: one.bawahanIds })],
      pimpinan: [...mayChange, ...ownLine(ctx, "penilai-relation.change", [personId])],
    },
  };
}

const lineOn = (lines: readonly queries.LineRow[], day: LocalDate): queries.LineRow | null => lines.find((line) => line.from <= day && (line.until === null || line.until > day)) ?? null;

/** From the first month whose report still waits, so that open work follows; never before the day after the line on record began. */
function defaultDay(month: string | undefined, since: LocalDate | null, today: LocalDate): LocalDate {
  const first = firstDayOf(month ?? monthOf(today));
  return since !== null && first <= since ? addDays(since, 1) : first;
}

/** Who acts for a head today or later, and the units that have a post which leads them. Three or four statements. */
export async function acting(ctx: Ctx, opd: string | undefined): Promise<Output<typeof listActing>> {
  const { asked } = await scopeOf(ctx, opd);
  const [rows, units, change] = await Promise.all([queries.findActingOf(ctx.pool, ctx.today, asked), queries.findHeaded(ctx.pool, ctx.today, asked), changeable(ctx)]);
  const people = await queries.findPersons(ctx.pool, ctx.today, rows.map(({ personId }) => personId));
  return {
    acting: rows.flatMap(({ personId, ...row }) => {
      const person = people.get(personId);
      return person === undefined ? [] : [{ ...row, person, actions: { end: [...change, ...ownLine(ctx, "penilai-relation.change", [personId]), ...rules.endRefusals(row, ctx.today > row.from ? ctx.today : addDays(row.from, 1))] } }];
    }),
    units, actions: { change },
  };
}

/** People to be put on a line or a post, for who keeps lines at all. */
export async function people(ctx: Ctx, q: string): Promise<{ people: PersonRef[] }> {
  await keptBy(ctx, "penilai-relation.change");
  return { people: await queries.findByName(ctx.pool, ctx.today, q) };
}

export async function assign(ctx: Ctx, wish: Acting): Promise<void> {
  await mustUnit(ctx, "penilai-relation.change", wish.unitId);
  refuseIf(ownLine(ctx, "penilai-relation.change", [wish.personId]));
  return assignActing(ctx, wish);
}
export async function end(ctx: Ctx, id: string, on: LocalDate): Promise<void> {
  const known = await findActing(ctx.pool, id);
  if (known === null) throw new Problem("not_found");
  await mustUnit(ctx, "penilai-relation.change", known.unitId);
  refuseIf(ownLine(ctx, "penilai-relation.change", [known.personId]));
  return endActing(ctx, id, on);
}
