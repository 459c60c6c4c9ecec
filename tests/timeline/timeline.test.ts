import { describe, expect, it } from 'vitest';
import { isDay } from '@/utils/lib/days.ts';
import {
  DEFAULT_OFF,
  FINAL_REMOVAL,
  PERSONAL_MAIL_CLOSED,
  PROTOCOLS_CLOSED,
  TIMELINE,
} from '@/utils/timeline/events.ts';
import {
  describeEvent,
  eventById,
  factsCheckedOn,
  hasHappened,
  past,
  upcoming,
} from '@/utils/timeline/lookup.ts';

describe('the timeline', () => {
  it.each([
    [PROTOCOLS_CLOSED, '2022-12-31', 'month', 'done'],
    [PERSONAL_MAIL_CLOSED, '2024-09-16', 'day', 'done'],
    ['sending-ends-2025-plan', '2025-09-30', 'month', 'superseded'],
    ['sending-rejections-2026-plan', '2026-03-01', 'day', 'superseded'],
    ['sending-ends-april-2026-plan', '2026-04-30', 'day', 'superseded'],
    [DEFAULT_OFF, '2026-12-31', 'month', 'planned'],
    ['new-tenants-without-sending', '2026-12-31', 'month', 'planned'],
    ['sms-voice-end', '2027-02-01', 'day', 'planned'],
    ['final-date-announced', '2027-12-31', 'half-year', 'planned'],
  ])('says %s: %s (%s), %s', (id, on, precision, status) => {
    expect(TIMELINE.find((event) => event.id === id)).toMatchObject({ on, precision, status });
  });

  it('does not know the final removal: Microsoft has not named the day', () => {
    expect(eventById(FINAL_REMOVAL)).toBeUndefined();
  });

  it('is in the order of its days, with unique ids', () => {
    expect(TIMELINE.map((event) => event.on)).toEqual(TIMELINE.map((event) => event.on).toSorted());
    expect(new Set(TIMELINE.map((event) => event.id)).size).toBe(TIMELINE.length);
  });

  it.each(TIMELINE.map((event) => [event.id, event] as const))('has a checked source for %s', (_, event) => {
    expect(event.source.title).not.toBe('');
    expect(event.source.publisher).not.toBe('');
    expect(isDay(event.on) && isDay(event.source.checked)).toBe(true);
    expect(event.source.checked <= new Date().toISOString().slice(0, 10)).toBe(true);
    expect(event.touches.length).toBeGreaterThan(0);
    // A plan that was replaced says by what; nothing else does.
    expect(event.replacedBy !== undefined).toBe(event.status === 'superseded');
    if (event.replacedBy) expect(TIMELINE.some((other) => other.id === event.replacedBy)).toBe(true);
    if (event.status === 'done') expect(event.on <= event.source.checked).toBe(true);
  });
});

describe('looking up', () => {
  it('does not find plans that were replaced', () => {
    expect(eventById('sending-ends-april-2026-plan')).toBeUndefined();
    expect(eventById('nothing of the kind')).toBeUndefined();
  });

  it.each([
    ['sms-voice-end', '2027-01-31', false],
    ['sms-voice-end', '2027-02-01', true],
    [DEFAULT_OFF, '2026-12-31', false],
    [DEFAULT_OFF, '2027-01-01', true],
    ['final-date-announced', '2027-12-31', false],
    ['final-date-announced', '2028-01-01', true],
  ] as const)('says whether %s has happened on %s: %s', (id, today, expected) => {
    const event = eventById(id);
    expect(event && hasHappened(event, today)).toBe(expected);
  });

  it('lists what is ahead, soonest first, and what is behind, latest first', () => {
    expect(upcoming('2026-11-22').map((event) => event.id)).toEqual([
      DEFAULT_OFF,
      'new-tenants-without-sending',
      'sms-voice-end',
      'final-date-announced',
      'high-volume-email-password-end',
    ]);
    expect(upcoming('2027-01-15')[0]?.id).toBe('sms-voice-end');
    expect(past('2026-11-22')[0]?.id).toBe('passkey-nudges');
    expect(upcoming('2099-01-01')).toEqual([]);
  });

  it('knows the newest day of checking', () => {
    expect(factsCheckedOn()).toBe('2026-11-22');
    expect(factsCheckedOn([])).toBe('0000-01-01');
  });

  it('names the message and the day of a change', () => {
    const event = eventById(DEFAULT_OFF);
    expect(event && describeEvent(event)).toEqual({
      key: 'timeline_sending_default_off',
      args: [{ day: '2026-12-31', precision: 'month' }],
    });
  });
});
