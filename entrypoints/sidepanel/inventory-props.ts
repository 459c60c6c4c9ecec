/** What the inventory's screens are told, and what they tell. */
import type { InventoryPorts, Ports } from './ports.ts';
import type { Vault } from './vault.ts';

export interface InventoryProps {
  readonly ports: Ports;
  readonly inventory: InventoryPorts;
  readonly vault: Vault;
  /** An entry's id or a screen's name; `null` for the list. */
  readonly page: string | null;
  readonly onShown: (heading: HTMLElement) => void;
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
