/**
 * Days as a calendar file (iCalendar, RFC 5545), for calendars that remind where no browser runs. All-day
 * events, so that no zone moves them. Writes text only; what the events say is the caller's.
 */
import type { Day } from '../lib/day.ts';

export interface CalendarEvent {
  /** Stable: a calendar that gets the file again replaces the event instead of adding one. */
  readonly uid: string;
  readonly day: Day;
  readonly summary: string;
  readonly description: string;
  /** Hours from the day's midnight to the alarm; negative for before. */
  readonly alarmAfter: number;
}

/** Longest line in octets, without its end (section 3.1). */
const LINE_OCTETS = 75;
const CRLF = '\r\n';

/** @param at ISO instant of writing */
export function writeCalendar(name: string, events: readonly CalendarEvent[], at: string): string {
  const stamp = at.replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Keytag//Keytag//EN',
    'CALSCALE:GREGORIAN',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => fold(line) + CRLF).join('');
}

function eventLines({ uid, day, summary, description, alarmAfter }: CalendarEvent, stamp: string): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${stamp}`,
    // Without an end an event that starts on a date lasts that day (section 3.6.1).
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escapeText(summary)}`,
    `DESCRIPTION:${escapeText(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeText(summary)}`,
    `TRIGGER:${alarmAfter < 0 ? '-' : ''}PT${Math.abs(alarmAfter)}H`,
    'END:VALARM',
    'END:VEVENT',
  ];
}

/** Section 3.3.11. Control characters have no form there and go; so do halves of surrogate pairs. */
function escapeText(text: string): string {
  return (
    text
      .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ')
      .replace(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** Lines longer than the limit go on after a line end and a blank; no character is cut in two. */
function fold(line: string): string {
  let folded = '';
  let used = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (used + octets > LINE_OCTETS) {
      folded += `${CRLF} `;
      used = 1;
    }
    folded += character;
    used += octets;
  }
  return folded;
}

function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x1_0000 ? 3 : 4;
}
