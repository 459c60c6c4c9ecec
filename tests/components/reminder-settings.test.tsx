// @vitest-environment happy-dom
/** The settings of reminders: what each control changes, and the calendar file. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ReminderSettings, type ReminderSettingsProps } from '@/components/reminder-settings.tsx';
import { DEFAULT_SETTINGS } from '@/utils/rotation/settings.ts';
import { all, choose, described, eventually, hide, one, press, show, spoken, type } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const onChange = vi.fn<ReminderSettingsProps['onChange']>();
const onExport = vi.fn<ReminderSettingsProps['onExport']>();
const open = (props: Partial<ReminderSettingsProps> = {}) =>
  show(
    <ReminderSettings
      settings={DEFAULT_SETTINGS}
      managed={new Set()}
      outcome={null}
      onChange={onChange}
      isUnlocked={true}
      onExport={onExport}
      {...props}
    />,
  );
const tick = (label: string) => one('checkbox', label) as HTMLInputElement;

beforeEach(() => {
  setUiLanguage('en');
  vi.clearAllMocks();
});
afterEach(hide);

describe('settings of reminders', () => {
  it('show what holds', async () => {
    await open();
    expect(tick('Remind me by notification').checked).toBe(true);
    expect(tick('Name apps and devices in notifications').checked).toBe(false);
    expect((one('combobox', 'First reminder') as HTMLSelectElement).value).toBe('14');
    expect((one('combobox', 'From this hour on') as HTMLSelectElement).value).toBe('9');
    expect((one('combobox', 'Quiet from') as HTMLSelectElement).value).toBe('20');
    expect((one('combobox', 'Quiet until') as HTMLSelectElement).value).toBe('8');
  });

  it('change one thing at a time', async () => {
    await open();
    await press(tick('Remind me by notification'));
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, isOn: false });
    await press(tick('Name apps and devices in notifications'));
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, showsNames: true });
    await choose(one('combobox', 'First reminder'), '30 days before');
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, lead: 30 });
    await choose(one('combobox', 'Quiet until'), '10:00 AM');
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, quiet: { from: 20, to: 10 } });
    await press(tick('Keep quiet at certain hours'));
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, quiet: null });
  });

  it('say when the chosen hour is a quiet one', async () => {
    await open({ settings: { ...DEFAULT_SETTINGS, hour: 22 } });
    expect(spoken(one('region', 'Reminders'))).toMatch(/notifications come from 8:00\sAM on/);
  });

  it.each([
    ['saved', 'Saved. It holds from now on.'],
    ['failed', 'That did not work. Nothing was changed.'],
  ] as const)('say that a change was %s', async (outcome, words) => {
    await open({ outcome });
    expect(all('status').map(spoken)).toContain(words);
  });
});

describe('the interval', () => {
  it('is off unless somebody chose one, and says that nobody demands it', async () => {
    await open();
    const list = one('combobox', 'Suggest a day to replace new ones');
    expect((list as HTMLSelectElement).value).toBe('off');
    expect(spoken(one('region', 'Reminders'))).toContain(
      'Microsoft publishes no interval for app passwords.',
    );
    for (const days of [90, 180, 365]) {
      await choose(list, `After ${days} days`);
      expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, interval: days });
    }
    await choose(list, 'No: only when there is a reason');
    expect(onChange).toHaveBeenLastCalledWith(DEFAULT_SETTINGS);
  });

  it('takes an own number of days, and refuses what is none', async () => {
    await open();
    await choose(one('combobox', 'Suggest a day to replace new ones'), 'After an own number of days');
    const days = one('textbox', 'Days');
    expect(described(days)).toBe('');
    await type(days, '45');
    expect(onChange).toHaveBeenLastCalledWith({ ...DEFAULT_SETTINGS, interval: 45 });
    for (const wrong of ['0', '-5', '1.5', '3651', 'soon']) {
      await type(days, wrong);
      expect(described(days)).toBe('Write a whole number from 1 to 3,650.');
    }
    expect(onChange).toHaveBeenCalledOnce();
  });
});

describe('the calendar file', () => {
  const said = () => spoken(one('region', 'Days in your calendar'));

  it('is exported without names unless they are wanted', async () => {
    onExport.mockResolvedValue(1);
    await open();
    await press(one('button', 'Export calendar'));
    expect(onExport).toHaveBeenLastCalledWith(false);
    await eventually(() => expect(said()).toContain('Handed to the browser: 1 event.'));
    await press(tick('With the names of apps and devices'));
    await press(one('button', 'Export calendar'));
    expect(onExport).toHaveBeenLastCalledWith(true);
  });

  it('has no names while the inventory is locked, and says so', async () => {
    onExport.mockResolvedValue(0);
    await open({ isUnlocked: false });
    expect(all('checkbox', 'With the names of apps and devices')).toEqual([]);
    expect(said()).toContain('Names are to be had once the inventory is unlocked.');
    await press(one('button', 'Export calendar'));
    await eventually(() => expect(said()).toContain('there is nothing to export'));
  });

  it('says when it could not be made', async () => {
    onExport.mockRejectedValue(new Error('full'));
    await open();
    await press(one('button', 'Export calendar'));
    await eventually(() => expect(said()).toContain('That did not work.'));
  });
});
