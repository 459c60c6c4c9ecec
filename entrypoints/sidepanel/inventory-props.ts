/** What the inventory's screens are told, and what they tell. */
import type { GuideView } from '@/utils/app/panel-client.ts';
import type { InventoryPorts, Ports } from './ports.ts';
import type { Vault } from './vault.ts';

export interface InventoryProps {
  readonly ports: Ports;
  readonly inventory: InventoryPorts;
  readonly vault: Vault;
  /** An entry's id or a screen's name; `null` for the list. */
  readonly page: string | null;
  readonly onShown: (heading: HTMLElement) => void;
  /** The running guide; `null` when there is none. */
  readonly guide: GuideView | null;
  /** Starts a task of the guide, after asking for access where it was lost; then goes to `href`. Says
   * itself what fails. Must be called in the very turn of a click. */
  readonly launch: (starts: () => Promise<void>, href: string) => Promise<void>;
  /** Whether the catalogue says that the app signs in without an app password. */
  readonly isModern: (appId: string | null) => boolean;
  /** Apps of the catalogue that fit what is typed; none while the catalogue loads. */
  readonly findApps: (
    query: string,
  ) => readonly { readonly id: string; readonly name: string; readonly vendor: string }[];
}

/** What became of an action; stands on the next screen too. */
export interface Outcome {
  readonly text: string;
  readonly tone?: 'good' | 'bad';
  /** A token for `client.undo`. */
  readonly undo?: string | null;
}
