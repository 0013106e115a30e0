import type { LocalDate } from "@teraju/domain";
import { change } from "#db/audit.ts";
import { followLines, tell, trailOf, type HandOver } from "../features/penilai-relation/hand-over.ts";
import type { JobCtx } from "./context.ts";

type Begun = HandOver & { on: LocalDate };
/** So many days a night's work may have been missed. */
const DAYS_BACK = 7;
/** Lines that were known beforehand and have begun since, such as the end of a Plt.: whose penilai is another one, and has not been told so. */
const BEGUN = `
  select r.pegawai_id as "pegawaiId", p.name, o.penilai_id as before, r.penilai_id as after, r.valid_from as "on"
    from penilai_relation r join person p on p.id = r.pegawai_id join penilai_relation o on o.pegawai_id = r.pegawai_id and o.valid_until = r.valid_from and o.penilai_id <> r.penilai_id
   where r.source = 'tree' and r.valid_from between $1::date - ${DAYS_BACK} and $1
     and not exists (select from notification n where n.person_id = r.pegawai_id and n.kind = 'penilai_changed' and n.params::json ->> 'on' = r.valid_from::text) order by 5, 1`;

/** On the day on which a planned line begins, open reports go along and all three are told. Gives how many people. */
export async function followRaters(ctx: JobCtx): Promise<number> {
  const { rows } = await ctx.pool.query<Begun>(BEGUN, [ctx.today]);
  for (const [from, handOvers] of Map.groupBy(rows, (row) => row.on)) {
    await change(ctx, async (tx) => {
      await tell(ctx, tx, handOvers, from);
      const reports = await followLines(ctx, tx, { people: handOvers.map(({ pegawaiId }) => pegawaiId), handOvers, from });
      return { value: undefined, audit: { action: "penilai-relation.begin", target: { type: "day", id: from }, payload: { reports, handOvers: trailOf(handOvers) } } };
    });
  }
  return rows.length;
}
