import type { KalibrasiView, ProposalView } from "@teraju/contracts/kalibrasi";
import { kalibrasi as rules, type Predikat, type PredikatOrganisasi } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { filled, shareOf } from "../../pola.ts";
import { periodView } from "../appraisal/period.ts";
import { listCases, listChanges, listProposals, listTeams, type MeetingRow, type ProposalRow, type TeamRow } from "./queries.ts";
import { caseActions, contextOf, needsWords, openRefusals, stateOf, type Work } from "./work.ts";

export function proposalOf({ id, version, appraisalId, by, on, reason, before, after, penilai, answer, words, answeredOn, outcome }: ProposalRow): ProposalView {
  return { id, version, appraisalId, by, on, reason, before, after, penilai, answer: answer === null || words === null || answeredOn === null ? null : { answer, words, on: answeredOn }, outcome };
}

async function casesOf(ctx: Ctx, work: Work, meeting: MeetingRow): Promise<KalibrasiView["cases"]> {
  const { butir } = meeting.opening;
  const rows = new Map((await listCases(ctx.pool, butir.map((one) => one.appraisalId), ctx.actor.personId, meeting.id, work.period.selesai)).map((row) => [row.appraisalId, row]));
  return butir.flatMap(({ appraisalId, bagian, z, isFragile }, at) => {
    const row = rows.get(appraisalId);
    if (row === undefined) return [];
    const { isRead, person, penilaiId, now, revision, evidence } = row;
    return [{ appraisalId, number: at + 1, bagian, person: isRead ? person : null, isRead, penilaiId, now, revision, evidence, z, isFragile, actions: caseActions(ctx, work, row) }];
  });
}

/** The predikat that the pola puts most people on: that of the organisation. */
const peakOf = (organisasi: PredikatOrganisasi): Predikat => (organisasi === "istimewa" ? "sangat_baik" : organisasi);

/** Teams by unit and name of their penilai: a mirror, no ranking. */
function teamsOf({ department, meeting }: Work, teams: readonly TeamRow[]): KalibrasiView["teams"] {
  const known = new Map(meeting?.opening.penilai.map((one) => [one.personId, one]));
  return teams.map(({ penilaiId, penilai, cells }) => {
    const jumlah = filled(cells);
    const n = Object.values(jumlah).reduce((all, one) => all + one, 0);
    const line = known.get(penilaiId);
    return { penilai, n, jumlah, peak: shareOf(department.capaian === null ? 0 : jumlah[peakOf(department.capaian)], n), leniency: line?.leniency ?? null, isSignal: line?.isSignal ?? false };
  }).toSorted((a, b) => (a.penilai.unit ?? "").localeCompare(b.penilai.unit ?? "", "id") || a.penilai.name.localeCompare(b.penilai.name, "id"));
}

/** The whole meeting as the caller may see it. Seven queries. */
export async function viewOf(ctx: Ctx, work: Work): Promise<KalibrasiView> {
  const { period, department, meeting, as } = work;
  const { jumlah, band, explanation } = department;
  const agenda = meeting?.opening.butir.map((one) => one.appraisalId) ?? [];
  const [teams, cases, proposals, changes] = await Promise.all([
    listTeams(ctx.pool, period, department.unit.id), meeting === null ? [] : casesOf(ctx, work, meeting), meeting === null ? [] : listProposals(ctx.pool, meeting.id),
    meeting === null ? [] : listChanges(ctx.pool, { periodId: period.id, unitId: department.unit.id, since: meeting.openedAt, agenda }),
  ]);
  const final = Object.values(jumlah).reduce((all, n) => all + n, 0);
  const context = contextOf(work);
  return {
    period: periodView(period, ctx.today), unit: department.unit, version: meeting?.version ?? null, status: meeting?.status ?? "not_opened", as,
    alasanMin: period.standar.penilaian.alasanMin, minPegawai: period.standar.pola.minPegawai,
    capaianOrganisasi: department.capaian, people: department.people, notFinal: department.people - final, jumlah, before: meeting?.opening.jumlah ?? null,
    opened: meeting === null ? null : { by: meeting.openedByName, on: meeting.openedOn }, analis: meeting?.analisName == null || meeting.analisOn === null ? null : { name: meeting.analisName, on: meeting.analisOn },
    closed: meeting?.closedOn == null ? null : { on: meeting.closedOn, explanation: explanation?.text ?? null },
    band: band && { ...band, needsWords: needsWords(work) }, teams: teamsOf(work, teams), cases, more: meeting?.opening.sisa ?? 0, proposals: proposals.map(proposalOf),
    changes: changes.map(({ agendaId, appraisalId, ...rest }) => ({ ...rest, appraisalId, number: agendaId === null ? null : agenda.indexOf(agendaId) + 1 })),
    actions: {
      open: openRefusals(ctx, work), attend: rules.attendRefusals(stateOf(work), context),
      close: rules.closeRefusals(stateOf(work), { needsWords: needsWords(work), explanation: undefined }, context),
    },
  };
}
