// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeInventory } from './inventory-fake.ts';
import { openPanel, page } from './inventory-screen.tsx';
import { all, eventually, hide, one, press } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

const minutes = () =>
  all('radio')
    .filter((radio) => (radio as HTMLInputElement).checked)
    .map((radio) => (radio as HTMLInputElement).value);

describe('the settings of the inventory', () => {
  it('choose when it locks, and name the keys for locking now', async () => {
    const setIdleMinutes = vi.fn(async () => ({ ok: true }) as const);
    await openPanel('#/settings', fakeInventory({}, { setIdleMinutes }));
    await eventually(() => expect(minutes()).toEqual(['15']));
    expect(all('radio').map((radio) => (radio as HTMLInputElement).value)).toEqual([
      '1',
      '5',
      '15',
      '30',
      '60',
    ]);
    await press(one('radio', '1 minute'));
    expect([minutes(), setIdleMinutes.mock.calls]).toEqual([['1'], [[1]]]);
    expect(page()).toContain('Alt+Shift+L');
  });

  it('go back to what stands there when it could not be written', async () => {
    const setIdleMinutes = async () => ({ ok: false, kind: 'unavailable', why: 'full' }) as const;
    await openPanel('#/settings', fakeInventory({}, { setIdleMinutes }));
    await eventually(() => expect(minutes()).toEqual(['15']));
    await press(one('radio', '60 minutes'));
    await eventually(() => expect(minutes()).toEqual(['15']));
    expect(one('alert').textContent).toContain('Nothing was changed');
  });

  it('ask for the clipboard in the very click, say when the browser refused, and give it back', async () => {
    const fake = fakeInventory();
    let isAllowed = false;
    let answer = false;
    const ask = vi.fn(async () => {
      isAllowed = answer;
      return answer;
    });
    const clipboardAccess = {
      has: async () => isAllowed,
      ask,
      giveBack: async () => {
        isAllowed = false;
        return true;
      },
    };
    await openPanel('#/settings', { ...fake, ports: { ...fake.ports, clipboardAccess } });
    const button = await eventually(() => one('button', 'Allow it'));
    expect(page()).toContain('For that the panel must stay open.');
    // Not through press(): what counts is that nothing is waited for between click and question.
    button.click();
    expect(ask).toHaveBeenCalledTimes(1);
    await act(async () => undefined);
    await eventually(() => expect(page()).toContain('The browser said no.'));
    answer = true;
    await press(one('button', 'Allow it'));
    await eventually(() => expect(page()).toContain('That works with the panel closed too'));
    expect(page()).not.toContain('For that the panel must stay open.');
    await press(one('button', 'Take the permission back'));
    await eventually(() => one('button', 'Allow it'));
  });
});
