import type { MeetingView } from "@teraju/contracts/evaluation-meeting";

export type AttendanceState = MeetingView["mine"]["attendance"];

/** In the order in which minutes count them. */
export const ATTENDANCE = ["hadir", "izin", "sakit", "cuti", "dinas_luar", "dinas_jaga", "belum_dikonfirmasi"] as const satisfies readonly AttendanceState[];
/** States that may have a reason, read by leader and secretary alone. */
export const AWAY: readonly AttendanceState[] = ["izin", "sakit", "cuti", "dinas_luar", "dinas_jaga"];
