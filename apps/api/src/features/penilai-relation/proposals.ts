import { type Decision, type JenisJabatan, type LocalDate, type PemegangPimpinan, type StandarPenilaian, tingkatPenilai, type UnitGaris, usulanPenilai, type UsulanPenilai } from "@teraju/domain";
import { sql } from "drizzle-orm";
import type { Ctx } from "../../context.ts";
import type { Tx } from "#db/audit.ts";
import { inForceOn } from "../../person-sql.ts";

export type Usulan = Decision<UsulanPenilai | null>;
type Head = PemegangPimpinan;
type Node = { unitId: string; parentId: string | null; depth: number; heads: Head[] };
type Seat = { personId: string; unitId: string; jenis: JenisJabatan; jenjang: string | null; isHead: boolean };

/** From the day of the standard that is in force, who may rate by delegation. */
export type Choice = Pick<StandarPenilaian["penilaian"], "delegasiFungsional" | "delegasiPlt">;

/** On that day. */

async function findNodes(db: Pick<Tx, "execute">, on: LocalDate, { delegasiFungsional, delegasiPlt }: Choice): Promise<Node[]> {
  const delegated = sql`exists (select from penilai_delegation d where d.person_id = s.person_id and d.unit_id = n.unit_id and ${inForceOn("d", on)})`;
  const { rows } = await db.execute<Node>(sql`
    select n.unit_id as "unitId", n.parent_id as "parentId", n.depth, coalesce((
      select json_agg(json_build_object('pegawai', s.person_id, 'kind', s.kind, 'jenis', j.jenis, 'jenjang', j.jenjang,
          'hasDelegasi', ${delegated} or (s.kind = 'definitif' and j.jenis = 'fungsional' and ${delegasiFungsional}) or (s.kind = 'plt' and ${delegasiPlt}),
          'isBerhalangan', exists (select from absence a where a.person_id = s.person_id and ${inForceOn("a", on)} and (a.kind <> 'cuti' or exists (
            select from penilai_delegation d join placement o on o.person_id = d.person_id and o.jabatan_id = j.id and o.kind <> 'definitif' and ${inForceOn("o", on)} where d.unit_id = n.unit_id and d.person_id <> s.person_id and ${inForceOn("d", on)})))) order by s.valid_from, s.person_id)
        from jabatan j join placement s on s.jabatan_id = j.id and ${inForceOn("s", on)} where j.unit_id = n.unit_id and j.is_head), '[]') as heads
      from unit_node n join tree_version t on t.id = n.tree_id and ${inForceOn("t", on)}`);
  return rows;
}

/** The post that counts for who rates: that of a Plt. while there is one (Lampiran BAB IV.A.5), else the definitive one; a Plh. changes nothing. */
async function findSeats(db: Pick<Tx, "execute">, on: LocalDate, personIds: readonly string[] | null): Promise<Seat[]> {
  const some = personIds === null ? sql`true` : sql`s.person_id in (select jsonb_array_elements_text(${JSON.stringify(personIds)}::jsonb)::uuid)`;
  const { rows } = await db.execute<Seat>(sql`
    select distinct on (s.person_id) s.person_id as "personId", s.unit_id as "unitId", j.jenis, j.jenjang, j.is_head as "isHead"
      from placement s join jabatan j on j.id = s.jabatan_id join person p on p.id = s.person_id and p.jenis <> 'pejabat'
     where ${inForceOn("s", on)} and ${some} order by s.person_id, array_position(array['plt', 'definitif', 'plh'], s.kind), s.valid_from desc`);
  return rows;
}

/**
 * Who should rate each person on that day by the tree and the table of rules §1.2, for everybody or for some; who has no post in the
 * tree is not in it. The one way in which the product proposes a superior. Two statements, whatever their number.
 */
export async function proposalsOn(db: Pick<Tx, "execute">, on: LocalDate, choice: Choice, personIds: readonly string[] | null): Promise<Map<string, Usulan>> {
  const nodes = new Map((await findNodes(db, on, choice)).map((node) => [node.unitId, node]));
  const seats = await findSeats(db, on, personIds);
  const ways = new Map<string, UnitGaris[]>();
  const wayUp = (unitId: string): UnitGaris[] => {
    const known = ways.get(unitId);
    if (known !== undefined) return known;
    const way: UnitGaris[] = [];
    for (let at = nodes.get(unitId); at !== undefined; at = at.parentId === null ? undefined : nodes.get(at.parentId)) way.push({ unit: at.unitId, isPerangkatDaerah: at.depth === 1, pimpinan: at.heads });
    ways.set(unitId, way);
    return way;
  };
  return new Map(seats.flatMap(({ personId, unitId, jenis, jenjang, isHead }) => {
    const garis = wayUp(unitId);
    return garis.length === 0 ? [] : [[personId, usulanPenilai({ pegawai: personId, minimal: tingkatPenilai({ jenis, jenjang }), memimpin: isHead, garis })] as const];
  }));
}

/** The same for one person today; null where nobody is proposed. */
export async function proposalOf(ctx: Pick<Ctx, "db" | "today">, personId: string, choice: Choice): Promise<UsulanPenilai | null> {
  return (await proposalsOn(ctx.db, ctx.today, choice, [personId])).get(personId)?.value ?? null;
}
