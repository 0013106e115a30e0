import ICAL from "ical.js";
import type { LocalDate } from "@teraju/domain";

/** An invitation as a calendar must know it. The same `id` with a higher `sequence` replaces what was sent before. */
export type Invitation = {
  /** Of the meeting: the same in the invitation, its updates and its cancellation. */
  readonly id: string;
  /** 0 for the first, then growing with each change. */
  readonly sequence: number;
  readonly isCancelled: boolean;
  /** ISO instant of the last change. */
  readonly changedAt: string;
  readonly title: string;
  /** Day and time of day ("09:00") in Asia/Jakarta, and how long it is meant to take. */
  readonly date: LocalDate;
  readonly time: string;
  readonly minutes: number;
  readonly place: string;
  readonly description: string;
  /** Who invites, by name. */
  readonly organiser: string;
  /** Address of the meeting's page; null where the office has none that a telephone reaches. */
  readonly url: string | null;
};

/** A line holds 75 octets; the library does not count the space that begins a continued one. */
ICAL.foldLength = 74;

const ZONE = "Asia/Jakarta";
/** The system knows no mailbox of an office; a calendar demands one. Nothing can be delivered to a name under `.invalid` (RFC 2606). */
const NO_MAILBOX = "mailto:tidak-dibalas@teraju.invalid";
// oxlint-disable-next-line no-control-regex -- a calendar file has no way to write a control character
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;

/**
 * A calendar file with one meeting (RFC 5545, RFC 5546): METHOD REQUEST, or CANCEL once cancelled. Texts are escaped and folded by
 * the library; times carry their zone, and the zone its definition, so that a telephone abroad shows the right hour too.
 */
export function invitationIcs(invitation: Invitation): string {
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", "-//Pemerintah Kota Langsa//Teraju//ID");
  calendar.addPropertyWithValue("method", invitation.isCancelled ? "CANCEL" : "REQUEST");
  calendar.addSubcomponent(westernIndonesianTime());
  calendar.addSubcomponent(event(invitation));
  return `${calendar.toString()}\r\n`;
}

function event(invitation: Invitation): ICAL.Component {
  const component = new ICAL.Component("vevent");
  const start = ICAL.Time.fromDateTimeString(`${invitation.date}T${invitation.time}:00`);
  const end = start.clone();
  end.addDuration(ICAL.Duration.fromSeconds(invitation.minutes * 60));
  const changed = ICAL.Time.fromDateTimeString(`${new Date(invitation.changedAt).toISOString().slice(0, 19)}Z`);
  component.addPropertyWithValue("uid", `${invitation.id}@teraju`);
  component.addPropertyWithValue("sequence", invitation.sequence);
  component.addPropertyWithValue("dtstamp", changed);
  component.addPropertyWithValue("last-modified", changed);
  component.addPropertyWithValue("dtstart", start).setParameter("tzid", ZONE);
  component.addPropertyWithValue("dtend", end).setParameter("tzid", ZONE);
  component.addPropertyWithValue("summary", plain(invitation.title));
  component.addPropertyWithValue("location", plain(invitation.place));
  component.addPropertyWithValue("description", plain(invitation.description));
  component.addPropertyWithValue("organizer", NO_MAILBOX).setParameter("cn", plain(invitation.organiser));
  if (invitation.url !== null) component.addPropertyWithValue("url", invitation.url);
  component.addPropertyWithValue("status", invitation.isCancelled ? "CANCELLED" : "CONFIRMED");
  return component;
}

/** Asia/Jakarta has kept one offset since 1964. */
function westernIndonesianTime(): ICAL.Component {
  const zone = new ICAL.Component("vtimezone");
  zone.addPropertyWithValue("tzid", ZONE);
  const standard = new ICAL.Component("standard");
  standard.addPropertyWithValue("dtstart", ICAL.Time.fromDateTimeString("1970-01-01T00:00:00"));
  standard.addPropertyWithValue("tzoffsetfrom", ICAL.UtcOffset.fromString("+07:00"));
  standard.addPropertyWithValue("tzoffsetto", ICAL.UtcOffset.fromString("+07:00"));
  standard.addPropertyWithValue("tzname", "WIB");
  zone.addSubcomponent(standard);
  return zone;
}

function plain(text: string): string {
  return text.replaceAll("\r\n", "\n").replaceAll(CONTROL, " ").toWellFormed();
}
