import { appendFileSync, readFileSync } from "node:fs";

export type Kind = "submit" | "note";
/** `intent` before the request leaves; then `ack` with what the answer said, `refused` with its status, or `unknown` where no answer came. */
export type Entry = { kind: Kind; id: string; what: "intent" | "ack" | "refused" | "unknown"; said?: string };
/** How one effect stands by the client's own book. */
export type Standing = { kind: Kind; state: "acked" | "refused" | "unknown"; said: string | undefined };

/** The clients' own book, append-only and on disk: the server's word against what the server later holds. */
export function openJournal(file: string): { write(entry: Entry): void; read(): Map<string, Standing> } {
  return {
    write: (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`),
    read: () => settle(readFileSync(file, "utf8").trim().split("\n").filter((line) => line !== "").map((line) => JSON.parse(line) as Entry)),
  };
}

/** An effect is acked once any attempt was; where no attempt was answered it is unknown. */
export function settle(entries: readonly Entry[]): Map<string, Standing> {
  const book = new Map<string, Standing>();
  for (const { kind, id, what, said } of entries) {
    if (book.get(id)?.state === "acked") continue;
    book.set(id, { kind, state: what === "ack" ? "acked" : what === "refused" ? "refused" : "unknown", said });
  }
  return book;
}
