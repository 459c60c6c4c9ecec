// @vitest-environment happy-dom
/** A ready-to-run set-up: as a view, and on the page of the app it belongs to. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SetupFileView } from '@/components/setup-file.tsx';
import { appById } from '@/utils/catalogue/index.ts';
import { SETUP_APPS } from '@/utils/setups/for-app.ts';
import { makeSetup } from '@/utils/setups/index.ts';
import { openPanel } from './open-panel.tsx';
import { all, eventually, hide, nameOf, one, press, show, spoken, type } from './screen.ts';
import { setUiLanguage } from './words.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

const copied: string[] = [];
const onCopy = (text: string) => {
  copied.push(text);
  return Promise.resolve(true);
};

beforeEach(() => {
  copied.length = 0;
  setUiLanguage('en');
  vi.stubGlobal('scrollTo', vi.fn());
});
afterEach(hide);

describe('a set-up', () => {
  const view = (id: 'msmtp' | 'postfix', address = 'anna@contoso.example') => (
    <SetupFileView
      setup={makeSetup(id, {
        address,
        host: 'smtp.contoso.example',
        port: 587,
        appPasswordSource: 'environment',
      })}
      address={address}
      onAddress={vi.fn()}
      source="environment"
      onSource={vi.fn()}
      onCopy={onCopy}
    />
  );

  it('copies its file as it is', async () => {
    await show(view('msmtp'));
    await press(one('button', 'Copy set-up'));
    expect(copied[0]).toMatch(/^defaults\n/);
    expect(copied[0]).toContain('user anna@contoso.example');
    expect(copied[0]).toContain('passwordeval printenv SMTP_PASSWORD');
  });

  it('stands beside the same with OAuth', async () => {
    await show(view('msmtp'));
    await press(one('button', 'Copy set-up: with OAuth'));
    expect(copied[0]).toContain('auth xoauth2');
  });

  it('says where a program has no choice', async () => {
    await show(view('postfix'));
    expect(document.body.textContent).toContain('Postfix runs without you');
    expect(all('radio')).toHaveLength(0);
  });

  it('says when it left the address out', async () => {
    await show(view('msmtp', 'anna; id@contoso.example'));
    expect(document.body.textContent).toContain('more than an address');
    await press(one('button', 'Copy set-up'));
    expect(copied[0]).toContain('you@example.com');
  });

  it('names each command it copies', async () => {
    await show(view('msmtp'));
    expect(
      all('button', /^Copy/)
        .map(nameOf)
        .filter((name) => name === 'Copy'),
    ).toEqual([]);
  });
});

describe('on the page of its app', () => {
  const region = () => one('region', /^Ready to run/);

  it.each(Object.values(SETUP_APPS))('%s is filled with the address and copied', async (app) => {
    const panel = await openPanel(`#/apps/${app}`);
    await eventually(region);
    await type(one('textbox', 'Your mail address'), 'anna@contoso.example');
    await press(one('button', 'Copy set-up'));
    expect(panel.copied).toHaveLength(1);
    expect(panel.copied[0]).toContain('anna@contoso.example');
    expect(panel.copied[0]).toContain(app === 'grafana' ? 'smtp.office365.com:587' : 'smtp.office365.com');
    expect(appById(app)).toBeDefined();
  });

  it.each(['postfix', 'sendmail', 'grafana', 'wp-mail-smtp'])(
    '%s takes the password from its own file, without asking where from',
    async (app) => {
      await openPanel(`#/apps/${app}`);
      await eventually(region);
      expect(spoken(region())).toContain('runs without you');
      expect(all('radio').some((radio) => region().contains(radio))).toBe(false);
    },
  );

  it('asks the others where the password comes from', async () => {
    const panel = await openPanel('#/apps/msmtp');
    await eventually(region);
    await press(one('radio', 'A file only you can read'));
    await press(one('button', 'Copy set-up'));
    expect(panel.copied[0]).toContain('passwordeval cat ~/.smtp-password');
    await press(one('radio', "The system's secret store"));
    await press(one('radio', 'Environment variable'));
    // Right after copying the button also says "Copied".
    await press(one('button', /^Copy set-up(Copied)?$/));
    expect(panel.copied[1]).toContain('passwordeval printenv SMTP_PASSWORD');
  });

  it('shows only the way with a token where a password can not work', async () => {
    await openPanel('#/apps/msmtp');
    await eventually(region);
    await press(one('radio', 'Blocked'));
    expect(all('button', 'Copy set-up')).toHaveLength(0);
    expect(all('button', 'Copy set-up: with OAuth')).toHaveLength(1);
    expect(spoken(region())).toContain('authenticated SMTP must be on');
  });

  it('is not there for a personal account, nor for an app without one', async () => {
    await openPanel('#/apps/msmtp');
    await eventually(region);
    await press(one('radio', 'Personal'));
    expect(all('region', /^Ready to run/)).toHaveLength(0);
    await openPanel('#/apps/canon-imagerunner');
    await eventually(() => one('region', 'Verdict'));
    expect(all('region', /^Ready to run/)).toHaveLength(0);
  });
});
