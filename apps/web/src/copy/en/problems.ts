import type { ProblemCode } from "@teraju/contracts/problem";

export const problems = {
  byCode: {
    invalid: "Some entries are wrong. Please check them.",
    unauthenticated: "Your session has ended. Please sign in again.",
    forbidden: "You may not do this.",
    not_found: "This does not exist, or you may not see it.",
    refused: "This cannot be done now.",
    stale: "This has changed since you opened it. Reload and try again.",
    too_large: "The file or entry is too large.",
    unsupported: "This kind of file is not accepted.",
    too_many: "Too many attempts. Wait a while, then try again.",
    bug: "Something failed on our side. What you wrote is safe. Try again.",
    busy: "The system is busy. What you wrote is safe. Try again.",
  } satisfies Record<ProblemCode, string> as Record<ProblemCode, string>,
  offline: "No signal. What you wrote is safe.",
  reference: (requestId: string) => `Reference: ${requestId}.`,
  field: {
    too_small: "This entry is too short or too small.",
    too_big: "This entry is too long or too large.",
    invalid_type: "This entry is not filled in correctly.",
    invalid_format: "The form of this entry is wrong.",
    invalid_value: "Choose one of those offered.",
    unrecognized_keys: "There is an unknown entry.",
    too_many_decimals: "At most two decimals.",
    forbidden_character: "There is a character that is not accepted.",
  } as Record<string, string>,
  fieldOther: "Check this entry.",
};
