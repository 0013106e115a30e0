import { evaluationMeeting } from "../id/evaluation-meeting.ts";
import { pageCopy } from "../page-copy.ts";

export type MeetingCopy = typeof evaluationMeeting;
/** Rapat evaluasi: the words of its pages. */
export const useMeetingCopy = pageCopy<MeetingCopy>(evaluationMeeting, async () => (await import("../en/evaluation-meeting.ts")).evaluationMeeting);
