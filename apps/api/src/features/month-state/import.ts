import type { importAbsences, Output, readAbsenceFile } from "@teraju/contracts";
import { ABSENCE_KIND, addDays, areOverlapping, bacaCuti, type BarisCuti, CUTI, KOLOM_CUTI, type LocalDate, type MasalahCuti, type Month } from "@teraju/domain";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { absence } from "#db/schema/people.ts";
import { postgresCode, Problem, refuseIf } from "#http/problem.ts";
import { recordsOf } from "../../csv.ts";
import { standardOn } from "../../standard.ts";
import { mustRole } from "../../standing.ts";
import { alignReports, touchedMonths } from "./service.ts";

const MOST_LINES = 5_000;
type Line = BarisCuti & { line: number; personId: string; name: string };
type Read = { read: number; fresh: Line[]; same: number; wrong: ({ line: number } & MasalahCuti)[] };

/** A file of leave as it would be taken; nothing is written. Two queries. Throws `invalid` for what is no such table. */
export async function readFile(ctx: Ctx, csv: string): Promise<Output<typeof readAbsenceFile>> {
  mustRole(ctx, "absence.import");
  const { fresh, ...rest } = await readLines(ctx, csv);
  return { ...rest, fresh: fresh.map(({ personId: _, note: _note, surat: _surat, ...line }) => line) };
}

/** Takes the whole file, or nothing where a line is wrong; what stands already is left alone. Drafts of the months touched follow at once. */
export async function importFile(ctx: Ctx, csv: string): Promise<Output<typeof importAbsences>> {
  mustRole(ctx, "absence.import");
  const { fresh, wrong } = await readLines(ctx, csv);
  refuseIf(wrong.length > 0 ? ["lines_wrong"] : []);
  if (fresh.length === 0) return { added: 0 };
  const { kalender } = await standardOn(ctx.pool, ctx.today);
  await change(ctx, async (tx) => {
    await tx.insert(absence).values(fresh.map(({ personId, kind, cuti, note, surat, firstDay, lastDay }) => ({ personId, kind, cuti, note, letterNumber: surat?.nomor ?? null, letterDate: surat?.tanggal ?? null, setBy: ctx.actor.personId, validFrom: firstDay, validUntil: lastDay === null ? null : addDays(lastDay, 1) })));
    for (const [month, people] of peopleOf(fresh, ctx.today)) await alignReports(tx, { month, today: ctx.today, personIds: [...people], kalender });
    const rows = fresh.map(({ personId, kind, cuti, firstDay, lastDay, surat }) => ({ personId, kind, cuti, firstDay, lastDay, surat }));
    return { value: undefined, audit: { action: "absence.import", target: { type: "absence-import", id: ctx.today }, payload: { rows } } };
  }).catch((error: unknown) => {
    if (postgresCode(error) === "23P01") throw new Problem("stale");
    throw error;
  });
  return { added: fresh.length };
}

function peopleOf(lines: readonly Line[], today: LocalDate): Map<Month, Set<string>> {
  const found = new Map<Month, Set<string>>();
  for (const line of lines) for (const month of touchedMonths(line, today)) found.set(month, (found.get(month) ?? new Set()).add(line.personId));
  return found;
}

async function readLines(ctx: Ctx, csv: string): Promise<Read> {
  const parsed = recordsOf(csv, { columns: KOLOM_CUTI, mostLines: MOST_LINES, longest: 4_000 }).map((record, index) => ({ line: index + 2, ...bacaCuti({ nip: record["nip"] ?? "", jenis: record["jenis"] ?? "", mulai: record["mulai"] ?? "", selesai: record["selesai"] ?? "", keterangan: (record["keterangan"] ?? "").slice(0, 500), nomor_surat: (record["nomor_surat"] ?? "").slice(0, 100), tanggal_surat: record["tanggal_surat"] ?? "" }) }));
  const wrong = parsed.flatMap((one) => ("masalah" in one ? one.masalah.map((fault) => ({ line: one.line, ...fault })) : []));
  const rows = parsed.flatMap((one) => ("cuti" in one ? [{ line: one.line, ...one.cuti }] : []));
  const known = await findPeople(ctx, rows.map(({ nip }) => nip));
  const taken = new Map<string, Stretch[]>([...known].map(([nip, { absences }]) => [nip, [...absences]]));
  const [fresh, result]: [Line[], { same: number }] = [[], { same: 0 }];
  for (const row of rows) {
    const person = known.get(row.nip);
    const stretches = taken.get(row.nip) ?? [];
    if (person === undefined) wrong.push({ line: row.line, kolom: "nip", masalah: "orang_tidak_ada" });
    else if (stretches.some((one) => isSame(one, row))) result.same += 1;
    else if (stretches.some((one) => areOverlapping(one, row))) wrong.push({ line: row.line, kolom: "mulai", masalah: "bertumpuk" });
    else {
      fresh.push({ ...row, personId: person.id, name: person.name });
      stretches.push(row);
    }
  }
  return { read: parsed.length, fresh, same: result.same, wrong: wrong.toSorted((a, b) => a.line - b.line) };
}

type Stretch = Pick<BarisCuti, "kind" | "cuti" | "firstDay" | "lastDay">;
const isSame = (a: Stretch, b: Stretch): boolean => a.kind === b.kind && a.cuti === b.cuti && a.firstDay === b.firstDay && a.lastDay === b.lastDay;

type Known = { id: string; nip: string; name: string; absences: { kind: string; cuti: string | null; from: LocalDate; until: LocalDate | null }[] };
async function findPeople({ pool }: Ctx, nips: readonly string[]): Promise<Map<string, { id: string; name: string; absences: Stretch[] }>> {
  const { rows } = await pool.query<Known>({
    name: "absence_people",
    text: `select p.id, p.nip, p.name, coalesce((select json_agg(json_build_object('kind', a.kind, 'cuti', a.cuti, 'from', a.valid_from, 'until', a.valid_until)) from absence a where a.person_id = p.id), '[]') as absences from person p where p.nip = any ($1::text[])`,
    values: [nips],
  });
  const toStretch = (one: Known["absences"][number]): Stretch => ({ kind: ABSENCE_KIND.find((kind) => kind === one.kind) ?? "cuti", cuti: CUTI.find((cuti) => cuti === one.cuti) ?? null, firstDay: one.from, lastDay: one.until === null ? null : addDays(one.until, -1) });
  return new Map(rows.map(({ nip, absences, ...person }) => [nip, { ...person, absences: absences.map(toStretch) }]));
}
