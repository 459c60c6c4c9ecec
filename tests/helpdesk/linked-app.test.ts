/** What a link may start: Keytag's own apps and the policy's, and none that the organisation hides. */
import { describe, expect, it, vi } from 'vitest';
import { linkedApp } from '@/entrypoints/background/linked-app.ts';
import { EXAMPLE, example } from './a-pack.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('../components/words.ts'));

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';
const [own] = example().apps as [{ readonly id: string; readonly name: string }];
const nameOf = (id: string, managed: unknown) => linkedApp(id, managed, WINDOWS)?.appName ?? null;

describe('a link to the guide', () => {
  it('starts an app of Keytag’s own with a name for the app password', () => {
    expect(linkedApp('thunderbird', undefined, WINDOWS)).toEqual({
      appName: 'Thunderbird',
      device: 'Windows PC',
      name: 'Thunderbird Windows PC',
    });
  });

  it('starts an app of the policy’s walkthroughs, also beside values that are ignored', () => {
    const managed = { walkthroughs: EXAMPLE, longestAutoLock: -1, unknown: true };
    const app = linkedApp(own.id, managed, WINDOWS);
    expect(app?.appName).toBe(own.name);
    expect(app?.name.length).toBeGreaterThanOrEqual(8);
    expect(own.name.startsWith(app?.name.split(' ')[0] ?? '?')).toBe(true);
  });

  it.each([
    ['nobody’s', 'own-nothing', { walkthroughs: EXAMPLE }],
    ['the policy’s where the policy is gone', own.id, undefined],
    ['the policy’s where its walkthroughs are refused', own.id, { walkthroughs: EXAMPLE.slice(0, -9) }],
    ['hidden', 'the-bat', { hiddenApps: ['the-bat'] }],
    ['hidden, of the policy’s own', own.id, { walkthroughs: EXAMPLE, hiddenApps: [own.id] }],
    ['hidden and recommended', 'the-bat', { hiddenApps: ['the-bat'], recommendedApps: ['the-bat'] }],
    ['a word of JavaScript’s', '__proto__', { walkthroughs: EXAMPLE }],
  ])('starts none that is %s', (_, id, managed) => {
    expect(nameOf(id, managed)).toBeNull();
  });

  it('starts what stands beside a hidden one', () => {
    expect(nameOf('thunderbird', { hiddenApps: ['the-bat'] })).toBe('Thunderbird');
  });
});
