import { describe, expect, it } from "vitest";
import { roleEndRefusals, roleGiftRefusals, rolesToGive, type RoleGift } from "./role-assignment.ts";
import { ROLES } from "./vocabulary.ts";

const gift: RoleGift = { giver: { personId: "kepala", roles: ["bkpsdm_kepala"] }, receiverId: "staf", role: "bkpsdm", receiverHolds: [], basis: null, from: "2026-11-23", today: "2026-11-23" };

describe("a role is given", () => {
  it("by the head of BKPSDM, whichever it is; by the technical admin only their own; by nobody else", () => {
    expect([...rolesToGive(["bkpsdm_kepala"])].sort()).toEqual([...ROLES].sort());
    expect(rolesToGive(["admin_teknis"])).toEqual(["admin_teknis"]);
    for (const role of ["bkpsdm", "bkpsdm_analis", "wali_kota", "auditor", "admin_opd"] as const) expect(rolesToGive([role])).toEqual([]);
    expect(roleGiftRefusals(gift)).toEqual([]);
    expect(roleGiftRefusals({ ...gift, giver: { personId: "admin", roles: ["admin_teknis"] } })).toEqual(["role_not_yours"]);
  });

  it("never to oneself, never for days that have passed, never twice", () => {
    expect(roleGiftRefusals({ ...gift, receiverId: "kepala" })).toEqual(["role_of_own"]);
    expect(roleGiftRefusals({ ...gift, from: "2026-11-22" })).toEqual(["role_in_past"]);
    expect(roleGiftRefusals({ ...gift, receiverHolds: ["bkpsdm"] })).toEqual(["role_already_held"]);
  });

  it("to the Wali Kota and to an auditor only on the document that appoints them", () => {
    for (const role of ["wali_kota", "auditor"] as const) {
      expect(roleGiftRefusals({ ...gift, role })).toEqual(["role_without_basis"]);
      expect(roleGiftRefusals({ ...gift, role, basis: "Keputusan Nomor 1 Tahun 2026" })).toEqual([]);
    }
  });

  it("to nobody who would then check or keep their own work", () => {
    expect(roleGiftRefusals({ ...gift, receiverHolds: ["auditor"] })).toEqual(["roles_apart"]);
    expect(roleGiftRefusals({ ...gift, role: "auditor", basis: "Surat tugas", receiverHolds: ["bkpsdm_analis"] })).toEqual(["roles_apart"]);
    expect(roleGiftRefusals({ ...gift, role: "admin_teknis", receiverHolds: ["bkpsdm"] })).toEqual(["roles_apart"]);
    expect(roleGiftRefusals({ ...gift, receiverHolds: ["bkpsdm_analis"] })).toEqual([]);
  });
});

it("a role ends today or later, after it began, and nobody ends their own", () => {
  const end = { giver: gift.giver, receiverId: "staf", role: "bkpsdm", from: "2026-01-01", until: "2026-11-23", today: "2026-11-23" } as const;
  expect(roleEndRefusals(end)).toEqual([]);
  expect(roleEndRefusals({ ...end, until: "2026-11-22" })).toEqual(["role_in_past"]);
  expect(roleEndRefusals({ ...end, from: "2026-12-01", until: "2026-12-01" })).toEqual(["role_in_past"]);
  expect(roleEndRefusals({ ...end, receiverId: "kepala" })).toEqual(["role_of_own"]);
  expect(roleEndRefusals({ ...end, giver: { personId: "x", roles: ["bkpsdm"] } })).toEqual(["role_not_yours"]);
});
