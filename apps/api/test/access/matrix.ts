import { ROLES, type Role } from "@teraju/domain";
import { TABLE } from "./matrix-table.ts";
import { STANDINGS, type StandingWord } from "./world.ts";

/** Endpoints that ask nobody who they are. */
export const PUBLIC = ["GET /api/health", "POST /api/session", "POST /api/activation", "GET /api/verifikasi/:code"];

export type Mark = "+" | "s" | "~" | "x" | ".";
const BEST_FIRST: readonly Mark[] = ["+", "s", "~", "x", "."];

export type Row = {
  /** "GET /api/skp/:id [a draft]" */
  readonly name: string;
  /** "GET /api/skp/:id" */
  readonly endpoint: string;
  readonly by: ReadonlyMap<StandingWord, Mark>;
  readonly as: ReadonlyMap<Role, Mark>;
  /** Rows that must all be theirs, in place of marks. */
  readonly all: readonly string[];
  /** One standing and the roles that it needs besides, in place of marks. */
  readonly only?: { readonly standing: string; readonly roles: readonly string[] };
};

function isMark(sign: string): sign is Mark {
  return BEST_FIRST.some((mark) => mark === sign);
}
function marks(text: string, count: number, line: string): Mark[] {
  const found = [...text.replaceAll(" ", "")];
  if (found.length !== count || !found.every(isMark)) throw new Error(`the access matrix has a wrong line: ${line}`);
  return found;
}

function rowOf(line: string): Row {
  const name = line.slice(0, 60).trim();
  const endpoint = name.replace(/ \[.*\]$/, "");
  const cells = line.slice(60).trim();
  if (cells.startsWith("= ")) return { name, endpoint, by: new Map(), as: new Map(), all: cells.slice(2).split(" & ") };
  const named = /^only (\w+) as (.+)$/.exec(cells);
  if (named !== null) return { name, endpoint, by: new Map(), as: new Map(), all: [], only: { standing: named[1] ?? "", roles: (named[2] ?? "").split(", ") } };
  const [standings = "", roles = ""] = cells.split(/ {3,}/);
  const byStanding = marks(standings, STANDINGS.length, line);
  const byRole = marks(roles, ROLES.length, line);
  return { name, endpoint, all: [], by: new Map(STANDINGS.map((standing, i) => [standing, byStanding[i] ?? "."])), as: new Map(ROLES.map((role, i) => [role, byRole[i] ?? "."])) };
}

/** What a person of this standing, holding this role or none, must find. */
export function expected(row: Row, standing: StandingWord, role: Role | null): Mark {
  if (row.all.length > 0) return row.all.every((name) => expected(rowNamed(name), standing, role) === "+") ? "+" : ".";
  if (row.only !== undefined) return row.only.standing === standing && role !== null && row.only.roles.includes(role) ? "+" : ".";
  const both = [row.by.get(standing), role === null ? undefined : row.as.get(role)];
  return BEST_FIRST.find((mark) => both.includes(mark)) ?? ".";
}

export const ROWS: readonly Row[] = TABLE.split("\n").slice(2).filter((line) => line !== "" && !line.startsWith("#")).map(rowOf);
function rowNamed(name: string): Row {
  const row = ROWS.find((one) => one.name === name);
  if (row === undefined) throw new Error(`the access matrix speaks of ${name}, which has no line`);
  return row;
}

export type Cell = { readonly row: Row; readonly standing: StandingWord; readonly role: Role | null };
export const HELD: readonly (Role | null)[] = [null, ...ROLES];
/** Every cell: endpoint and thing × standing × role held. */
export const CELLS: readonly Cell[] = HELD.flatMap((role) => ROWS.flatMap((row) => STANDINGS.map((standing) => ({ row, standing, role }))));
