/** The browser's side of the vault: session storage and canary, the guard's events, questions to a worker. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readSession, startSession } from '@/utils/app/vault-session.ts';
import { bindVaultLock } from '@/utils/platform/vault-lock.ts';
import {
  loadCanary,
  loadDrafts,
  loadSession,
  saveCanary,
  saveDrafts,
  saveSession,
  watchSession,
} from '@/utils/platform/vault-session.ts';
import { serveWorker, workerClient } from '@/utils/platform/vault-worker.ts';

beforeEach(() => fakeBrowser.reset());

describe('session storage', () => {
  it('keeps the session apart from storage.local and tells of changes', async () => {
    const heard = vi.fn();
    const end = watchSession(heard);
    await saveSession({ locked: 'asked' });
    expect(await loadSession()).toEqual({ locked: 'asked' });
    expect(heard).toHaveBeenCalledTimes(1);
    await browser.storage.session.set({ guide: 1 });
    expect(heard).toHaveBeenCalledTimes(1);
    end();
    await saveSession({ locked: 'idle' });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(await browser.storage.local.get(null)).toEqual({});
  });
});

describe('the canary', () => {
  const canary = { vaultId: 'ab', createdAt: '2026-11-22T09:00:00.000Z', lastBackupAt: null, generation: 3 };

  it('is kept and removed', async () => {
    expect(await loadCanary()).toBeNull();
    await saveCanary(canary);
    expect(await loadCanary()).toEqual(canary);
    await saveCanary(null);
    expect(await loadCanary()).toBeNull();
  });

  it.each([
    ['text', 'x'],
    ['nothing', null],
    ['no number', { ...canary, generation: Number.NaN }],
    ['another type', { ...canary, vaultId: 7 }],
  ])('is none when something else wrote %s there', async (_, value) => {
    await browser.storage.local.set({ 'vault-canary': value });
    expect(await loadCanary()).toBeNull();
  });
});

describe('the guard', () => {
  afterEach(() => vi.restoreAllMocks());

  let onIdle: (state: 'active' | 'idle' | 'locked') => void;
  let onCommand: (command: string) => void;
  beforeEach(() => {
    vi.spyOn(browser.commands.onCommand, 'addListener').mockImplementation((listener) => {
      onCommand = listener as typeof onCommand;
    });
    vi.spyOn(browser.idle.onStateChanged, 'addListener').mockImplementation((listener) => {
      onIdle = listener as typeof onIdle;
    });
  });

  const rest = () => new Promise((resolve) => setTimeout(resolve, 20));

  it('locks with the machine, however long the person chose', async () => {
    await saveSession(startSession('v', 'k', Date.now(), 60));
    bindVaultLock(async () => null);
    onIdle('idle');
    onIdle('active');
    await rest();
    expect(readSession(await loadSession()).kind).toBe('unlocked');
    onIdle('locked');
    await vi.waitFor(async () => expect(await loadSession()).toEqual({ locked: 'system' }));
  });

  it('locks at once when a machine wakes after the deadline', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1_000_000);
    await saveSession(startSession('v', 'k', 1_000_000, 5));
    bindVaultLock(async () => null);
    await rest();
    now.mockReturnValue(1_000_000 + 5 * 60_000);
    onIdle('active');
    await vi.waitFor(async () => expect(await loadSession()).toEqual({ locked: 'idle' }));
  });

  it('locks by the keys for it, and by no others', async () => {
    await saveSession(startSession('v', 'k', Date.now(), 15));
    bindVaultLock(async () => null);
    onCommand('_execute_action');
    await rest();
    expect(readSession(await loadSession()).kind).toBe('unlocked');
    onCommand('lock-now');
    await vi.waitFor(async () => expect(await loadSession()).toEqual({ locked: 'asked' }));
  });

  it('is woken at the deadline and locks there', async () => {
    const now = vi.spyOn(Date, 'now').mockReturnValue(1_000_000);
    await saveSession(startSession('v', 'k', 1_000_000, 15));
    bindVaultLock(async () => null);
    await vi.waitFor(async () => expect(await browser.alarms.get('vault-deadline')).toBeTruthy());
    now.mockReturnValue(1_000_000 + 15 * 60_000);
    await fakeBrowser.alarms.onAlarm.trigger({ name: 'vault-deadline', scheduledTime: 0 });
    await vi.waitFor(async () => expect(await loadSession()).toEqual({ locked: 'idle' }));
    expect(readSession(await loadSession())).toEqual({ kind: 'locked', because: 'idle' });
  });
});

describe('a worker', () => {
  /** The worker's global on one side, a `Worker` on the other. */
  function aWorker(work: (request: number) => Promise<unknown>) {
    const listeners = new Map<string, (event: { data: unknown; message?: string }) => void>();
    const inside = {
      listener: (_event: { data: unknown }): void => undefined,
      postMessage: (data: unknown) => listeners.get('message')?.({ data }),
    };
    vi.stubGlobal('addEventListener', (_: string, listener: typeof inside.listener) => {
      inside.listener = listener;
    });
    vi.stubGlobal('postMessage', inside.postMessage);
    serveWorker(work);
    const worker = {
      addEventListener: (type: string, listener: (event: { data: unknown }) => void) =>
        listeners.set(type, listener),
      postMessage: (data: unknown) => queueMicrotask(() => inside.listener({ data })),
      terminate: vi.fn(),
    };
    return { worker, fail: () => listeners.get('error')?.({ data: null, message: 'no such file' }) };
  }

  it('answers each question by its number, and hands on what failed', async () => {
    const { worker } = aWorker((request) =>
      request < 0 ? Promise.reject(new Error('negative')) : Promise.resolve(request * 2),
    );
    const start = vi.fn(() => worker as unknown as Worker);
    const client = workerClient<number>(start);
    expect(await Promise.all([client.ask(1), client.ask(2)])).toEqual([2, 4]);
    await expect(client.ask(-1)).rejects.toThrow('negative');
    expect(start).toHaveBeenCalledTimes(1);
  });

  it('that does not start fails every question, and is started anew for the next', async () => {
    const { worker, fail } = aWorker(() => new Promise(() => undefined));
    const start = vi.fn(() => worker as unknown as Worker);
    const client = workerClient<number>(start);
    const asked = client.ask(1);
    fail();
    await expect(asked).rejects.toThrow('worker failed');
    expect(worker.terminate).toHaveBeenCalled();
    void client.ask(2);
    expect(start).toHaveBeenCalledTimes(2);
  });

  it('is let go when it is no longer needed', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const { worker } = aWorker((request) => Promise.resolve(request));
      const client = workerClient<number>(() => worker as unknown as Worker);
      await client.ask(1);
      vi.advanceTimersByTime(30_000);
      expect(worker.terminate).toHaveBeenCalledTimes(1);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('unsaved edits', () => {
  it('go with a lock, whoever locks, and with nothing else', async () => {
    await saveDrafts('c2VhbGVk');
    await saveSession(startSession('v', 'k', Date.now(), 15));
    expect(await loadDrafts()).toBe('c2VhbGVk');
    await saveSession({ locked: 'system' });
    expect(await loadDrafts()).toBeUndefined();
  });
});
