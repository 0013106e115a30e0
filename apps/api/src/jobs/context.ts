import type { Ctx } from "../context.ts";

/** What a job is given: no person acts, the system does. */
export type JobCtx = Omit<Ctx, "actor"> & { readonly actor: null };
