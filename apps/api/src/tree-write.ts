import type { LocalDate, Month, UnitKind } from "@teraju/domain";
import { sql } from "drizzle-orm";
import { v7 } from "uuid";
import type { Tx } from "#db/audit.ts";

/** A unit as it shall stand in the next version of the tree; siblings keep the order in which they are given. */
export type TreeUnit = { readonly unitId: string; readonly parentId: string | null; readonly name: string; readonly shortName: string | null; readonly kind: UnitKind };
type Placed = TreeUnit & { opdId: string | null; depth: number; ord: number; lastOrd: number };

/**
 * Publishes the next whole version of the tree, in force from `from` on; the version in force until then ends on that day, and is not
 * otherwise touched. Reports of months that now read the new tree get its numbers, since a node's number is one of its own version.
 * @throws where the units do not hang on one root. PostgreSQL's exclusion (23P01) where a version begins on that day or later already.
 */
export async function publishTree(tx: Tx, { units, from, legalBasis }: { units: readonly TreeUnit[]; from: LocalDate; legalBasis: string }): Promise<{ treeId: string; before: string | null }> {
  const treeId = v7();
  const { rows: [old] } = await tx.execute<{ id: string }>(sql`update tree_version set valid_until = ${from} where valid_from < ${from} and (valid_until is null or valid_until > ${from}) returning id`);
  await tx.execute(sql`insert into tree_version (id, legal_basis, valid_from) values (${treeId}, ${legalBasis}, ${from})`);
  await tx.execute(sql`
    insert into unit_node (tree_id, unit_id, parent_id, opd_id, name, short_name, kind, depth, ord, last_ord)
    select ${treeId}, d."unitId", d."parentId", d."opdId", d.name, d."shortName", d.kind, d.depth, d.ord, d."lastOrd"
      from jsonb_to_recordset(${JSON.stringify(inPreOrder(units))}::jsonb) as d("unitId" uuid, "parentId" uuid, "opdId" uuid, name text, "shortName" text, kind text, depth int, ord int, "lastOrd" int)`);
  await renumberReports(tx, treeId, from);
  return { treeId, before: old?.id ?? null };
}

/** The city is number 1; what lies directly below it is a department of its own, with all that lies below that. */
export function inPreOrder(units: readonly TreeUnit[]): Placed[] {
  const below = new Map<string | null, TreeUnit[]>();
  for (const unit of units) below.set(unit.parentId, [...(below.get(unit.parentId) ?? []), unit]);
  const placed: Placed[] = [];
  const put = (unit: TreeUnit, depth: number, opdId: string | null): number => {
    const own = depth === 0 ? null : opdId ?? unit.unitId;
    const node: Placed = { ...unit, opdId: own, depth, ord: placed.length + 1, lastOrd: 0 };
    placed.push(node);
    for (const child of below.get(unit.unitId) ?? []) put(child, depth + 1, own);
    node.lastOrd = placed.length;
    return node.lastOrd;
  };
  const roots = below.get(null) ?? [];
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new Error("a tree has one root");
  put(root, 0, null);
  if (placed.length !== units.length) throw new Error("a unit of the tree hangs on nothing");
  return placed;
}

/** A month reads the tree of its 28th day, the same as the dashboards do. */
export async function renumberReports(tx: Tx, treeId: string, from: LocalDate): Promise<void> {
  const month: Month = from.slice(0, 7);
  await tx.execute(sql`
    update monthly_report r set unit_ord = n.ord, opd_id = coalesce(n.opd_id, n.unit_id) from unit_node n
     where n.tree_id = ${treeId} and n.unit_id = r.unit_id and r.month >= ${month} and (r.month || '-28')::date >= ${from}::date
       and (r.unit_ord <> n.ord or r.opd_id <> coalesce(n.opd_id, n.unit_id))`);
}
