import type { PeerCycleRef, PeerFormView } from "@teraju/contracts";
import { type DeclineReason, fewestAnswers, type FormState, PEER_INSTRUMENT, type PeerAnswer, peerInput, PERILAKU, type Perilaku, recognisableHints, type SeenWhen } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { type Cycle, findAnswered, findCycle } from "./cycle-queries.ts";
import { refOf, stateOf } from "./cycle-view.ts";
import type { Files } from "./draw.ts";
import { findInvite, findInvites, findResponses, type Invite, type Response, writeResponse } from "./form-queries.ts";
import { pseudonymOf, readKey } from "./keys.ts";

type Form = { invite: Invite; cycle: Cycle; pseudonym: string; response: Response | null };
type Content = { answers: readonly { perilaku: Perilaku; answer: PeerAnswer | null; seenWhen: SeenWhen | null }[]; suggestion: string | null };
type Listed = { cycle: PeerCycleRef | null; forms: { id: string; subject: Invite["subject"]; group: Invite["group"]; state: FormState }[]; waiting: number; handedOver: number };

/** My forms of the cycle that is being answered. Whether one is done is computed from its pseudonym: no row says so. */
export async function list(ctx: Ctx, files: Files): Promise<Listed> {
  const cycle = await findAnswered(ctx.pool);
  if (cycle === null) return { cycle: null, forms: [], waiting: 0, handedOver: 0 };
  const all = await formsOf(ctx, files, cycle);
  const forms = all.filter(isAsked);
  return { cycle: refOf(cycle), forms: forms.map(({ invite: { id, subject, group }, response }) => ({ id, subject, group, state: stateOfForm(response) })), waiting: waitingOf(forms, ctx, cycle).length, handedOver: all.length - forms.length };
}

async function formsOf(ctx: Ctx, { dataDir }: Files, cycle: Cycle): Promise<Form[]> {
  const invites = (await findInvites(ctx.pool, ctx.actor.personId, cycle.id, ctx.today)).filter((one) => one.isHere);
  if (invites.length === 0) return [];
  const key = await readKey(dataDir, cycle.id, "pseudonym");
  const named = invites.map((invite) => ({ invite, pseudonym: pseudonymOf(key, { raterId: ctx.actor.personId, subjectId: invite.subjectId, cycleId: cycle.id }) }));
  const responses = await findResponses(ctx.pool, named.map((one) => one.pseudonym));
  return named.map(({ invite, pseudonym }) => ({ invite, cycle, pseudonym, response: responses.get(pseudonym) ?? null }));
}
/** A form that was handed over is asked of somebody else, unless it had been begun: then it stays, as what was begun always does. Nothing that is kept says which. */
const isAsked = ({ invite, response }: Form): boolean => !invite.isHandedOver || response !== null;
const stateOfForm = (response: Response | null): FormState => response?.state ?? "waiting";
function waitingOf(forms: readonly Form[], ctx: Ctx, cycle: Cycle): Form[] {
  return ctx.today > cycle.answersUntil ? [] : forms.filter((form) => isAsked(form) && (form.response === null || form.response.state === "draft"));
}

/** How many of my forms wait, and until when; null where nothing is answered now or nothing waits. */
export async function waitingForms(ctx: Ctx, files: Files): Promise<{ count: number; until: string } | null> {
  const cycle = await findAnswered(ctx.pool);
  if (cycle === null) return null;
  const count = waitingOf(await formsOf(ctx, files, cycle), ctx, cycle).length;
  return count === 0 ? null : { count, until: cycle.answersUntil };
}

/** A form whose cycle has been closed is gone for its rater too: the pseudonym that led to it will be. */
async function mustForm(ctx: Ctx, files: Files, id: string): Promise<Form> {
  const invite = await findInvite(ctx.pool, id, ctx.actor.personId, ctx.today);
  const cycle = invite === null ? null : await findCycle(ctx.pool, invite.cycleId);
  if (invite === null || !invite.isHere || cycle === null || cycle.status !== "answering") throw new Problem("not_found");
  const key = await readKey(files.dataDir, cycle.id, "pseudonym");
  const pseudonym = pseudonymOf(key, { raterId: ctx.actor.personId, subjectId: invite.subjectId, cycleId: cycle.id });
  const form = { invite, cycle, pseudonym, response: (await findResponses(ctx.pool, [pseudonym])).get(pseudonym) ?? null };
  if (!isAsked(form)) throw new Problem("not_found");
  return form;
}

