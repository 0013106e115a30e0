import type { Output, recordFacts } from "@teraju/contracts";
import { career } from "@teraju/domain";
import { v7 } from "uuid";
import type { Ctx } from "../../context.ts";
import { change } from "#db/audit.ts";
import { careerFact } from "#db/schema/careers.ts";
import { recordsOf } from "../../csv.ts";
import { mustRole } from "../../standing.ts";
import * as queries from "./queries.ts";

const MOST_LINES = 10_000;
const CHUNK = 1_000;
/** The line of the file on which the first fact stands. */
const FIRST_LINE = 2;

type Line = Record<career.KolomFakta, string>;
type Fresh = { line: number; personId: string; name: string; fakta: career.Fakta };
type Answer = Output<typeof recordFacts>;

/**
 * Shows what a file of facts would add; with `apply`, writes it, all or nothing. Lines that say what is known already are counted and
 * left alone, so that the same file sent twice changes nothing. Two queries, and one statement per thousand lines.
 */
export async function record(ctx: Ctx, { id, csv, apply }: { id: string; csv: string; apply: boolean }): Promise<Answer> {
  mustRole(ctx, "career.record");
  const lines = read(csv);
  const parsed = lines.map((line, index) => ({ line: index + FIRST_LINE, read: career.bacaFakta(line, ctx.today) }));
  const good = parsed.flatMap(({ line, read: one }) => ("fakta" in one ? [{ line, ...one }] : []));
  const known = await queries.findByNip(ctx.pool, good.map(({ nip }) => nip));
  const wrong: Answer["wrong"] = [
    ...parsed.flatMap(({ line, read: one }) => ("masalah" in one ? one.masalah.map(({ kolom, masalah }) => ({ line, kolom, masalah })) : [])),
    ...good.filter(({ nip }) => !known.has(nip)).map(({ line }) => ({ line, kolom: "nip", masalah: "nip_tidak_ditemukan" })),
  ].sort((a, b) => a.line - b.line);
  const found = good.flatMap(({ line, nip, fakta }): Fresh[] => {
    const person = known.get(nip);
    return person === undefined ? [] : [{ line, personId: person.id, name: person.name, fakta }];
  });
  const before = new Set((await queries.findKnownFacts(ctx.pool, found.map(({ personId }) => personId))).map((one) => keyOf(one.personId, one)));
  const fresh = found.filter(({ personId, fakta }) => !before.has(keyOf(personId, fakta)));
  const isApplied = apply && wrong.length === 0 && fresh.length > 0;
  if (isApplied) await write(ctx, id, fresh);
  return { columns: [...career.KOLOM_FAKTA], read: lines.length, unchanged: found.length - fresh.length, isApplied, fresh: fresh.map(({ line, name, fakta }) => ({ line, name, ...fakta })), wrong };
}

const keyOf = (personId: string, { jenis, tahun, nilai, perTanggal, sumber }: career.Fakta): string => JSON.stringify([personId, jenis, tahun, nilai, perTanggal, sumber]);

/** Headings by name, never by position; comma or semicolon. Throws `invalid` for what is no such table. */
function read(csv: string): Line[] {
  const records = recordsOf(csv, { columns: career.KOLOM_FAKTA, mostLines: MOST_LINES, longest: 20_000 });
  return records.map((one) => ({ nip: one["nip"] ?? "", jenis: one["jenis"] ?? "", tahun: one["tahun"] ?? "", nilai: one["nilai"] ?? "", per_tanggal: one["per_tanggal"] ?? "", sumber: (one["sumber"] ?? "").slice(0, 300) }));
}

async function write(ctx: Ctx, id: string, fresh: readonly Fresh[]): Promise<void> {
  await change(ctx, async (tx) => {
    const rows = fresh.map(({ personId, fakta }) => ({ id: v7(), personId, ...fakta, recordedBy: ctx.actor.personId, recordedOn: ctx.today }));
    for (let from = 0; from < rows.length; from += CHUNK) await tx.insert(careerFact).values(rows.slice(from, from + CHUNK));
    // What a paper says of somebody is no line of the trail: how many, of which kind, and the rows themselves are kept for ever.
    const byKind = Object.fromEntries(career.FAKTA.map((kind) => [kind, rows.filter(({ jenis }) => jenis === kind).length]));
    return { value: undefined, audit: { action: "career.record", target: { type: "career-fact", id }, payload: byKind } };
  });
}
