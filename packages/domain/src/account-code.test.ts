import { describe, expect, it } from "vitest";
import { accountStateRefusals, codeRefusals, ranksToOpen, type Giver } from "./account-code.ts";

const giver = (more: Partial<Giver>): Giver => ({ personId: "loket", roles: [], administers: false, ...more });
const asked = (more: Partial<Giver>, rank: "pegawai" | "pimpinan" | "pemegang_peran" = "pegawai", isActive = true) => codeRefusals({ giver: giver(more), ownerId: "pemilik", rank, isActive });

describe("a code for somebody's account", () => {
  it("of an ordinary pegawai is handed out by the admin of their OPD, the technical admin, BKPSDM; by nobody else", () => {
    expect(asked({ administers: true })).toEqual([]);
    for (const role of ["admin_teknis", "bkpsdm", "bkpsdm_kepala"] as const) expect(asked({ roles: [role] })).toEqual([]);
    for (const role of ["auditor", "bkpsdm_analis", "wali_kota", "admin_opd"] as const) expect(asked({ roles: [role] })).toEqual(["account_only_bkpsdm"]);
  });
  it("of a head, or of who rates others, only at BKPSDM", () => {
    expect(asked({ administers: true }, "pimpinan")).toEqual(["account_only_bkpsdm"]);
    expect(asked({ roles: ["admin_teknis"] }, "pimpinan")).toEqual(["account_only_bkpsdm"]);
    expect(asked({ roles: ["bkpsdm"] }, "pimpinan")).toEqual([]);
  });
  it("of who holds a role only from the head of BKPSDM: nobody reaches the ratings of the city through another's account", () => {
    for (const more of [{ administers: true }, { roles: ["admin_teknis"] as const }, { roles: ["bkpsdm"] as const }]) expect(asked(more, "pemegang_peran")).toEqual(["account_only_kepala"]);
    expect(asked({ roles: ["bkpsdm_kepala"] }, "pemegang_peran")).toEqual([]);
  });
  it("is never one's own, and never of a closed account", () => {
    expect(codeRefusals({ giver: giver({ roles: ["bkpsdm_kepala"] }), ownerId: "loket", rank: "pegawai", isActive: true })).toEqual(["code_of_own"]);
    expect(asked({ administers: true }, "pegawai", false)).toEqual(["account_closed"]);
  });
  it("ranksToOpen says the same for many accounts at once", () => {
    expect(ranksToOpen({ roles: ["bkpsdm"], administers: true })).toEqual(["pegawai", "pimpinan"]);
    expect(ranksToOpen({ roles: [], administers: false })).toEqual([]);
  });
});

it("an account is closed by who may open it, and any other by the technical admin; never one's own", () => {
  const state = (more: Partial<Giver>, ownerId = "pemilik") => accountStateRefusals({ giver: giver(more), ownerId, rank: "pemegang_peran" });
  expect(state({ roles: ["admin_teknis"] })).toEqual([]);
  expect(state({ roles: ["bkpsdm"] })).toEqual(["account_only_kepala"]);
  expect(state({ roles: ["bkpsdm_kepala"] })).toEqual([]);
  expect(state({ roles: ["admin_teknis"] }, "loket")).toEqual(["own_account"]);
});