/** On the wire a word, in the table 0. */
function answerOf(stored: number | null | undefined): PeerAnswer | null {
  if (stored === 0) return "tidak_cukup_mengenal";
  return stored === 1 || stored === 2 || stored === 3 || stored === 4 ? stored : null;
}
function answersOf(response: Response | null): Partial<Record<Perilaku, PeerAnswer | null>> {
  return Object.fromEntries(PERILAKU.map((perilaku, i) => [perilaku, answerOf(response?.answers[i])]));
}
function rulesOf({ cycle, response }: Form, answers = answersOf(response)): Parameters<typeof peerInput.formRefusals>[0] {
  return { cycle: stateOf(cycle), state: stateOfForm(response), answers };
}

const WHOLE: Partial<Record<Perilaku, PeerAnswer>> = Object.fromEntries(PERILAKU.map((perilaku) => [perilaku, "tidak_cukup_mengenal"]));

async function viewOf(ctx: Ctx, files: Files, form: Form): Promise<PeerFormView> {
  const { invite, cycle, response } = form;
  const others = waitingOf(await formsOf(ctx, files, cycle), ctx, cycle).filter((one) => one.invite.id !== invite.id);
  // Whether it is whole is asked of what is sent, not of what was kept before.
  const may = (action: peerInput.FormAction) => peerInput.formRefusals(rulesOf(form, WHOLE), action, ctx.today);
  return {
    id: invite.id, subject: invite.subject, group: invite.group, state: stateOfForm(response), cycle: refOf(cycle), because: invite.because,
    promise: { minJawaban: fewestAnswers(cycle.rekan.jawabanMin), perOrang: cycle.rekan.perOrang },
    questions: PERILAKU.map((perilaku, i) => ({
      perilaku, question: PEER_INSTRUMENT[perilaku].question, levels: [...PEER_INSTRUMENT[perilaku].levels], answer: answerOf(response?.answers[i]), seenWhen: response?.seenWhen[i] ?? null,
    })),
    suggestion: response?.suggestion ?? null,
    nextId: others[0]?.invite.id ?? null,
    actions: { save: may("save"), send: may("send"), decline: may("decline") },
  };
}

export async function read(ctx: Ctx, files: Files, id: string): Promise<PeerFormView> {
  return viewOf(ctx, files, await mustForm(ctx, files, id));
}

/** Writes one row and nothing else: no trail, no time, no version. */
async function write(ctx: Ctx, form: Form, state: Response["state"], { answers, suggestion }: Content, declineReason: DeclineReason | null = null): Promise<void> {
  const of = (perilaku: Perilaku) => answers.find((one) => one.perilaku === perilaku);
  const stored = PERILAKU.map((perilaku) => {
    const answer = of(perilaku)?.answer ?? null;
    return answer === "tidak_cukup_mengenal" ? 0 : answer;
  });
  try {
    await writeResponse(ctx.pool, {
      cycleId: form.cycle.id, subjectId: form.invite.subjectId, group: form.invite.group, pseudonym: form.pseudonym, state, declineReason,
      answers: stored, seenWhen: PERILAKU.map((perilaku) => of(perilaku)?.seenWhen ?? null), suggestion,
    });
  } catch (cause) {
    // The cycle was closed a moment ago: the table's trigger says so.
    if (postgresCode(cause) === "23001") refuseIf(["answers_closed"]);
    throw cause;
  }
}

const given = ({ answers }: Content): Partial<Record<Perilaku, PeerAnswer | null>> => Object.fromEntries(answers.map((one) => [one.perilaku, one.answer]));

/** Of a form that was sent, what is saved must be as whole as what was sent. */
export async function save(ctx: Ctx, files: Files, id: string, content: Content): Promise<PeerFormView> {
  const form = await mustForm(ctx, files, id);
  const isSent = form.response?.state === "sent";
  refuseIf(peerInput.formRefusals(rulesOf(form, given(content)), isSent ? "send" : "save", ctx.today));
  await write(ctx, form, isSent ? "sent" : "draft", content);
  return read(ctx, files, id);
}
export async function send(ctx: Ctx, files: Files, id: string, content: Content): Promise<PeerFormView> {
  const form = await mustForm(ctx, files, id);
  refuseIf(peerInput.formRefusals(rulesOf(form, given(content)), "send", ctx.today));
  await write(ctx, form, "sent", content);
  return read(ctx, files, id);
}
export async function decline(ctx: Ctx, files: Files, id: string, reason: DeclineReason): Promise<PeerFormView> {
  const form = await mustForm(ctx, files, id);
  if (form.response?.state !== "declined") {
    refuseIf(peerInput.formRefusals(rulesOf(form), "decline", ctx.today));
    await write(ctx, form, "declined", { answers: [], suggestion: null }, reason);
  }
  return read(ctx, files, id);
}

/** What could show the writer; nothing is kept. */
export async function hints(ctx: Ctx, files: Files, id: string, text: string): Promise<{ hints: ReturnType<typeof recognisableHints> }> {
  await mustForm(ctx, files, id);
  return { hints: recognisableHints(text) };
}
