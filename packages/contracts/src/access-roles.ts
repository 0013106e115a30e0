import { ROLES } from "@teraju/domain";
import * as z from "zod/mini";
import { endpoint } from "./endpoint.ts";
import { Id, LocalDate, optionalText, text } from "./fields.ts";

const role = z.enum(ROLES);
const holder = z.object({ id: Id, name: z.string(), nip: z.nullable(z.string()), unit: z.nullable(z.string()) });
/** One role of one person on the days [from, until); `opd` is the one whose admin the person is. */
export const roleAssignmentView = z.object({
  id: Id, person: holder, role, opd: z.nullable(z.object({ id: Id, name: z.string() })), from: LocalDate, until: z.nullable(LocalDate),
  basis: z.nullable(z.string()), givenBy: z.nullable(z.string()), actions: z.object({ end: z.array(z.string()) }),
});
export type RoleAssignmentView = z.output<typeof roleAssignmentView>;

export const listRoleAssignments = endpoint({
  method: "GET", path: "/api/role-assignment", access: "role.read", summary: "Who holds a role today or will, then what ended last; which roles I may give",
  response: z.object({ current: z.array(roleAssignmentView), ended: z.array(roleAssignmentView), givable: z.array(role), opds: z.array(z.object({ id: Id, name: z.string() })) }),
});
/** At most 20, by a part of the name or the beginning of the NIP. */
export const findRoleHolders = endpoint({
  method: "GET", path: "/api/role-assignment/people", access: "role.assign", summary: "Whom a role may be given to, by name or NIP", refuses: [403],
  query: z.object({ q: text(100) }), response: z.object({ people: z.array(holder) }),
});
export const giveRole = endpoint({
  method: "POST", path: "/api/role-assignment", access: "role.assign", summary: "Give a role from a day on; never to oneself", refuses: [403, 409],
  body: z.strictObject({ id: Id, personId: Id, role, unitId: z.nullable(Id), from: LocalDate, until: z.nullable(LocalDate), basis: optionalText(300) })
    .check(z.refine((one) => (one.role === "admin_opd") === (one.unitId !== null), { error: "unit_of_admin_opd" }), z.refine((one) => one.until === null || one.until > one.from, { error: "until_after_from" })),
  response: roleAssignmentView,
});
export const endRole = endpoint({
  method: "POST", path: "/api/role-assignment/:id/end", access: "role.assign", summary: "The first day without the role; it stays on record", refuses: [403, 409],
  params: z.object({ id: Id }), body: z.strictObject({ until: LocalDate }), response: roleAssignmentView,
});
