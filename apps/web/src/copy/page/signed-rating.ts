import { signedRating } from "../id/signed-rating.ts";
import { pageCopy } from "../page-copy.ts";

export const useSignedRatingCopy = pageCopy(signedRating, async () => (await import("../en/signed-rating.ts")).signedRating);
