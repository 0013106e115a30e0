import type { Decision } from "@teraju/domain";
import * as z from "zod/mini";

/**
 * A rule's answer with all it rests on, sent as it is. A recursive schema would make every answer's OpenAPI unreadable; what a
 * Decision may carry is settled where it is made.
 */
export const decisionView = z.unknown() as unknown as z.ZodMiniType<Decision<unknown>, Decision<unknown>>;
