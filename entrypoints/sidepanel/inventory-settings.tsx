/** The inventory's part of the settings: what stands there now, and writing down what was chosen. */
import { useEffect, useState } from 'preact/hooks';
import { ClipboardSettings, LockSettings } from '@/components/settings-inventory.tsx';
import { idleChoices } from '@/utils/app/vault-session.ts';
import type { InventoryPorts, Ports } from './ports.ts';

interface InventorySettingsProps {
  readonly ports: Ports;
  readonly inventory: InventoryPorts | 'loading' | 'failed';
}

export function InventorySettings({ ports, inventory }: InventorySettingsProps) {
  const [minutes, setMinutes] = useState<number | null>(null);
  const [longest, setLongest] = useState<number | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const [isAllowed, setAllowed] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => void ports.lockShortcut().then(setShortcut), [ports]);
  useEffect(() => {
    if (typeof inventory === 'string') return;
    void inventory.clipboardAccess.has().then(setAllowed);
    return inventory.client.watchRules(({ longestIdle }) => {
      setLongest(longestIdle);
      void inventory.client.idleMinutes().then(setMinutes, () => setFailed(true));
    });
  }, [inventory]);
  // Said by the inventory's own screen.
  if (inventory === 'failed') return null;

  const choose = async (wanted: number) => {
    if (inventory === 'loading') return;
    setFailed(false);
    const before = minutes;
    setMinutes(wanted);
    const done = await inventory.client.setIdleMinutes(wanted).catch(() => ({ ok: false }));
    if (!done.ok) {
      setMinutes(before);
      setFailed(true);
    }
  };
  /** Runs in a click: browsers take the question only there. */
  const ask = async (access: InventoryPorts['clipboardAccess']) => {
    const isGiven = await access.ask();
    setAllowed(isGiven);
    setRefused(!isGiven);
  };
  const giveBack = async (access: InventoryPorts['clipboardAccess']) => {
    await access.giveBack();
    setAllowed(await access.has());
    setRefused(false);
  };

  return (
    <>
      <LockSettings
        minutes={minutes}
        choices={idleChoices(longest)}
        longest={longest}
        onChoose={(wanted) => void choose(wanted)}
        hasFailed={hasFailed}
        shortcut={shortcut}
      />
      <ClipboardSettings
        isAllowed={isAllowed}
        refused={refused}
        onAsk={() => inventory !== 'loading' && void ask(inventory.clipboardAccess)}
        onGiveBack={() => inventory !== 'loading' && void giveBack(inventory.clipboardAccess)}
      />
    </>
  );
}
