import { peerQuestions } from "./id/peer-questions.ts";
import type { peerQuestions as english } from "./en/peer-questions.ts";
import { pageCopy } from "./page-copy.ts";

/** The questions of umpan balik rekan with their levels, in the person's language. */
export const useQuestions = pageCopy<typeof english>(peerQuestions, async () => (await import("./en/peer-questions.ts")).peerQuestions);
