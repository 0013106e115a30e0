import { review } from "../id/review.ts";
import { pageCopy } from "../page-copy.ts";

export const useReviewCopy = pageCopy(review, async () => (await import("../en/review.ts")).review);
