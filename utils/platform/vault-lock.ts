/**
 * Locks the vault from the background. Needs the permission `idle` for the machine's own lock, and `alarms`
 * to be woken at the deadline; without one of them that part is left out, and open windows still keep it.
 */
import { browser } from 'wxt/browser';
import { createVaultGuard } from '../app/vault-guard.ts';
import { onManagedChanged } from './policy.ts';
import { loadSession, saveSession, watchSession } from './vault-session.ts';

const ALARM = 'vault-deadline';
/** As in the manifest. */
const LOCK_COMMAND = 'lock-now';

/** The parts of the API that are there only with their permission. */
const optional: { readonly idle?: typeof browser.idle; readonly alarms?: typeof browser.alarms } = browser;

/**
 * To be called synchronously when the background starts.
 * @param longestIdle minutes a rule allows at most; `null` for no such rule
 */
export function bindVaultLock(longestIdle: () => Promise<number | null>): void {
  const { idle, alarms } = optional;
  const guard = createVaultGuard({
    load: loadSession,
    save: saveSession,
    now: () => Date.now(),
    longestIdle,
    async wakeAt(when) {
      if (when === null) await alarms?.clear(ALARM);
      else await alarms?.create(ALARM, { when });
    },
  });
  alarms?.onAlarm.addListener(({ name }) => (name === ALARM ? guard.check() : undefined));
  // Being idle is judged by the session's own deadline; a machine that wakes may have slept past it.
  idle?.onStateChanged.addListener((state) => {
    void (state === 'locked' ? guard.lock('system') : guard.check());
  });
  browser.commands.onCommand.addListener((command) => {
    if (command === LOCK_COMMAND) void guard.lock('asked');
  });
  watchSession(() => void guard.check());
  onManagedChanged(() => void guard.check());
  void guard.check();
}
