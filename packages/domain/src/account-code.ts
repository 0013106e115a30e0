import type { Refusal } from "./refusal.ts";
import type { Role } from "./vocabulary.ts";

/** What whoever hands out a code at the desk looked at, to know the person before them. */
export const IDENTITY_CHECK = ["ktp", "kartu_pegawai", "sk_pengangkatan"] as const;

/** What a stranger could reach with somebody's account: their own work; others' ratings (heads, whoever rates); a role of the city. */
export const OWNER_RANK = ["pegawai", "pimpinan", "pemegang_peran"] as const;
export type OwnerRank = (typeof OWNER_RANK)[number];

/** City standards, not the regulation's: a code handed over at the desk is used within 3 days, a letter within two weeks, for it goes through an office's post. */
export const DESK_CODE_HOURS = 72;
export const LETTER_DAYS = 14;
/** Desk codes that one giver hands out within an hour, and that one account gets within a day: somebody at a stolen desk reaches few. */
export const DESK_CODES_PER_HOUR = 60;
export const DESK_CODES_PER_DAY = 5;
/** Letters in one file: what an office prints and hands out in a morning. */
export const LETTERS_IN_A_FILE = 60;

/** Who hands out a code; `administers`: the admin of the OPD to which the owner belongs today. */
export type Giver = { readonly personId: string; readonly roles: readonly Role[]; readonly administers: boolean };

/** Whose accounts this giver may open with a code. Who could read ratings through an account is left to BKPSDM, holders of roles to its head. */
export function ranksToOpen({ roles, administers }: Pick<Giver, "roles" | "administers">): readonly OwnerRank[] {
  if (roles.includes("bkpsdm_kepala")) return OWNER_RANK;
  if (roles.includes("bkpsdm")) return ["pegawai", "pimpinan"];
  return roles.includes("admin_teknis") || administers ? ["pegawai"] : [];
}

/** Why this giver cannot hand out a code for this account; none, and they may. */
export function codeRefusals({ giver, ownerId, rank, isActive }: { readonly giver: Giver; readonly ownerId: string; readonly rank: OwnerRank; readonly isActive: boolean }): Refusal[] {
  const isOpen = ranksToOpen(giver).includes(rank);
  return [
    ...(giver.personId === ownerId ? ["code_of_own" as const] : []),
    ...(isOpen ? [] : [rank === "pemegang_peran" ? "account_only_kepala" as const : "account_only_bkpsdm" as const]),
    ...(isActive ? [] : ["account_closed" as const]),
  ];
}

/** Why this giver cannot close or open this account. The technical admin may close every other one: a stolen account cannot wait for an office to open. */
export function accountStateRefusals({ giver, ownerId, rank }: { readonly giver: Giver; readonly ownerId: string; readonly rank: OwnerRank }): Refusal[] {
  if (giver.personId === ownerId) return ["own_account"];
  if (giver.roles.includes("admin_teknis")) return [];
  return codeRefusals({ giver, ownerId, rank, isActive: true });
}
