import type { Refusal } from "./refusal.ts";

/** Who acts, in relation to the thing. One person may be several; `bkpsdm` holds that role; `job` is the system's own clockwork; the last four stand in a meeting. */
export type Party = "owner" | "penilai" | "atasan" | "giver" | "receiver" | "bkpsdm" | "job" | "kepala" | "pemimpin" | "notulis" | "peserta";

/** `to: "same"`: the action leaves the status as it is. */
export type Transition<Status extends string> = { from: readonly Status[]; to: Status | "same"; by: Party | readonly Party[] };

const NOT_THAT_PARTY = { owner: "not_yours", penilai: "not_your_bawahan", atasan: "not_your_bawahan", giver: "not_yours", receiver: "not_yours", bkpsdm: "not_yours", job: "only_by_system", kepala: "not_unit_head", pemimpin: "not_meeting_leader", notulis: "not_meeting_leader", peserta: "not_invited" } as const satisfies Record<Party, Refusal>;

/** The two refusals that follow from the table alone: the wrong person, the wrong status. */
export function transitionRefusals<Status extends string>(transition: Transition<Status>, status: Status, parties: readonly Party[]): Refusal[] {
  const allowed: readonly Party[] = typeof transition.by === "string" ? [transition.by] : transition.by;
  const isAllowed = allowed.some((party) => parties.includes(party));
  const wrongParty = isAllowed ? [] : allowed.slice(0, 1).map((party) => NOT_THAT_PARTY[party]);
  return transition.from.includes(status) ? wrongParty : [...wrongParty, "wrong_status"];
}

/** The refusals whose condition holds, in the order given: all reasons, not the first. */
export function reasons(table: Partial<Record<Refusal, boolean>>): Refusal[] {
  // The keys of a Partial<Record<Refusal, …>> literal are Refusals.
  return (Object.keys(table) as Refusal[]).filter((refusal) => table[refusal] === true);
}
