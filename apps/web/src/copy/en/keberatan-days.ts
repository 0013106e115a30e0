import { plural } from "../format.ts";
import type { keberatanDays as id } from "../id/keberatan-days.ts";

const days = (count: number): string => `${count} working ${plural(count, "day", "days")}`;

export const keberatanDays: typeof id = {
  clock: {
    count: (ke, hari) => `Working day ${ke} of ${hari}.`,
    notBegun: (hari) => `The ${days(hari)} begin tomorrow.`,
    left: (sisa, day) => `${days(sisa)} left, until ${day}.`,
    lastDay: (day) => `Today is the last day, ${day}.`,
    over: (late, day) => `The limit, ${day}, passed ${days(late)} ago.`,
    overWeekend: (day) => `The limit, ${day}, has passed.`,
    since: (day) => `Counted from ${day}.`,
    weekend: "Saturdays and Sundays do not count.",
    libur: (list) => `Days off: ${list}.`,
    pengganti: (list) => `These count all the same: ${list}.`,
    basis: (regulation, part) => `Basis: ${regulation}, ${part}.`,
  },
  card: {
    file: "File an objection",
    right: "You may object, with reasons.",
    rightOf: "The employee may object, with reasons.",
    to: (name) => `Who decides: ${name}, superior of the pejabat penilai.`,
    handedOver: (day) => `Handed over on paper on ${day}.`,
    unsigned: (day) => `Handed over on paper on ${day}; the employee refused to sign.`,
    open: "Open the objection",
    state: { filed: "An objection to this result has been filed.", explained: "The pejabat penilai has explained. The decision is awaited.", decided: "The objection to this result has been decided." },
    isDecision: "This result is the decision on an objection.",
    handover: "Record a hand-over on paper",
    handoverHelp: "For an employee who got the result in print. The days of objection run from that day.",
    handoverDay: "Handed over on",
    handoverSigned: "The employee signed",
    handoverNote: "Note",
    handoverSave: "Save",
    cancel: "Cancel",
  },
};
