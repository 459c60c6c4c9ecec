/** The calendar file, read back by a parser that others keep (ical.js), and looked at octet by octet. */
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { Sentence } from '@/utils/lib/sentence.ts';
import { calendarEvents } from '@/utils/rotation/calendar.ts';
import { type CalendarEvent, writeCalendar } from '@/utils/rotation/calendar-file.ts';
import { due } from './builders.ts';

const AT = '2026-11-22T10:00:00.123Z';
const EVENT: CalendarEvent = {
  uid: 'day-2027-06-01@keytag',
  day: '2027-06-01',
  summary: 'Replace an app password',
  description: 'Open Keytag.',
  alarmAfter: 9 - 14 * 24,
};

function eventsOf(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
}

describe('writeCalendar', () => {
  it('writes what another program reads as all-day events with an alarm', () => {
    const file = writeCalendar('Keytag', [EVENT], AT);
    const [event] = eventsOf(file);
    expect(event?.summary).toBe(EVENT.summary);
    expect(event?.uid).toBe(EVENT.uid);
    expect(event?.startDate.isDate).toBe(true);
    expect(event?.startDate.toString()).toBe('2027-06-01');
    expect(event?.duration.toSeconds()).toBe(86_400);
    const alarm = event?.component.getFirstSubcomponent('valarm');
    expect(String(alarm?.getFirstPropertyValue('trigger'))).toBe('-PT327H');
    expect(file).toContain('DTSTAMP:20261122T100000Z\r\n');
  });

  it.each(['1970-01-01', '2028-02-29', '9999-12-31'] as const)('holds %s', (day) => {
    expect(eventsOf(writeCalendar('x', [{ ...EVENT, day }], AT))[0]?.startDate.toString()).toBe(day);
  });

  it('folds at 75 octets, ends every line with CR LF, and gives back any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({
        unit: fc.constantFrom(',', ';', '\\', '\n', '😀', 'ä', 'ب', ':', '"', 'n', ' '),
        maxLength: 200,
      }),
    );
    fc.assert(
      fc.property(text, (summary) => {
        const file = writeCalendar('Keytag', [{ ...EVENT, summary }], AT);
        expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
        const lines = file.slice(0, -2).split('\r\n');
        for (const line of lines) {
          expect(line).not.toMatch(/[\r\n]/);
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
        }
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these have no form in the file
        const expected = summary.replace(/\r\n?/g, '\n').replace(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ');
        expect(eventsOf(file)[0]?.summary).toBe(expected);
      }),
    );
  });

  it('keeps a line that ends the event inside the text', () => {
    const summary = 'x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nATTACH:file:///etc/passwd';
    const events = eventsOf(writeCalendar('Keytag', [{ ...EVENT, summary }], AT));
    expect(events).toHaveLength(1);
    expect(events[0]?.summary).toBe(summary.replaceAll('\r\n', '\n'));
    expect(events[0]?.component.getAllSubcomponents('valarm')).toHaveLength(1);
  });
});

describe('calendarEvents', () => {
  const say = ({ key, args = [] }: Sentence) =>
    [key, ...args.map((arg) => (typeof arg === 'object' ? '' : arg))].join(' ');
  const dues = [due('b', '2027-06-01'), due('a', '2027-06-01'), due('c', '2027-05-01')];
  const settings = { hour: 9, lead: 14 } as const;

  it('counts by day without names, under identities that stay', () => {
    const events = calendarEvents(dues, null, settings, say);
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
      ['day-2027-05-01@keytag', 'calendar_day_one 1'],
      ['day-2027-06-01@keytag', 'calendar_day_many 2'],
    ]);
    expect(JSON.stringify(events)).not.toMatch(/"[abc]"/);
  });

  it('names each entry where that is wanted', () => {
    const names = new Map([
      ['a', 'Canon'],
      ['b', 'msmtp'],
      ['c', 'Scanner'],
    ]);
    const events = calendarEvents(dues, names, settings, say);
    expect(events.map(({ uid, summary }) => [uid, summary])).toEqual([
      ['c@keytag', 'calendar_entry Scanner'],
      ['a@keytag', 'calendar_entry Canon'],
      ['b@keytag', 'calendar_entry msmtp'],
    ]);
  });
});
