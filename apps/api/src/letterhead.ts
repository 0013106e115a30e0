import type { LocalDate } from "@teraju/domain";
import type { Pool } from "pg";
import type { Letterhead } from "./pdf/official.ts";
import type { PictureFile } from "./pdf/print.ts";
import { TREE_CTE } from "./tree.ts";

const HEADS = {
  name: "letterheads_of",
  text: `
    with ${TREE_CTE}
    select n.unit_id as id, n.kind, n.name, l.name as "ownName", l.address, l.contact
      from unit_node n join tree on tree.id = n.tree_id left join letterhead l on l.unit_id = n.unit_id
     where n.kind = 'kota' or n.unit_id = n.opd_id`,
};
type HeadRow = { id: string; kind: string; name: string; ownName: string | null; address: string | null; contact: string | null };
const IMAGES = { name: "letterhead_images", text: "select slot, mime, bytes from letterhead_image" };

export type Letterheads = {
  /** "Kota Langsa", and "Langsa": where one signs. */
  readonly city: string; readonly place: string;
  /** The pictures, by the names that the heads use. */
  readonly files: readonly PictureFile[];
  /** The kop of a department; of the city itself for null. */
  of(opdId: string | null): Letterhead;
};

const linesOf = (...texts: readonly (string | null)[]): string[] => texts.flatMap((text) => text?.split("\n") ?? []);

/** Kop naskah dinas of the city and its departments, as BKPSDM wrote it, with the names of the tree of that day. Two queries. */
export async function letterheadsOn(pool: Pick<Pool, "query">, day: LocalDate): Promise<Letterheads> {
  const [heads, images] = await Promise.all([pool.query<HeadRow>({ ...HEADS, values: [day] }), pool.query<{ slot: "daerah" | "negara"; mime: string; bytes: Buffer }>(IMAGES)]);
  const root = heads.rows.find((row) => row.kind === "kota");
  const city = root?.name ?? "";
  const pictures = new Map(images.rows.map(({ slot, mime, bytes }) => [slot, { path: `letterhead-${slot}.${mime === "image/png" ? "png" : "jpg"}`, bytes }]));
  const picture = (slot: "daerah" | "negara", alt: string) => {
    const found = pictures.get(slot);
    return found === undefined ? null : { path: found.path, alt };
  };
  const shared = { government: root?.ownName ?? `Pemerintah ${city}`, arms: picture("daerah", `Lambang ${city}`), garuda: picture("negara", "Lambang negara Garuda Pancasila") };
  return {
    city, place: city.replace(/^(Kota|Kabupaten) /, ""), files: [...pictures.values()],
    of(opdId) {
      const own = heads.rows.find((row) => row.id === opdId && row.kind !== "kota");
      return own === undefined ? { ...shared, offices: [], address: linesOf(root?.address ?? null, root?.contact ?? null) } : { ...shared, offices: [own.ownName ?? own.name], address: linesOf(own.address, own.contact) };
    },
  };
}
