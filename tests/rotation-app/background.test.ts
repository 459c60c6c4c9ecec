/** What starts a look in the background, and what does not. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const { look } = vi.hoisted(() => ({ look: vi.fn(async () => undefined) }));
vi.mock('@/utils/app/reminders.ts', () => ({ createReminders: () => ({ look }) }));
vi.mock('@/utils/storage/vault-store.ts', () => ({ openVaultStore: () => ({}) }));

beforeEach(async () => {
  fakeBrowser.reset();
  const listened = { addListener: () => undefined };
  Object.assign(fakeBrowser, {
    idle: { onStateChanged: listened },
    notifications: { ...fakeBrowser.notifications, onClicked: listened },
  });
  const { bindReminders } = await import('@/entrypoints/background/reminders.ts');
  bindReminders();
  look.mockClear();
});

describe('reminders in the background', () => {
  const alarm = (name: string) => fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: 0 });

  it('look at the heartbeat, and at no other alarm', async () => {
    await alarm('reminders-heartbeat');
    expect(look).toHaveBeenCalledOnce();
    for (const name of ['', 'vault-lock', 'Reminders-heartbeat', 'reminders-heartbeat ']) await alarm(name);
    expect(look).toHaveBeenCalledOnce();
  });

  it('look at the start of the browser, and at install and update', async () => {
    await fakeBrowser.runtime.onStartup.trigger();
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', temporary: false });
    expect(look).toHaveBeenCalledTimes(2);
  });
});
