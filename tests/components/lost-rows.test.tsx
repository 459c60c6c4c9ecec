// @vitest-environment happy-dom
/** What was deleted at Microsoft by mistake: named plainly, and what becomes of its tag. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LostRows, type LostRowsProps, type LostTag } from '@/components/rotation/lost-rows.tsx';
import { all, hide, one, press, show, spoken } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const TAG: LostTag = { id: 'p', title: 'Printer, Hall', href: '#/inventory/p', state: 'active' };
const onRevoked = vi.fn<LostRowsProps['onRevoked']>();
const onReplace = vi.fn<LostRowsProps['onReplace']>();
const onGoOn = vi.fn<LostRowsProps['onGoOn']>();
const open = (props: Partial<LostRowsProps> = {}) =>
  show(
    <LostRows
      rows={[{ name: 'Printer', tags: [TAG] }]}
      isLocked={false}
      inventoryHref="#/inventory"
      isBusy={false}
      hasFailed={false}
      onRevoked={onRevoked}
      onReplace={onReplace}
      onGoOn={onGoOn}
      {...props}
    />,
  );
const text = () => spoken(one('region', /deleted$/));

beforeEach(() => {
  setUiLanguage('en');
  vi.clearAllMocks();
});
afterEach(hide);

describe('a row deleted by mistake', () => {
  it('is named, and its tag can be marked, or its key made anew, before it goes on', async () => {
    await open();
    expect(one('region', 'Another app password was deleted')).toBeDefined();
    expect(text()).toContain('There is no undo at Microsoft.');
    expect(text()).toContain('Printer');
    await press(one('button', 'Mark as revoked'));
    expect(onRevoked).toHaveBeenCalledExactlyOnceWith('p');
    await press(one('button', 'Make a new one'));
    expect(onReplace).toHaveBeenCalledExactlyOnceWith('p');
    await press(one('button', 'Go on with the deletion'));
    expect(onGoOn).toHaveBeenCalledOnce();
  });

  it('whose tag says so already has nothing left to choose', async () => {
    await open({ rows: [{ name: 'Printer', tags: [{ ...TAG, state: 'rotating' }] }] });
    expect(text()).toContain('Printer, Hall · Rotating');
    expect(all('button', 'Make a new one')).toEqual([]);
  });

  it('without a tag, or with the inventory locked, is named all the same', async () => {
    await open({ rows: [{ name: '<b>Zoë</b> 🔑', tags: [] }] });
    expect(text()).toContain('<b>Zoë</b> 🔑');
    expect(text()).toContain('No tag in your inventory carries this name.');
    await open({ rows: [{ name: 'Printer', tags: [] }], isLocked: true });
    expect(text()).toContain('Your inventory is locked.');
    expect(text()).not.toContain('No tag');
    expect(one('link', 'Open inventory').getAttribute('href')).toBe('#/inventory');
    await open({ rows: [{ name: 'Printer', tags: [] }], isLocked: null });
    expect(all('link')).toEqual([]);
  });

  it('twice or more is told as such; what was not saved is said', async () => {
    await open({ rows: ['A', 'A'].map((name) => ({ name, tags: [] })), hasFailed: true });
    expect(one('region', 'Other app passwords were deleted')).toBeDefined();
    expect(all('listitem').map(spoken)).toHaveLength(2);
    expect(text()).toContain('That was not saved.');
  });
});
