import type { Output } from "@teraju/contracts/endpoint";
import type { findRelationPeople, listActing, listPenilaiRelations, readPenilaiRelation } from "@teraju/contracts/penilai-relation";

export type List = Output<typeof listPenilaiRelations>;
export type Row = List["rows"][number];
export type View = Output<typeof readPenilaiRelation>;
export type Acting = Output<typeof listActing>;
export type Person = Output<typeof findRelationPeople>["people"][number];
export type Issue = NonNullable<Row["issue"]>;

/** Post and unit of somebody, in one line. */
export const seat = ({ jabatan, unit }: Person): string => [jabatan, unit].filter(Boolean).join(", ");

/** Whether there is one to accept: who is proposed is somebody else than who is recorded, and one person. */
export const mayAccept = ({ issue, usulan, penilai }: Row): boolean => issue !== null && usulan !== null && usulan.penilai !== null && !usulan.isGanda && usulan.penilai.id !== penilai?.id;
