import { careers } from "../id/careers.ts";
import { pageCopy } from "../page-copy.ts";

export const useCareersCopy = pageCopy(careers, async () => (await import("../en/careers.ts")).careers);
