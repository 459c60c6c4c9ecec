// @vitest-environment happy-dom
import { useMemo, useState } from 'preact/hooks';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppList } from '@/components/apps.tsx';
import { APPS } from '@/utils/catalogue/index.ts';
import { isOther } from '@/utils/catalogue/other.ts';
import { createAppSearch } from '@/utils/catalogue/search.ts';
import { all, hide, key, nameOf, one, press, show, spoken, type } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

const search = createAppSearch(APPS);

const appHref = (id: string) => `#/apps/${id}`;

function List({ onOpen }: { readonly onOpen: (id: string) => void }) {
  const [query, setQuery] = useState('');
  const found = useMemo(() => search(query), [query]);
  return (
    <AppList
      apps={APPS}
      found={found}
      fallback={APPS.filter((app) => isOther(app.id))}
      query={query}
      onQuery={setQuery}
      selected={null}
      appHref={appHref}
      onOpen={onOpen}
      onAdviser={() => undefined}
    />
  );
}

const box = () => one('searchbox', 'Find an app') as HTMLInputElement;

describe('the list of apps', () => {
  it('shows every app on a shelf of its kind', async () => {
    await show(<List onOpen={vi.fn()} />);
    expect(all('link')).toHaveLength(APPS.length);
    expect(one('region', 'Mail programs')).toBeTruthy();
  });

  it('ends every shelf with the entry for what is in no list', async () => {
    await show(<List onOpen={vi.fn()} />);
    for (const [shelf, last] of [
      ['Mail programs', 'Another mail program'],
      ['Devices', 'Another printer, scanner or device'],
      ['Services and websites', 'Another program or service'],
    ] as const) {
      const links = one('region', shelf).querySelectorAll('a');
      expect(nameOf(links[links.length - 1] as HTMLElement), shelf).toContain(last);
    }
  });

  it('finds as you type and says how many', async () => {
    await show(<List onOpen={vi.fn()} />);
    await type(box(), 'thunderbrid');
    expect(nameOf(all('link')[0] as HTMLElement)).toContain('Thunderbird');
    expect(spoken(one('status'))).toMatch(/found$/);
  });

  it('opens the best result on Enter, and nothing while nothing is typed', async () => {
    const onOpen = vi.fn();
    await show(<List onOpen={onOpen} />);
    box().focus();
    await key('Enter');
    expect(onOpen).not.toHaveBeenCalled();
    await type(box(), 'msmtp');
    await key('Enter');
    expect(onOpen).toHaveBeenCalledExactlyOnceWith('msmtp');
  });

  it('walks down and up by the arrow keys, and back into the box', async () => {
    await show(<List onOpen={vi.fn()} />);
    box().focus();
    await key('ArrowDown');
    await key('ArrowDown');
    expect(document.activeElement).toBe(all('link')[1]);
    await key('End');
    await key('ArrowDown');
    expect(document.activeElement).toBe(all('link').at(-1));
    await key('Home');
    await key('ArrowUp');
    expect(document.activeElement).toBe(box());
  });

  it('draws the best of many results, and the others behind a button', async () => {
    await show(<List onOpen={vi.fn()} />);
    await type(box(), 'c');
    const found = search('c').length;
    expect(spoken(one('status'))).toContain(String(found));
    const first = all('link').length;
    expect(first).toBeLessThan(found);
    box().focus();
    await key('ArrowDown');
    await key('End');
    const more = one('button', `Show ${found - first} more`);
    expect(document.activeElement, 'the keys reach the button').toBe(more);
    await press(more);
    expect(all('link')).toHaveLength(found);
    expect(document.activeElement, 'and the focus is not lost').toBe(all('link')[first]);
    await type(box(), 'ca');
    await type(box(), 'c');
    expect(all('link')).toHaveLength(first);
  });

  it('keeps the shelves as they are while someone searches', async () => {
    await show(<List onOpen={vi.fn()} />);
    const shelved = all('link');
    await type(box(), 'thunderbird');
    expect(all('region', 'Mail programs')).toHaveLength(0);
    await type(box(), '');
    expect(all('link')).toEqual(shelved);
    for (const [at, link] of all('link').entries()) expect(link).toBe(shelved[at]);
  });

  it('says what holds for an app it does not know, and clears the box on Escape', async () => {
    await show(<List onOpen={vi.fn()} />);
    await type(box(), 'qqqqzzzz');
    expect(one('heading', "I don't know that app yet")).toBeTruthy();
    expect(all('link').length).toBeGreaterThan(0);
    box().focus();
    await key('Escape');
    expect(all('link')).toHaveLength(APPS.length);
  });

  it('finds out with three questions what holds for an app it does not know', async () => {
    await show(<List onOpen={vi.fn()} />);
    await type(box(), 'qqqqzzzz');
    await press(one('radio', "Don't know"));
    await press(one('radio', 'Only send'));
    await press(one('radio', 'A printer, scanner or other device'));
    const end = one('link', 'See what holds for it');
    expect(end.getAttribute('href')).toBe('#/apps/other-device');
    await press(one('radio', 'Read it (and perhaps send)'));
    expect(all('radio', /printer/), 'later answers are taken back').toHaveLength(0);
    expect(document.body.textContent).toContain("Can't work");
    await press(one('radio', 'Yes'));
    expect(document.body.textContent).toContain('Not needed');
    await press(one('button', 'Ask again'));
    expect(all('radio')).toHaveLength(3);
  });
});
