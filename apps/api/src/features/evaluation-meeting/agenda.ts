import type { AgendaItem } from "@teraju/contracts/evaluation-meeting";
import { susunAgenda, tindakLanjut, type Agenda, type ButirAgenda, type Decision, type LaporanRapat } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import type { Meeting, UnitRef } from "../../meeting.ts";
import type { PersonRef } from "../../person-sql.ts";
import { findCandidates, findChildren, findChoices, findFacts, findInvited, findSaid, findTurns, type Candidate, type Child, type Facts, type Invited, type Said, type Turn } from "./people.ts";

/** Everything that the agenda of a planned meeting is made of, and the agenda itself. */
export type Composed = {
  decision: Decision<Agenda>;
  invited: Invited[]; children: Child[];
  facts: ReadonlyMap<string, Facts>; said: ReadonlyMap<string, Said>;
  promises: (Candidate & { dibawaBulan: number })[];
  /** Whose report stands behind a key: the person, or the head of the office. */
  speakerOf(key: string): string | null;
  lineOf(item: ButirAgenda, position: number): AgendaItem;
};

const NO_FACTS = { kewajiban: "wajib_lapor", isSent: false, bahasPegawai: 0, bahasPenilai: 0, targetMeleset: 0, capaianTertinggi: null, capaianTerendah: null, bantuan: null, kendala: null } as const;

function laporanOf(key: string, unitId: string, facts: Facts | undefined, turn: Turn | undefined, isPrivate: boolean): LaporanRapat {
  const { bantuan, kendala, ...rest } = facts ?? NO_FACTS;
  return {
    key, unitId, kewajiban: rest.kewajiban, isSent: rest.isSent, bahasPegawai: rest.bahasPegawai, bahasPenilai: rest.bahasPenilai, targetMeleset: rest.targetMeleset, capaianTertinggi: rest.capaianTertinggi, capaianTerendah: rest.capaianTerendah,
    mintaBantuan: bantuan !== null, adaKendala: kendala !== null, mintaDialog: isPrivate, isDitunda: turn?.isDitunda ?? false, giliran: turn?.giliran ?? [], isPertamaBulanLalu: turn?.isPertama ?? false,
  };
}

/**
 * The agenda as it would be now: it follows late reports until the meeting begins. `isCascade` may differ from the meeting's own
 * choice, to show what a cascade would bring.
 */
export async function composeAgenda(ctx: Ctx, meeting: Meeting, isCascade = meeting.isCascade): Promise<Composed> {
  const { pool, today } = ctx;
  const [invited, children, turns, said, choices] = await Promise.all([
    findInvited(pool, meeting.id, today, isCascade), isCascade ? findChildren(pool, meeting.id, today) : [], findTurns(pool, meeting.id), findSaid(pool, meeting.id), findChoices(pool, meeting.id),
  ]);
  const people = invited.filter((one) => one.childId === null && !one.isHead);
  const ids = [...invited.map((one) => one.personId), ...children.flatMap((child) => (child.headId === null ? [] : [child.headId]))];
  const { standar } = meeting.standard;
  const [facts, candidates] = await Promise.all([findFacts(pool, meeting.month, ids, standar.rapat.melesetDi), findCandidates(pool, meeting.id, today, ids)]);
  const isPrivate = (personId: string | null): boolean => personId !== null && (said.get(personId)?.isPrivate ?? false);
  const laporan = [
    ...children.map((child) => laporanOf(child.unitId, child.unitId, facts.get(child.headId ?? ""), turns.get(child.unitId), false)),
    ...people.map((one) => laporanOf(one.personId, one.unitId, facts.get(one.personId), turns.get(one.personId), isPrivate(one.personId))),
  ];
  const promises = candidates.filter((one) => opensHere(one, meeting, invited)).map((one) => ({ ...one, dibawaBulan: one.status === "terbuka" ? tindakLanjut.dibawaBulan({ due: one.due, tanggal: meeting.date }).value : 0 }));
  const decision = susunAgenda({
    bulan: meeting.month, tanggal: meeting.date, laporan, janji: promises.map(({ id, due, status }) => ({ id, due, isTerbuka: status === "terbuka" })), aturan: standar.rapat,
    pilihan: {
      isGrouped: meeting.isGrouped, isExceptionsOnly: meeting.isExceptionsOnly, order: choices.filter((one) => one.position !== null).map((one) => one.key),
      minutes: Object.fromEntries(choices.flatMap((one) => (one.minutes === null ? [] : [[one.key, one.minutes]]))),
    },
  });
  const why = new Map(laporan.map(({ key }, i) => [key, decision.from[i] ?? null]));
  const speakerOf = (key: string): string | null => people.find((one) => one.personId === key)?.personId ?? children.find((one) => one.unitId === key)?.headId ?? null;
  const composed = { decision, invited, children, facts, said, promises, speakerOf };
  return { ...composed, lineOf: (item, position) => lineOf(composed, why, item, position) };
}

function opensHere(one: Candidate, meeting: Meeting, invited: readonly Invited[]): boolean {
  const isPesertaRapat = invited.some(({ personId }) => personId === one.ownerId);
  return tindakLanjut.bukaAgenda({ pemilik: one.pemilik, unitAsal: one.unitAsal, unitRapat: meeting.unit.id, jalurPemilik: one.jalur, isPesertaRapat }).value;
}

function lineOf({ invited, children, facts, said, speakerOf }: Omit<Composed, "lineOf">, why: ReadonlyMap<string, Decision<unknown> | null>, item: ButirAgenda, position: number): AgendaItem {
  const child = children.find((one) => one.unitId === item.key);
  const personId = speakerOf(item.key);
  const unit: UnitRef | null = child === undefined ? null : { id: child.unitId, name: child.name, kind: child.kind };
  return {
    key: item.key, kind: item.key === "promises" ? "promises" : child === undefined ? "person" : "unit", bagian: item.bagian, position, person: refOf(invited.find((one) => one.personId === personId)), unit,
    minutes: item.minutes, usualMinutes: item.usualMinutes, alasan: item.alasan, why: why.get(item.key) ?? null, hasReport: facts.get(personId ?? "")?.isSent ?? false,
    headline: said.get(personId ?? "")?.headline ?? null, status: "menunggu", spentMs: 0, speaker: null, isRaised: false,
  };
}

export function refOf(one: Invited | undefined): PersonRef | null {
  return one === undefined ? null : { id: one.personId, name: one.name, jabatan: one.jabatan, unit: one.unit };
}
