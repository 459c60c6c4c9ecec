// @vitest-environment happy-dom
/** What is due, on Home: the list while the inventory is open, numbers while it is locked, and each thing said. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { dayText } from '@/components/day-text.ts';
import { Due, type DueEntry, type DueProps } from '@/components/due.tsx';
import type { ReminderLook } from '@/utils/rotation/look.ts';
import { all, described, hide, one, press, show, spoken, type } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const TODAY = '2027-06-01';
const AT = new Date(2027, 5, 1, 9, 0).getTime();
const LOOK: ReminderLook = {
  at: AT,
  next: AT + 6 * 3_600_000,
  clock: 'fine',
  lastDay: TODAY,
  today: TODAY,
  counts: { overdue: 0, today: 0, soon: 0, snoozed: 0 },
  delivery: 'untried',
};
const entry = (title: string, left: number, putOff: DueEntry['putOff'] = null): DueEntry => ({
  id: title,
  title,
  href: `#/inventory/${title}`,
  left,
  putOff,
});

const onRotate = vi.fn<DueProps['onRotate']>();
const onSnooze = vi.fn<DueProps['onSnooze']>();
const onTrustClock = vi.fn<DueProps['onTrustClock']>();
const open = (props: Partial<DueProps> = {}) =>
  show(
    <Due
      today={TODAY}
      entries={[]}
      look={LOOK}
      isOn={true}
      hasFailed={false}
      onRotate={onRotate}
      onSnooze={onSnooze}
      onTrustClock={onTrustClock}
      inventoryHref="#/inventory"
      settingsHref="#/settings"
      {...props}
    />,
  );
const text = () => spoken(one('region', 'Due'));

beforeEach(() => {
  setUiLanguage('en');
  vi.clearAllMocks();
});
afterEach(hide);

describe('due, unlocked', () => {
  it('says that nothing is due, when it looked and when it looks again', async () => {
    await open();
    expect(text()).toContain('Nothing is due.');
    expect(text()).toMatch(/Last checked: 9:00\sAM\. Next check: 3:00\sPM\./);
    expect(one('link', 'Reminder settings').getAttribute('href')).toBe('#/settings');
    expect(all('button')).toEqual([]);
  });

  it('lists entries with their days, and rotates the one that was chosen', async () => {
    await open({ entries: [entry('Scanner', -3), entry('Printer', 0), entry('Alarm', 12)] });
    expect(all('listitem').map(spoken)).toEqual([
      expect.stringMatching(/^Scanner.*3 days late/),
      expect.stringMatching(/^Printer.*today/i),
      expect.stringMatching(/^Alarm.*12 days/),
    ]);
    const [, second] = all('button', 'Rotate');
    expect(second && described(second)).toBe('Printer');
    await press(second as HTMLElement);
    expect(onRotate).toHaveBeenCalledExactlyOnceWith('Printer');
  });

  it('shows the six most pressing and leads to the rest', async () => {
    await open({ entries: Array.from({ length: 200 }, (_, index) => entry(`Key ${index}`, index - 100)) });
    expect(all('listitem')).toHaveLength(6);
    expect(one('link', '194 more in the inventory').getAttribute('href')).toBe('#/inventory');
  });

  it('shows names as text, whatever is in them', async () => {
    const name = '<b>Zoë</b> 🔑 مفتاح';
    await open({ entries: [entry(name, 1)] });
    expect(one('link', name).querySelector('b')).toBeNull();
  });
});

describe('snooze', () => {
  it('offers a day, a week and a day of choice, about the entry it stands by', async () => {
    await open({ entries: [entry('Scanner', -3), entry('Printer', 0)] });
    const [, snooze] = all('button', 'Snooze');
    expect(snooze?.getAttribute('aria-expanded')).toBe('false');
    await press(snooze as HTMLElement);
    await press(one('button', 'Until tomorrow'));
    expect(onSnooze).toHaveBeenLastCalledWith(['Printer'], '2027-06-02');
    expect(all('button', 'Until tomorrow')).toEqual([]);
    await press(snooze as HTMLElement);
    await press(one('button', 'For a week'));
    expect(onSnooze).toHaveBeenLastCalledWith(['Printer'], '2027-06-08');
    await press(snooze as HTMLElement);
    await type(one('day', 'Day'), '2027-09-01');
    await press(one('button', 'Until this day'));
    expect(onSnooze).toHaveBeenLastCalledWith(['Printer'], '2027-09-01');
  });

  it.each(['2027-06-01', '2028-06-02', ''])('refuses %j with a reason, and puts nothing off', async (day) => {
    await open({ entries: [entry('Scanner', -3)] });
    await press(one('button', 'Snooze'));
    await type(one('day', 'Day'), day);
    await press(one('button', 'Until this day'));
    expect(onSnooze).not.toHaveBeenCalled();
    expect(described(one('day', 'Day'))).toContain(
      `Choose a day from ${dayText('2027-06-02')} to ${dayText('2028-06-01')}.`,
    );
    expect(document.activeElement).toBe(one('day', 'Day'));
  });

  it('says until when an entry is put off, and offers it no second time', async () => {
    await open({ entries: [entry('Scanner', -3, '2027-06-08')] });
    expect(text()).toContain(`Put off until ${dayText('2027-06-08')}`);
    expect(all('button', 'Snooze')).toEqual([]);
    expect(all('button', 'Rotate')).toHaveLength(1);
  });
});

describe('due, locked', () => {
  it('tells numbers and no name, and puts all of them off', async () => {
    const counts = { overdue: 2, today: 1, soon: 4, snoozed: 1 };
    await open({ entries: null, look: { ...LOOK, counts } });
    expect(text()).toContain('3 app passwords to replace');
    expect(text()).toContain('2 are past their day. 1 is due today. 4 are due soon. 1 is put off.');
    expect(text()).toContain('Which ones they are shows once the inventory is unlocked.');
    expect(one('link', 'Open inventory').getAttribute('href')).toBe('#/inventory');
    await press(one('button', 'Snooze'));
    await press(one('button', 'For a week'));
    expect(onSnooze).toHaveBeenCalledExactlyOnceWith(null, '2027-06-08');
  });

  it('has nothing to put off where all is put off', async () => {
    await open({ entries: null, look: { ...LOOK, counts: { overdue: 0, today: 0, soon: 0, snoozed: 2 } } });
    expect(text()).toContain('2 are put off.');
    expect(all('button')).toEqual([]);
  });
});

describe('how reminders stand', () => {
  it.each([
    ['denied', 'Notifications are off', "allow them for Keytag in the browser's settings"],
    ['dropped', 'The last notification did not appear', 'Check whether your system allows'],
  ] as const)('says when notifications are %s, and what to do', async (delivery, title, way) => {
    await open({ look: { ...LOOK, delivery } });
    expect(spoken(one('status'))).toContain(title);
    expect(spoken(one('status'))).toContain(way);
    await open({ look: { ...LOOK, delivery }, isOn: false });
    expect(spoken(one('status'))).toBe('');
    expect(text()).toContain('Reminders are off.');
  });

  it('says that it has not looked yet, and that something failed', async () => {
    await open({ entries: null, look: null, hasFailed: true });
    expect(text()).toContain('Not checked yet.');
    expect(spoken(one('status'))).toBe('That did not work. Nothing was changed.');
  });

  it('asks about a clock that is far ahead, and calls nothing overdue meanwhile', async () => {
    const look = { ...LOOK, clock: 'ahead', lastDay: '2025-06-01' } as const;
    await open({ entries: [entry('Scanner', -300)], look });
    expect(text()).toContain(`Is today really ${dayText(TODAY)}?`);
    expect(text()).toContain(`Keytag last looked on ${dayText('2025-06-01')}.`);
    expect(text()).not.toContain('late');
    await press(one('button', 'Yes, the date is right'));
    expect(onTrustClock).toHaveBeenCalledOnce();
  });

  it('says that a clock before all known facts can not be right', async () => {
    await open({ look: { ...LOOK, clock: 'behind', today: '1970-01-01' } });
    expect(text()).toContain(`Your computer says it is ${dayText('1970-01-01')}.`);
    expect(all('button')).toEqual([]);
  });

  it('speaks German', async () => {
    setUiLanguage('de');
    await open({ entries: [entry('Scanner', -3)] });
    expect(all('button', 'Austauschen')).toHaveLength(1);
  });
});
