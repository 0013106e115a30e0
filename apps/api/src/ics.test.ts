import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { describe, expect, it } from "vitest";
import { invitationIcs, type Invitation } from "./ics.ts";

const INVITATION: Invitation = {
  id: "0194a1b2-0000-7000-8000-000000000001", sequence: 0, isCancelled: false, changedAt: "2026-11-02T01:30:00.000Z", title: "Rapat evaluasi bulan Oktober 2026", date: "2026-11-12", time: "09:00",
  minutes: 72, place: "Aula Dinas Kesehatan, lantai 2", description: "Membahas laporan bulan Oktober 2026.", organiser: "Dinas Kesehatan", url: "https://teraju.langsakota.go.id/rapat/1",
};
const UID = `${INVITATION.id}@teraju`;

/** The file as another program reads it: a parser that has nothing in common with the writer. */
function read(ics: string) {
  const all = nodeIcal.sync.parseICS(ics);
  const event = all[UID];
  if (event?.type !== "VEVENT") throw new Error("no event");
  return { event, events: Object.values(all).filter((part) => part?.type === "VEVENT").length, method: /METHOD:(\w+)/.exec(ics)?.[1] };
}

describe("the invitation to a meeting", () => {
  it("names day, hour in Jakarta, length, place and page", () => {
    const { event, method } = read(invitationIcs(INVITATION));
    expect(method).toBe("REQUEST");
    expect(event.start.toISOString()).toBe("2026-11-12T02:00:00.000Z");
    expect(event.end?.toISOString()).toBe("2026-11-12T03:12:00.000Z");
    expect(event.start.tz).toBe("Asia/Jakarta");
    expect(event).toMatchObject({ summary: INVITATION.title, location: INVITATION.place, description: INVITATION.description, url: INVITATION.url, status: "CONFIRMED", sequence: 0 });
  });

  it("brings its zone along and writes its stamp in UTC, whatever the zone of the machine", () => {
    const ics = invitationIcs(INVITATION);
    expect(ics).toContain("BEGIN:VTIMEZONE\r\nTZID:Asia/Jakarta");
    expect(ics).toContain("DTSTART;TZID=Asia/Jakarta:20261112T090000");
    expect(ics).toContain("DTSTAMP:20261102T013000Z");
    expect(invitationIcs({ ...INVITATION, time: "23:30", minutes: 45 })).toContain("DTEND;TZID=Asia/Jakarta:20261113T001500");
  });

  it("is replaced by an update with the same id and a higher sequence, and taken back by a cancellation", () => {
    const moved = read(invitationIcs({ ...INVITATION, sequence: 3, date: "2026-11-13" }));
    expect(moved).toMatchObject({ method: "REQUEST", event: { uid: UID, sequence: 3 } });
    expect(moved.event.start.toISOString()).toBe("2026-11-13T02:00:00.000Z");
    expect(read(invitationIcs({ ...INVITATION, sequence: 4, isCancelled: true }))).toMatchObject({ method: "CANCEL", event: { uid: UID, sequence: 4, status: "CANCELLED" } });
  });

  it.each([
    "Rapat; evaluasi, \\ garis miring",
    "BEGIN:VEVENT\nUID:jahat\nEND:VEVENT\r\nEND:VCALENDAR\nATTENDEE:mailto:jahat@contoh.go.id",
    'kutip "ganda" dan ^n ^^ : = tanda',
    "سلام 😀 👍🏽 漢字 ".repeat(40).trim(),
    "x".repeat(2000),
    "#strong[x] <script>alert(1)</script> %0d%0a",
  ])("escapes and folds hostile text: %#", (hostile) => {
    const ics = invitationIcs({ ...INVITATION, title: hostile, place: hostile, description: hostile, organiser: hostile });
    for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(ics.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const { event, events } = read(ics);
    const expected = hostile.replaceAll("\r\n", "\n");
    expect(events).toBe(1);
    expect(event).toMatchObject({ summary: expected, location: expected, description: expected });
    expect(event.attendee).toBeUndefined();
    const own = new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent("vevent");
    expect(own?.getFirstPropertyValue("summary")).toBe(expected);
    expect(own?.getFirstProperty("organizer")?.getFirstParameter("cn")).toBe(expected);
  });

  it("writes no control character and no broken letter", () => {
    const ics = invitationIcs({ ...INVITATION, title: "a\u0000b\u0007c\uD800d" });
    expect(read(ics).event.summary).toBe("a b c\uFFFDd");
  });
});
