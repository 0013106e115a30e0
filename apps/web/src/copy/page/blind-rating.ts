import { blindRating } from "../id/blind-rating.ts";
import { pageCopy } from "../page-copy.ts";

export const useBlindRatingCopy = pageCopy(blindRating, async () => (await import("../en/blind-rating.ts")).blindRating);
