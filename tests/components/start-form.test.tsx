// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { StartForm } from '@/components/start-form.tsx';
import { described, hide, nameOf, one, press, show, type } from './screen.ts';

vi.mock('@/utils/platform/i18n.ts', () => import('./words.ts'));

afterEach(hide);

async function form(onStart = vi.fn()) {
  await show(
    <StartForm
      appName="Thunderbird"
      device="Laptop"
      offer="both"
      primary
      busy={false}
      problem={null}
      onStart={onStart}
    />,
  );
  return onStart;
}

const field = (name: string) => one('textbox', name) as HTMLInputElement;

describe('the form before the guide', () => {
  it('suggests a name that follows app and device', async () => {
    await form();
    expect(field('Name').value).toBe('Thunderbird Laptop');
    await type(field('Device'), 'Desk');
    expect(field('Name').value).toBe('Thunderbird Desk');
  });

  it('leaves a name of the person alone', async () => {
    await form();
    await type(field('Name'), 'My own name');
    await type(field('Device'), 'Desk');
    expect(field('Name').value).toBe('My own name');
  });

  it('refuses a short name before Microsoft does, says so at the field and goes there', async () => {
    const onStart = await form();
    await type(field('Name'), 'short');
    expect(field('Name').getAttribute('aria-invalid')).toBeNull();
    await press(one('button', 'Start the guide'));
    expect(onStart).not.toHaveBeenCalled();
    expect(described(field('Name'))).toContain('fewer than 8 characters');
    expect(field('Name').getAttribute('aria-invalid')).toBe('true');
    expect(nameOf(document.activeElement as Element)).toBe('Name');
  });

  it('starts the guide or the rehearsal with tidy values', async () => {
    const onStart = await form();
    await type(field('Name'), '  Scanner   hall ');
    await press(one('button', 'Start the guide'));
    await press(one('button', 'Try it first'));
    expect(onStart.mock.calls.map(([request]) => request)).toEqual([
      { device: 'Laptop', name: 'Scanner hall', where: 'microsoft' },
      { device: 'Laptop', name: 'Scanner hall', where: 'rehearsal' },
    ]);
  });
});
