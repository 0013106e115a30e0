import { invitationIcs } from "../../ics.ts";
import { leaderOf, type Meeting, type MeetingRow } from "../../meeting.ts";

const DAY = new Intl.DateTimeFormat("id-ID", { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const MONTH = new Intl.DateTimeFormat("id-ID", { month: "long", year: "numeric", timeZone: "UTC" });

/** "Kamis, 19 November 2026" */
export function longDay(date: string): string {
  return DAY.format(new Date(`${date}T00:00:00Z`));
}
/** "Oktober 2026" */
export function longMonth(month: string): string {
  return MONTH.format(new Date(`${month}-01T00:00:00Z`));
}

/** What is pasted into a chat: Indonesian whatever the screen's language, since it goes to the people of the office. */
export function invitationText(meeting: MeetingRow, minutes: number): string {
  const { unit, month, date, time, place, status, cancelReason, icsSequence } = meeting;
  const when = `${longDay(date)}, pukul ${time.replace(":", ".")} WIB`;
  if (status === "cancelled") return `DIBATALKAN: rapat evaluasi ${longMonth(month)}, ${unit.name} (${when}). Alasan: ${cancelReason ?? ""}`;
  const changed = icsSequence > 0 ? "PERUBAHAN jadwal. " : "";
  return `${changed}Rapat evaluasi ${longMonth(month)}, ${unit.name}.\n${when}.\nTempat: ${place}.\nPerkiraan ${minutes} menit. Mohon kirim laporan bulanan sebelum rapat.`;
}

/** The invitation as a calendar file; its sequence grows with each change that people must see. `host`: where the meeting's page lies. */
export function invitationFile(meeting: Meeting, { minutes, origin, changedAt }: { minutes: number; origin: string; changedAt: string }): string {
  return invitationIcs({
    id: meeting.id, sequence: meeting.icsSequence, isCancelled: meeting.status === "cancelled", changedAt, title: `Rapat evaluasi ${longMonth(meeting.month)}, ${meeting.unit.name}`, date: meeting.date, time: meeting.time,
    minutes: Math.max(minutes, LEAST_MINUTES), place: meeting.place, description: invitationText(meeting, minutes), organiser: leaderOf(meeting)?.name ?? meeting.unit.name, url: `${origin}/rapat/${meeting.id}`,
  });
}
const LEAST_MINUTES = 15;
