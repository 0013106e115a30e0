import { readSession, type SessionView } from "@teraju/contracts/session";
import { type QueryClient, useSuspenseQuery } from "@tanstack/react-query";
import { apiQuery } from "./api.ts";

/** Who is signed in. Waits for the answer; without a session the frame leads to the sign-in page. */
export function useSession() {
  return useSuspenseQuery(sessionQuery).data;
}
/** Whoever works for BKPSDM with the whole city's figures: they are offered any department, others their own. */
export const isOfBkpsdm = (roles: SessionView["roles"]): boolean => roles.some((role) => role === "bkpsdm" || role === "bkpsdm_analis" || role === "bkpsdm_kepala");

/** Roles change with dated assignments, seldom within a visit. */
export const sessionQuery = { ...apiQuery(readSession, {}), staleTime: 5 * 60_000 };

/** `keepFor`: the person who is just signing in, whose own unsent words stay; null where somebody signs out. */
type Forget = (keepFor: string | null) => Promise<void> | void;
const forgets = new Set<Forget>();

/** What a feature keeps on the device for one person is wiped at the end of the session: drafts, outbox. */
export function whenSignedOut(forget: Forget): void {
  forgets.add(forget);
}

/** Wipes everything of the last person from memory and device; the next one on this browser finds nothing. */
export async function forgetPerson(client: QueryClient, keepFor: string | null = null): Promise<void> {
  await client.cancelQueries();
  client.clear();
  await Promise.all([...forgets].map((forget) => forget(keepFor)));
}

const channel = new BroadcastChannel("teraju.session");

/** Ends the session on this browser: everything of the person is wiped, here and in its other windows. */
export async function endSession(client: QueryClient): Promise<void> {
  await forgetPerson(client);
  channel.postMessage("ended");
}

/** Calls back when another window of this browser has ended the session. */
export function whenEndedElsewhere(then: () => void): void {
  channel.onmessage = then;
}
