import type { PlanView } from "@teraju/contracts";
import { development, type LocalDate, type Party } from "@teraju/domain";
import type { Around } from "./curve.ts";
import type * as queries from "./queries.ts";

export const rencanaOf = (row: queries.PlanRow): development.Rencana => ({ status: row.status, bentuk: row.bentuk, proposedBy: row.proposedBy, doneOn: row.doneOn, entries: row.entries.length, isArranged: row.isArranged, looked: row.looks.map(({ look }) => look) });

export type Reader = { actor: string; parties: readonly Party[]; today: LocalDate };

/** `around`: what the figures say around the help, made beside since it asks the database. */
export function toView(row: queries.PlanRow, reader: Reader, around: Around): PlanView {
  const rencana = rencanaOf(row);
  const may = (action: development.Action): string[] => development.refusals(rencana, action, { ...reader, note: "alasan yang cukup" });
  const { entries, looks, training } = row;
  const isParty = reader.parties.length > 0;
  return {
    id: row.id, version: row.version, status: row.status, source: row.source, finding: row.finding, perilaku: row.perilaku, line: row.line, indikator: row.indikator, bentuk: row.bentuk, goal: row.goal, measure: row.measure, dueOn: row.dueOn,
    isOverdue: row.status === "agreed" && row.dueOn < reader.today, proposedBy: row.proposedByName, proposedOn: row.proposedOn, doneOn: row.doneOn, note: row.note,
    // Lampiran BAB III.D.5.b: konseling is between pegawai and konselor, who read its journal on its own page.
    entries: row.bentuk === "konseling" ? null : entries, looks, forms: formsOf(row, reader), looksDue: isParty ? development.looksDue(rencana, reader.today) : [], training, ...around,
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
