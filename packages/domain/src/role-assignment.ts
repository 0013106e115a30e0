import type { LocalDate } from "./calendar.ts";
import type { Refusal } from "./refusal.ts";
import type { Role } from "./vocabulary.ts";

/** Roles that open the whole city's ratings to somebody outside of BKPSDM: given on a document that appoints the person. */
export const ROLES_ON_A_DOCUMENT: readonly Role[] = ["wali_kota", "auditor"];

/** What must not meet in one person: who keeps the accounts or checks the work is none of those who do it. */
const APART: readonly (readonly [Role, readonly Role[]])[] = [
  ["auditor", ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "wali_kota", "admin_teknis", "admin_opd"]],
  ["admin_teknis", ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "wali_kota"]],
];

/** Roles that somebody holding these may give and end: the head of BKPSDM every one, the technical admin only their own kind. */
export function rolesToGive(held: readonly Role[]): readonly Role[] {
  if (held.includes("bkpsdm_kepala")) return ["bkpsdm", "bkpsdm_analis", "bkpsdm_kepala", "admin_opd", "admin_teknis", "auditor", "wali_kota"];
  return held.includes("admin_teknis") ? ["admin_teknis"] : [];
}

export type RoleGift = {
  readonly giver: { readonly personId: string; readonly roles: readonly Role[] };
  readonly receiverId: string;
  readonly role: Role;
  /** Roles that the receiver holds on some day of the gift. */
  readonly receiverHolds: readonly Role[];
  readonly basis: string | null;
  readonly from: LocalDate;
  readonly today: LocalDate;
};

/** Why this role cannot be given so; none, and it may. It never begins in the past: nobody's reading is made right afterwards. */
export function roleGiftRefusals({ giver, receiverId, role, receiverHolds, basis, from, today }: RoleGift): Refusal[] {
  return [
    ...(rolesToGive(giver.roles).includes(role) ? [] : ["role_not_yours" as const]),
    ...(giver.personId === receiverId ? ["role_of_own" as const] : []),
    ...(from < today ? ["role_in_past" as const] : []),
    ...(ROLES_ON_A_DOCUMENT.includes(role) && basis === null ? ["role_without_basis" as const] : []),
    ...(receiverHolds.includes(role) ? ["role_already_held" as const] : []),
    ...(receiverHolds.some((other) => areApart(role, other)) ? ["roles_apart" as const] : []),
  ];
}

/** Why this role cannot end on that day (the first day without it). Nobody ends their own: the last head would lock the city out. */
export function roleEndRefusals({ giver, receiverId, role, from, until, today }: Pick<RoleGift, "giver" | "receiverId" | "role" | "today"> & { readonly from: LocalDate; readonly until: LocalDate }): Refusal[] {
  return [
    ...(rolesToGive(giver.roles).includes(role) ? [] : ["role_not_yours" as const]),
    ...(giver.personId === receiverId ? ["role_of_own" as const] : []),
    ...(until < today || until <= from ? ["role_in_past" as const] : []),
  ];
}

/** Whether these two roles must not meet in one person. */
export function areApart(one: Role, other: Role): boolean {
  return APART.some(([role, from]) => (role === one && from.includes(other)) || (role === other && from.includes(one)));
}
