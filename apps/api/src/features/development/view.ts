import type { PlanView } from "@teraju/contracts";
import { addMonths, development, monthOf, monthsFrom, type LocalDate, type Month, type Party } from "@teraju/domain";
import { expectedRegression } from "@teraju/statistics";
import type { Pool } from "pg";
import * as queries from "./queries.ts";

export const rencanaOf = (row: queries.PlanRow): development.Rencana => ({ status: row.status, bentuk: row.bentuk, proposedBy: row.proposedBy, doneOn: row.doneOn, entries: row.entries.length, isArranged: row.isArranged, looked: row.looks.map(({ look }) => look) });

export type Reader = { actor: string; parties: readonly Party[]; today: LocalDate };

/** `curve`: what the figures say around the help, made beside since it asks the database. */
export function toView(row: queries.PlanRow, reader: Reader, curve: PlanView["curve"]): PlanView {
  const rencana = rencanaOf(row);
  const may = (action: development.Action): string[] => development.refusals(rencana, action, { ...reader, note: "alasan yang cukup" });
  const { entries, looks, training } = row;
  const isParty = reader.parties.length > 0;
  return {
    id: row.id, version: row.version, status: row.status, source: row.source, finding: row.finding, perilaku: row.perilaku, line: row.line, bentuk: row.bentuk, goal: row.goal, measure: row.measure, dueOn: row.dueOn,
    isOverdue: row.status === "agreed" && row.dueOn < reader.today, proposedBy: row.proposedByName, proposedOn: row.proposedOn, doneOn: row.doneOn, note: row.note,
    // Lampiran BAB III.D.5.b: konseling is between pegawai and konselor, who read its journal on its own page.
    entries: row.bentuk === "konseling" ? null : entries, looks, forms: formsOf(row, reader), looksDue: isParty ? development.looksDue(rencana, reader.today) : [], training, curve,
    actions: { agree: may("agree"), decline: may("decline"), cancel: may("cancel"), record: may("record"), finish: may("finish") },
  };
}

/** The forms of this plan that are the reader's to read or to fill. */
function formsOf({ entries, forms, ...row }: queries.PlanRow, { parties }: Reader): PlanView["forms"] {
  const rencana = rencanaOf({ ...row, entries, forms });
  const journal = development.formatPelaksanaan(rencana);
  const last = entries.at(-1)?.day ?? null;
  const written = forms.map(({ format }) => format);
  return [
    ...(journal === null ? [] : [{ format: journal, on: last, receivedOn: null, refusals: last === null ? ["journal_empty"] : [], isReadable: last !== null }]),
    ...development.formulirOf(rencana).flatMap((format) => {
      const { on = null, receivedOn = null } = forms.find((one) => one.format === format) ?? {};
      const refusals = development.formulirRefusals(rencana, format, { parties, written });
      const isReadable = on !== null && development.mayReadFormulir(format, parties);
      return isReadable || refusals.length === 0 ? [{ format, on, receivedOn, refusals, isReadable }] : [];
    }),
  ];
}

const BEFORE = 3;
const AFTER = 6;
const FEWEST_COLLEAGUES = 30;

/**
 * The capaian of the same result (or of the whole report) in three months before the help and six after. `expected`: what the later mean
 * would be without any effect, from how the months hang together among people of the same job family; null where these are under thirty.
 */
export async function curveOf(pool: Pool, row: queries.PlanRow, today: LocalDate): Promise<PlanView["curve"]> {
  if (row.doneOn === null) return null;
  const doneMonth = monthOf(row.doneOn);
  const [first, last] = [addMonths(doneMonth, -BEFORE), addMonths(doneMonth, AFTER)];
  const until = last < monthOf(today) ? last : monthOf(today);
  const figures = (await queries.findFigures(pool, row.personId, first, row.line === null ? [] : [row.line.id])).filter(({ lineId }) => lineId === (row.line?.id ?? null));
  const of = (month: Month): number | null => figures.find((one) => one.month === month)?.capaian ?? null;
  const before = monthsFrom(first, addMonths(doneMonth, -1)).flatMap((month) => of(month) ?? []);
  if (before.length < BEFORE) return null;
  const score = before.reduce((sum, one) => sum + one, 0) / before.length;
  const { average, correlation, n } = await queries.findRegression(pool, row.personId, { first, last: addMonths(doneMonth, -1), from: addMonths(doneMonth, 1), to: addMonths(doneMonth, BEFORE) });
  const isKnown = average !== null && correlation !== null && n >= FEWEST_COLLEAGUES;
  return { months: monthsFrom(first, until).map((month) => ({ month, capaian: of(month) })), before: score, expected: isKnown ? score + expectedRegression({ score, average, correlation }) : null, doneMonth };
}
