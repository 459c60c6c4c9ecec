// @vitest-environment happy-dom
/** The radar on Home: dates for everybody, and with the inventory open the plan, its ticks and its way onto paper. */
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import { fakeInventory, idOf, rowOf } from './inventory-fake.ts';
import { openPanel } from './open-panel.tsx';
import { all, eventually, hide, nameOf, one, press, spoken } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const CANON = { appId: 'canon-imagerunner', appName: 'Canon', device: 'Hall' };

interface World {
  readonly inventory: ReturnType<typeof fakeInventory>;
  readonly print: Mock<() => void>;
  ticks: readonly string[];
  canSave: boolean;
}

async function open(rows = [rowOf(1, CANON)]) {
  const inventory = fakeInventory({ rows });
  const world: World = { inventory, print: vi.fn<() => void>(), ticks: [], canSave: true };
  await openPanel('#/', {
    print: world.print,
    inventory: async () => inventory.ports,
    plan: {
      load: async () => world.ticks,
      save: async (ticks) => {
        if (!world.canSave) throw new Error('full');
        world.ticks = ticks;
      },
    },
  });
  return world;
}

const region = () => one('region', 'What changes at Microsoft');
const text = () => spoken(region());
const boxes = () => all('checkbox').filter((box) => region().contains(box));
const whenLoaded = () =>
  eventually(() => {
    if (!text().includes('within 39 days')) throw new Error(text());
  });

beforeEach(() => {
  setUiLanguage('en');
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(hide);

describe('the radar', () => {
  it('tells which app passwords each change touches, what it does, and the way out', async () => {
    await open([rowOf(1, CANON), rowOf(2, { appId: 'thunderbird', purpose: 'other' })]);
    await whenLoaded();
    expect(text()).toContain('Touches 1 of your app passwords. Sending stops then, unless your admin allows');
    expect(boxes().map(nameOf)).toEqual([
      'Thunderbird, Laptop',
      'Canon, Hall',
      'Add a passkey or the Authenticator app',
    ]);
    const way = all('link', /^Microsoft's own sign-in · A firmware update/)[0];
    expect(way?.getAttribute('href')).toBe('#/apps/canon-imagerunner');
  });

  it('names no account, so that none gets onto paper', async () => {
    await open();
    await whenLoaded();
    expect(text()).not.toContain('contoso');
  });

  it('keeps a tick, counts it, and takes it back', async () => {
    const world = await open();
    await whenLoaded();
    expect(text()).toContain('Plan: 0 of 2 done.');
    await press(one('checkbox', 'Canon, Hall'));
    await eventually(() => expect(text()).toContain('Plan: 1 of 2 done.'));
    expect(world.ticks).toEqual([`sending-default-off/${idOf(1)}`]);
    await press(one('checkbox', 'Canon, Hall'));
    await eventually(() => expect(world.ticks).toEqual([]));
  });

  it('shows what was ticked before, and forgets ticks of entries that are gone', async () => {
    const world = await open();
    world.ticks = [`sending-default-off/${idOf(1)}`, `sending-default-off/${idOf(99)}`];
    await act(() => world.inventory.setStatus({ kind: 'locked', retryAt: null, because: 'asked' }));
    await act(async () => void (await world.inventory.client.unlock('x')));
    await whenLoaded();
    await eventually(() => expect(text()).toContain('Plan: 1 of 2 done.'));
    await press(one('checkbox', /^Add a passkey/));
    await eventually(() =>
      expect(world.ticks).toEqual([`sending-default-off/${idOf(1)}`, 'sms-voice-end/all']),
    );
  });

  it('says so when a tick could not be kept, and leaves the plan as it was', async () => {
    const world = await open();
    world.canSave = false;
    await whenLoaded();
    const box = one('checkbox', 'Canon, Hall') as HTMLInputElement;
    await press(box);
    expect(spoken(await eventually(() => one('alert')))).toContain("didn't keep the tick");
    expect(box.checked).toBe(false);
    expect(text()).toContain('Plan: 0 of 2 done.');
  });

  it('tells only the dates while the inventory is locked, and nothing of it is left', async () => {
    const world = await open();
    await whenLoaded();
    expect(boxes()).toHaveLength(2);
    await act(() => world.inventory.setStatus({ kind: 'locked', retryAt: null, because: 'idle' }));
    expect(boxes()).toHaveLength(0);
    expect(text()).toContain('Your inventory is locked');
    expect(text()).toContain('within 39 days');
    expect(region().innerHTML).not.toMatch(/Canon|Hall/);
    expect(all('link', /^Unlock it/)[0]?.getAttribute('href')).toBe('#/inventory');
  });

  it('forgets the plan when the inventory is erased', async () => {
    const world = await open();
    world.ticks = ['sms-voice-end/all'];
    await act(async () => void (await world.inventory.client.eraseEverything()));
    await eventually(() => expect(world.ticks).toEqual([]));
  });

  it('shows eight lines at first, all on request, and all on paper', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      rowOf(index + 1, { ...CANON, device: `Room ${index + 1}` }),
    );
    const world = await open(rows);
    await whenLoaded();
    expect(boxes()).toHaveLength(9);
    await press(one('button', 'Show all 12'));
    expect(boxes()).toHaveLength(13);
    world.print.mockImplementation(() => expect(boxes()).toHaveLength(13));
    await press(one('button', 'Print plan'));
    await eventually(() => expect(world.print).toHaveBeenCalledOnce());
  });

  it('prints every line even when not all are shown', async () => {
    const rows = Array.from({ length: 12 }, (_, index) =>
      rowOf(index + 1, { ...CANON, device: `Room ${index + 1}` }),
    );
    const world = await open(rows);
    await whenLoaded();
    let printed = 0;
    world.print.mockImplementation(() => {
      printed = boxes().length;
    });
    await press(one('button', 'Print plan'));
    await eventually(() => expect(printed).toBe(13));
  });

  it('says where nothing is touched', async () => {
    await open([rowOf(1, { ...CANON, state: 'revoked' })]);
    await whenLoaded();
    expect(text()).toContain('Touches none of your app passwords.');
    expect(all('button', 'Print plan')).toHaveLength(0);
  });

  it('speaks German', async () => {
    setUiLanguage('de');
    await open();
    await eventually(() =>
      expect(spoken(one('region', 'Was sich bei Microsoft ändert'))).toContain('Betrifft 1 Ihrer'),
    );
  });
});
