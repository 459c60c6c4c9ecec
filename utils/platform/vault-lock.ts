/**
 * Locks the vault from the background. Needs the permission `idle` for the machine's own lock, and `alarms`
 * to be woken at the deadline; without one of them that part is left out, and open windows still keep it.
 */
import { browser } from 'wxt/browser';
import { createVaultGuard } from '../app/vault-guard.ts';
import { IDLE_MINUTES } from '../app/vault-session.ts';
import { loadSession, saveSession, watchSession } from './vault-session.ts';

const ALARM = 'vault-deadline';

/** The parts of the API that are there only with their permission. */
const optional: { readonly idle?: typeof browser.idle; readonly alarms?: typeof browser.alarms } = browser;

/** To be called synchronously when the background starts. */
export function bindVaultLock(): void {
  const { idle, alarms } = optional;
  const guard = createVaultGuard({
    load: loadSession,
    save: saveSession,
    now: () => Date.now(),
    async wakeAt(when) {
      if (when === null) await alarms?.clear(ALARM);
      else await alarms?.create(ALARM, { when });
    },
  });
  alarms?.onAlarm.addListener(({ name }) => (name === ALARM ? guard.check() : undefined));
  idle?.setDetectionInterval(IDLE_MINUTES * 60);
  idle?.onStateChanged.addListener((state) => {
    if (state === 'locked') void guard.lock('system');
    // Without input for as long as an open window would wait.
    else if (state === 'idle') void guard.lock('idle');
  });
  watchSession(() => void guard.check());
  void guard.check();
}
