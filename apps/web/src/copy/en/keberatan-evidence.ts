import type { keberatanEvidence as id } from "../id/keberatan-evidence.ts";

export const keberatanEvidence: typeof id = {
  title: "New files of both sides",
  sub: "Until the penilai explains. What was sent stays here.",
  choose: "Add a file",
  help: "PDF or photo, 10 MB at most.",
  by: (name, day) => `${name}, ${day}`,
  sending: "Sending the file…",
  done: (title) => `${title} was sent.`,
};
