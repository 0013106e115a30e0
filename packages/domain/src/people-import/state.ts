import type { LocalDate } from "../calendar.ts";
import type { JenisJabatan, UnitKind } from "../vocabulary.ts";
import type { SeatKind } from "./values.ts";

/** The city as it stands on the day from which the file is to hold. */
export type StateUnit = { readonly id: string; readonly code: string; readonly name: string; readonly shortName: string | null; readonly kind: UnitKind; readonly parentId: string | null; readonly opdId: string | null; /** The day from which a tree that is already planned does not have it any more. */ readonly until: LocalDate | null };
export type StatePost = { readonly id: string; readonly unitId: string; readonly name: string; readonly jenis: JenisJabatan; readonly jenjang: string | null; readonly isHead: boolean; /** The day on which it closes, where that is already planned. */ readonly until: LocalDate | null };
export type StateSeat = { readonly id: string; readonly postId: string; readonly unitId: string; readonly kind: SeatKind; readonly validFrom: LocalDate };
export type StatePerson = {
  readonly id: string; readonly nip: string | null; readonly login: string | null; readonly name: string; readonly jenis: "pns" | "pppk" | "pejabat"; readonly golongan: string | null; readonly rumpun: string | null;
  readonly seats: readonly StateSeat[];
  readonly penilai: { readonly id: string; readonly penilaiId: string; readonly atasanId: string | null; readonly validFrom: LocalDate } | null;
  /** A post, or a penilai, of theirs that begins on that day or later. */
  readonly hasLaterSeat: boolean; readonly hasLaterPenilai: boolean;
};
export type CityState = { readonly units: readonly StateUnit[]; readonly posts: readonly StatePost[]; readonly people: readonly StatePerson[]; /** The tree of a later day is there already, or one that begins on this day. */ readonly hasLaterTree: boolean; /** Codes of units that are not in the tree of this day: closed before it, or made for a later one. */ readonly otherCodes: readonly string[] };

/** Whom a plan means: somebody of ours by id, or who is new by the line of the file. */
export type PersonKey = `p:${string}` | `n:${number}`;
/** A unit of ours by id, or a new one by its code. */
export type UnitKey = `u:${string}` | `n:${string}`;

export type UnitPlan = { readonly key: UnitKey; readonly code: string; readonly name: string; readonly shortName: string | null; readonly kind: UnitKind; readonly parent: UnitKey | null };
export type SeatPlan = { readonly unit: UnitKey; /** A post that is there already; else it is made. */ readonly postId: string | null; readonly name: string; readonly jenis: JenisJabatan; readonly jenjang: string | null; readonly isHead: boolean; readonly kind: SeatKind };
export type PersonPlan = {
  readonly key: PersonKey;
  /** The person as they shall be written; null: nothing of it changes. */
  readonly person: { readonly nip: string | null; readonly name: string; readonly jenis: "pns" | "pppk"; readonly golongan: string | null; readonly rumpun: string | null } | null;
  readonly closeSeats: readonly string[];
  readonly openSeats: readonly SeatPlan[];
  readonly penilai: { readonly penilai: PersonKey; readonly atasan: PersonKey | null; readonly closes: string | null } | null;
  /** The relation that ends without another: who is left out of the file. */
  readonly endPenilai: string | null;
};
